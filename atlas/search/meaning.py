"""From the words of a query to the terms of the index that answer them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nlargest

from atlas.search.engine import Engine
from atlas.search.names import Names
from atlas.search.query import Query
from atlas.search.words import STOP_WORDS, readings, term, terms

_COMPLETIONS = 12
_HIGHEST = "\U0010ffff"
_AS_WRITTEN, _JOINED, _COMPLETED, _BEGUN, _NEARLY = 1.0, 0.9, 0.6, 0.4, 0.5


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word asked for: the terms that answer it, each with how well it does, up to 1."""

    terms: Mapping[str, float]


class Lexicon:
    """All that the index can be asked for. Built once, then only read."""

    def __init__(self, engine: Engine, names: Names) -> None:
        self._engine = engine
        self._names = names
        self._counts = engine.surfaces
        self._surfaces = sorted(self._counts.keys() - STOP_WORDS)

    def wanted(self, query: Query) -> tuple[Wanted, ...]:
        """What each word asks for; a word that nothing answers asks for nothing.

        Small words such as `of` count only where there are no others.
        """
        words = query.asked
        places = [at for at, word in enumerate(words) if word not in STOP_WORDS]
        asked = (self._terms(words, at) for at in places or range(len(words)))
        return tuple(Wanted(found) for found in asked if found)

    def phrase(self, phrase: str, *, begun: bool) -> tuple[frozenset[str], ...]:
        """The terms of each word of a phrase; the last may be half typed where it is `begun`."""
        words = phrase.split()
        meant = [set(terms(word)) for word in words]
        if begun:
            completed = dict.fromkeys(meant[-1], 0.0)
            self._complete(words[-1], completed)
            meant[-1] = set(completed)
        return tuple(map(frozenset, meant))

    def completions(self, beginning: str) -> list[str]:
        """The most frequent words that begin so."""
        first = bisect_left(self._surfaces, beginning)
        last = bisect_left(self._surfaces, beginning + _HIGHEST)
        return nlargest(_COMPLETIONS, self._surfaces[first:last], key=self._counts.__getitem__)

    def count(self, surface: str) -> int:
        """The number of pages that have a word in this very form."""
        return self._counts.get(surface, 0)

    def _terms(self, words: tuple[str, ...], at: int) -> dict[str, float]:
        word = words[at]
        found = {name: _AS_WRITTEN for name in terms(word) if name in self._engine}
        for joined in ("".join(words[max(0, at - 1) : at + 1]), "".join(words[at : at + 2])):
            for name in terms(joined):
                if joined != word and name in self._engine:
                    found.setdefault(name, _JOINED)
        if at == len(words) - 1:
            self._complete(word, found)
        if not found:
            found = dict.fromkeys(self._names.words_like(word), _NEARLY)
        return found

    def _complete(self, word: str, found: dict[str, float]) -> None:
        """Add the words that the last one may become; the shorter it is, the less they count."""
        for beginning in readings(word):
            worth = _COMPLETED if len(beginning) > 2 else _BEGUN
            for surface in self.completions(beginning):
                name = term(surface)
                if name in self._engine:
                    found.setdefault(name, worth)
