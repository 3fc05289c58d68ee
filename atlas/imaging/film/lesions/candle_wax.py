"""Melorheostosis: dense bone that has run down one side of a shaft, outside it and within."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.noise import field

_STEP = 2.0  # mm between the points of the course
_IVORY = 0.36  # mm of dense calcium that a mm of ivory bone is worth more than flesh


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Wavy bone outside the cortex along a course and inside it; regions `wax`, `endosteal`.

    The course runs down the surface, the bone on its right hand: to the left of the picture.
    """
    random = choice.random(1)
    outer, inner = (np.float32(choice.value(name)) for name in ("outer", "inner"))
    course = bed.background.course(choice.word("along"))
    reach = float(max(outer, inner)) * 2.2 + 2
    grid, points = bed.along(spaced(course, _STEP), reach)
    near = beside(grid, points, reach)
    out = near.away * -near.side
    ends = ramp(near.along, 0, 22.0) * ramp(np.float32(near.length) - near.along, 0, 30.0)
    waves = np.float32(0.62) + np.float32(0.3) * field(grid, random, 11.0)
    waves += np.float32(0.1) * field(grid, random, 4.0)
    above = outer * ends * np.clip(waves, 0.12, 1.5)
    slow = np.float32(0.7) + np.float32(0.3) * field(grid, random, 12.0, 2)
    below = inner * ends * np.clip(slow, 0.15, 1.4)
    share = np.where(out > 0, out / np.maximum(above, 0.05), -out / np.maximum(below, 0.05))
    thick = np.sqrt(np.maximum(1 - share * share, 0))
    streaks = np.maximum(1 + np.float32(0.1) * field(grid, random, 1.6, 2), 0.5)
    shared = ramp(out, -2.5, 0.5)
    deep = np.float32(2.1) * outer * shared + np.float32(0.9) * inner * (1 - shared)
    calcium = thick * streaks * deep * np.float32(_IVORY * choice.value("density"))
    calcium *= ends
    wax = np.maximum(-out, out - above)
    endosteal = np.maximum(out, -out - below)
    return Shadow(grid, calcium.astype(np.float32), {"wax": wax, "endosteal": endosteal})
