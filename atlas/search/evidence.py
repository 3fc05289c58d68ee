"""Which passage of a page answers a query best: the reason for a hit, and what it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from atlas.search.meaning import Wanted
from atlas.search.passages import Passage
from atlas.search.words import STOP_WORDS, terms, words_of

_BY_KIND = 0.1  # how much the kind of a passage counts beside how many words it has


def recorded(passages: Iterable[Passage]) -> str:
    """The terms of each passage, one line each: what `Said` is read from."""
    return "\n".join(" ".join(sorted(set(terms_of(passage.text)))) for passage in passages)


def terms_of(text: str) -> list[str]:
    """The terms of a text, small words left out."""
    words = [word.text for word in words_of(text)]
    return [name for word in words if word.lower() not in STOP_WORDS for name in terms(word)]


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
        strengths = (
            (support * (1 + _BY_KIND * passages[number].weight), number)
            for number, support in found.items()
        )
        return Evidence(tuple(sorted(strengths, key=lambda pair: (-pair[0], pair[1]))))

    def _answering(self, word: Wanted) -> Mapping[int, float]:
        best: dict[int, float] = {}
        for name, how_well in word.terms.items():
            for number in self._passages.get(name, ()):
                best[number] = max(best.get(number, 0.0), how_well)
        return best
