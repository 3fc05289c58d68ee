"""From a click to the painted page, in a window that has been in use."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure, Series, Target
from bench.ground import Ground
from bench.notes import noted

_TARGET = Target("p95", 50)


def figures(ground: Ground) -> Iterator[Figure]:
    """The words of every page, and the pictures that are in memory."""
    answer = ground.child("pages", ground.repeats.rounds)
    yield Figure(
        "click",
        "click to page text",
        "ms",
        Series.of(answer["clicks"]),
        Series.of(answer["bare_texts"]),
        "same words as plain text",
        _TARGET,
        note=noted(answer, "click"),
    )
    if answer["pictures"]:
        yield Figure(
            "click",
            "click to picture in memory",
            "ms",
            Series.of(answer["pictures"]),
            Series.of(answer["bare_pictures"]),
            "image painted again",
            _TARGET,
            note=answer["note"],
        )
