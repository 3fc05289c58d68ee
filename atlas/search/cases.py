"""Teaching cases: found as pages are, but in a list of their own, which never crowds pages out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from atlas.domain.case import Case
from atlas.domain.library import Library
from atlas.domain.page import Typicality
from atlas.domain.place import Place
from atlas.search.documents import document_of, said_of
from atlas.search.engine import Engine
from atlas.search.evidence import Evidence, Said
from atlas.search.fields import Fields
from atlas.search.meaning import Lexicon, Wanted
from atlas.search.passages import BODY, FILED, KEY, Passage
from atlas.search.query import FIELD_OF, Filter, Hit, Query
from atlas.search.ranking import Scores, columns, first, weigh
from atlas.search.snippet import excerpt, found_in
from atlas.search.words import spoken
from atlas.search.writer import Document

MOST_CASES = 10
_LOOKED_AT = 500  # cases that are read for a phrase
_KEPT = 256  # cases whose passages are kept at hand


class Cases:
    """Answers queries about teaching cases; safe to ask from any thread."""

    def __init__(
        self,
        cases: Sequence[Case],
        library: Library,
        engine: Engine,
        lexicon: Lexicon,
        fields: Fields,
    ) -> None:
        self._cases = cases
        self._library = library
        self._engine = engine
        self._lexicon = lexicon
        self._fields = fields
        self._said = lru_cache(_KEPT)(self._read)

    def find(self, query: Query, limit: int = MOST_CASES) -> tuple[Hit, ...]:
        """The cases that answer `query`, best first; none where nothing does."""
        asked = self._lexicon.understood(query.asked)
        allowed = self._allowed(query)
        if not query.asked:
            in_order = np.flatnonzero(allowed)[:limit].tolist()
            return tuple(self._hit(number, 0.0, Evidence(), frozenset()) for number in in_order)
        if not asked.wanted:
            return ()
        matters, worth, answers = weigh(columns(asked.wanted, self._engine), asked.wanted)
        best = first(worth, np.flatnonzero(answers & allowed), _LOOKED_AT).tolist()
        hits = (
            self._hit(
                number,
                float(worth[number]),
                self._evidence(number, asked.wanted, matters),
                asked.terms,
            )
            for number in best
            if self._is_said(number, query)
        )
        return tuple(islice(hits, limit))

    def _allowed(self, query: Query) -> NDArray[np.bool_]:
        """Which cases all filters let through."""
        allowed = np.ones(len(self._engine), np.bool_)
        for wanted in query.filters:
            having = np.zeros_like(allowed)
            for value in self._fields.meant_by(wanted):
                having[self._engine.postings(str(value.filter)).documents] = True
            allowed &= having ^ wanted.excluded
        return allowed

    def _is_said(self, number: int, query: Query) -> bool:
        """Whether the case says every phrase that is asked for, and none that is excluded."""
        if not (query.phrases or query.excluded):
            return True
        said, phrase = self._said(number), self._lexicon.phrase
        return all(said.has(phrase(words, begun=True)) for words in query.phrases) and not any(
            said.has(phrase(words, begun=False)) for words in query.excluded
        )

    def _evidence(self, number: int, wanted: Sequence[Wanted], matters: Scores) -> Evidence:
        return self._said(number).evidence(wanted, matters.tolist())

    def _hit(self, number: int, score: float, evidence: Evidence, asked: frozenset[str]) -> Hit:
        """A case as an answer: what speaks for it best, or else what is seen first."""
        case = self._cases[number]
        page = self._library[case.page]
        quotes = (passage for passage in evidence.passages if passage.quoted)
        quote = next(quotes, None)
        snippet, spans = excerpt(quote.text if quote else case.findings[0], asked)
        return Hit(
            place=Place(case.page, case.plate),
            title=case.title,
            category=self._library.shelfmark(case.page).category.id,
            where=page.title,
            snippet=snippet,
            title_spans=found_in(case.title, asked),
            spans=spans,
            score=round(score, 3),
            why=evidence.passages[0].why if evidence.passages else "case",
        )

    def _read(self, number: int) -> Said:
        passages = _passages(self._cases[number], self._library)
        return Said(said_of(passages), passages)


def case_document(case: Case, library: Library) -> Document:
    """A case as the index sees it: what it says, and the filters that let it through."""
    said = document_of(_passages(case, library))
    filed = {str(Filter("category", library.shelfmark(case.page).category.id.value))}
    for facet in case.facets:
        if facet.typicality is not Typicality.NEVER:
            field = FIELD_OF.get(facet.axis.value, facet.axis.value)
            lineage = library.vocabulary.lineage(facet.axis, facet.term)
            filed |= {str(Filter(field, spoken(term))) for term in lineage}
    return replace(said, weights={**said.weights, **dict.fromkeys(filed, 1.0)}, said="")


def digest_of(cases: Iterable[Case]) -> bytes:
    """What the index of these cases depends on."""
    digest = hashlib.sha256()
    for case in cases:
        facets = (f"{facet.axis.value}:{facet.term}" for facet in case.facets)
        content = (case.id, case.page, case.title, *case.history, "", *case.findings, "", *facets)
        digest.update("\0".join(content).encode() + b"\n")
    return digest.digest()


def _passages(case: Case, library: Library) -> tuple[Passage, ...]:
    """Every passage of a case; what it is an example of is searched and never quoted."""
    return (
        *(Passage(text, KEY, "finding") for text in case.findings),
        *(Passage(text, BODY, "history") for text in case.history),
        Passage(case.title, FILED, "case", quoted=False),
        Passage(library[case.page].title, KEY, "example", quoted=False),
    )
