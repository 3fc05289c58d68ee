"""From a key to the painted results."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure, Series
from bench.ground import Ground
from bench.notes import noted


def figures(ground: Ground) -> Iterator[Figure]:
    """With the pause that waits for the next key, and without it."""
    answer = ground.child("keys", ground.repeats.rounds)
    bare = Series.of(answer["bare"])
    for name, key in (
        (f"key to results, with {answer['pause']} ms pause", "with_pause"),
        ("key to results, without the pause", "without_pause"),
    ):
        yield Figure(
            "key",
            name,
            "ms",
            Series.of(answer[key]),
            bare,
            "list of 20 strings filled",
            note=noted(answer, "key"),
        )
