"""The inverted index, made by Whoosh: the only module that knows it.

Whoosh is given memory only, never a folder: no lock, no orphan, no mapped file
that Windows cannot delete. Its postings are read once, here, and what each is worth
by its BM25F is all that is kept: to search, Whoosh is not asked any more, and
none of its pickles is ever read back.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

# Mild in length: a thorough page must not lose to a short one. High in K1, so that a title
# still counts for more than a word repeated through the page.
LENGTH, SATURATION = 0.4, 8.0

_FIELD = "term"
_AT_ONCE = 2048  # documents given to Whoosh: its writer needs a hundred times what it writes


@dataclass(frozen=True, slots=True)
class Document:
    """A page or a case as the index sees it.

    `weights` is what each term counts for, `surfaces` the words as they may be
    typed, and `said` is kept as it is and given back.
    """

    weights: Mapping[str, float]
    surfaces: frozenset[str]
    said: str = ""


def version() -> str:
    """What makes the index; another version may weigh otherwise."""
    import whoosh

    return ".".join(str(part) for part in whoosh.__version__)


def build(documents: Iterable[Document]) -> dict[str, bytes]:
    """The files of an index of `documents`, numbered in the order given.

    `engine.Engine` reads them: all terms in order, how many documents have each, and
    then, term by term, the documents and what they score.
    """
    surfaces: Counter[str] = Counter()
    said: list[str] = []
    read: list[_Read] = []
    documents = iter(documents)
    while (some := list(islice(documents, _AT_ONCE))) or not read:
        for document in some:
            surfaces.update(document.surfaces)
        read.append(_read(written(document.weights for document in some).reader(), len(said)))
        said.extend(document.said for document in some)
    terms = sorted(set().union(*(each.counts for each in read)))
    counts, having, scores = _together(terms, read)
    return {
        "terms": _json(terms),
        "counts": counts.tobytes(),
        "documents": having.tobytes(),
        "scores": scores.tobytes(),
        "surfaces": _json(surfaces),
        "said": _json(said),
    }


class _Read(NamedTuple):
    """What Whoosh has of some documents: postings, term by term, and how long each document is."""

    counts: Mapping[str, int]
    having: NDArray[np.int32]
    weights: NDArray[np.float32]
    lengths: NDArray[np.float32]
    length: int  # of all together


def _read(reader: Any, first: int) -> _Read:
    """All postings of a reader whose documents are numbered from `first` on."""
    counts: dict[str, int] = {}
    having, weights = array("i"), array("f")
    for name in reader.lexicon(_FIELD) if _FIELD in reader.indexed_field_names() else ():
        before = len(having)
        matcher = reader.postings(_FIELD, name)
        while matcher.is_active():
            having.append(matcher.id())
            weights.append(matcher.weight())
            matcher.next()
        counts[name.decode()] = len(having) - before
    documents = reader.doc_count_all()
    lengths = (reader.doc_field_length(document, _FIELD, 0) for document in range(documents))
    return _Read(
        counts,
        np.asarray(having) + np.int32(first),
        np.asarray(weights),
        np.fromiter(lengths, np.float32, documents),
        reader.field_length(_FIELD),
    )


def _together(
    terms: Sequence[str], read: Sequence[_Read]
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]:
    """How many documents have each term; then, term by term, which, and what it scores there.

    The score is the BM25F of Whoosh, for all postings at once.
    """
    number = {name: at for at, name in enumerate(terms)}
    numbers = (np.fromiter(map(number.__getitem__, each.counts), np.int32) for each in read)
    repeats = (np.fromiter(each.counts.values(), np.int32) for each in read)
    term = np.concatenate([np.repeat(*both) for both in zip(numbers, repeats, strict=True)])
    counts = np.bincount(term, minlength=len(terms)).astype(np.int32)
    in_order = np.argsort(term, kind="stable")
    having = np.concatenate([each.having for each in read])[in_order]
    weight = np.concatenate([each.weights for each in read])[in_order]
    length = np.concatenate([each.lengths for each in read])
    average = sum(each.length for each in read) / (len(length) or 1) or 1
    often = SATURATION * (1 - LENGTH + LENGTH * length / average).astype(np.float32)
    rare = (np.log(len(length) / (counts + 1)) + 1).astype(np.float32)
    scores = np.repeat(rare, counts) * weight * np.float32(SATURATION + 1)
    return counts, having, scores / (weight + often[having])


def written(weights: Iterable[Mapping[str, float]]) -> Any:
    """A searcher of Whoosh over documents of which each term has a weight."""
    from whoosh.codec.memory import MemoryCodec
    from whoosh.fields import KEYWORD, Schema
    from whoosh.scoring import BM25F
    from whoosh.searching import Searcher

    in_memory: Callable[[], Any] = MemoryCodec  # Whoosh has types in parts only
    searcher: Callable[..., Any] = Searcher
    codec = in_memory()
    field: Any = KEYWORD(scorable=True)
    field.index = _ready_made
    schema = Schema(term=field)
    writer = codec.writer(schema)
    for each in weights:
        writer.add_document(term=each)
    writer.commit()
    return searcher(codec.reader(schema), weighting=BM25F(B=LENGTH, K1=SATURATION))


def _ready_made(
    weights: Mapping[str, float], **_: object
) -> Iterator[tuple[bytes, int, float, bytes]]:
    """Terms as a field of Whoosh gives them: with its own, a text would have to be read again."""
    return ((name.encode(), 1, weight, b"") for name, weight in weights.items())


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
