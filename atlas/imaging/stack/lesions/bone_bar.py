"""Heterotopic bone: a bar or mass with cortex, trabeculae and fatty marrow, beside a joint."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft, solid_noise, spot_of
from atlas.imaging.stack.pushing import Push
from atlas.imaging.stack.volume import Volume

_MARROW = Tissue(-40, 0, 0, 0, hu_grain=16)
_FAT = Tissue(-80, 0, 0, 0)
_BONE = ("cortex", "spongiosa", "marrow", "cartilage")
_SHAPE, _LOBES, _MESH = 1, 2, 3
_STEPS = 9


def pushes(volume: Volume, choice: Choice) -> tuple[Push, ...]:
    """Vessels and muscles are lifted off it."""
    met = _middle(choice, spot_of(volume, choice))
    if not met:
        return ()
    x, y, across, down = met
    return (Push(x, y, across, down, 0.85),)


def _middle(choice: Choice, spot: Spot) -> tuple[float, float, float, float] | None:
    """Where the slice meets the bar, and half of its breadth and depth there."""
    points = _points(choice)
    away = np.abs(points[:, 2] - spot.below)
    near = points[away < points[:, 3] * 0.9]
    if not len(near):
        return None
    x, y = near[:, 0].mean(), near[:, 1].mean()
    across = np.ptp(near[:, 0]) / 2 + near[:, 3].mean() * 0.8
    down = np.ptp(near[:, 1]) / 2 + near[:, 3].mean() * 0.8
    return float(spot.x + x), float(spot.y + y), float(across), float(down)


def _points(choice: Choice) -> Array:
    """Along the bar, from its spot: x, y, mm below, radius."""
    part = np.linspace(0, 1, _STEPS)
    end = np.array([choice.value(f"to_{way}") for way in "xyz"])
    bow = np.array([choice.value("bow_x"), choice.value("bow_y"), 0.0])
    line = part[:, None] * end + (4 * part * (1 - part))[:, None] * bow
    radius = choice.value("breadth") / 2 * (0.72 + 0.28 * np.sin(np.pi * part))
    return np.column_stack([line, radius])


def lay(bed: Bed, choice: Choice) -> Regions:
    """From a landmark to `to_x`, `to_y`, `to_z` mm from it, `gap` mm off the bone beside it."""
    spot = bed.spot(choice)
    points = _points(choice)
    thick = points[:, 3].max()
    if points[:, 2].min() - thick > spot.below or points[:, 2].max() + thick < spot.below:
        return {}
    span = np.abs(points[:, :2]).max() + thick + 8
    grid = bed.around(spot, float(span))
    reach = float(max(span, np.abs(points[:, 2]).max() + thick))
    lobes = solid_noise(grid, choice.random(_LOBES), 9, spot.below, reach)
    shape = solid_noise(grid, choice.random(_SHAPE), 3.6, spot.below, reach)
    edge = np.full(grid.shape, 50, np.float32)
    for x, y, z, radius in points:
        deep = np.float32((spot.below - z) ** 2)
        np.minimum(edge, np.sqrt((grid.x - x) ** 2 + (grid.y - y) ** 2 + deep) - radius, out=edge)
    edge = edge + np.float32(0.15 * thick) * lobes + np.float32(0.6) * shape
    bone = grid.of(bed.share(*_BONE))
    gap = choice.value("gap")
    near = wide_blur(bone, max(gap, 0.8) / grid.pitch, 2)
    edge = np.maximum(edge, (near - np.float32(0.16 if gap else 0.6)) * np.float32(14))
    if edge.min() > -1:
        return {}
    _paint(bed, choice, grid, edge, shape, reach, spot)
    regions: dict[str, tuple[Grid, Array]] = {"bone": (grid, edge)}
    if gap:
        regions["gap"] = grid, _cleft(bed, grid, edge, bone, gap)
    return regions


def _paint(
    bed: Bed, choice: Choice, grid: Grid, edge: Array, shape: Array, reach: float, spot: Spot
) -> None:
    """A shell that is thick here and thin there, marrow in it, and a coarse mesh."""
    ripe = choice.value("maturity")
    mesh = solid_noise(grid, choice.random(_MESH), 1.5, spot.below, reach)
    bed.canvas.paint(grid, coverage(edge, 0.8), Tissue(46, 0, 0, 0, hu_grain=6), shape)
    inner = coverage(edge + 2.4, 1.6) * np.float32(ripe)
    bed.canvas.paint(grid, inner * soft(shape, -1.6, 0.4), _MARROW, mesh)
    depth = np.float32(1.1 + 0.9 * ripe) * (1 + 0.4 * np.clip(shape, -1.5, 1.5))
    shell = np.clip((depth + 0.25 - np.abs(edge + depth)) / (0.6 * depth + 0.25), 0, 1)
    lacy = soft(np.abs(mesh), 0.5, 0.1) * coverage(edge + 2, 1.5)
    grown = (300 + 850 * ripe) * shell * np.clip(0.9 + 0.2 * mesh, 0.3, 1.3)
    bed.canvas.mineralise(grid, (grown + (150 + 130 * ripe) * lacy).astype(np.float32))


def _cleft(bed: Bed, grid: Grid, edge: Array, bone: Array, gap: float) -> Array:
    """The plane of soft tissue between it and the bone beside it; its field is answered."""
    spread = 2 * gap / grid.pitch
    beside = wide_blur((edge < 0).astype(np.float32), spread, 2) * wide_blur(bone, spread, 2)
    between = np.maximum((np.float32(0.03) - beside) * 40, (bone - np.float32(0.3)) * 6)
    cleft: Array = np.maximum(between, np.float32(0.4) - edge)
    bed.canvas.paint(grid, soft(cleft, 0.2, -0.4) * np.float32(0.5), _FAT)
    return cleft
