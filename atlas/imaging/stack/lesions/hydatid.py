"""A hydatid cyst whose wall has calcified: a ball with an egg-shell, its content collapsed."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise, spot_of
from atlas.imaging.stack.pushing import Push
from atlas.imaging.stack.volume import Volume

_WALL = Tissue(60, 0, 0, 0)
_MATRIX = Tissue(26, 0, 0, 0, hu_grain=5)
_DENSEST = 760.0
_SHAPE, _PATCHES, _MATRIX_KEY = 1, 2, 3


def pushes(volume: Volume, choice: Choice) -> tuple[Push, ...]:
    """The organ and its vessels give way to the cyst."""
    spot = spot_of(volume, choice)
    square = (choice.value("size") / 2) ** 2 - spot.below**2
    radius = float(np.sqrt(max(square, 0)))
    return (Push(spot.x, spot.y, radius, radius, 0.8),) if radius > 2 else ()


def lay(bed: Bed, choice: Choice) -> Regions:
    """A cyst round a landmark; `wall` mm thick, calcified for `extent` of its surface."""
    spot = bed.spot(choice)
    radius, wall = choice.value("size") / 2, choice.value("wall")
    reach = radius * 1.35 + 4
    if abs(spot.below) > reach:
        return {}
    grid = bed.around(spot, reach)
    shape = solid_noise(grid, choice.random(_SHAPE), radius * 0.55, spot.below, reach)
    patches = solid_noise(grid, choice.random(_PATCHES), 6, spot.below, reach)
    away = np.sqrt(grid.x**2 + grid.y**2 + np.float32(spot.below**2))
    outer = away - np.float32(radius) + shape * np.float32(radius * 0.085)
    thick = wall * (1 + 0.5 * patches + 0.3 * shape)
    inner = outer + np.maximum(thick, 0.5)
    bed.canvas.paint(grid, coverage(outer, 0.7), _WALL)
    matrix = solid_noise(grid, choice.random(_MATRIX_KEY), 3.2, spot.below, reach)
    bed.canvas.paint(grid, coverage(inner, 0.8), _MATRIX, matrix)
    shell = coverage(outer, 0.7) * (1 - coverage(inner, 0.7))
    bare = 1.7 - 3.4 * choice.value("extent")
    mineral = shell * soft(patches, bare - 0.4, bare + 0.5) * np.float32(_DENSEST)
    folds = soft(np.abs(matrix), 0.16, 0.04) * coverage(inner + 2, 1.0)
    mineral = mineral + folds * np.float32(420 * choice.value("content"))
    bed.canvas.mineralise(grid, mineral)
    return {"wall": (grid, np.maximum(outer - 0.4, -inner - 0.4)), "content": (grid, inner + 1.5)}
