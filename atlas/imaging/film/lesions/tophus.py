"""A tophus that has eaten into the bone beside it, under an edge of bone that overhangs it."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field

_VEIL = 0.06  # mm of dense calcium that a mm of urate is worth more than a mm of flesh
_LOST = 0.78  # of the bone before and behind an erosion


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A dense lobulated mass, a punched-out hole and its edge: `tophus`, `erosion`, `edge`."""
    random = choice.random(1)
    size, deep = choice.value("size") / 2, choice.value("erosion") / 2
    grid = bed.around(bed.place(choice), 1.7 * size + deep, 1.7 * size + deep)
    turn = np.radians(choice.value("towards"))
    way = np.array([np.cos(turn), np.sin(turn)], np.float32)
    out = grid.x * way[0] + grid.y * way[1]
    up = grid.y * way[0] - grid.x * way[1]
    hole = _hole(grid, random, out, up, np.float32(deep))
    bone = bed.bone(grid)
    calcium = -ramp(hole, -0.1, 0.9) * np.float32(_LOST) * bone
    rim = ramp(hole, -0.9, -0.3) * ramp(-hole, -0.1, 0.3) * ramp(bone, 0.5, 2.0)
    rim *= np.maximum(1 + np.float32(0.7) * field(grid, random, 2.0), 0)
    calcium += rim * np.float32(0.2)
    edge, overhang = _edge(grid, random, way, float(deep))
    calcium += overhang * (1 - np.float32(0.85) * ramp(bone, 0.4, 1.6))
    mass = _mass(grid, random, out - np.float32(0.55 * size), up, np.float32(size))
    calcium += np.maximum(mass, 0) * np.float32(2 * size * _VEIL * choice.value("mass"))
    specks = ramp(field(grid, random, 0.7, 2) + field(grid, random, 2.6), 2.3, 3.6)
    calcium += specks * ramp(mass, 0.1, 0.5) * np.float32(1.6 * choice.value("flecks"))
    regions = {"tophus": -mass, "erosion": -hole, "edge": edge}
    return Shadow(grid, calcium.astype(np.float32), regions)


def _hole(
    grid: Grid, random: np.random.Generator, out: Array, up: Array, deep: np.float32
) -> Array:
    """mm below the surface of what is punched out; it opens outwards."""
    opening = 1 + np.float32(0.12) * np.clip(out / deep, -1, 1)
    away = np.hypot((out + np.float32(0.25) * deep) / np.float32(1.05), up / opening)
    uneven = np.float32(0.13) * deep * field(grid, random, 0.55 * float(deep), 2)
    hole: Array = deep - away + uneven
    return hole


def _edge(grid: Grid, random: np.random.Generator, way: Array, deep: float) -> tuple[Array, Array]:
    """A spur from the cortex that bends over the mass; its field, and its calcium."""
    bend = random.uniform(0.9, 1.1)
    local = np.array([(-0.9, -1.16), (-0.1, -1.13), (0.42, -0.98 * bend), (0.78, -0.62 * bend)])
    local *= deep
    x = local[:, 0] * way[0] - local[:, 1] * way[1]
    y = local[:, 0] * way[1] + local[:, 1] * way[0]
    near = beside(grid, spaced(list(zip(x.tolist(), y.tolist(), strict=True)), 0.4), deep)
    share = near.along / np.float32(near.length)
    half = np.float32(0.24 * deep) * (1 - np.float32(0.66) * share)
    half *= 1 + np.float32(0.2) * field(grid, random, 0.8, 2)
    inside = ramp(half - near.away, -0.25, 0.4)
    return near.away - half, inside * (np.float32(1.15) - np.float32(0.5) * share)


def _mass(
    grid: Grid, random: np.random.Generator, out: Array, up: Array, size: np.float32
) -> Array:
    """1 in the middle, 0 at the surface."""
    radius = np.hypot(out / (np.float32(0.85) * size), up / size)
    radius += np.float32(0.2) * field(grid, random, 0.42 * float(size), 2)
    mass: Array = 1 - radius * radius
    return mass
