"""How well a search finds the right page, on queries written the way people type."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

_TESTS = Path(__file__).parents[2] / "tests" / "search"
_LOOKED_AT = 10  # hits, beyond which nobody reads

Find = Callable[[str], Sequence[str]]
"""The ids of the pages that answer a text, best first; none where nothing does."""


class Asked(NamedTuple):
    """A query, and the pages that answer it."""

    text: str
    right: frozenset[str]


class Quality(NamedTuple):
    """What came of so many queries: counts, and two means."""

    queries: int
    first: int
    three: int
    nothing: int
    reciprocal: float
    typed: float


def labelled() -> list[Asked]:
    """Every labelled query that belongs to one of the halves."""
    return _read("labelled_queries.tsv")


def more_to_tune_on() -> list[Asked]:
    """Queries by a third author, which were never meant to be untouched."""
    return _read("tuning_queries.tsv")


def _read(name: str) -> list[Asked]:
    rows = (_TESTS / name).read_text("utf-8").splitlines()
    parted = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return [Asked(text, frozenset(right.split(","))) for text, right, _ in parted]


def is_untouched(asked: Asked) -> bool:
    """Whether nothing is ever tuned on it: the lowest bit of the first byte of its SHA-256."""
    return hashlib.sha256(asked.text.encode()).digest()[0] % 2 == 1


def untouched_half() -> list[Asked]:
    """The queries on which nothing is ever tuned."""
    return list(filter(is_untouched, labelled()))


def keystrokes(asked: Sequence[Asked]) -> list[str]:
    """What stands in the box after each key."""
    return [text[:end] for text, _ in asked for end in range(1, len(text) + 1)]


def quality(find: Find, asked: Sequence[Asked]) -> Quality:
    """Ask everything, and each query key by key as well."""
    answers = [find(text) for text, _ in asked]
    places = [
        next((at for at, page in enumerate(answer[:_LOOKED_AT], 1) if page in right), 0)
        for answer, (_, right) in zip(answers, asked, strict=True)
    ]
    return Quality(
        queries=len(asked),
        first=sum(place == 1 for place in places),
        three=sum(1 <= place <= 3 for place in places),
        nothing=sum(not answer for answer in answers),
        reciprocal=sum(1 / place for place in places if place) / len(asked),
        typed=sum(share_typed(find, *one) for one in asked) / len(asked),
    )


def share_typed(find: Find, text: str, right: frozenset[str]) -> float:
    """How much of the text is typed when a right page is among the first three to stay."""
    for end in range(len(text), 0, -1):
        if right.isdisjoint(find(text[:end])[:3]):
            return min(1.0, (end + 1) / len(text))
    return 0.0
