"""Apatite at an insertion: calcium in the tendon, and a hole in the cortex that it reaches into."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.stack.bed import Bed, Regions, soft
from atlas.imaging.stack.lesions.mass import mass_of

_GRAIN, _HOLE = 150, 151


def lay(bed: Bed, choice: Choice) -> Regions:
    """The bone lies towards `base`, in degrees: 0 right, 90 below."""
    mass = mass_of(bed, choice, lobes=5)
    if abs(mass.spot.below) > mass.radii[2] * 1.2:
        return {}
    grid, rough = mass.grid, mass.solid(choice, _GRAIN, 1.6)
    turn = np.radians(choice.value("base"))
    a, b, c = mass.radii
    reach = float(np.hypot(a * np.cos(turn), b * np.sin(turn)))
    x, y = (float((reach + 2) * way) for way in (np.cos(turn), np.sin(turn)))
    size = choice.value("erosion") * mass.spot.shrunk(c)
    hole = (np.hypot(grid.x - x, grid.y - y) - size).astype(np.float32)
    hole = hole + mass.solid(choice, _HOLE, 2.2) * np.float32(0.5)
    bone = grid.of(bed.share("cortex", "spongiosa", "marrow"))
    bed.canvas.paint(grid, coverage(hole, 0.9) * bone, tissue.GRANULATION, rough)
    inside = coverage(mass.edge, 1.4) * soft(rough, -2.2, -0.6)
    inside += coverage(hole + 0.9, 1.2) * bone * soft(rough, -0.6, 0.8) * np.float32(0.7)
    bed.canvas.mineralise(grid, (inside * 640).astype(np.float32))
    calcium = np.float32(0.3) - wide_blur(inside.astype(np.float32), 0.7 / grid.pitch, 2)
    eroded = np.maximum(hole, np.float32(0.5) - bone)
    tendon = np.float32(0.5) - grid.of(bed.share("tendon"))
    found = {"calcium": calcium, "erosion": eroded, "tendon": tendon}
    return {name: (grid, field) for name, field in found.items() if field.min() < 0}
