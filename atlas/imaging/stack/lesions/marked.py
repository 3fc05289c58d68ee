"""What is healthy and yet pointed at: vessels with contrast medium, a tissue beside a lesion."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.stack.bed import Bed, Regions

_FULL = 190.0  # HU that contrast medium adds at most


def lay_contrast(bed: Bed, choice: Choice) -> Regions:
    """Contrast medium in all vessels of the slice; those about a landmark are outlined."""
    blood = bed.share("blood")
    whole = bed.canvas.grid
    bed.canvas.mineralise(whole, blood * np.float32(_FULL * choice.value("amount")))
    spot, size = bed.spot(choice), choice.value("size") / 2
    if abs(spot.below) > choice.value("height") / 2:
        return {}
    grid = bed.around(spot, size)
    return {"vessels": (grid, np.float32(0.5) - grid.of(blood))}


def lay_outline(bed: Bed, choice: Choice) -> Regions:
    """The outline of a tissue about a landmark; nothing is painted."""
    spot, size = bed.spot(choice), choice.value("size") / 2
    if abs(spot.below) > choice.value("height") / 2:
        return {}
    grid = bed.around(spot, size)
    share = grid.of(bed.share(choice.word("tissue")))
    away = np.hypot(grid.x, grid.y) - np.float32(size)
    return {"outlined": (grid, np.maximum(np.float32(0.5) - share, away))}
