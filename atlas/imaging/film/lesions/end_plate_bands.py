"""Sclerosis along both end plates of a vertebra, its middle lucent: the rugger-jersey spine."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field

_STEP = 1.0  # mm between the points of an end plate
_DEEP = 3.4  # mm of dense calcium along the ray
_WAIST = 2.2  # mm by which the walls are drawn in
_SEEN = 0.35  # of the full density, from where a reader sees the band


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Bands under an upper and over a lower plate; regions `band` and `centre`."""
    random = choice.random(1)
    plates = [
        spaced(bed.background.course(choice.word(name)), _STEP) for name in ("upper", "lower")
    ]
    grid, points = bed.along(np.vstack(plates), 4.0)
    upper, lower = points[: len(plates[0])], points[len(plates[0]) :]
    height = float(np.hypot(*(upper.mean(0) - lower.mean(0))))
    # A plate runs to the right, so what is right of it lies under it.
    under, over = (beside(grid, line, height * 1.1) for line in (upper, lower))
    depth = np.minimum(under.side * under.away, -over.side * over.away)
    wall = np.minimum(_inside(grid, upper[0], lower[0]), -_inside(grid, upper[-1], lower[-1]))
    body = np.minimum(depth, wall)
    uneven = 1 + np.float32(0.1) * field(grid, random, 7.0)
    breadth = np.float32(height * choice.value("breadth")) * uneven
    band = ramp(breadth - depth, -0.25 * height * choice.value("softness"), 0.3 * float(height) / 2)
    band *= ramp(body, -0.3, 1.2)
    grain = np.maximum(1 + np.float32(0.1) * field(grid, random, 0.8, 2), 0)
    calcium = band * grain * np.float32(_DEEP * choice.value("density"))
    seen = np.float32(_SEEN) - band
    centre = np.maximum(np.float32(0.3) * breadth + breadth - depth, np.float32(1.0) - wall)
    return Shadow(grid, calcium.astype(np.float32), {"band": seen, "centre": centre})


def _inside(grid: Grid, start: Array, end: Array) -> Array:
    """How far each pixel lies right of a wall that is drawn in half way down, mm.

    Of the wall at the back what counts is left of it, so its waist comes out the other way.
    """
    step = end - start
    length = max(float(np.hypot(*step)), 1e-6)
    x, y = grid.x - start[0], grid.y - start[1]
    down = np.clip((x * step[0] + y * step[1]) / np.float32(length**2), 0, 1)
    off: Array = (x * step[1] - y * step[0]) / np.float32(length)
    drawn: Array = off - np.float32(_WAIST) * 4 * down * (1 - down)
    return drawn
