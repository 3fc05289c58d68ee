"""Chambers in a mass, parted by thin walls; some hold blood that has settled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.canvas import Canvas
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.cells import cells_of, innermost_first
from atlas.imaging.simulate.lesions.growth import Choice, Place
from atlas.imaging.simulate.shapes import coverage, smooth_maximum

_LEVELS = 35
_WALL = 0.45  # mm, half the thickness
_ROUNDING = 2.2  # mm, of the chambers' corners


@dataclass(frozen=True, eq=False, slots=True)
class Loculi:
    """Distance to the cystic chambers, and to the settled part of the one a pixel lies in."""

    cystic: Array
    settled: Array  # negative below the level, in mm


def loculi_of(
    grid: Grid, choice: Choice, place: Place, radii: tuple[float, float], within: Array
) -> Loculi:
    """Chambers of unequal size inside `within`; as many cystic as the author asked for."""
    wanted = round(choice.value("levels") * min(1.0, (1 - choice.value("maturity")) / 0.4))
    cells = cells_of(grid, choice, place, radii, wanted + 3)
    cystic = np.isin(cells.owner, innermost_first(cells, place, radii)[:wanted])
    chamber = smooth_maximum(cells.wall + np.float32(_WALL), within, _ROUNDING)
    fill = choice.random(_LEVELS).uniform(-0.55, 0.4, len(cells.points)).astype(np.float32)
    # Blood has settled to a height of its own in each chamber, always plumb horizontal.
    level = cells.points[:, 1] + fill * (cells.weights + np.float32(3.5))
    return Loculi(np.where(cystic, chamber, np.abs(chamber) + 1), level[cells.owner] - grid.y)


def paint_loculi(canvas: Canvas, grid: Grid, loculi: Loculi) -> None:
    """Walls, then serum above and settled cells below the level."""
    walls = coverage(np.abs(loculi.cystic) - np.float32(0.35), 0.7) * np.float32(0.6)
    canvas.paint(grid, walls, tissue.FIBROUS)
    inside = coverage(loculi.cystic, 0.6)
    canvas.paint(grid, inside, tissue.FLUID)
    canvas.paint(grid, inside * coverage(loculi.settled, 0.9), tissue.SEDIMENT)
