"""From passages to what the index is told: what each term counts for."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from atlas.search.evidence import record
from atlas.search.passages import Passage
from atlas.search.words import surfaces, terms, words_of
from atlas.search.writer import Document


def document_of(passages: Sequence[Passage]) -> Document:
    """A page or a case as the index sees it."""
    meant = terms_of(passages)
    words = {word.text for passage in passages for word in words_of(passage.text)}
    return Document(
        weights=_weights(passages, meant),
        surfaces=frozenset(surface for word in words for surface in surfaces(word)),
        said=record(meant),
    )


def terms_of(passages: Iterable[Passage]) -> list[list[str]]:
    """The terms of each passage."""
    return [
        [name for word in words_of(passage.text) for name in terms(word.text)]
        for passage in passages
    ]


def _weights(passages: Sequence[Passage], meant: Sequence[Sequence[str]]) -> dict[str, float]:
    """What each term counts for: again in passages of the same weight, it counts ever less."""
    counts: Counter[tuple[str, float]] = Counter()
    for passage, names in zip(passages, meant, strict=True):
        counts.update((name, passage.weight) for name in names)
    weights: dict[str, float] = {}
    for (name, weight), count in counts.items():
        weights[name] = weights.get(name, 0.0) + weight * (1 + math.log(count))
    return weights
