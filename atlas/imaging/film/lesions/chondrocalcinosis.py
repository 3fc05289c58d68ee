"""Crystals in cartilage: a fine line along hyaline cartilage, or a stippled wedge of meniscus."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field

_STEP = 1.0  # mm between the points of the course
_DEEP = 2.4  # mm of dense calcium along the ray, in what is six times as much cartilage


def cast_line(bed: Bed, choice: Choice) -> Shadow:
    """A line of even thickness; region `line`."""
    grid, shape, calcium = _deposit(bed, choice, thins=0.0)
    return Shadow(grid, calcium, {"line": shape})


def cast_meniscus(bed: Bed, choice: Choice) -> Shadow:
    """A wedge that thins from the rim of the meniscus inwards; region `meniscus`."""
    grid, shape, calcium = _deposit(bed, choice, thins=0.8)
    return Shadow(grid, calcium, {"meniscus": shape})


def _deposit(bed: Bed, choice: Choice, thins: float) -> tuple[Grid, Array, Array]:
    """Pixels, a field negative inside, and mm of calcium, along a course of the view."""
    random = choice.random(1)
    half = choice.value("thickness") / 2
    course = bed.background.course(choice.word("along"))
    grid, points = bed.along(spaced(course, _STEP), half * 3 + 1)
    near = beside(grid, points, half * 3)
    share = near.along / np.float32(near.length)
    depth = np.float32(half) * (1 - np.float32(thins) * share) - near.away
    depth += np.float32(0.22 * half) * field(grid, random, 1.2, 2)
    ends = ramp(near.along, 0, 2.0) * ramp(np.float32(near.length) - near.along, 0, 3.0)
    inside = ramp(depth, -0.15, min(0.8, half)) * ends
    patches = ramp(field(grid, random, 1.3, 2) + np.float32(1.3), 0, 1.5)
    specks = np.maximum(1 + np.float32(0.4) * field(grid, random, 0.4), 0.15)
    calcium = inside * patches * specks * np.float32(_DEEP * choice.value("density"))
    return grid, np.float32(0.35) - inside, calcium
