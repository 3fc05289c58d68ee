"""Mineral about the upper cervical spine, in axial slices."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft, solid_noise

_CROWN, _CHALK = 560.0, 780.0  # HU of mineral
_FLUID = Tissue(14, 0, 0, 0, hu_grain=2)
_SOFT = Tissue(46, 0, 0, 0, hu_grain=4)
_SHAPE, _FINE = 1, 2


def lay_crown(bed: Bed, choice: Choice) -> Regions:
    """An arc behind and beside the dens, in the transverse ligament; region `crown`."""
    spot = bed.spot(choice)
    half = choice.value("height") / 2
    if abs(spot.below) >= half:
        return {}
    shrunk = spot.shrunk(half)
    radius = choice.value("radius")
    grid = bed.around(spot, radius * 2.4)
    lumps = solid_noise(grid, choice.random(_SHAPE), 3.2, spot.below, 30)
    fine = solid_noise(grid, choice.random(_FINE), 1.3, spot.below, 26)
    away = np.hypot(grid.x / np.float32(1.12), grid.y) - np.float32(radius)
    turn = np.degrees(np.arctan2(grid.y, grid.x)) - 90  # 0 behind the dens
    turn = np.abs((turn + 180) % 360 - 180)
    thick = np.float32(choice.value("thickness") / 2 * shrunk) * (1 + np.float32(0.35) * lumps)
    edge = np.abs(away + np.float32(0.3) * lumps) - thick
    edge = np.maximum(edge, (turn - np.float32(choice.value("arc") / 2)) * np.float32(0.15))
    patchy = soft(lumps + np.float32(0.6) * fine, -1.5, -0.3)
    mineral = coverage(edge, 0.8) * patchy * np.float32(_CROWN * choice.value("density"))
    bed.canvas.mineralise(grid, mineral)
    return {"crown": (grid, edge)}


def lay_prevertebral(bed: Bed, choice: Choice) -> Regions:
    """Chalk in the longus colli, and fluid before the spine; regions `calcium` and `fluid`."""
    spot = bed.spot(choice)
    regions: dict[str, tuple[Grid, Array]] = {}
    tall = choice.value("fluid_height") / 2
    if abs(spot.below - tall * 0.5) < tall and choice.value("fluid"):
        share = 1 - ((spot.below - tall * 0.5) / tall) ** 2
        grid = bed.around(spot, 34, 20)
        noise = solid_noise(grid, choice.random(_SHAPE), 8, spot.below, 60)
        deep = np.float32(choice.value("fluid") / 2 * share**0.5)
        bow = grid.y + np.float32(2.0) - np.float32(0.006) * grid.x**2
        edge = np.abs(bow) - deep * (1 + np.float32(0.16) * noise)
        edge = np.maximum(edge, (np.abs(grid.x) - np.float32(19)) * np.float32(0.5))
        bed.canvas.paint(grid, coverage(edge, 1.2) * _soft_tissue(bed, grid), _FLUID, noise)
        regions["fluid"] = (grid, edge)
    found = _chalk(bed, choice, spot.below, choice.value("side_x"))
    return {**regions, **found}


def _chalk(bed: Bed, choice: Choice, below: float, off: float) -> Regions:
    """An amorphous lump, denser in its middle."""
    long, wide = choice.value("length") / 2, choice.value("breadth") / 2
    if abs(below) >= long * 1.1:
        return {}
    spot = bed.spot(choice)
    shifted = Spot(spot.x + off, spot.y + 2.5, spot.below)
    grid = bed.around(shifted, wide * 1.8 + 3)
    lumps = solid_noise(grid, choice.random(_SHAPE + 2), 2.6, below, 30)
    shrunk = float(np.sqrt(max(1 - (below / (long * 1.1)) ** 2, 0)))
    edge = np.hypot(grid.x, grid.y * np.float32(1.7)) - np.float32(wide * shrunk)
    edge = edge + np.float32(0.9) * lumps
    fine = solid_noise(grid, choice.random(_FINE), 1.2, below, 24)
    hu = soft(edge, 1.2, -1.6) * (1 + np.float32(0.12) * fine)
    bed.canvas.mineralise(grid, np.maximum(hu, 0) * np.float32(_CHALK * choice.value("density")))
    return {"calcium": (grid, edge)}


def lay_paraspinal(bed: Bed, choice: Choice) -> Regions:
    """Lumps of chalk about a facet joint that reach into the canal; regions `mass`, `canal`."""
    spot = bed.spot(choice)
    half = choice.value("size") / 2
    tall = choice.value("height") / 2
    if abs(spot.below) >= tall:
        return {}
    shrunk = np.float32(spot.shrunk(tall))
    grid = bed.around(spot, half * 1.9 + 6)
    lumps = solid_noise(grid, choice.random(_SHAPE), half * 0.42, spot.below, half * 8)
    fine = solid_noise(grid, choice.random(_FINE), 1.6, spot.below, 34)
    edge = np.hypot(grid.x, grid.y * np.float32(0.85)) - np.float32(half) * shrunk
    edge = edge + np.float32(half * 0.26) * lumps
    septa = soft(np.abs(lumps), 0.04, 0.22)
    hu = soft(edge, 0.6, -1.0) * septa * (np.float32(0.8) + np.float32(0.2) * fine)
    bed.canvas.paint(grid, coverage(edge - 1, 1.5) * _soft_tissue(bed, grid), _SOFT, lumps)
    bed.canvas.mineralise(grid, np.maximum(hu, 0) * np.float32(_CHALK * choice.value("density")))
    near = np.maximum(edge, np.float32(0.5) - grid.of(bed.share("thecal-sac", "cord")))
    return {"mass": (grid, edge), "canal": (grid, near)}


def _soft_tissue(bed: Bed, grid: Grid) -> Array:
    """Where there is neither bone nor air."""
    free: Array = 1 - grid.of(bed.share("cortex", "spongiosa", "airway"))
    return free
