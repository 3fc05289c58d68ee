"""Calcified arterial walls in CT: rings and arcs where the vessel is cut across."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate import thigh_outlines as drawn
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.lesions.growth import Bed, Regions
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import coverage, step
from atlas.imaging.simulate.warp import Push, Warp

_WALLS = 70
_VESSELS = {
    "both": (drawn.ARTERY, drawn.DEEP_ARTERY),
    "femoral": (drawn.ARTERY,),
    "deep": (drawn.DEEP_ARTERY,),
}


def pushes(choice: Choice, warp: Warp) -> tuple[Push, ...]:
    """The wall stays where it is."""
    return ()


def grow(bed: Bed, choice: Choice) -> Regions:
    """Mineral in the middle coat: thin, beaded, with gaps."""
    grid = bed.canvas.grid
    distance = np.full(grid.shape, 9.0, np.float32)
    extent = np.float32(choice.value("extent"))
    for number, (middle, radius) in enumerate(_VESSELS[choice.word("vessels")]):
        x, y = bed.thigh.warp.point(middle)
        near = grid.around(x, y, radius + 5)
        wall = np.hypot(near.x - np.float32(x), near.y - np.float32(y)) - np.float32(radius)
        wall += np.float32(0.18) * near.of(bed.thigh.coarse)
        # Arcs: noise decides where; the author how much of the round.
        gaps = field(near, choice.random(_WALLS + number), 2.2, 2)
        wall = np.abs(wall) - np.clip(np.float32(0.34) + np.float32(0.13) * gaps, 0.14, 0.62)
        there = gaps + np.float32(6) * extent - np.float32(3)
        # So thin that the outline keeps a little off it, or it would hide it.
        shape = np.maximum(wall - np.float32(0.35), -there * np.float32(0.8))
        part = near.of(distance)
        np.minimum(part, shape, out=part)
        mineral = (
            (np.float32(760) + np.float32(130) * gaps)
            * coverage(wall, 0.6)
            * step(there, -0.3, 0.4)
        )
        bed.canvas.mineralise(near, mineral)
    return {"wall": (grid, distance)}
