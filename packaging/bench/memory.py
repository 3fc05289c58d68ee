"""The most memory that is held."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure, Series, Target
from bench.ground import Ground, alternating
from bench.notes import noted


def figures(ground: Ground) -> Iterator[Figure]:
    """Ten pages opened, those with most pictures first, and the bare window."""
    pairs = alternating(
        ground.repeats.memory,
        lambda: ground.child("atlas_memory"),
        lambda: ground.child("bare_memory", ground.page_text),
    )
    ours = [answer for answer, _ in pairs]
    yield Figure(
        "memory",
        f"peak memory, 10 pages, {ours[0]['pictures']} with pictures",
        "MB",
        Series.of(answer["peak"] for answer in ours),
        Series.of(answer["peak"] for _, answer in pairs),
        "bare PySide6 window",
        Target("median", 250),
        note=noted(ours[-1], "memory"),
    )
    yield Figure(
        "memory",
        "10 pages with their pictures, above the window",
        "MB",
        Series.of(answer["above"] for answer in ours),
        target=Target("median", 150),
    )
