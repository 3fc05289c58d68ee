"""Bone that flows along the front of the spine, thick before discs, apart from bodies."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.curves import Beside, beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field

_STEP = 1.0  # mm between the points of the course
_DEEP = 6.0  # mm of dense calcium along the ray
_SPONGY = 0.62  # of the density of its cortex


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A wavy band in front of a course that passes two points a vertebra, from above down.

    Regions `bone`, and `gap` between it and the bodies.
    """
    random = choice.random(1)
    thick, bulge, gap = (choice.value(name) for name in ("thickness", "bulge", "gap"))
    reach = (thick + bulge + gap) * 1.5 + 3
    course = bed.background.course(choice.word("along"))
    grid, points = bed.along(spaced(course, _STEP), reach)
    near = beside(grid, points, reach)
    at_disc = _discs(course, near, choice.value("before"))
    before = near.side * near.away + np.float32(0.3) * field(grid, random, 5.0)
    start, end = (np.float32(choice.value(name) * near.length) for name in ("from", "to"))
    within = np.minimum(near.along - start, end - near.along)
    # The line over a body stays; before a disc the bone touches the spine and bulges.
    inner = np.float32(gap) * (1 - np.float32(1.7) * at_disc)
    swell = np.float32(thick) * (1 + np.float32(0.25) * field(grid, random, 11.0, 2))
    taper = ramp(within, -2.0, 16.0)
    swell = (swell + np.float32(bulge) * at_disc) * (np.float32(0.15) + np.float32(0.85) * taper)
    outer = inner + swell
    depth = np.minimum(np.minimum(before - inner, outer - before), within)
    calcium = _bone(grid, random, depth) * np.float32(_DEEP * choice.value("density"))
    between = np.maximum(np.abs(before - inner / 2) - inner / 2, at_disc * 6 - np.float32(2.4))
    regions = {"bone": -depth, "gap": np.maximum(between, np.float32(4) - within)}
    return Shadow(grid, calcium.astype(np.float32), regions)


def _bone(grid: Grid, random: np.random.Generator, depth: Array) -> Array:
    """A cortex that changes along the band, and spongiosa in it."""
    body = ramp(depth, -0.25, 0.5)
    cortex = np.float32(0.8) + np.float32(0.22) * field(grid, random, 5.0)
    within = ramp(depth, 0.5, 1.9)
    spongy = np.maximum(_SPONGY + np.float32(0.1) * field(grid, random, 0.9, 2), 0.1)
    found: Array = body * (cortex * (1 - within) + spongy * within)
    return np.maximum(found, 0)


def _discs(course: tuple[tuple[float, float], ...], near: Beside, breadth: float) -> Array:
    """How near each place lies to the middle of a disc, along the course: 1 there, 0 far off."""
    steps = np.hypot(*np.diff(np.array(course), axis=0).T)
    at = np.concatenate([[0.0], np.cumsum(steps)])
    at *= near.length / at[-1]
    found = np.zeros(near.along.shape, np.float32)
    for number in range(1, len(course) - 1, 2):
        middle = np.float32((at[number] + at[number + 1]) / 2)
        off = (near.along - middle) / np.float32(breadth)
        found = np.maximum(found, np.exp(-off * off))
    return found
