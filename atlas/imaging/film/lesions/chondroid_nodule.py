"""A nodule of cartilage in soft tissue: lobules with mineral rings and arcs, pressed into bone."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field

_VEIL = 0.045  # mm of dense calcium that a mm of cartilage is worth more than fat
_PRESSED = 0.6  # of the bone that the nodule lies on


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Rings and arcs in a faint mass; regions `mass`, `matrix` and `scalloping`."""
    random = choice.random(1)
    long, short = choice.value("length") / 2, choice.value("breadth") / 2
    grid = bed.around(bed.place(choice), 1.5 * long, 1.5 * long)
    turn = np.radians(choice.value("angle"))
    u = grid.y * np.float32(np.cos(turn)) - grid.x * np.float32(np.sin(turn))
    v = grid.x * np.float32(np.cos(turn)) + grid.y * np.float32(np.sin(turn))
    radius = np.hypot(u / np.float32(long), v / np.float32(short))
    radius += np.float32(0.08) * field(grid, random, 0.5 * short, 2)
    depth = (1 - radius) * np.float32(short)
    mineral = _arcs(grid, random, choice, u, v, (long, short)) * ramp(depth, 0.2, 1.4)
    mineral *= np.float32(choice.value("density"))
    bone = bed.bone(grid)
    pressed = ramp(depth, -0.1, 0.8) * bone * np.float32(_PRESSED)
    rim = ramp(depth, -0.9, -0.2) * ramp(-depth, -0.2, 0.3) * ramp(bone, 0.4, 1.6)
    veil = np.sqrt(np.maximum(1 - radius * radius, 0)) * np.float32(2 * short * _VEIL)
    calcium = mineral + veil + rim * np.float32(0.4) - pressed
    limit = np.full(grid.shape, 0.4, np.float32)
    matrix: Array = limit - mineral
    regions = {"mass": -depth, "matrix": matrix, "scalloping": limit - pressed}
    return Shadow(grid, calcium.astype(np.float32), regions)


def _arcs(
    grid: Grid, random: np.random.Generator, choice: Choice, u: Array, v: Array,
    half: tuple[float, float],
) -> Array:  # fmt: skip
    """mm of calcium at the edges of lobules, each edge open somewhere, and dots between."""
    size = choice.value("lobule") / 2
    total = np.zeros(grid.shape, np.float32)
    bumps = field(grid, random, size, 2) * np.float32(0.16 * size)
    for _ in range(int(choice.value("lobules"))):
        turn, out = random.uniform(0, 2 * np.pi), random.random() ** 0.5 * 0.82
        across, down = (float(out * one) for one in (np.cos(turn), np.sin(turn)))
        radius = np.float32(size * random.uniform(0.55, 1.15))
        x, y = v - np.float32(across * half[1]), u - np.float32(down * half[0])
        away = np.hypot(x, y) + bumps
        start = random.uniform(-np.pi, np.pi)
        lid = np.cos(np.arctan2(y, x) - np.float32(start)) - np.float32(random.uniform(-0.1, 1.2))
        line = ramp(np.float32(0.55) - np.abs(away - radius), 0, 0.5)
        line *= ramp(-lid, -0.2, 0.3) * np.float32(random.uniform(0.9, 2.0))
        total = np.maximum(total, line)
    dots = ramp(field(grid, random, 0.55, 2) + np.float32(0.6) * field(grid, random, 2.0), 1.1, 2.2)
    patchy = ramp(field(grid, random, 2.4) + np.float32(1.2), 0, 1.2)
    mineral: Array = total * patchy + dots * np.float32(1.3)
    return mineral
