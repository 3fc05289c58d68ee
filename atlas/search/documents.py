"""From passages to what the index is told: what each term counts for."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from atlas.search.passages import Passage
from atlas.search.words import joined, surfaces, terms, texts_of
from atlas.search.writer import Document


def document_of(passages: Sequence[Passage]) -> Document:
    """A page or a case as the index sees it."""
    written = [(texts_of(passage.text), _joined(passage)) for passage in passages]
    meant = [[name for word in (*row, *whole) for name in terms(word)] for row, whole in written]
    words = {word for row, whole in written for word in (*row, *whole)}
    return Document(
        weights=_weights(passages, meant),
        surfaces=frozenset(surface for word in words for surface in surfaces(word)),
        said="\n".join(_line(row, whole) for row, whole in written),
    )


def said_of(passages: Iterable[Passage]) -> str:
    """What `Said` is read from: a line a passage, with the terms of its words in a row.

    After a tab come their other readings, and the words that hyphens join.
    """
    return "\n".join(_line(texts_of(passage.text), _joined(passage)) for passage in passages)


def _joined(passage: Passage) -> list[str]:
    return [word.text for word in joined(passage.text)]


def _line(row: Sequence[str], whole: Sequence[str]) -> str:
    readings = [terms(word) for word in row]
    others = [name for names in readings for name in names[1:]]
    others += [name for word in whole for name in terms(word)]
    return f"{' '.join([next(iter(names), '') for names in readings])}\t{' '.join(others)}"


def _weights(passages: Sequence[Passage], meant: Sequence[Sequence[str]]) -> dict[str, float]:
    """What each term counts for: again in passages of the same weight, it counts ever less."""
    counts: Counter[tuple[str, float]] = Counter()
    for passage, names in zip(passages, meant, strict=True):
        counts.update((name, passage.weight) for name in names)
    weights: dict[str, float] = {}
    for (name, weight), count in counts.items():
        weights[name] = weights.get(name, 0.0) + weight * (1 + math.log(count))
    return weights
