"""Bone where none belongs, across a joint: islands, facing spurs, or a bridge (Brooker 1 to 4)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.volume import Volume
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field

_WIDE_GAP, _NARROW_GAP = 16.0, 5.0  # mm between the spurs of classes 2 and 3
_ISLANDS = 4
_DEPTH = 0.8  # of the breadth, along the ray


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A lumpy bar between two places; regions `bone` and, of spurs, their `gap`."""
    random = choice.random(1)
    ends = [bed.place(choice), bed.goal(choice)]
    radius = choice.value("breadth") / 2
    line = spaced(_bowed(ends, choice.value("bow")), radius * 0.6)
    grid, points = bed.along(line, radius * 2.2)
    half = np.abs(points).max(0) + radius * 2.2
    box = Volume.within(grid, float(half[0]), float(half[1]), radius * 2)
    grown = _grown(points, choice.value("brooker"), radius, random)
    depth = _depth(box, random, points[grown], radius)
    calcium = box.thickness(_density(box, random, depth, choice.value("maturity")))
    calcium *= np.maximum(1 + np.float32(0.09) * field(grid, random, 0.7), 0)
    regions = {"bone": box.outline(depth)}
    if not grown.all() and choice.value("brooker") >= 2:
        regions["gap"] = _gap(grid, points[~grown], radius)
    return Shadow(grid, calcium, regions)


def _bowed(ends: list[tuple[float, float]], bow: float) -> list[tuple[float, float]]:
    """Three points: the middle one set off to the left of the way by `bow` mm."""
    (x0, y0), (x1, y1) = ends
    length = max(float(np.hypot(x1 - x0, y1 - y0)), 1e-3)
    across = ((y1 - y0) / length * bow, -(x1 - x0) / length * bow)
    return [ends[0], ((x0 + x1) / 2 + across[0], (y0 + y1) / 2 + across[1]), ends[1]]


def _grown(
    points: Array, brooker: float, radius: float, random: np.random.Generator
) -> NDArray[np.bool_]:
    """Which points of the line have become bone."""
    steps = np.hypot(*np.diff(points, axis=0).T)
    at = np.concatenate([[0], np.cumsum(steps)])
    if brooker >= 4:
        return np.ones(len(points), bool)
    if brooker < 2:
        middles = (np.arange(_ISLANDS) + random.uniform(0.2, 0.8, _ISLANDS)) / _ISLANDS * at[-1]
        islands: NDArray[np.bool_] = np.abs(at[:, None] - middles).min(1) < radius * 0.3
        return islands
    wide = np.interp(brooker, [2, 3, 4], [_WIDE_GAP, _NARROW_GAP, 0]) + radius * 1.7
    middle = at[-1] * random.uniform(0.42, 0.58)
    spurs: NDArray[np.bool_] = np.abs(at - middle) > wide / 2
    return spurs


def _depth(box: Volume, random: np.random.Generator, points: Array, radius: float) -> Array:
    """How deep each voxel lies in the bone, mm; negative outside."""
    soft = np.float32(radius * 0.22)
    total = np.zeros(box.shape, np.float32)
    for x, y in points.tolist():
        own = radius * random.uniform(0.6, 1.0)
        shift = random.standard_normal(3) * radius * 0.22
        square = (box.x - np.float32(x + shift[0])) ** 2 + (box.y - np.float32(y + shift[1])) ** 2
        away = np.sqrt(square + ((box.z - np.float32(shift[2])) / np.float32(_DEPTH)) ** 2)
        total += np.exp(np.maximum((np.float32(own) - away) / soft, -60))
    depth: Array = soft * np.log(total + np.float32(1e-26)) - np.float32(0.3) * soft
    depth -= np.float32(radius * 0.2) * box.noise(random, radius * 1.1)
    return depth - np.float32(radius * 0.06) * box.noise(random, 3.5)


def _density(box: Volume, random: np.random.Generator, depth: Array, maturity: float) -> Array:
    """A cortex, and spongiosa with clefts in it."""
    clefts, fine = box.noise(random, 6.0), box.noise(random, 2.2)
    cortex = np.exp(-(((depth - np.float32(0.9)) / np.float32(1.0)) ** 2))
    cortex *= ramp(clefts + np.float32(1.6 * maturity), 0.1, 1.1)
    spongy = ramp(depth, 0.5, 2) * np.maximum(0.58 - np.abs(fine) * np.float32(0.5), 0)
    spongy *= ramp(clefts, -1.6, -0.6)
    share: Array = cortex * np.float32(0.62) + spongy * np.float32(0.5)
    return share * np.float32(0.3 + 0.7 * maturity) * ramp(depth, -1.2, 0)


def _gap(grid: Grid, points: Array, radius: float) -> Array:
    """The space between two spurs."""
    middle = points.mean(0)
    steps = points - middle
    along = steps[-1] - steps[0]
    unit = along / max(float(np.hypot(*along)), 1e-3)
    x, y = grid.x - middle[0], grid.y - middle[1]
    on, off = x * unit[0] + y * unit[1], y * unit[0] - x * unit[1]
    half = max(float(np.hypot(*along)) / 2 - radius * 0.75, 1.5)
    result: Array = np.maximum(
        np.abs(on) - np.float32(half), np.abs(off) - np.float32(radius * 0.8)
    )
    return result
