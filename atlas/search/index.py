"""The index of a library: opened from the reader's cache or built there, then asked."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

import atlas
from atlas.domain.case import Case
from atlas.domain.library import Library
from atlas.search import writer
from atlas.search.cases import Cases, case_document, digest_of
from atlas.search.completion import Completer
from atlas.search.concepts import Concepts
from atlas.search.documents import document_of
from atlas.search.engine import Engine
from atlas.search.evidence import Evidence, Said
from atlas.search.facets import facets_of
from atlas.search.fields import Fields
from atlas.search.filed import Filed
from atlas.search.meaning import Lexicon, Understood
from atlas.search.names import Names
from atlas.search.passages import Passage, passages_of
from atlas.search.query import Answer, Completion, Hit, Query
from atlas.search.ranking import Rank, columns, first, steps, together, weigh
from atlas.search.snippet import hit_of
from atlas.search.store import Store, tidy
from atlas.search.writer import Document

MOST_HITS = 50
_NEAREST = 5  # pages offered where nothing was found
_WEIGHED = 200  # pages whose passages are looked at
_KEPT = 1024  # pages whose passages are kept at hand
Read = Callable[[int], Sequence[Passage]]
"""The passages of the page of that number."""

_OVERVIEW = 0.9  # an overview has a word of every page of its chapter: what is asked is mostly one


def open_index(
    library: Library, fingerprint: str, folder: Path, cases: Sequence[Case] = ()
) -> Index:
    """The index of `library`, whose content has that fingerprint, and of `cases`.

    It is read from `folder`, or built and kept there for the next start. A
    damaged file, a folder that cannot be written, a second program: each costs
    a moment, none is an error.
    """
    content = "\0".join((fingerprint, *library.ids)).encode() + _rules()
    pages = Store(folder, _key(content))
    examples = Store(folder, _key(content, digest_of(cases)))
    tidy(folder, {pages.path, examples.path})
    read = _reader(library)
    engine = _opened(pages, (document_of(read(number)) for number in range(len(library))))
    if not cases:
        return Index(library, engine, read)
    gc.unfreeze()
    documents = (case_document(case, library) for case in cases)
    index = Index(library, engine, read, cases, _opened(examples, documents))
    gc.freeze()  # walking all these cases for garbage would take 70 ms amid a key
    return index


def _reader(library: Library) -> Read:
    """Reads a page once for the index and for what is quoted of it."""
    pages = tuple(library)
    return lru_cache(_KEPT)(lambda number: passages_of(pages[number], library))


def _opened(store: Store, documents: Iterable[Document]) -> Engine:
    files = store.load()
    if files is None:
        files = writer.build(documents)
        store.save(files)
    return Engine(files)


class Index:
    """Answers queries about one library; safe to ask from any thread."""

    def __init__(
        self,
        library: Library,
        engine: Engine,
        read: Read,
        cases: Sequence[Case] = (),
        examples: Engine | None = None,
    ) -> None:
        self._library = library
        self._engine = engine
        self._pages = tuple(library)
        self._dangerous = np.array([page.must_not_miss for page in self._pages], np.bool_)
        overviews = {category.overview for category in library.contents}
        shares = [_OVERVIEW if page.id in overviews else 1.0 for page in self._pages]
        self._shares = np.array(shares, np.float32)
        self._names = Names(self._pages)
        concepts = Concepts(library)
        self._lexicon = Lexicon(engine, self._names, concepts)
        self._fields = Fields(library)
        self._filed = Filed(self._fields, self._names, len(self._pages))
        self._completer = Completer(self._pages, self._fields, self._names, self._lexicon)
        self._cases = None
        if examples:
            lexicon = Lexicon(examples, self._names, concepts)
            self._cases = Cases(cases, library, examples, lexicon, self._fields)
        self._said = lru_cache(_KEPT)(lambda page: Said(engine.said(page), read(page)))
        for page in range(min(len(self._pages), _WEIGHED)):
            self._said(page)  # so that the first answer is quick too

    def find(self, query: Query, limit: int = MOST_HITS) -> Answer:
        """The pages that answer `query`, best first; whatever is asked, it never raises.

        Where nothing answers, what comes closest is there instead: only a query that is
        false has no hits.
        """
        if not query or limit < 1:
            return Answer()
        asked = self._lexicon.understood(query.asked)
        ranks = self._ranks(query, asked)
        cases = self._cases.find(query) if self._cases else ()
        facets = facets_of(query, [rank.page for rank in _in_order(ranks)], self._fields)
        meant = "" if asked.right else str(query._replace(words=asked.words, phrases=()))
        hits = self._hits(ranks, limit, asked) or self._nearest(asked, limit)
        return Answer(hits, cases, len(ranks), facets, meant, nearest=not ranks)

    def complete(self, text: str, caret: int) -> tuple[Completion, ...]:
        """What may be typed on at the caret, the likeliest first; often nothing."""
        return self._completer.complete(text, caret)

    def _ranks(self, query: Query, asked: Understood) -> list[Rank]:
        """The pages that answer, in no order."""
        allowed = self._allowed(query)
        if query.filters and not query.asked:
            return [Rank(page, typical, Evidence()) for page, typical in allowed.items()]
        if not asked.wanted:
            return []
        matters, worth, answers = weigh(columns(asked.wanted, self._engine), asked.wanted)
        answers |= self._dangerous & (worth > 0)  # what harms when it is missed is never noise
        worth = worth * self._shares * self._filed.shares(asked.words)
        names, words = self._names, asked.words
        rises = steps(len(self._pages), names.exactly(words), names.beginning(words))
        heard = np.flatnonzero(answers & np.isin(np.arange(len(self._engine)), list(allowed)))
        matters_most = matters.tolist()
        ranks = []
        for page in first(rises + worth, heard, _WEIGHED).tolist():
            evidence = self._said(page).evidence(asked.wanted, matters_most)
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

    def _nearest(self, asked: Understood, limit: int) -> tuple[Hit, ...]:
        """What the words alone find, else the nearest titles, else the chapters' overviews."""
        if ranks := self._ranks(Query(asked.words), asked):
            return self._hits(ranks, min(limit, _NEAREST), asked)
        pages = self._names.nearest(asked.words, _NEAREST)
        if not pages:
            overviews = {category.overview for category in self._library.contents}
            pages = [at for at, page in enumerate(self._pages) if page.id in overviews]
        offered = [Rank(page, 0.0, Evidence()) for page in pages]
        return self._hits(offered, limit, asked, "nearest title")

    def _hits(
        self, ranks: list[Rank], limit: int, asked: Understood, why: str = ""
    ) -> tuple[Hit, ...]:
        best = _in_order(ranks)[:limit]
        return tuple(self._hit(rank, asked.terms, why) for rank in best)

    def _hit(self, rank: Rank, terms: frozenset[str], why: str) -> Hit:
        page = self._pages[rank.page]
        return hit_of(page, self._library.shelfmark(page.id), rank, terms, why)


def _in_order(ranks: Iterable[Rank]) -> list[Rank]:
    """The best first, equals as the contents have them."""
    return sorted(ranks, key=lambda rank: (-rank.score, rank.page))


def _rules() -> bytes:
    """The programs that make an index.

    The modules themselves are part of it where they can be read, so that an index
    never outlives a change of the rules.
    """
    digest = hashlib.sha256(f"{atlas.__version__}\0{writer.version()}".encode())
    for package in ("content", "domain", "search"):
        for module in sorted((Path(atlas.__file__).parent / package).glob("*.py")):
            digest.update(module.read_bytes())
    return digest.digest()


def _key(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.hexdigest()
