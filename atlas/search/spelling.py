"""Which known words a misspelt one may have been meant for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

_LETTERS = 20  # of a word that are compared; what is longer is as good as equal by then
_FAR = 9
_Counts: TypeAlias = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Near:
    """A word like the one asked for. Where it is only `begun` alike, more may be typed of it."""

    word: str
    begun: bool = False


def allowed(word: str) -> int:
    """How many slips a word of its length may have: one from four letters, two from eight."""
    return 0 if len(word) < 4 or not word.isalpha() else 1 if len(word) < 8 else 2


def sounded(word: str) -> str:
    """A word as it is heard, where one sound is written with two letters."""
    return word.replace("ph", "f")


class Speller:
    """Compares a word with all known words at once. Built once, then only read."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = [word for word in words if len(word) > 2 and word.isalpha()]
        self._letters = np.zeros((len(self._words), _LETTERS + 3), np.int32)
        heard = list(map(sounded, self._words))
        for row, word in zip(self._letters, heard, strict=True):
            row[: len(word[:_LETTERS])] = [ord(letter) for letter in word[:_LETTERS]]
        self._lengths = np.array(list(map(len, heard)), np.int16)

    def near(self, word: str, *, begun: bool = False) -> list[Near]:
        """The nearest words within the slips allowed, in the order they were given.

        Where nothing is near as a whole and the word is `begun`, those whose beginning has
        one slip at most.
        """
        most = allowed(word)
        if not most:
            return []
        whole, beginning = self._edits(sounded(word)[:_LETTERS], most)
        least = int(whole.min(initial=_FAR))
        if least <= most:
            return [Near(self._words[at]) for at in np.flatnonzero(whole == least)]
        if not begun or int(beginning.min(initial=_FAR)) > 1:
            return []
        return [Near(self._words[at], begun=True) for at in np.flatnonzero(beginning <= 1)]

    def _edits(self, word: str, most: int) -> tuple[_Counts, _Counts]:
        """The slips between `word` and each known word, and between it and any beginning of one.

        A slip is a letter too many, too few, wrong, or changed with its neighbour. Only the
        band of the table is worked out in which no more than `most` letters are too many.
        """
        letters = np.array([ord(letter) for letter in word], np.int32)
        near = self._letters.T
        size = len(self._words)
        before: list[_Counts] = []
        row = [np.full(size, min(at, _FAR), np.int8) for at in range(_LETTERS + 4)]
        far = np.full(size, _FAR, np.int8)
        for i, letter in enumerate(letters, 1):
            earlier, before = before, row
            row = [far] * (_LETTERS + 4)
            row[0] = np.full(size, min(i, _FAR), np.int8)
            for j in range(max(1, i - most), min(_LETTERS, i + most) + 1):
                wrong = (near[j - 1] != letter).astype(np.int8)
                cell = np.minimum(before[j - 1] + wrong, np.minimum(before[j], row[j - 1]) + 1)
                if i > 1 and j > 1:
                    turned = (near[j - 1] == letters[i - 2]) & (near[j - 2] == letter)
                    cell = np.where(turned, np.minimum(cell, earlier[j - 2] + 1), cell)
                row[j] = cell.astype(np.int8)
        band = np.stack(row[max(0, len(word) - most) : len(word) + most + 1])
        ends = self._lengths - max(0, len(word) - most)
        inside = (ends >= 0) & (ends < len(band))
        rows = np.clip(ends, 0, len(band) - 1)
        whole = np.where(inside, band[rows, np.arange(size)], _FAR)
        longer = self._lengths > len(word)
        return whole.astype(np.int8), np.where(longer, band.min(0, initial=_FAR), _FAR)
