"""An aneurysm of the aorta: calcified rim with a gap, mural thrombus, and blood beside it."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft, solid_noise, spot_of
from atlas.imaging.stack.pushing import Push
from atlas.imaging.stack.volume import Volume

_WALL = Tissue(50, 0, 0, 0)
_THROMBUS = Tissue(31, 0, 0, 0, hu_grain=4)
_LUMEN = Tissue(46, 0, 0, 0)
_FRESH = Tissue(68, 0, 0, 0, hu_grain=5)  # blood in the crescent, and outside
_DENSEST = 780.0
_SHAPE, _PATCHES, _LEAK, _LOBES = 1, 2, 4, 5


def pushes(volume: Volume, choice: Choice) -> tuple[Push, ...]:
    """What lay beside the aorta gives way to the sac."""
    spot = spot_of(volume, choice)
    radius = _radius(choice, spot)
    if not radius:
        return ()
    neck = choice.value("neck") / 2
    return (Push(spot.x, spot.y, radius, radius, max(1 - (neck / radius) ** 2, 0) * 0.95),)


def _radius(choice: Choice, spot: Spot) -> float:
    """Half of its breadth in a slice; 0 beyond its necks."""
    part = abs(spot.below) / (choice.value("length") / 2)
    if part >= 1:
        return 0.0
    neck, widest = choice.value("neck") / 2, choice.value("size") / 2
    return float(neck + (widest - neck) * np.cos(np.pi / 2 * part) ** 1.3)


def lay(bed: Bed, choice: Choice) -> Regions:
    """A spindle round a landmark on the aorta, widest there."""
    spot = bed.spot(choice)
    length, widest = choice.value("length"), choice.value("size") / 2
    leak = _leak(bed, choice, spot, widest)
    radius = _radius(choice, spot)
    if not radius:
        return leak
    grid = bed.around(spot, widest * 1.3 + 4)
    reach = max(widest * 1.3 + 4, length / 2)
    shape = solid_noise(grid, choice.random(_SHAPE), 20, spot.below, reach)
    shape = shape + 0.5 * solid_noise(grid, choice.random(_LOBES), 9, spot.below, reach)
    patches = solid_noise(grid, choice.random(_PATCHES), 5, spot.below, reach)
    outer = (
        np.hypot(grid.x, grid.y * 1.06) - np.float32(radius) + shape * np.float32(0.085 * radius)
    )
    return {**leak, **_sac(bed, choice, grid, outer, patches, radius)}


def _sac(
    bed: Bed, choice: Choice, grid: Grid, outer: Array, patches: Array, radius: float
) -> Regions:
    """Wall, thrombus with its crescent, lumen, and the mineral of the wall."""
    canvas, noise = bed.canvas, patches * np.float32(0.8)
    canvas.paint(grid, coverage(outer, 0.8), _WALL)
    inner = outer + 1.8
    canvas.paint(grid, coverage(inner, 0.8), _THROMBUS, noise)
    open_ = radius * (1 - 0.55 * choice.value("thrombus"))
    lumen = np.hypot(grid.x - 0.12 * radius, grid.y + 0.3 * (radius - open_)) - np.float32(open_)
    lumen = np.maximum(lumen + patches * np.float32(0.5), inner)
    canvas.paint(grid, coverage(lumen, 1.2), _LUMEN)
    turn = np.arctan2(grid.y, grid.x)
    gap = np.deg2rad(choice.value("gap_at"))
    away = np.abs((turn - gap + np.pi) % (2 * np.pi) - np.pi)
    found: dict[str, tuple[Grid, Array]] = {"lumen": (grid, lumen)}
    if crescent := choice.value("crescent"):
        band = np.maximum(np.maximum(inner, -(inner + radius * 0.3)), (away - 1.05) * radius)
        canvas.paint(grid, coverage(band, 1.6) * np.float32(crescent), _FRESH, noise)
        found["crescent"] = grid, band
    width = choice.value("gap") / 2 / radius
    bare = 1.7 - 3.4 * choice.value("extent")
    full = soft(patches, bare - 0.5, bare + 0.4) * soft(away, width, width + 0.12)
    band = np.abs(outer + 1.0) - np.float32(0.8) - 0.35 * patches
    canvas.mineralise(grid, coverage(band, 0.7) * full * np.float32(_DENSEST))
    found["rim"] = grid, np.maximum(np.abs(outer + 1) - 1.6, (width - away) * radius)
    if width:
        found["gap"] = grid, np.maximum(np.abs(outer + 1) - 2.4, (away - width) * radius)
    return found


def _leak(bed: Bed, choice: Choice, spot: Spot, widest: float) -> Regions:
    """Blood in the fat behind and beside the sac, where it has found its way."""
    amount = choice.value("leak")
    if not amount:
        return {}
    here = Spot(spot.x + widest + 14, spot.y + widest * 0.95, spot.below - 6)
    across, down, high = 20 + 26 * amount, 14 + 20 * amount, 30 + 40 * amount
    if abs(here.below) > high:
        return {}
    reach = max(across, down) * 1.3
    grid = bed.around(here, across * 1.3, down * 1.3)
    noise = solid_noise(grid, choice.random(_LEAK), 8, here.below, max(reach, high))
    ball = (grid.x / across) ** 2 + (grid.y / down) ** 2 + np.float32((here.below / high) ** 2)
    edge = (np.sqrt(ball) - 1) * np.float32(down) + noise * np.float32(5)
    fat = grid.of(bed.share("cavity-fat", "fat"))
    bed.canvas.paint(grid, soft(edge, 2.0, -3.0) * soft(fat, 0.1, 0.6), _FRESH, noise)
    return {"haematoma": (grid, np.maximum(edge, (np.float32(0.35) - fat) * 6))}
