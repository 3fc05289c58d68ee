"""Coarse plaques in irradiated tissue that end where the field of the treatment ended."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import rotated


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Clumps and sheets thinning out on three sides, cut straight on one; region `plaque`."""
    random = choice.random(1)
    half_x, half_y = choice.value("breadth") / 2, choice.value("length") / 2
    reach = float(np.hypot(half_x, half_y)) * 1.1
    grid = bed.around(bed.place(choice), reach, reach)
    turn = np.radians(choice.value("angle"))
    across, down = rotated(grid.x, grid.y, turn)
    out = np.hypot(across / np.float32(half_x), down / np.float32(half_y))
    out += np.float32(0.16) * field(grid, random, 0.22 * half_x, 2)
    # Lower edge of the field: what lies beyond has had no dose.
    inside = ramp(np.float32(0.62 * half_y) - down, -0.6, 0.9)
    coarse = field(grid, random, 6.5, 2) + np.float32(0.75) * field(grid, random, 2.6, 2)
    more = np.float32(2.2) * np.maximum(1 - out, -1) + np.float32(
        2.4 * choice.value("amount") - 1.5
    )
    clumps = ramp(coarse + more, 0.5, 1.7) * ramp(np.float32(1.15) - out, 0, 0.3) * inside
    thick = 1 + np.float32(0.45) * field(grid, random, 1.5, 2) + np.float32(0.5) * coarse
    calcium = clumps * np.maximum(thick, 0.15) * np.float32(choice.value("thickness"))
    calcium *= np.float32(choice.value("density"))
    plaque = np.float32(0.12 * choice.value("thickness")) - calcium
    return Shadow(grid, calcium.astype(np.float32), {"plaque": plaque.astype(np.float32)})
