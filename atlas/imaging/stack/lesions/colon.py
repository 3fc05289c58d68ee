"""A thick wall of the right colon."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise

_WALL = Tissue(34, 0, 0, 0, hu_grain=4)
_CONTENT = ("stool", "gas")
_FOLDS = 1


def lay(bed: Bed, choice: Choice) -> Regions:
    """The wall of the colon about a landmark, grown inwards to `thickness` mm, with folds."""
    spot = bed.spot(choice)
    size = choice.value("size") / 2
    if abs(spot.below) > choice.value("height") / 2:
        return {}
    grid = bed.around(spot, size)
    lumen, wall = grid.of(bed.share(*_CONTENT)), grid.of(bed.share("bowel-wall"))
    folds = solid_noise(grid, choice.random(_FOLDS), 5, spot.below, max(size, abs(spot.below)))
    thick = choice.value("thickness") - 2
    deep = wide_blur(lumen, thick * 1.1 / grid.pitch, 2)
    here = soft(np.hypot(grid.x, grid.y), size, size * 0.9)
    grown = soft(deep + 0.09 * folds, 0.94, 0.86) * lumen * here
    bed.canvas.paint(grid, grown, _WALL, folds)
    beside = wall * here * soft(wide_blur(lumen, 5 / grid.pitch, 2), 0.02, 0.1)
    return {"wall": (grid, np.float32(0.45) - np.maximum(grown, beside))}
