"""The names of pages, titles and synonyms: known exactly, by their beginning, or nearly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from heapq import nlargest

from atlas.domain.page import Page, SynonymKind
from atlas.search.words import STOP_WORDS, name_key, readings, split, ways, without_remark

_LEAST = 0.25  # how alike a name must be, on average, to be offered instead of nothing
_ASKED = 4  # words of a query that are compared with names
_HIGHEST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Name:
    """A title or synonym of the page of that number."""

    page: int
    text: str
    kind: SynonymKind | None = None  # None is a title


class Names:
    """Every name of every page. Built once, then only read."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._exact: dict[str, dict[int, SynonymKind | None]] = {}
        self._words: dict[str, set[str]] = {}
        self._pages_of: dict[str, set[int]] = {}
        beginnings: set[tuple[str, int, bool]] = set()
        for name in _names(pages):
            self._exact.setdefault(name_key(name.text), {}).setdefault(name.page, name.kind)
            is_title = name.kind is None
            beginnings |= {(way, name.page, is_title) for way in ways(name.text)}
            self._learn(name)
        self._beginnings = sorted(beginnings)

    def _learn(self, name: Name) -> None:
        for word in split(name.text):
            for reading in readings(word.text)[:1]:
                if len(reading) > 2 and reading not in STOP_WORDS:
                    self._words.setdefault(reading, _pairs(reading))
                    self._pages_of.setdefault(reading, set()).add(name.page)

    @property
    def words(self) -> Set[str]:
        """Every word of a name, without accents."""
        return self._words.keys()

    def exactly(self, words: Sequence[str]) -> dict[int, SynonymKind | None]:
        """The pages with that very name, and what kind of name it is (None: the title)."""
        return self._exact.get(name_key(" ".join(words)), {})

    def beginning(self, words: Sequence[str]) -> dict[int, bool]:
        """The pages of which a name begins with what was typed, and whether it is the title."""
        found: dict[int, bool] = {}
        for way in ways(" ".join(words)):
            first = bisect_left(self._beginnings, (way, -1, False))
            last = bisect_left(self._beginnings, (way + _HIGHEST, -1, False))
            for _, page, is_title in self._beginnings[first:last]:
                found[page] = found.get(page, False) or is_title
        return found

    def nearest(self, words: Sequence[str], count: int) -> list[int]:
        """The pages whose names look most like the words; none when nothing looks alike at all."""
        likeness: dict[int, float] = {}
        for word in words[:_ASKED]:
            best: dict[int, float] = {}
            for alike, name in self._alike(word):
                for page in self._pages_of[name]:
                    best[page] = max(best.get(page, 0.0), alike)
            for page, alike in best.items():
                likeness[page] = likeness.get(page, 0.0) + alike
        least = _LEAST * len(words[:_ASKED])
        likeness = {page: alike for page, alike in likeness.items() if alike >= least}
        return nlargest(count, likeness, key=lambda page: (likeness[page], -page))

    def _alike(self, word: str) -> list[tuple[float, str]]:
        """The words of names that share pairs of letters with `word`, and how many of them."""
        found = []
        for reading in readings(word)[:1]:
            asked = _pairs(reading)
            for name, pairs in self._words.items():
                shared = len(asked & pairs)
                if shared:
                    found.append((2 * shared / (len(asked) + len(pairs)), name))
        return found


def _names(pages: Iterable[Page]) -> Iterator[Name]:
    for number, page in enumerate(pages):
        yield Name(number, page.title)
        for synonym in page.synonyms:
            for called in {synonym.term, without_remark(synonym.term)}:
                yield Name(number, called, synonym.kind)


def _pairs(word: str) -> set[str]:
    """The pairs of neighbouring letters, the edges of the word being letters too."""
    edged = f"^{word}$"
    return {edged[at : at + 2] for at in range(len(edged) - 1)}
