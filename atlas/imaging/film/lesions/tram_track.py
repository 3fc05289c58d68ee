"""Calcium in the media of an artery: two parallel lines along its course, broken here and there."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, chord, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field, smooth_kernel

_STEP = 1.5  # mm between the points of the course


def cast(bed: Bed, choice: Choice) -> Shadow:
    """The wall of a tube as the difference of two chords; region `wall`."""
    random = choice.random(1)
    radius, wall = choice.value("diameter") / 2, choice.value("wall")
    course = bed.background.course(choice.word("along"))
    grid, points = bed.along(spaced(course, _STEP), radius * 3)
    points = points + _wander(random, len(points), radius)
    near = beside(grid, points, radius * 1.8)
    at = near.along
    size = np.float32(radius) * (1 - np.float32(0.18) * at / np.float32(near.length))
    size *= 1 + np.float32(0.06) * _along(random, near.length, 5.0, at)
    square = near.away**2
    rings = np.maximum(chord(square, size) - chord(square, size - np.float32(wall)), 0)
    # Each side of the wall is broken in its own places, and in rings all round.
    plaques = [
        _along(random, near.length, 2.2, at) * np.float32(0.7)
        + _along(random, near.length, 7.0, at)
        for _ in range(2)
    ]
    broken = np.where(near.side > 0, plaques[0], plaques[1])
    cover = ramp(broken + np.float32((choice.value("extent") - 0.5) * 3.4), -0.4, 0.8)
    grain = np.maximum(1 + np.float32(0.3) * field(grid, random, 0.5, 2), 0.1)
    calcium = rings * cover * grain * np.float32(choice.value("density"))
    return Shadow(grid, calcium.astype(np.float32), {"wall": near.away - size})


def _wander(random: np.random.Generator, count: int, radius: float) -> Array:
    """A course is never as smooth as drawn."""
    ways = [_smooth(random, count, 12.0) for _ in range(2)]
    return (np.stack(ways, 1) * np.float32(radius * 0.5)).astype(np.float32)


def _along(random: np.random.Generator, length: float, spacing: float, at: Array) -> Array:
    """Noise that depends on the place along the course only."""
    line = _smooth(random, 1024, spacing * 1024 / max(length, 1.0))
    number = np.clip(at * np.float32(1023 / max(length, 1.0)), 0, 1023).astype(np.intp)
    found: Array = line[number]
    return found


def _smooth(random: np.random.Generator, count: int, cell: float) -> Array:
    """Values of deviation about 1 that change over `cell` samples."""
    at = np.arange(count, dtype=np.float32) / np.float32(max(cell, 1.0))
    first = at.astype(np.intp)
    knots = random.standard_normal(int(at[-1]) + 5, np.float32)
    parts = smooth_kernel((at - first).astype(np.float32))
    values: Array = sum(part * knots[first + tap] for tap, part in enumerate(parts))  # type: ignore[assignment]
    return values * np.float32(1.45)
