"""The index of a library: opened from the reader's cache or built there, then asked."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from pathlib import Path

import numpy as np

import atlas
from atlas.domain.library import Library
from atlas.domain.page import Page
from atlas.search import writer
from atlas.search.completion import Completer
from atlas.search.engine import Engine
from atlas.search.evidence import Evidence, Said, record
from atlas.search.facets import facets_of
from atlas.search.fields import Fields
from atlas.search.meaning import Lexicon, Wanted
from atlas.search.names import Names
from atlas.search.passages import Passage, passages_of
from atlas.search.query import Answer, Completion, Hit, Query
from atlas.search.ranking import Rank, columns, first, importance, steps, together, worths
from atlas.search.snippet import hit_of
from atlas.search.store import Store
from atlas.search.words import surfaces, terms, words_of
from atlas.search.writer import Document

MOST_HITS = 50
_NEAREST = 5  # pages offered where nothing was found
_WEIGHED = 200  # pages whose passages are looked at
_NOISE = 0.1  # of the best: a page that lacks words and is worth less is not an answer
_KEPT = 1024  # pages whose passages are kept at hand


def open_index(library: Library, fingerprint: str, folder: Path) -> Index:
    """The index of `library`, whose content has that fingerprint.

    It is read from `folder`, or built and kept there for the next start. A
    damaged file, a folder that cannot be written, a second program: each costs
    a moment, none is an error.
    """
    store = Store(folder, _key(library, fingerprint))
    store.tidy()
    files = store.load()
    if files is None:
        files = writer.build(page_document(page, library) for page in library)
        store.save(files)
    return Index(library, Engine(files))


class Index:
    """Answers queries about one library; safe to ask from any thread."""

    def __init__(self, library: Library, engine: Engine) -> None:
        self._library = library
        self._engine = engine
        self._pages = tuple(library)
        self._names = Names(self._pages)
        self._lexicon = Lexicon(engine, self._names)
        self._fields = Fields(library)
        self._completer = Completer(self._pages, self._fields, self._names, self._lexicon)
        self._said = lru_cache(_KEPT)(self._read)
        for page in range(min(len(self._pages), _WEIGHED)):
            self._said(page)  # so that the first answer is quick too

    def find(self, query: Query, limit: int = MOST_HITS) -> Answer:
        """The pages that answer `query`, best first; whatever is asked, it never raises.

        Where nothing answers, what comes closest is there instead: only a query that is
        false has no hits.
        """
        if not query or limit < 1:
            return Answer()
        ranks, terms = self._answering(query)
        facets = facets_of(query, [rank.page for rank in ranks], self._fields)
        if not ranks:
            return Answer(self._nearest(query, limit), facets=facets, nearest=True)
        hits = tuple(self._hit(rank, terms) for rank in _best(ranks, limit))
        return Answer(hits, total=len(ranks), facets=facets)

    def complete(self, text: str, caret: int) -> tuple[Completion, ...]:
        """What may be typed on at the caret, the likeliest first; often nothing."""
        return self._completer.complete(text, caret)

    def _answering(self, query: Query) -> tuple[list[Rank], frozenset[str]]:
        """The pages that answer, in no order, and the terms that they answer with."""
        wanted = self._lexicon.wanted(query)
        terms = frozenset(name for word in wanted for name in word.terms)
        return self._ranks(query, wanted), terms

    def _ranks(self, query: Query, wanted: Sequence[Wanted]) -> list[Rank]:
        allowed = self._allowed(query)
        if query.filters and not query.asked:
            return [Rank(page, typical, Evidence()) for page, typical in allowed.items()]
        found = columns(wanted, self._engine)
        if not found.any():
            return []
        matters = importance(found)
        rises = steps(found, self._names.exactly(query), self._names.beginning(query))
        worth = worths(found, matters)
        answers = (worth >= _NOISE * worth.max()) | (found > 0).all(0)
        heard = np.flatnonzero(answers & np.isin(np.arange(len(self._engine)), list(allowed)))
        matters_most = matters.tolist()
        ranks = []
        for page in first(rises + worth, heard, _WEIGHED).tolist():
            evidence = self._said(page).evidence(wanted, matters_most)
            score = float(rises[page] + worth[page] * together(evidence))
            ranks.append(Rank(page, score, evidence))
        return ranks

    def _allowed(self, query: Query) -> Mapping[int, float]:
        """The pages that filters, phrases and exclusions let through, and how typical each is."""
        allowed = self._fields.allowed(query.filters, len(self._pages))
        wanted = [self._lexicon.phrase(phrase, begun=True) for phrase in query.phrases]
        unwanted = [self._lexicon.phrase(phrase, begun=False) for phrase in query.excluded]
        return {
            page: typical
            for page, typical in allowed.items()
            if all(self._said(page).has(phrase) for phrase in wanted)
            and not any(self._said(page).has(phrase, by_itself=True) for phrase in unwanted)
        }

    def _nearest(self, query: Query, limit: int) -> tuple[Hit, ...]:
        """What the words alone find, else the nearest titles, else the chapters' overviews."""
        ranks, terms = self._answering(Query(query.asked))
        if ranks:
            return tuple(self._hit(rank, terms) for rank in _best(ranks, min(limit, _NEAREST)))
        pages = self._names.nearest(query, _NEAREST)
        if not pages:
            overviews = {category.overview for category in self._library.contents}
            pages = [at for at, page in enumerate(self._pages) if page.id in overviews]
        offered = (Rank(page, 0.0, Evidence()) for page in pages[:limit])
        return tuple(self._hit(rank, terms, "nearest title") for rank in offered)

    def _hit(self, rank: Rank, terms: frozenset[str], why: str = "") -> Hit:
        page = self._pages[rank.page]
        shelf = self._library.shelfmark(page.id)
        return hit_of(page, shelf, rank, terms, why)

    def _read(self, page: int) -> Said:
        return Said(self._engine.said(page), passages_of(self._pages[page], self._library))


def _best(ranks: list[Rank], limit: int) -> list[Rank]:
    return nlargest(limit, ranks, key=lambda rank: (rank.score, -rank.page))


def _key(library: Library, fingerprint: str) -> str:
    """What the index depends on: the content and its order, and the programs that make it.

    The modules themselves are part of it where they can be read, so that an index
    never outlives a change of the rules.
    """
    digest = hashlib.sha256(f"{fingerprint}\0{atlas.__version__}\0{writer.version()}".encode())
    for page in library:
        digest.update(f"\0{page.id}".encode())
    for package in ("content", "domain", "search"):
        for module in sorted((Path(atlas.__file__).parent / package).glob("*.py")):
            digest.update(module.read_bytes())
    return digest.hexdigest()


def page_document(page: Page, library: Library) -> Document:
    """What the index is told of a page."""
    passages = passages_of(page, library)
    written = [[word.text for word in words_of(passage.text)] for passage in passages]
    meant = [[name for word in words for name in terms(word)] for words in written]
    every_word = {word for words in written for word in words}
    return Document(
        weights=_weights(passages, meant),
        surfaces=frozenset(surface for word in every_word for surface in surfaces(word)),
        said=record(meant),
    )


def _weights(passages: Sequence[Passage], meant: Sequence[Sequence[str]]) -> dict[str, float]:
    """What each term counts for: again in passages of the same weight, it counts ever less."""
    counts: Counter[tuple[str, float]] = Counter()
    for passage, names in zip(passages, meant, strict=True):
        counts.update((name, passage.weight) for name in names)
    weights: dict[str, float] = {}
    for (name, weight), count in counts.items():
        weights[name] = weights.get(name, 0.0) + weight * (1 + math.log(count))
    return weights
