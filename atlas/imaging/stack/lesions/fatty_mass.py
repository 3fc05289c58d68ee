"""A fatty tumour of the belly with septa, and a solid part that calcifies: liposarcoma."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft, solid_noise, spot_of
from atlas.imaging.stack.pushing import Push
from atlas.imaging.stack.volume import Volume

_FAT = Tissue(-92, 0, 0, 0, hu_grain=7)
_SEPTUM = Tissue(18, 0, 0, 0, hu_grain=8)
_SOLID = Tissue(42, 0, 0, 0, hu_grain=5)
_BONE = ("cortex", "spongiosa", "disc", "table", "air", "skin", "fat")
_DENSEST = 720.0
_SHAPE, _SEPTA, _GRAIN, _FLOCKS = 1, 2, 3, 4


def pushes(volume: Volume, choice: Choice) -> tuple[Push, ...]:
    """Kidney, bowel and vessels give way."""
    across, down = _radii(choice, spot := spot_of(volume, choice))
    return (Push(spot.x, spot.y, across, down, 0.9),) if across else ()


def _radii(choice: Choice, spot: Spot) -> tuple[float, float]:
    shrunk = spot.shrunk(choice.value("height") / 2)
    return choice.value("breadth") / 2 * shrunk, choice.value("depth") / 2 * shrunk


def lay(bed: Bed, choice: Choice) -> Regions:
    """A mass round a landmark, its solid part so far from there."""
    spot = bed.spot(choice)
    across, down = _radii(choice, spot)
    if min(across, down) < 3:
        return {}
    reach = max(choice.value("breadth"), choice.value("depth"), choice.value("height")) * 0.6
    grid = bed.around(spot, across * 1.25 + 4, down * 1.25 + 4)
    shape = solid_noise(grid, choice.random(_SHAPE), 17, spot.below, reach)
    edge = (np.hypot(grid.x / across, grid.y / down) - 1) * np.float32(min(across, down))
    edge = edge + shape * np.float32(0.05 * min(across, down))
    firm = grid.of(bed.share(*_BONE))
    edge = np.maximum(edge, (firm - np.float32(0.25)) * 160)
    grain = solid_noise(grid, choice.random(_GRAIN), 2.4, spot.below, reach)
    capsule = coverage(edge, 1.0)
    bed.canvas.paint(grid, capsule * np.float32(0.75), _SEPTUM)
    bed.canvas.paint(grid, coverage(edge + 0.9, 1.0), _FAT, grain)
    septa = _septa(bed, choice, grid, spot, reach, edge)
    nodule, calcium = _solid(bed, choice, grid, spot, edge)
    fat = np.maximum(edge + 1.5, -nodule - 1)
    return {
        "mass": (grid, edge),
        "fat": (grid, fat),
        "septa": (grid, septa),
        "solid": (grid, nodule),
        "calcium": (grid, calcium),
    }


def _septa(bed: Bed, choice: Choice, grid: Grid, spot: Spot, reach: float, edge: Array) -> Array:
    """Sheets of uneven thickness that come and go."""
    sheets = solid_noise(grid, choice.random(_SEPTA), 23, spot.below, reach)
    slow = solid_noise(grid, choice.random(_SEPTA + 10), 19, spot.below, reach)
    steep = np.hypot(*np.gradient(sheets, grid.pitch)) + np.float32(0.015)
    off = np.abs(sheets - 0.25) / steep
    thick = np.float32(0.5) + 1.1 * soft(slow, 0.0, 1.6)
    there = soft(slow, -0.9, 0.1) * coverage(edge + 1, 1.0)
    bed.canvas.paint(grid, soft(off - thick, 0.6, -0.4) * there * np.float32(0.8), _SEPTUM)
    found: Array = np.maximum(off - thick - 0.8, (np.float32(0.5) - there) * 4)
    return found


def _solid(bed: Bed, choice: Choice, grid: Grid, spot: Spot, edge: Array) -> tuple[Array, Array]:
    """The part that is not fat, and the mineral in it."""
    radius = choice.value("nodule") / 2
    x, y, z = (choice.value(f"nodule_{way}") for way in "xyz")
    here = Spot(spot.x + x, spot.y + y, spot.below - z)
    away = np.sqrt((grid.x - x) ** 2 + (grid.y - y) ** 2 + np.float32(here.below**2))
    reach = radius * 1.5 + 4
    part = grid.seen_from(x, y)
    shape = solid_noise(part, choice.random(_FLOCKS), radius * 0.4, here.below, reach)
    flocks = solid_noise(part, choice.random(_FLOCKS + 10), 2.6, here.below, reach)
    nodule = np.maximum(away - np.float32(radius) * (1 - 0.14 * shape), edge + 1)
    bed.canvas.paint(grid, coverage(nodule, 2.0), _SOLID, flocks)
    bare = 1.6 - 2.2 * choice.value("calcification")
    full = soft(flocks + 0.8 * shape, bare, bare + 0.9) * soft(nodule, -1, -5)
    bed.canvas.mineralise(grid, full * np.float32(_DENSEST) * (1 + 0.25 * np.clip(flocks, -1, 1)))
    return nodule, np.float32(0.2) - full
