"""Which passage of a page answers a query best: the reason for a hit, and what it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from atlas.search.meaning import Wanted
from atlas.search.passages import Passage

_BY_KIND = 0.1  # how much the kind of a passage counts beside how many words it has


def record(passages: Iterable[Iterable[str]]) -> str:
    """The terms of each passage, one line each: what `Said` is read from."""
    return "\n".join(" ".join(sorted(set(terms))) for terms in passages)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passages that speak for a page, best first, each with a number from 0 to about 1.6."""

    passages: tuple[tuple[float, int], ...]

    @property
    def strength(self) -> float:
        return self.passages[0][0] if self.passages else 0.0


class Said:
    """Which passages of one page have a term."""

    def __init__(self, record: str) -> None:
        self._passages: dict[str, list[int]] = {}
        for number, line in enumerate(record.split("\n")):
            for name in line.split():
                self._passages.setdefault(name, []).append(number)

    def evidence(
        self,
        wanted: Sequence[Wanted],
        importance: Sequence[float],
        passages: Sequence[Passage],
    ) -> Evidence:
        """Weigh each passage by the words it has, and then by its kind."""
        found: dict[int, float] = {}
        for word, matters in zip(wanted, importance, strict=True):
            for number, how_well in self._answering(word).items():
                found[number] = found.get(number, 0.0) + how_well * matters
        strengths = [
            (support * (1 + _BY_KIND * passages[number].weight), number)
            for number, support in found.items()
        ]
        strengths.sort(key=lambda found: (-found[0], _length(passages[found[1]]), found[1]))
        return Evidence(tuple(strengths))

    def _answering(self, word: Wanted) -> Mapping[int, float]:
        best: dict[int, float] = {}
        for name, how_well in word.terms.items():
            for number in self._passages.get(name, ()):
                best[number] = max(best.get(number, 0.0), how_well)
        return best


def _length(passage: Passage) -> int:
    """A short name says the same more clearly than a long one; sentences keep their order."""
    return len(passage.text) if passage.why == "synonym" else 0
