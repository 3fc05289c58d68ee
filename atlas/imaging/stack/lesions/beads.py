"""A calcification of a few millimetres in the pelvis: a phlebolith with its vein, or a stone."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, solid_noise

_VEIN = Tissue(38, 0, 0, 0)
_DENSEST = 900.0
_SHAPE = 1


def lay_phlebolith(bed: Bed, choice: Choice) -> Regions:
    """A round bead in a vein that tapers away from it: the comet's tail."""
    found = _bead(bed, choice)
    if not found:
        return {}
    grid, edge, noise, radius = found
    turn, length = np.deg2rad(choice.value("tail_at")), choice.value("tail")
    along = grid.x * np.float32(np.cos(turn)) + grid.y * np.float32(np.sin(turn))
    aside = grid.y * np.float32(np.cos(turn)) - grid.x * np.float32(np.sin(turn))
    aside = aside + np.float32(0.02) * along**2 * np.float32(choice.random(2).choice([-1, 1]))
    breadth = np.float32(radius * 1.1) * np.clip(1 - 0.7 * along / max(length, 1), 0.3, 1)
    tail = np.maximum(np.abs(aside) - breadth + 0.25 * noise, np.maximum(-along, along - length))
    if length:
        bed.canvas.paint(grid, coverage(tail, 1.2) * np.float32(0.9), _VEIN)
    bed.canvas.mineralise(grid, coverage(edge, 0.8) * np.float32(_DENSEST))
    regions: dict[str, tuple[Grid, Array]] = {"bead": (grid, edge)}
    if length:
        regions["tail"] = grid, np.maximum(tail - 0.3, radius - along)
    return regions


def lay_stone(bed: Bed, choice: Choice) -> Regions:
    """A stone in the ureter, whose swollen wall is a rim of soft tissue round it."""
    found = _bead(bed, choice)
    if not found:
        return {}
    grid, edge, noise, radius = found
    wall = choice.value("rim")
    if wall:
        bed.canvas.paint(grid, coverage(edge - wall + 0.3 * noise, 1.0), _VEIN)
    rough = edge + 0.5 * noise * np.float32(min(radius / 3, 1))
    bed.canvas.mineralise(grid, coverage(rough, 0.8) * np.float32(_DENSEST))
    regions: dict[str, tuple[Grid, Array]] = {"stone": (grid, edge)}
    if wall:
        regions["rim"] = grid, np.maximum(edge - wall - 0.2, -edge - 0.3)
    return regions


def _bead(bed: Bed, choice: Choice) -> tuple[Grid, Array, Array, float] | None:
    """The part of the slice, mm from the surface, noise there, and the radius in the slice."""
    spot = bed.spot(choice)
    # A bead between two slices is seen in the nearer one.
    below = max(abs(spot.below) - bed.volume.facts.spacing / 2, 0)
    square = (choice.value("size") / 2) ** 2 - below**2
    if square <= 0.3:
        return None
    radius = float(np.sqrt(square))
    grid = bed.around(spot, radius + 22)
    noise = solid_noise(grid, choice.random(_SHAPE), 2.2, 0, radius + 22)
    edge = np.hypot(grid.x, grid.y) - np.float32(radius) + 0.12 * noise
    return grid, edge, noise, radius
