"""From a step through time, or through a stack, to the painted picture."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure, Series, Target
from bench.ground import Ground
from bench.notes import noted


def figures(ground: Ground) -> Iterator[Figure]:
    """Every plate with a time course; four stacks."""
    answer = ground.child("moving", ground.repeats.redraws)
    for what, name, target in (
        ("slid", "a step of the time slider", Target("median", 60)),
        ("scrolled", "a slice further in a stack", None),
    ):
        if answer[what]:
            yield Figure(
                "moving",
                name,
                "ms",
                Series.of(answer[what]),
                target=target,
                note=noted(answer, name),
            )
