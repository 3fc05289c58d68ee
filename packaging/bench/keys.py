"""From a key to the painted results."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure, Series
from bench.ground import Ground
from bench.notes import noted


def figures(ground: Ground) -> Iterator[Figure]:
    """Each key asks at once: there is no pause for the next."""
    answer = ground.child("keys", ground.repeats.rounds)
    yield Figure(
        "key",
        "key to results",
        "ms",
        Series.of(answer["keys"]),
        Series.of(answer["bare"]),
        "list of 20 strings filled",
        note=noted(answer, "key"),
    )
