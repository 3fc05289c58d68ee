"""Which passage of a page answers a query best: the reason for a hit, and what it quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product
from operator import itemgetter

from atlas.search.meaning import Wanted
from atlas.search.passages import DIFFERENTIAL, Passage
from atlas.search.words import small_terms, split, terms

_ALIKE = 3  # terms of a word that are looked for beside those of the next
_TURNED = 0.7  # what two neighbours count for that stand the other way round
_END = " . "  # of a passage, where words stand beside nothing
_BY_KIND = 0.1  # how much the kind of a passage counts beside how many words it has


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passages that speak for a page, best first.

    `strength` is how strong the best is, 0 to 1.6, and `neighbours`, 0 to 1, how much of the
    query stands word beside word somewhere on the page.
    """

    strength: float = 0.0
    neighbours: float = 0.0
    passages: tuple[Passage, ...] = ()


class Said:
    """The passages of one page, which of them have a term, and which terms stand side by side.

    `record` is what `documents.said_of` has written of them.
    """

    def __init__(self, record: str, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._kinds = [1 + _BY_KIND * passage.weight - _wordy(passage) for passage in passages]
        self._having: dict[str, list[int]] = {}
        self._beside: dict[tuple[str, str], float] = {}
        lines = record.split("\n")[: len(passages)]
        for number, line in enumerate(lines):
            for name in set(line.split()):
                self._having.setdefault(name, []).append(number)
        small = small_terms()
        rows: dict[float, list[str]] = {}
        for passage, line in zip(passages, lines, strict=False):
            rows.setdefault(passage.weight, []).append(line.partition("\t")[0])
        for weight in sorted(rows):
            row = [name for name in _END.join(rows[weight]).split() if name not in small]
            self._beside.update(dict.fromkeys(pairwise(row), weight / (weight + 2)))

    def evidence(self, wanted: Sequence[Wanted], importance: Sequence[float]) -> Evidence:
        """Weigh each passage by the words it has, and then by its kind."""
        found: dict[int, float] = {}
        for word, matters in zip(wanted, importance, strict=True):
            for number, how_well in self._answering(word).items():
                found[number] = found.get(number, 0.0) + how_well * matters
        best = sorted((-support * self._kinds[number], number) for number, support in found.items())
        if not best:
            return Evidence()
        passages = tuple(self._passages[number] for _, number in best)
        return Evidence(-best[0][0], self._neighbours(wanted, importance), passages)

    def _neighbours(self, wanted: Sequence[Wanted], importance: Sequence[float]) -> float:
        total = 0.0
        for at in range(len(wanted) - 1):
            one, other = (islice(wanted[at + by].terms.items(), _ALIKE) for by in (0, 1))
            pairs = [(a, b, how_a * how_b) for (a, how_a), (b, how_b) in product(one, other)]
            best = max(
                max(self._beside.get((a, b), 0.0), _TURNED * self._beside.get((b, a), 0.0)) * well
                for a, b, well in pairs or [("", "", 0.0)]
            )
            total += best * (importance[at] + importance[at + 1]) / 2
        return total

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
        for name, how_well in sorted(word.terms.items(), key=itemgetter(1)):
            best.update(dict.fromkeys(self._having.get(name, ()), how_well))
        for names, how_well in word.groups.items():
            for number in set.intersection(*(set(self._having.get(n, ())) for n in names)):
                best[number] = max(best.get(number, 0.0), how_well)
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
