"""What pages are filed under: the values a filter may have, and the pages that have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from atlas.domain.library import Library
from atlas.domain.page import Axis, Page, TermId, Typicality
from atlas.domain.vocabulary import Term, Vocabulary
from atlas.search.query import FIELD_OF, FIELDS, Filter
from atlas.search.words import name_key, spoken, ways

_KEPT = 256
LEVELS = ("low", "normal", "high")
_WEIGHTS = {
    None: 0.8,
    Typicality.ALWAYS: 1.0,
    Typicality.USUAL: 0.8,
    Typicality.SOMETIMES: 0.4,
    Typicality.RARE: 0.2,
}


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """A value of a field: what it is called, and how typical it is of the pages that have it.

    `having` is the same pages as the bits of a number, to be counted at once.
    """

    filter: Filter
    label: str
    names: frozenset[str]
    pages: Mapping[int, float]
    having: int


class Fields:
    """Every value that any page has. Built once, then only read."""

    def __init__(self, library: Library) -> None:
        self.pages_known = len(library)
        self._values: dict[str, list[Value]] = {field: [] for field in FIELDS}
        for value in _values(library):
            if value.pages:
                self._values[value.filter.field].append(value)
        self._exact = {
            (field, name_key(name)): value
            for field, values in self._values.items()
            for value in reversed(values)  # of two with the same name the first is meant
            for name in value.names
        }
        self._named: dict[str, list[Value]] = {}
        for (_, name), value in self._exact.items():
            self._named.setdefault(name, []).append(value)
        self._typical = {field: _matrix(v, self.pages_known) for field, v in self._values.items()}
        self.meant_by = lru_cache(_KEPT)(self._meant_by)

    def values(self, field: str) -> Sequence[Value]:
        """The values of a field, as the vocabulary orders them."""
        return self._values[field]

    def typical(self, field: str) -> NDArray[np.float32]:
        """How typical each value of a field is of each page, up to 1: a row a value."""
        return self._typical[field]

    def named(self, key: str) -> Sequence[Value]:
        """The values of any field with a name of that key."""
        return self._named.get(key, ())

    def sisters(self, value: Value) -> Iterator[Value]:
        """The other levels of the test that a value is a level of."""
        test, level = _test_and_level(value.filter.value)
        others = self._values[value.filter.field] if level else ()
        return (v for v in others if v is not value and _test_and_level(v.filter.value)[0] == test)

    def beginning(self, field: str, typed: str) -> tuple[Value, ...]:
        """The values of which a name begins as `typed` does; then those with a word that does."""
        begun = tuple(ways(typed))
        starts = [v for v in self._values[field] if any(n.startswith(begun) for n in v.names)]
        inside = tuple(f" {way}" for way in begun)
        for value in self._values[field]:
            if value not in starts and any(way in name for name in value.names for way in inside):
                starts.append(value)
        return tuple(starts)

    def _meant_by(self, wanted: Filter) -> tuple[Value, ...]:
        """The value of exactly that name, or else all that it may be the beginning of."""
        exact = self._exact.get((wanted.field, name_key(wanted.value)))
        return (exact,) if exact else self.beginning(wanted.field, wanted.value)

    def pages(self, wanted: Filter) -> Mapping[int, float]:
        """The pages that have what the filter names, each with how typical it is, up to 1."""
        found: dict[int, float] = {}
        for value in self.meant_by(wanted):
            for page, typical in value.pages.items():
                found[page] = max(found.get(page, 0.0), typical)
        return found

    def allowed(self, filters: Sequence[Filter], pages: int) -> Mapping[int, float]:
        """Of so many pages those that all filters let through, each with how typical it is."""
        kept = dict.fromkeys(range(pages), 1.0)
        for wanted in filters:
            having = self.pages(wanted)
            if wanted.excluded:
                kept = {page: typical for page, typical in kept.items() if page not in having}
            else:
                kept = {p: typical * having[p] for p, typical in kept.items() if p in having}
        return kept


def _matrix(values: Sequence[Value], pages: int) -> NDArray[np.float32]:
    typical = np.zeros((len(values), pages), np.float32)
    for row, value in zip(typical, values, strict=True):
        row[list(value.pages)] = list(value.pages.values())
    return typical


def bits(pages: Iterable[int]) -> int:
    """A number with a bit for each page."""
    return sum(1 << page for page in pages)


def _values(library: Library) -> Iterator[Value]:
    pages = tuple(library)
    yield from _categories(library, pages)
    having = _having(library, pages)
    for term in library.vocabulary:
        field = FIELD_OF.get(term.axis.value, term.axis.value)
        names = [synonym.term for synonym in term.synonyms]
        if term.axis is Axis.LABORATORY:
            names += _leveled(term, library.vocabulary)
        if field in FIELDS:
            yield _value(field, term.id, term.label, names, having.get((term.axis, term.id), {}))


def _value(
    field: str, name: str, label: str, names: Iterable[str], pages: Mapping[int, float]
) -> Value:
    known = frozenset(way for called in (name, label, *names) for way in ways(called))
    return Value(Filter(field, spoken(name)), label, known, pages, bits(pages))


def _categories(library: Library, pages: Sequence[Page]) -> Iterator[Value]:
    for category in library.contents:
        inside = {*category.pages, *category.also}
        having = {at: 1.0 for at, page in enumerate(pages) if page.id in inside}
        yield _value("category", category.id.value, category.title, (), having)


def _having(library: Library, pages: Sequence[Page]) -> dict[tuple[Axis, TermId], dict[int, float]]:
    """For each term the pages filed under it or under a part of it, with how typical it is."""
    found: dict[tuple[Axis, TermId], dict[int, float]] = {}
    for at, page in enumerate(pages):
        for facet in page.facets:
            weight = _WEIGHTS.get(facet.typicality, 0.0)
            for term in library.vocabulary.lineage(facet.axis, facet.term) if weight else ():
                typical = found.setdefault((facet.axis, term), {})
                typical[at] = max(typical.get(at, 0.0), weight)
    return found


def _test_and_level(name: str) -> tuple[str, str]:
    """`phosphate high` in its parts; without a level the test is nothing."""
    test, _, level = name.rpartition(" ")
    return (test, level) if level in LEVELS else ("", "")


def _leveled(term: Term, vocabulary: Vocabulary) -> Iterator[str]:
    """The level before each name of the test, which is how it is said: `high phosphate`."""
    test, level = _test_and_level(spoken(term.id))
    known = vocabulary.get(Axis.LABORATORY, TermId(test.replace(" ", "-"))) if test else None
    if known:
        for name in (known.label, *(synonym.term for synonym in known.synonyms)):
            yield f"{level} {name}"
