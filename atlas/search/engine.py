"""The inverted index: the only module that knows it is Whoosh.

An index here is a set of named files held in memory, which Whoosh never sees
on disk: no lock, no orphan, no mapped file that Windows cannot delete, and no
damage that could be met half-way through a search. A Whoosh index holds
pickles, so opening one is running it: give `Engine` only files that this
program wrote itself, checked whole before (`atlas.search.store` does).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

# Mild in length: a thorough page must not lose to a short one. High in K1, so that a title
# still counts for more than a word repeated through the page.
_LENGTH, _SATURATION = 0.4, 3.0

_SURFACES = "surfaces.json"  # beside the files of Whoosh


@dataclass(frozen=True, slots=True)
class Document:
    """A page as the index sees it.

    `weights` is what each term counts for, `surfaces` the words as they may be
    typed, and `said` is kept as it is and given back.
    """

    weights: Mapping[str, float]
    surfaces: frozenset[str]
    said: str


def version() -> str:
    """What wrote the files; another version may not be able to read them."""
    import whoosh

    return ".".join(str(part) for part in whoosh.__version__)


def build(documents: Iterable[Document]) -> dict[str, bytes]:
    """The files of an index of `documents`, numbered in the order given."""
    from whoosh.analysis.filters import DelimitedAttributeFilter
    from whoosh.analysis.tokenizers import SpaceSeparatedTokenizer
    from whoosh.fields import KEYWORD, STORED, Schema

    weighted = SpaceSeparatedTokenizer() | DelimitedAttributeFilter(delimiter="^")
    schema = Schema(term=KEYWORD(scorable=True, analyzer=weighted), said=STORED)
    surfaces: Counter[str] = Counter()
    storage = _memory({})
    writer = storage.create_index(schema).writer()
    for document in documents:
        writer.add_document(
            term=" ".join(f"{term}^{weight:.3f}" for term, weight in document.weights.items()),
            said=document.said,
        )
        surfaces.update(document.surfaces)
    writer.commit()
    files = {name: bytes(content) for name, content in storage.files.items()}
    return files | {_SURFACES: json.dumps(surfaces, ensure_ascii=False).encode()}


class Engine:
    """Answers what a term scores in each document; safe to ask from any thread.

    `surfaces` are the words as they may be typed, with the number of documents that have them.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        from whoosh.scoring import BM25F

        self.surfaces: Mapping[str, int] = json.loads(files[_SURFACES])
        index = _memory(files).open_index()
        self._searcher: Any = index.searcher(weighting=BM25F(B=_LENGTH, K1=_SATURATION))
        self._reader: Any = self._searcher.reader()
        self._asking = Lock()  # a searcher shared by threads gives silently wrong hits
        self._scores: dict[str, Mapping[int, float]] = {}
        self._known = frozenset(name.decode() for name in self._reader.lexicon("term"))

    def __contains__(self, term: object) -> bool:
        return term in self._known

    def __len__(self) -> int:
        return int(self._reader.doc_count_all())

    def said(self, document: int) -> str:
        with self._asking:
            return str(self._reader.stored_fields(document)["said"])

    def scores(self, term: str) -> Mapping[int, float]:
        """What the term scores (BM25F) in each document that has it; read once, then kept."""
        found = self._scores.get(term)
        if found is None:
            with self._asking:
                found = self._scores[term] = self._read(term)
        return found

    def _read(self, term: str) -> Mapping[int, float]:
        if term not in self._known:
            return {}
        matcher = self._searcher.postings("term", term)
        found: dict[int, float] = {}
        while matcher.is_active():
            found[matcher.id()] = matcher.score()
            matcher.next()
        return found


def _memory(files: Mapping[str, bytes]) -> Any:
    from whoosh.filedb.filestore import RamStorage

    make: Callable[[], Any] = RamStorage  # Whoosh has types in parts only
    storage = make()
    storage.files.update(files)
    return storage
