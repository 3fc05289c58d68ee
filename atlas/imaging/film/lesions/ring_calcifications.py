"""Round and oval bodies calcified at their rims: granulomas, fat nodules, synovial bodies."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, chord, ramp
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import rotated

_TRIES = 60


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Shells as an outer chord less an inner, broken and filled unevenly; region `rings`."""
    random = choice.random(1)
    half = (choice.value("spread_x") / 2, choice.value("spread_y") / 2)
    most = choice.value("size") / 2
    grid = bed.around(bed.place(choice), half[0] + most * 2, half[1] + most * 2)
    calcium = np.zeros(grid.shape, np.float32)
    outline = np.full(grid.shape, 9.0, np.float32)
    patches, bumps = field(grid, random, most * 0.55, 2), field(grid, random, most * 0.8, 2)
    grain = field(grid, random, 0.5, 2)
    for x, y, radius in _middles(random, choice, half, most):
        near = grid.around(x, y, radius * 1.9)
        columns = slice(near.column - grid.column, near.column - grid.column + near.columns)
        rows = slice(near.row - grid.row, near.row - grid.row + near.rows)
        part = (rows, columns)
        away = _away(random, near.x - np.float32(x), near.y - np.float32(y))
        away = away + np.float32(0.09 * radius) * bumps[part]
        calcium[part] += _shell(random, choice, away, radius, patches[part])
        edge = outline[part]
        np.minimum(edge, away - np.float32(radius), out=edge)
    calcium *= np.maximum(1 + np.float32(0.3) * grain, 0.2)
    return Shadow(grid, calcium * np.float32(choice.value("density")), {"rings": outline})


def _middles(
    random: np.random.Generator, choice: Choice, half: tuple[float, float], most: float
) -> list[tuple[float, float, float]]:
    """Middles and radii of bodies in an ellipse; they may touch as far as `crowding` lets them."""
    found: list[tuple[float, float, float]] = []
    count, alike = int(choice.value("count")), choice.value("alike")
    apart = 1.25 - choice.value("crowding")
    for _ in range(count * _TRIES):
        if len(found) == count:
            break
        radius = most * float(random.uniform(0.45 + 0.45 * alike, 1.0))
        turn, out = float(random.uniform(0, 2 * np.pi)), float(random.random()) ** 0.5
        x, y = half[0] * out * float(np.cos(turn)), half[1] * out * float(np.sin(turn))
        if all(np.hypot(x - a, y - b) > (radius + other) * apart for a, b, other in found):
            found.append((x, y, radius))
    return found


def _away(random: np.random.Generator, x: Array, y: Array) -> Array:
    """The distance from the middle of an oval, turned at random."""
    turn, flat = random.uniform(0, np.pi), np.float32(random.uniform(0.72, 1))
    along, across = rotated(x, y, turn)
    away: Array = np.hypot(along, across / flat)
    return away


def _shell(
    random: np.random.Generator, choice: Choice, away: Array, radius: float, patches: Array
) -> Array:
    square = away * np.abs(away)
    wall = (
        choice.value("wall")
        * float(random.uniform(0.7, 1.3))
        * np.maximum(1 + np.float32(0.35) * patches, 0.2)
    )
    inner = np.maximum(np.float32(radius) - wall, 0)
    whole = chord(square, radius)
    shell = whole - np.minimum(chord(square, inner), whole)
    filled = choice.value("filled") * float(random.uniform(0.3, 1.4))
    inside = np.minimum(chord(square, inner), whole) * np.float32(min(filled, 1.0) * 0.5)
    cover = ramp(patches + np.float32(random.uniform(0.9, 2.2)), -0.2, 1.0)
    mineral: Array = (shell * cover + inside * ramp(patches, -0.9, 1.2)).astype(np.float32)
    return mineral
