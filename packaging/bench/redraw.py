"""From another window and level to the repainted picture."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure, Series, Target
from bench.ground import Ground
from bench.notes import noted

_TARGET = Target("median", 8)
_CASES = {
    "fitted": "window/level of 1024 x 1024, fitted into 800",
    "whole": "window/level of 1024 x 1024, one to one",
    "drag": "a step of a drag, in the whole window",
}


def figures(ground: Ground) -> Iterator[Figure]:
    """The viewport alone, and in the window with all that follows it."""
    answer = ground.child("window_level", ground.repeats.redraws)
    for case, name in _CASES.items():
        yield Figure(
            "redraw",
            name,
            "ms",
            Series.of(answer[case]["ours"]),
            Series.of(answer[case]["reference"]),
            "same image, unchanged",
            _TARGET,
            note=noted(answer[case], name),
        )
