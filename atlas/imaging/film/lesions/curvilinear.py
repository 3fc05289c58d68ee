"""A thin crescent beside bone with a lucent gap between: the plate of Pellegrini and Stieda."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import rotated

_DEEP = 6.5  # mm of dense calcium along the ray
_TRABECULAE = 0.72  # of the density of the cortex


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A crescent whose length runs down; regions `plate` and `gap`."""
    random = choice.random(1)
    half, thick, gap = choice.value("length") / 2, choice.value("thickness"), choice.value("gap")
    towards = 1.0 if choice.word("side") == "right" else -1.0
    grid = bed.around(bed.place(choice), half * 1.4, half * 1.4)
    off, down = rotated(grid.x, grid.y, -np.radians(choice.value("angle")))
    off = off * np.float32(towards)
    at = np.clip(down / np.float32(half), -1.2, 1.2)
    rough = np.float32(0.3) * field(grid, random, 3.2)
    # It bows away from the bone, thickest in its upper third, the free tip thin and pointing down.
    inner = np.float32(gap) + np.float32(choice.value("bow")) * (1 - at * at) + rough
    swell = np.sqrt(np.maximum(1 - at * at, 0)) * (1 - np.float32(0.35) * at)
    outer = inner + np.float32(thick) * swell + rough
    inside = np.minimum(np.minimum(off - inner, outer - off), (1 - np.abs(at)) * np.float32(half))
    plate = ramp(inside, -0.2, 0.6)
    within = ramp(inside, 0.6, 1.5)
    spongy = np.float32(_TRABECULAE) + np.float32(0.1) * field(grid, random, 0.7)
    density = plate * (1 - within * (1 - spongy))
    calcium = density * np.float32(_DEEP * choice.value("density"))
    between = np.maximum(np.float32(0.2) - off, off - inner + np.float32(0.2))
    free = np.maximum(between, (np.abs(at) - np.float32(0.85)) * np.float32(half))
    return Shadow(grid, calcium.astype(np.float32), {"plate": -inside, "gap": free})
