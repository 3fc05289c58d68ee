"""A smooth nodule under the skin, filled with mineral like sand: pilomatricoma."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, chord, ramp
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import rotated

_TISSUE = 0.024  # mm of dense calcium a mm: what a solid nodule attenuates more than fat


def cast(bed: Bed, choice: Choice) -> Shadow:
    """An oval of soft tissue with grains and a few clumps in it; region `nodule`."""
    random = choice.random(1)
    long, short = choice.value("length") / 2, choice.value("breadth") / 2
    reach = max(long, short) * 1.4
    grid = bed.around(bed.place(choice), reach, reach)
    across, down = rotated(grid.x, grid.y, np.radians(choice.value("angle")))
    radius = np.hypot(down / np.float32(long), across / np.float32(short))
    radius += np.float32(0.05) * field(grid, random, short * 0.6, 2)
    depth = chord(radius * radius, 1.0) * np.float32(min(long, short))
    grains = field(grid, random, 0.6, 2) + np.float32(0.45) * field(grid, random, 1.6, 2)
    clumps = field(grid, random, 3.2, 2)
    level = np.float32(2.4 * choice.value("amount") - 1.4)
    sand = ramp(grains + np.float32(0.7) * clumps + level, 0.0, 1.1)
    sand *= ramp(np.float32(0.97) - radius, 0, 0.22)
    mineral = depth * sand * np.float32(0.62 * choice.value("density"))
    nodule = (radius - 1) * np.float32(min(long, short))
    calcium = mineral + depth * np.float32(_TISSUE)
    return Shadow(grid, calcium.astype(np.float32), {"nodule": nodule.astype(np.float32)})
