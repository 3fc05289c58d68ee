"""Which passage of a page answers a query best: the reason for a hit, and what it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from atlas.search.meaning import Wanted
from atlas.search.passages import DIFFERENTIAL, Passage
from atlas.search.words import split, terms

_BY_KIND = 0.1  # how much the kind of a passage counts beside how many words it has


def record(passages: Iterable[Iterable[str]]) -> str:
    """The terms of each passage, one line each: what `Said` is read from."""
    return "\n".join(" ".join(sorted(set(terms))) for terms in passages)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passages that speak for a page, best first, and how strong the best is, 0 to 1.6."""

    strength: float = 0.0
    passages: tuple[Passage, ...] = ()


class Said:
    """The passages of one page, and which of them have a term."""

    def __init__(self, record: str, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._kinds = [1 + _BY_KIND * passage.weight - _wordy(passage) for passage in passages]
        self._having: dict[str, list[int]] = {}
        for number, line in enumerate(record.split("\n")):
            for name in line.split():
                self._having.setdefault(name, []).append(number)

    def evidence(self, wanted: Sequence[Wanted], importance: Sequence[float]) -> Evidence:
        """Weigh each passage by the words it has, and then by its kind."""
        found: dict[int, float] = {}
        for word, matters in zip(wanted, importance, strict=True):
            for number, how_well in self._answering(word).items():
                found[number] = found.get(number, 0.0) + how_well * matters
        best = sorted((-support * self._kinds[number], number) for number, support in found.items())
        if not best:
            return Evidence()
        return Evidence(-best[0][0], tuple(self._passages[number] for _, number in best))

    def has(self, phrase: Sequence[frozenset[str]], *, by_itself: bool = False) -> bool:
        """Whether words that each have one of these terms stand in a row in one passage.

        With `by_itself` what it says of its differentials does not count.
        """
        rows = (set().union(*(self._having.get(t, ()) for t in names)) for names in phrase)
        both = set.intersection(*rows)
        return any(
            in_a_row(self._passages[number].text, phrase)
            for number in both
            if not (by_itself and self._passages[number].weight <= DIFFERENTIAL)
        )

    def _answering(self, word: Wanted) -> Mapping[int, float]:
        best: dict[int, float] = {}
        for name, how_well in word.terms.items():
            for number in self._having.get(name, ()):
                if how_well > best.get(number, 0.0):
                    best[number] = how_well
        return best


def _wordy(passage: Passage) -> float:
    """A short name says the same more clearly than a long one; sentences keep their order."""
    return 0.0001 * len(passage.text) if passage.why == "synonym" else 0.0


def in_a_row(text: str, phrase: Sequence[frozenset[str]]) -> bool:
    """Whether words that each have one of these terms stand one after the other in `text`."""
    said = [terms(word.text) for word in split(text)]
    starts = range(len(said) - len(phrase) + 1)
    return any(
        all(not names.isdisjoint(said[start + at]) for at, names in enumerate(phrase))
        for start in starts
    )
