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
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Mild in length: a thorough page must not lose to a short one. High in K1, so that a title
# still counts for more than a word repeated through the page.
LENGTH, SATURATION = 0.4, 3.0

_FIELD = "term"


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

    def weighed() -> Iterator[Mapping[str, float]]:
        for document in documents:
            surfaces.update(document.surfaces)
            said.append(document.said)
            yield document.weights

    reader = written(weighed()).reader()
    terms = [name.decode() for name in reader.lexicon(_FIELD)]
    counts, having, weights = array("i"), array("i"), array("f")
    for name in terms:
        before = len(having)
        matcher = reader.postings(_FIELD, name)
        while matcher.is_active():
            having.append(matcher.id())
            weights.append(matcher.weight())
            matcher.next()
        counts.append(len(having) - before)
    return {
        "terms": _json(terms),
        "counts": counts.tobytes(),
        "documents": having.tobytes(),
        "scores": _scores(counts, having, weights, _lengths(reader)).tobytes(),
        "surfaces": _json(surfaces),
        "said": _json(said),
    }


def _lengths(reader: Any) -> NDArray[np.float32]:
    """How long each document is beside the average one."""
    documents = reader.doc_count_all()
    average = reader.field_length(_FIELD) / (documents or 1) or 1
    lengths = (reader.doc_field_length(document, _FIELD, 0) for document in range(documents))
    return np.fromiter(lengths, np.float32, documents) / average


def _scores(
    counts: Sequence[int],
    having: Sequence[int],
    weights: Sequence[float],
    lengths: NDArray[np.float32],
) -> NDArray[np.float32]:
    """BM25F as Whoosh has it, for all postings at once."""
    weight = np.asarray(weights)
    rare = np.log(len(lengths) / (np.asarray(counts) + 1)) + 1
    often = SATURATION * (1 - LENGTH + LENGTH * lengths[np.asarray(having)])
    found = weight * (SATURATION + 1) / (weight + often)
    return np.asarray(np.repeat(rare, counts) * found, np.float32)


def written(weights: Iterable[Mapping[str, float]]) -> Any:
    """A searcher of Whoosh over documents of which each term has a weight."""
    from whoosh.codec.whoosh3 import W3Codec
    from whoosh.fields import KEYWORD, Schema
    from whoosh.filedb.filestore import RamStorage
    from whoosh.scoring import BM25F

    storage: Callable[[], Any] = RamStorage  # Whoosh has types in parts only
    codec: Callable[..., Any] = W3Codec
    schema = Schema(term=KEYWORD(scorable=True, analyzer=_tokens))
    index = storage().create_index(schema)
    writer = index.writer(codec=codec(compression=0))  # nothing of it is stored
    for each in weights:
        writer.add_document(term=" ".join(f"{name} {weight:.3f}" for name, weight in each.items()))
    writer.commit()
    return index.searcher(weighting=BM25F(B=LENGTH, K1=SATURATION))


def _tokens(text: str, **_: object) -> Iterator[Any]:
    """Ready-made terms, each with its weight behind it."""
    from whoosh.analysis.acore import Token

    token = Token()
    words = iter(text.split())
    for token.text, weight in zip(words, words, strict=True):
        token.boost = float(weight)
        yield token


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
