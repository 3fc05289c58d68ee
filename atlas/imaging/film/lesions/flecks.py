"""A soft-tissue mass with flecks of mineral to one side of its middle."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import rotated

_VEIL = 1.0  # mm of calcium that attenuates as the mass does beyond fat


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A faint dome and specks in it; regions `mass` and `flecks`."""
    random = choice.random(1)
    long, short = choice.value("length") / 2, choice.value("breadth") / 2
    reach = max(long, short) * 1.35
    grid = bed.around(bed.place(choice), reach, reach)
    across, down = rotated(grid.x, grid.y, np.radians(choice.value("angle")))
    radius = np.hypot(down / np.float32(long), across / np.float32(short))
    radius += np.float32(0.09) * field(grid, random, short * 0.5, 2)
    dome = np.sqrt(np.maximum(1 - radius * radius, 0))
    towards = np.radians(choice.value("towards"))
    x, y = float(np.cos(towards)) * short * 0.4, float(np.sin(towards)) * long * 0.4
    off = np.hypot(
        (grid.x - np.float32(x)) / np.float32(short), (grid.y - np.float32(y)) / np.float32(long)
    )
    gathered = ramp(np.float32(0.62) - off, -0.25, 0.3)
    specks = _specks(field(grid, random, 1.0, 2), field(grid, random, 3.4), gathered, choice)
    specks *= ramp(np.float32(1) - radius, 0, 0.15)
    calcium = dome * np.float32(_VEIL * choice.value("mass")) + specks
    limit = np.float32(0.25) * np.float32(choice.value("density"))
    mass = (radius - 1) * np.float32(min(long, short))
    return Shadow(grid, calcium, {"mass": mass, "flecks": limit - specks})


def _specks(fine: Array, slow: Array, gathered: Array, choice: Choice) -> Array:
    """Mineral where noise is high, more of it where it is gathered."""
    level = 2.6 - 1.5 * choice.value("amount")
    found = ramp(fine + np.float32(0.75) * slow + np.float32(0.9) * gathered, level, level + 1.5)
    mineral: Array = found * gathered * np.float32(2.6 * choice.value("density"))
    return mineral
