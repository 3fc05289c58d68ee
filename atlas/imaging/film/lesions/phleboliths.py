"""Phleboliths: small beads, most of them hollow, in a cluster."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, chord
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field

_TRIES = 40
_HOLLOW = 0.66  # share of beads with a lucent centre
_WALL = 0.62  # of the radius, where the lucent centre begins


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Beads drawn as the chords of spheres; region `beads`."""
    random = choice.random(1)
    across, down = choice.value("spread_x") / 2, choice.value("spread_y") / 2
    most = choice.value("size") / 2
    grid = bed.around(bed.place(choice), across + most * 2, down + most * 2)
    calcium = np.zeros(grid.shape, np.float32)
    outline = np.full(grid.shape, 9.0, np.float32)
    for x, y, radius in _beads(random, int(choice.value("count")), (across, down), most):
        near = _part(grid, x, y, radius * 1.4)
        rows, columns = near
        dx, dy = grid.x[:, columns] - np.float32(x), grid.y[rows] - np.float32(y)
        turn, flat = random.uniform(0, np.pi), random.uniform(0.82, 1)
        u = dx * np.float32(np.cos(turn)) + dy * np.float32(np.sin(turn))
        v = (dy * np.float32(np.cos(turn)) - dx * np.float32(np.sin(turn))) / np.float32(flat)
        square = u * u + v * v
        calcium[rows, columns] += _bead(random, u, v, square, radius)
        part = outline[rows, columns]
        np.minimum(part, np.sqrt(square) - np.float32(radius), out=part)
    calcium *= np.maximum(1 + np.float32(0.15) * field(grid, random, 0.4), 0.3)
    return Shadow(grid, calcium * np.float32(choice.value("density")), {"beads": outline})


def _beads(
    random: np.random.Generator, count: int, spread: tuple[float, float], most: float
) -> list[tuple[float, float, float]]:
    """Middles and radii of beads that keep apart where there is room."""
    beads: list[tuple[float, float, float]] = []
    for _ in range(count * _TRIES):
        if len(beads) == count:
            break
        radius = float(most * random.uniform(0.5, 1.0))
        x, y = (float(random.uniform(-1, 1)) * half for half in spread)
        if all(np.hypot(x - a, y - b) > (radius + other) * 1.1 for a, b, other in beads):
            beads.append((x, y, radius))
    return beads


def _bead(random: np.random.Generator, u: Array, v: Array, square: Array, radius: float) -> Array:
    whole = chord(square, radius) * np.float32(random.uniform(0.6, 1))
    if random.random() > _HOLLOW:
        return whole
    shift = random.standard_normal(2) * 0.08 * radius
    inner = (u - np.float32(shift[0])) ** 2 + (v - np.float32(shift[1])) ** 2
    hollow: Array = whole - chord(inner, radius * _WALL) * np.float32(0.92)
    return np.maximum(hollow, 0)


def _part(grid: Grid, x: float, y: float, reach: float) -> tuple[slice, slice]:
    """The rows and columns within `reach` mm of a point."""
    columns = np.flatnonzero(np.abs(grid.x[0] - x) <= reach)
    rows = np.flatnonzero(np.abs(grid.y[:, 0] - y) <= reach)
    if not len(columns) or not len(rows):
        return slice(0, 0), slice(0, 0)
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
