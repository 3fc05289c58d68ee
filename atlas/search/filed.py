"""What words ask of how pages are filed: what is usual there, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from atlas.search.fields import Fields, Value
from atlas.search.names import Names
from atlas.search.words import STOP_WORDS, term_of

Shares: TypeAlias = NDArray[np.float32]

_LONGEST = 5  # words of a term that is looked for in a query
_REACH = 3  # words behind `no` among which what is denied begins
_KEPT = 4096
_TYPICAL, _OTHER_LEVEL, _DENIED = 0.3, 0.5, 0.5
_NO = frozenset(("no", "not", "non", "never"))


class Asked(NamedTuple):
    """A term of the vocabulary among the words: its own words, and whether it is denied."""

    name: str
    words: int
    denied: bool


class Effect(NamedTuple):
    """For each page how typical a term is of it, up to 1, and how much it is of another level."""

    typical: Shares
    other: Shares


class Filed:
    """Knows every page by what it is filed under. Built once, then only read."""

    def __init__(self, fields: Fields, names: Names, pages: int) -> None:
        self._fields = fields
        self._names = names
        self._pages = pages
        self._effect = lru_cache(_KEPT)(self._worked_out)

    def shares(self, words: Sequence[str]) -> Shares:
        """What to multiply the worth of each page by.

        More than 1 where what is asked for is usual; less where the page is about another
        level of the same test, or has what the words deny.
        """
        content = [term_of(word) for word in words if word not in STOP_WORDS]
        shares = np.ones(self._pages, np.float32)
        for asked in self._asked(content):
            typical, other = self._effect(asked.name)
            if asked.denied:
                shares *= 1 - _DENIED * typical
            else:
                shares *= 1 + _TYPICAL * asked.words / len(content) * typical
                shares *= 1 - _OTHER_LEVEL * other
        return shares

    def _asked(self, content: Sequence[str]) -> Iterator[Asked]:
        """The longest terms there are, from left to right."""
        at, denied_to = 0, 0
        while at < len(content):
            if content[at] in _NO:
                denied_to = at + 1 + _REACH
            longest = range(min(_LONGEST, len(content) - at), 0, -1)
            names = ((size, " ".join(content[at : at + size])) for size in longest)
            size, name = next(((s, n) for s, n in names if self._known(n, at < denied_to)), (1, ""))
            if name:
                yield Asked(name, size, at < denied_to)
                denied_to = 0
            at += size

    def _known(self, name: str, denied: bool) -> bool:
        return bool(self._fields.named(name)) or (denied and bool(self._names.exactly((name,))))

    def _worked_out(self, name: str) -> Effect:
        typical, other = (np.zeros(self._pages, np.float32) for _ in range(2))
        for page in self._names.exactly((name,)):
            typical[page] = 1
        for value in self._fields.named(name):
            for page, share in value.pages.items():
                typical[page] = max(typical[page], share)
            for page, share in self._of_another_level(value):
                other[page] = max(other[page], share - value.pages.get(page, 0.0))
        return Effect(typical, other)

    def _of_another_level(self, value: Value) -> Iterator[tuple[int, float]]:
        return (pair for sister in self._fields.sisters(value) for pair in sister.pages.items())
