"""A cold abscess in the sheath of a psoas: its outline bulges, with flecks and arcs of calcium."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, chord, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field

_STEP = 2.0  # mm between the points of the muscle
_FLUID = 0.022  # mm of dense calcium that a mm of fluid is denser than the fat beside it
_FLECKS = 2.6  # mm of dense calcium in the thickest of them


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A spindle round the muscle, with mineral in its wall and caseum.

    Regions `abscess` and `calcium`.
    """
    random = choice.random(1)
    half = choice.value("breadth") / 2
    course = bed.background.course(choice.word("along"))
    grid, points = bed.along(spaced(course, _STEP), half * 1.5 + 3)
    near = beside(grid, points, half * 1.5 + 3)
    share = near.along / np.float32(near.length)
    reach = np.abs(share - np.float32(choice.value("middle"))) / np.float32(choice.value("length"))
    swell = np.maximum(1 - reach * reach, 0) ** np.float32(0.7)
    radius = np.float32(half) * swell * (1 + np.float32(0.06) * field(grid, random, 16.0))
    off = near.away + np.float32(1.2) * field(grid, random, 14.0)
    depth = radius - off
    fluid = chord(off**2, radius) * np.float32(_FLUID)
    calcium = fluid * ramp(depth, -1.0, 2.5)
    mineral, group = _mineral(grid, random, depth, radius, choice)
    calcium = calcium + mineral
    regions = {"abscess": -depth, "calcium": np.maximum(np.float32(0.25) - group, -depth)}
    return Shadow(grid, calcium.astype(np.float32), regions)


def _mineral(
    grid: Grid, random: np.random.Generator, depth: Array, radius: Array, choice: Choice
) -> tuple[Array, Array]:
    """Flecks in groups and arcs in the wall, and how near each place is to a group."""
    amount = np.float32((choice.value("calcification") - 0.5) * 2)
    groups = ramp(field(grid, random, 9.0, 2) + amount - np.float32(0.35), 0.0, 0.9)
    groups *= ramp(depth, 0.0, 3.0)
    specks = ramp(field(grid, random, 1.1, 2), 0.35, 1.3)
    lumps = ramp(field(grid, random, 2.4, 2), 0.6, 1.5)
    wall = ramp(np.float32(1.3) - np.abs(depth - np.float32(1.6)), -0.2, 1.0)
    arcs = wall * ramp(field(grid, random, 8.0, 2) + amount - np.float32(0.2), 0.0, 0.7)
    arcs *= ramp(radius, 6.0, 12.0) * (np.float32(0.5) + np.float32(0.5) * specks)
    found = groups * np.maximum(specks * np.float32(0.7), lumps) + np.float32(0.7) * arcs
    return found * np.float32(_FLECKS * choice.value("density")), groups
