"""From the words of a query to the terms of the index that answer them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nlargest

from atlas.search.concepts import Concepts
from atlas.search.engine import Engine
from atlas.search.names import Names
from atlas.search.spelling import Near, Speller
from atlas.search.words import STOP_WORDS, readings, term, terms

_COMPLETIONS = 12
_NEAR = 6  # words that a misspelt one may have been meant for
_SHORTEST = 3  # letters of a word that is taken out of a longer one
_HIGHEST = "\U0010ffff"
_KEPT = 4096
_AS_WRITTEN, _JOINED, _COMPLETED, _BEGUN, _NEARLY, _PERHAPS = 1.0, 0.9, 0.6, 0.4, 0.8, 0.5
_EVERY_DAY = 0.6  # what a word counts for that no name has
_BEFORE = (
    "peri", "para", "juxta", "intra", "extra", "retro", "supra", "infra", "inter", "trans",
    "post", "pre", "sub", "non", "meta", "epi", "endo",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word asked for: the terms that answer it, each with how well it does, up to 1.

    `groups` are terms that answer it only all together, as `chronic kidney disease` does `CKD`.
    `matters` is less than 1 for a word of every day, which no name has.
    """

    terms: Mapping[str, float]
    groups: Mapping[tuple[str, ...], float] = field(default_factory=dict)
    matters: float = 1.0


@dataclass(frozen=True, slots=True)
class Understood:
    """A query as the index takes it: its words, put right where they are not known.

    `right` tells whether none had to be; `wanted` is without small words and those that
    nothing answers.
    """

    words: tuple[str, ...]
    right: bool
    wanted: tuple[Wanted, ...]

    @property
    def terms(self) -> frozenset[str]:
        """Every term that answers a word: what is lit in a hit."""
        return frozenset(name for word in self.wanted for name in word.terms)


class Lexicon:
    """All that the index can be asked for. Built once, then only read."""

    def __init__(self, engine: Engine, names: Names, concepts: Concepts) -> None:
        self._engine = engine
        self._concepts = concepts
        self._counts = engine.surfaces
        self._surfaces = sorted(self._counts.keys() - STOP_WORDS)
        self._speller = Speller(self._surfaces)
        self._in_names = names.words
        self._near = lru_cache(_KEPT)(self._nearest)

    def understood(self, asked: Sequence[str]) -> Understood:
        """What the words ask for, and how they would be spelt by the atlas."""
        words: list[str] = []
        for at, word in enumerate(asked):
            words += self._spelt(word, asked, at)
        right = words == list(asked)
        places = [at for at, word in enumerate(words) if word not in STOP_WORDS]
        also = self._concepts.of(words)
        wanted = []
        for at in places or range(len(words)):
            found = self._terms(words, at, asked)
            groups = {}
            for names, how_well in also.get(at, {}).items():
                if len(names) > 1:
                    groups[names] = how_well
                elif names[0] in self._engine:
                    found.setdefault(names[0], how_well)
            if found or groups:
                named = any(name in self._concepts for name in found)
                wanted.append(Wanted(found, groups, 1.0 if named or groups else _EVERY_DAY))
        return Understood(tuple(words), right, tuple(wanted))

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

    # What a word may be

    def _known(self, word: str) -> bool:
        return any(name in self._engine for name in terms(word))

    def _spelt(self, word: str, asked: Sequence[str], at: int) -> Sequence[str]:
        """The word itself where it is known; else the known one or two it was meant for."""
        last = at == len(asked) - 1
        if word in STOP_WORDS or self._known(word) or self._joins(asked, at):
            return (word,)
        if last and any(self.completions(reading) for reading in readings(word)):
            return (word,)
        near = self._near(word, last)
        if near:
            meant = near[0].word
            return (word,) if near[0].begun or not self._named(meant) else (meant,)
        return self._apart(word) or (word,)

    def _named(self, word: str) -> bool:
        """Whether a name has it: only such a word is said to be meant, others may be chance."""
        return word in self._in_names or any(name in self._concepts for name in terms(word))

    def _joins(self, asked: Sequence[str], at: int) -> bool:
        """Whether the word is known when it is written together with a neighbour."""
        pairs = ("".join(asked[max(0, at - 1) : at + 1]), "".join(asked[at : at + 2]))
        return any(pair != asked[at] and self._known(pair) for pair in pairs)

    def _apart(self, word: str) -> tuple[str, ...]:
        """Two known words run together, or what `peri` and its like stand before; or nothing."""
        for before in _BEFORE:
            rest = word.removeprefix(before)
            if rest != word and len(rest) >= _SHORTEST and self._known(rest):
                return (rest,)
        cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
        pairs = [(word[:cut], word[cut:]) for cut in cuts]
        known = [pair for pair in pairs if self._is_word(pair[0]) and self._is_word(pair[1])]
        return max(known, key=lambda pair: min(map(self.count, pair)), default=())

    def _is_word(self, part: str) -> bool:
        return self.count(part) > 0 and part not in STOP_WORDS

    def _nearest(self, word: str, begun: bool) -> tuple[Near, ...]:
        """The words that this one may have been meant for, the likeliest first."""
        reading = next(iter(readings(word)), "")
        found = self._speller.near(reading, begun=begun)
        return tuple(sorted(found, key=lambda near: self._unlikely(near, reading))[:_NEAR])

    def _unlikely(self, near: Near, asked: str) -> tuple[bool, bool, int]:
        """Slips at the first letter are rare, and what is looked for is mostly a name."""
        other_letter = near.word[0] != asked[0]
        return other_letter, near.word not in self._in_names, -self.count(near.word)

    # What answers a word

    def _terms(self, words: Sequence[str], at: int, asked: Sequence[str]) -> dict[str, float]:
        word, corrected = words[at], words[at] not in asked
        how_well = _NEARLY if corrected else _AS_WRITTEN
        found = {name: how_well for name in terms(word) if name in self._engine}
        for joined in ("".join(words[max(0, at - 1) : at + 1]), "".join(words[at : at + 2])):
            for name in terms(joined):
                if joined != word and name in self._engine:
                    found.setdefault(name, _JOINED)
        last = at == len(words) - 1
        if last and not corrected:
            self._complete(word, found)
        if not found:
            for near in self._near(word, last):
                found.setdefault(term(near.word), _PERHAPS)
        return found

    def _complete(self, word: str, found: dict[str, float]) -> None:
        """Add the words that the last one may become; the shorter it is, the less they count."""
        for beginning in readings(word):
            worth = _COMPLETED if len(beginning) > 2 else _BEGUN
            for surface in self.completions(beginning):
                name = term(surface)
                if name in self._engine:
                    found.setdefault(name, worth)
