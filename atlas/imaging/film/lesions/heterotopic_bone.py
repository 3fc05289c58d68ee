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
    brooker = choice.value("brooker")
    grown, tips = _grown(points, brooker, radius, choice.random(2))
    spurs = 2 <= brooker < 4
    depth = _depth(box, random, (points, grown), _ends(tips, radius) if spurs else [], radius)
    if spurs:
        depth = _parted(box, choice.random(3), depth, tips)
    calcium = box.thickness(_density(box, random, depth, choice.value("maturity")))
    calcium *= np.maximum(1 + np.float32(0.09) * field(grid, random, 0.7), 0)
    regions = {"bone": box.outline(depth)}
    if spurs:
        regions["gap"] = _gap(grid, tips, radius)
    return Shadow(grid, calcium, regions)


def _bowed(ends: list[tuple[float, float]], bow: float) -> list[tuple[float, float]]:
    """Three points: the middle one set off to the left of the way by `bow` mm."""
    (x0, y0), (x1, y1) = ends
    length = max(float(np.hypot(x1 - x0, y1 - y0)), 1e-3)
    across = ((y1 - y0) / length * bow, -(x1 - x0) / length * bow)
    return [ends[0], ((x0 + x1) / 2 + across[0], (y0 + y1) / 2 + across[1]), ends[1]]


def _grown(
    points: Array, brooker: float, radius: float, random: np.random.Generator
) -> tuple[NDArray[np.bool_], Array]:
    """Which points of the line have become bone, and where two spurs end.

    All chances are drawn in every class, so that one class grows into the next.
    """
    steps = np.hypot(*np.diff(points, axis=0).T)
    at = np.concatenate([[0], np.cumsum(steps)])
    spread, share = random.uniform(0.2, 0.8, _ISLANDS), random.uniform(0.42, 0.58)
    half = np.interp(brooker, [2, 3, 4], [_WIDE_GAP, _NARROW_GAP, 0]) / 2
    ends = at[-1] * share + np.array([-half, half])
    tips = np.stack([np.interp(ends, at, axis) for axis in points.T], 1).astype(np.float32)
    if brooker >= 4:
        return np.ones(len(points), bool), tips
    if brooker < 2:
        middles = (np.arange(_ISLANDS) + spread) / _ISLANDS * at[-1]
        islands: NDArray[np.bool_] = np.abs(at[:, None] - middles).min(1) < radius * 0.3
        return islands, tips
    spurs: NDArray[np.bool_] = (at < ends[0] - radius * 0.5) | (at > ends[1] + radius * 0.5)
    return spurs, tips


def _ends(tips: Array, radius: float) -> list[tuple[float, float]]:
    """What rounds two spurs off on both sides of the gap."""
    unit = (tips[1] - tips[0]) / np.hypot(*(tips[1] - tips[0]))
    back = [way * radius * share for way in (-unit, unit) for share in (0.75, 1.35)]
    x0, y0, x1, y1 = tips.ravel().tolist()
    return [
        (x + float(step[0]), y + float(step[1]))
        for (x, y), step in zip(((x0, y0), (x0, y0), (x1, y1), (x1, y1)), back, strict=True)
    ]


def _depth(
    box: Volume,
    random: np.random.Generator,
    line: tuple[Array, NDArray[np.bool_]],
    ends: list[tuple[float, float]],
    radius: float,
) -> Array:
    """How deep each voxel lies in the bone, mm; negative outside."""
    soft = np.float32(radius * 0.22)
    total = np.zeros(box.shape, np.float32)
    balls = [(x, y, 0.0, radius * 0.8) for x, y in ends]
    for (x, y), is_bone in zip(line[0].tolist(), line[1].tolist(), strict=True):
        own = radius * random.uniform(0.6, 1.0)
        shift = random.standard_normal(3) * radius * 0.22
        if is_bone:
            balls.append((x + shift[0], y + shift[1], shift[2], own))
    for x, y, z, own in balls:
        square = (box.x - np.float32(x)) ** 2 + (box.y - np.float32(y)) ** 2
        away = np.sqrt(square + ((box.z - np.float32(z)) / np.float32(_DEPTH)) ** 2)
        total += np.exp(np.maximum((np.float32(own) - away) / soft, -60))
    depth: Array = soft * np.log(total + np.float32(1e-26)) - np.float32(0.3) * soft
    depth -= np.float32(radius * 0.2) * box.noise(random, radius * 1.1)
    return depth - np.float32(radius * 0.06) * box.noise(random, 3.5)


def _parted(box: Volume, random: np.random.Generator, depth: Array, tips: Array) -> Array:
    """Two spurs that face each other and nowhere reach into the gap."""
    middle, across = tips.mean(0), tips[1] - tips[0]
    half = np.float32(np.hypot(*across) / 2)
    along = ((box.x - middle[0]) * across[0] + (box.y - middle[1]) * across[1]) / (2 * half)
    rough = np.abs(np.float32(0.8) * box.noise(random, 3.0))
    parted: Array = np.minimum(depth, np.abs(along) - half - rough)
    return parted


def _density(box: Volume, random: np.random.Generator, depth: Array, maturity: float) -> Array:
    """A cortex, and spongiosa with clefts in it."""
    clefts, fine = box.noise(random, 6.0), box.noise(random, 2.2)
    cortex = np.exp(-(((depth - np.float32(0.9)) / np.float32(1.0)) ** 2))
    cortex *= ramp(clefts + np.float32(1.6 * maturity), 0.1, 1.1)
    spongy = ramp(depth, 0.5, 2) * np.maximum(0.58 - np.abs(fine) * np.float32(0.5), 0)
    spongy *= ramp(clefts, -1.6, -0.6)
    share: Array = cortex * np.float32(0.62) + spongy * np.float32(0.5)
    return share * np.float32(0.3 + 0.7 * maturity) * ramp(depth, -1.2, 0)


def _gap(grid: Grid, tips: Array, radius: float) -> Array:
    """The space between two spurs."""
    middle, along = tips.mean(0), tips[1] - tips[0]
    unit = along / np.hypot(*along)
    x, y = grid.x - middle[0], grid.y - middle[1]
    on, off = x * unit[0] + y * unit[1], y * unit[0] - x * unit[1]
    half = np.float32(np.hypot(*along) / 2)
    result: Array = np.maximum(np.abs(on) - half, np.abs(off) - np.float32(radius * 0.8))
    return result
