"""Chambers in a mass, parted by thin walls; some hold blood that has settled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.canvas import Canvas
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.cells import cells_of, innermost_first
from atlas.imaging.simulate.lesions.growth import Place
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import coverage, smooth_maximum

_LEVELS, _CLOTS = 35, 36
_WALL = 0.45  # mm, half the thickness
_ROUNDING = 2.2  # mm, of the chambers' corners


@dataclass(frozen=True, eq=False, slots=True)
class Loculi:
    """Distance to the cystic chambers, and to the settled part of the one a pixel lies in."""

    cystic: Array
    settled: Array  # negative below the level, in mm
    turbid: Array  # how much cellular blood the serum still holds, 0 to 1
    packed: Array  # the same of what has settled, at the level
    clots: Array  # texture of what has settled


def loculi_of(
    grid: Grid, choice: Choice, place: Place, radii: tuple[float, float], within: Array
) -> Loculi:
    """Chambers of unequal size inside `within`; as many cystic as the author asked for."""
    wanted = round(choice.value("levels") * min(1.0, (1 - choice.value("maturity")) / 0.4))
    cells = cells_of(grid, choice, place, radii, wanted + 3)
    cystic = np.isin(cells.owner, innermost_first(cells, place, radii)[:wanted])
    chamber = smooth_maximum(cells.wall + np.float32(_WALL), within, _ROUNDING)
    random, count = choice.random(_LEVELS), len(cells.points)
    fill = random.uniform(-0.55, 0.4, count).astype(np.float32)
    # Each chamber bled at a time of its own.
    turbid = 0.26 * random.uniform(0, 1, count).astype(np.float32) ** 2
    packed = random.uniform(0.74, 0.96, count).astype(np.float32)
    # Blood has settled to a height of its own in each chamber, always plumb horizontal.
    level = cells.points[:, 1] + fill * (cells.weights + np.float32(3.5))
    return Loculi(
        np.where(cystic, chamber, np.abs(chamber) + 1),
        level[cells.owner] - grid.y,
        turbid[cells.owner],
        packed[cells.owner],
        field(grid, choice.random(_CLOTS), 2.1, 3),
    )


def paint_loculi(canvas: Canvas, grid: Grid, loculi: Loculi) -> None:
    """Walls, then serum above and settled cells below the level."""
    walls = coverage(np.abs(loculi.cystic) - np.float32(0.35), 0.7) * np.float32(0.6)
    canvas.paint(grid, walls, tissue.FIBROUS)
    inside = coverage(loculi.cystic, 0.6)
    canvas.paint(grid, inside, tissue.FLUID)
    # Cells pack closer the deeper they lie; just above them the serum is not quite clear.
    close = np.exp(np.minimum(loculi.settled, 0) * np.float32(1 / 5))
    below = (1 - (1 - loculi.packed) * close) * coverage(loculi.settled, 0.9)
    hazy = loculi.turbid * (1 + np.exp(-np.maximum(loculi.settled, 0)))
    canvas.paint(grid, inside * np.maximum(below, hazy), tissue.SEDIMENT, 2 * loculi.clots)
