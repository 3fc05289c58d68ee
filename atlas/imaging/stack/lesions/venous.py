"""A venous malformation in a stack: a lake of slow blood with phleboliths in it."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.stack.bed import Bed, Regions
from atlas.imaging.stack.lesions.joint_bodies import bodies_in
from atlas.imaging.stack.lesions.mass import mass_of

_GRAIN = 170


def lay(bed: Bed, choice: Choice) -> Regions:
    """A lobed lake, bright where blood stands; its phleboliths are round and laminated."""
    mass = mass_of(bed, choice, lobes=9)
    if mass.edge.min() >= 0:
        return {}
    grid, grain = mass.grid, mass.solid(choice, _GRAIN, 2.4)
    bed.canvas.paint(grid, coverage(mass.edge, 0.8), tissue.VESSEL_WALL)
    bed.canvas.paint(grid, coverage(mass.edge + 0.5, 0.8), tissue.SLOW_BLOOD, grain)
    stones = np.full(grid.shape, 50, np.float32)
    for x, y, z, radius in bodies_in(choice, mass):
        deep = mass.spot.below - z
        if abs(deep) < radius:
            away = np.sqrt((grid.x - x) ** 2 + (grid.y - y) ** 2 + np.float32(deep**2))
            edge = (away - np.float32(radius)).astype(np.float32)
            rings = 0.75 + 0.25 * np.cos(away * np.float32(2 * np.pi / 1.6))
            full = (coverage(edge, 0.7) * rings).astype(np.float32)
            bed.canvas.mineralise(grid, full * np.float32(800))
            np.minimum(stones, edge, out=stones)
    found = {"channels": (grid, mass.edge), "phleboliths": (grid, stones)}
    return {name: part for name, part in found.items() if part[1].min() < 0}
