"""From passages to what the index is told: what each term counts for."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from atlas.search.passages import Passage
from atlas.search.words import joined, surfaces, terms, texts_of
from atlas.search.writer import Document


class _Text(NamedTuple):
    """A text as the index takes it: its words, all its terms, and its line of `Said`."""

    words: tuple[str, ...]
    terms: tuple[str, ...]
    line: str


def document_of(passages: Sequence[Passage]) -> Document:
    """A page or a case as the index sees it."""
    texts = [_text(passage.text) for passage in passages]
    words = set().union(*(text.words for text in texts))
    return Document(
        weights=_weights(passages, texts),
        surfaces=frozenset().union(*map(surfaces, words)),
        said="\n".join(text.line for text in texts),
    )


def said_of(passages: Iterable[Passage]) -> str:
    """What `Said` is read from: a line a passage, with the terms of its words in a row.

    After a tab come their other readings, and the words that hyphens join.
    """
    return "\n".join(_text(passage.text).line for passage in passages)


@lru_cache(8192)
def _text(text: str) -> _Text:
    """Read once, however many pages are filed under the same term."""
    row, whole = texts_of(text), [word.text for word in joined(text)]
    readings = [terms(word) for word in row]
    first = [names[0] if names else "" for names in readings]
    others = [name for names in readings for name in names[1:]]
    others += [name for word in whole for name in terms(word)]
    return _Text(
        (*row, *whole), (*filter(None, first), *others), f"{' '.join(first)}\t{' '.join(others)}"
    )


def _weights(passages: Sequence[Passage], texts: Sequence[_Text]) -> dict[str, float]:
    """What each term counts for: again in passages of the same weight, it counts ever less."""
    counts: dict[float, Counter[str]] = {}
    for passage, text in zip(passages, texts, strict=True):
        counts.setdefault(passage.weight, Counter()).update(text.terms)
    weights: dict[str, float] = {}
    for weight, counted in counts.items():
        worth = {count: weight * (1 + math.log(count)) for count in set(counted.values())}
        for name, count in counted.items():
            weights[name] = weights.get(name, 0.0) + worth[count]
    return weights
