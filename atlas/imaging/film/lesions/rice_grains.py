"""Dead cysticerci: grains of the size of rice, along the fibres of muscle."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, chord
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array

_TRIES = 30
_MUSCLE = 45.0  # mm of body, under which there is more skin than muscle
_STRAY = 9.0  # degrees from the fibres, one standard deviation


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Spindles wherever the body is thick enough for muscle; region `grains`."""
    random = choice.random(1)
    grid = bed.background.grid
    thick = bed.background.envelope
    calcium = np.zeros(grid.shape, np.float32)
    outline = np.full(grid.shape, 9.0, np.float32)
    wide, high = grid.columns * grid.pitch, grid.rows * grid.pitch
    left = int(choice.value("count"))
    for _ in range(left * _TRIES):
        if not left:
            break
        x, y = float(random.uniform(0.03, 0.97)) * wide, float(random.uniform(0.03, 0.97)) * high
        column, row = (
            min(int(x / grid.pitch), grid.columns - 1),
            min(int(y / grid.pitch), grid.rows - 1),
        )
        if thick[row, column] < _MUSCLE:
            continue
        left -= 1
        near = grid.around(x, y, choice.value("length"))
        square, radius = _spindle(near.x - np.float32(x), near.y - np.float32(y), choice, random)
        part = near.of(calcium)
        dense = choice.value("density") * random.uniform(0.5, 1)
        part += chord(square, radius) * np.float32(dense)
        edge = near.of(outline)
        np.minimum(edge, np.sqrt(square) - np.float32(radius), out=edge)
    return Shadow(grid, calcium, {"grains": outline})


def _spindle(
    x: Array, y: Array, choice: Choice, random: np.random.Generator
) -> tuple[Array, float]:
    """The square of the distance from the axis of a grain, its length shrunk to its breadth."""
    angle = np.radians(choice.value("direction") + random.normal(0, _STRAY))
    length = choice.value("length") / 2 * random.uniform(0.7, 1.0)
    seen = length * abs(np.cos(random.normal(0, 0.35)))  # some are seen nearly end on
    radius = float(random.uniform(0.13, 0.19)) * choice.value("length")
    seen = max(seen, radius)
    along = x * np.float32(np.sin(angle)) + y * np.float32(np.cos(angle))
    across = x * np.float32(np.cos(angle)) - y * np.float32(np.sin(angle))
    across = across + np.float32(random.normal(0, 0.02)) * along * along
    return (along * np.float32(radius / seen)) ** 2 + across * across, radius
