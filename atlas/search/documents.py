"""From passages to what the index is told: what each term counts for."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from atlas.search.passages import Passage
from atlas.search.words import joined, split, surfaces, terms, words_of
from atlas.search.writer import Document


def document_of(passages: Sequence[Passage]) -> Document:
    """A page or a case as the index sees it."""
    written = [[word.text for word in words_of(passage.text)] for passage in passages]
    meant = [[name for word in words for name in terms(word)] for words in written]
    words = {word for line in written for word in line}
    return Document(
        weights=_weights(passages, meant),
        surfaces=frozenset(surface for word in words for surface in surfaces(word)),
        said=said_of(passages),
    )


def said_of(passages: Iterable[Passage]) -> str:
    """What `Said` is read from: a line a passage, with the terms of its words in a row.

    After a tab come their other readings, and the words that hyphens join.
    """
    return "\n".join(map(_line, passages))


def _line(passage: Passage) -> str:
    words = [terms(word.text) for word in split(passage.text)]
    others = [name for readings in words for name in readings[1:]]
    others += [name for word in joined(passage.text) for name in terms(word.text)]
    row = (next(iter(readings), "") for readings in words)
    return f"{' '.join(row)}\t{' '.join(others)}"


def _weights(passages: Sequence[Passage], meant: Sequence[Sequence[str]]) -> dict[str, float]:
    """What each term counts for: again in passages of the same weight, it counts ever less."""
    counts: Counter[tuple[str, float]] = Counter()
    for passage, names in zip(passages, meant, strict=True):
        counts.update((name, passage.weight) for name in names)
    weights: dict[str, float] = {}
    for (name, weight), count in counts.items():
        weights[name] = weights.get(name, 0.0) + weight * (1 + math.log(count))
    return weights
