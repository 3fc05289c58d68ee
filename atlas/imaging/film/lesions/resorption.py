"""Bone that is taken away: beneath the periosteum, from a tuft, in a lace. Calcium is negative."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field

_STEP = 0.5  # mm between the points of a course
_ROOM = 9.0  # mm to each side of a phalanx


def cast_surface(bed: Bed, choice: Choice) -> Shadow:
    """The outer cortex along a course goes in a ragged, lacy strip; region `resorption`."""
    random = choice.random(1)
    deep = np.float32(choice.value("depth"))
    course = bed.background.course(choice.word("along"))
    grid, points = bed.along(spaced(course, _STEP), float(deep) * 3 + 2)
    near = beside(grid, points, float(deep) * 3)
    ends = ramp(near.along, 0, 3.0) * ramp(np.float32(near.length) - near.along, 0, 3.0)
    ragged = np.float32(0.32) * field(grid, random, 0.8, 2)
    ragged += np.float32(0.28) * field(grid, random, 0.35)
    reach = deep * (1 + ragged) * (np.float32(0.25) + np.float32(0.75) * ends)
    share = ramp(reach - near.away, -0.35, 0.7) * ends
    share *= np.float32(choice.value("amount"))
    outline = near.away - deep * np.float32(1.2) * ends
    return Shadow(grid, -share * bed.bone(grid), {"resorption": outline})


def cast_tuft(bed: Bed, choice: Choice) -> Shadow:
    """The end of a course goes, ragged and at last tapered; region `resorption`."""
    random = choice.random(1)
    course = bed.background.course(choice.word("along"))
    grid, points = bed.along(spaced(course, _STEP), _ROOM)
    near = beside(grid, points, _ROOM)
    left = np.float32(near.length - choice.value("length"))
    beyond = _along(grid, points) - left
    # What stays of the shaft beneath the tuft is whittled to a point.
    beyond += np.float32(0.55) * near.away
    beyond += np.float32(0.55) * field(grid, random, 1.2, 2)
    beyond += np.float32(0.35) * field(grid, random, 0.5, 2)
    share = ramp(beyond, -0.3, 0.7) * ramp(np.float32(_ROOM) - near.away, 0, 1.0)
    share *= ramp(grid.of(bed.background.envelope), 4.0, 8.0) * np.float32(choice.value("amount"))
    calcium = -share * bed.bone(grid)
    return Shadow(grid, calcium, {"resorption": np.float32(0.02) + calcium})


def cast_lace(bed: Bed, choice: Choice) -> Shadow:
    """Round holes between strands of trabeculae along a phalanx; region `lace`."""
    random = choice.random(1)
    half = choice.value("breadth") / 2
    course = bed.background.course(choice.word("along"))
    grid, points = bed.along(spaced(course, _STEP), half * 2)
    near = beside(grid, points, half * 2)
    holes = _holes(grid, random, choice.value("cell"))
    patchy = ramp(field(grid, random, 4.0, 2) + np.float32(0.9), 0, 1.2)
    share = holes * patchy * ramp(np.float32(half) - near.away, -0.2, 0.8)
    ends = ramp(near.along, 0, 2.5) * ramp(np.float32(near.length) - near.along, 0, 2.5)
    share *= ends * np.float32(choice.value("amount"))
    outline = near.away - np.float32(half) * ends
    return Shadow(grid, -share * bed.bone(grid), {"lace": outline})


def _along(grid: Grid, points: Array) -> Array:
    """mm along the straight line from the first point to the last, and beyond it."""
    way = (points[-1] - points[0]) / np.hypot(*(points[-1] - points[0]))
    x, y = (way.astype(np.float32)).tolist()
    along: Array = (grid.x - np.float32(points[0][0])) * np.float32(x)
    return along + (grid.y - np.float32(points[0][1])) * np.float32(y)


def _holes(grid: Grid, random: np.random.Generator, cell: float) -> Array:
    """1 in the middle of cells of about `cell` mm, 0 on the walls between them."""
    wide, high = grid.columns * grid.pitch, grid.rows * grid.pitch
    count = max(int(wide * high / cell**2), 4)
    nearest = np.full(grid.shape, 1e6, np.float32)
    second = nearest.copy()
    for across, down in random.random((count, 2)).tolist():
        x = grid.x - np.float32(grid.left + across * wide)
        away = np.hypot(x, grid.y - np.float32(grid.top + down * high))
        second = np.minimum(np.maximum(nearest, away), second)
        nearest = np.minimum(nearest, away)
    return ramp(second - nearest, 0.12 * cell, 0.55 * cell)
