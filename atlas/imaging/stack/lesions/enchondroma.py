"""Cartilage in the marrow of a bone: lobules with flecks, the cortex thinned from inside."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.stack.bed import Bed, Regions, soft
from atlas.imaging.stack.lesions.mass import mass_of
from atlas.imaging.stack.lesions.soft_mass import MATRICES

_LOBULES, _FLECKS = 160, 161


def lay(bed: Bed, choice: Choice) -> Regions:
    """It fills the marrow within its ellipsoid and eats a little of the cortex round it."""
    mass = mass_of(bed, choice, lobes=6, spares_bone=False)
    if mass.edge.min() >= 0:
        return {}
    grid, lobules = mass.grid, mass.solid(choice, _LOBULES, 2.6)
    marrow = wide_blur(bed.share("marrow", "spongiosa"), 0.9 / grid.pitch, 2)
    room = np.maximum(mass.edge, (np.float32(0.28) - grid.of(marrow)) * 4)
    bed.canvas.paint(grid, coverage(room, 0.8), MATRICES["cartilage"], lobules)
    fine = mass.solid(choice, _FLECKS, 1.3)
    amount = choice.value("mineral")
    flecks = soft(fine + 0.5 * lobules, 2.4 - 1.6 * amount, 3.0 - 1.6 * amount)
    flecks = (flecks * coverage(room + 0.8, 0.8)).astype(np.float32)
    bed.canvas.mineralise(grid, flecks * np.float32(700))
    return {"cartilage": (grid, room)} if room.min() < 0 else {}
