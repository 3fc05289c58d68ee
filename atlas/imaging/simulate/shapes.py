"""Shapes as signed distances in mm: negative inside, positive outside.

Distances, unions and cuts follow I. Quilez, "2D distance functions" and "smooth minimum"
(iquilezles.org); an ellipse's distance is the usual first-order estimate.
"""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.grid import Array, Grid


def closed_curve(points: Array, steps: int = 5) -> Array:
    """A smooth closed curve (Catmull-Rom) through points, `steps` corners to each of them."""
    part = (np.arange(steps, dtype=np.float32) / steps)[None, :, None]
    before, here, after, beyond = (np.roll(points, -k, axis=0)[:, None] for k in (-1, 0, 1, 2))
    curve = here + 0.5 * part * (
        (after - before)
        + part * (2 * before - 5 * here + 4 * after - beyond)
        + part**2 * (3 * (here - after) + beyond - before)
    )
    result: Array = curve.reshape(-1, 2).astype(np.float32)
    return result


def open_curve(points: Array, steps: int = 3) -> Array:
    """A smooth open curve through points."""
    there_and_back = np.concatenate([points, points[-2:0:-1]])
    return closed_curve(there_and_back, steps)[: (len(points) - 1) * steps + 1]


def polygon_distance(corners: Array, x: Array, y: Array) -> Array:
    """Signed distance of the points (x, y), any shape, to a closed polygon."""
    flat_x, flat_y = (a.ravel()[:, None] for a in np.broadcast_arrays(x, y))
    start, end = corners, np.roll(corners, -1, axis=0)
    edge_x, edge_y = (end - start).T
    from_x, from_y = flat_x - start[:, 0], flat_y - start[:, 1]
    along = (from_x * edge_x + from_y * edge_y) / (edge_x**2 + edge_y**2 + np.float32(1e-9))
    np.clip(along, 0, 1, out=along)
    square = (from_x - along * edge_x) ** 2 + (from_y - along * edge_y) ** 2
    distance = np.sqrt(square.min(axis=1))
    # Even-odd: how many edges a ray to the right crosses.
    straddles = (start[:, 1] <= flat_y) != (end[:, 1] <= flat_y)
    to_the_right = (from_x * edge_y < from_y * edge_x) == (edge_y > 0)
    inside = (straddles & to_the_right).sum(axis=1) % 2 == 1
    shape = np.broadcast_shapes(x.shape, y.shape)
    result: Array = np.where(inside, -distance, distance).reshape(shape)
    return result


def line_distance(points: Array, x: Array, y: Array) -> Array:
    """Distance to an open line through `points`, never negative."""
    best = np.full(np.broadcast_shapes(x.shape, y.shape), np.inf, np.float32)
    for (ax, ay), (bx, by) in zip(points[:-1].tolist(), points[1:].tolist(), strict=True):
        edge_x, edge_y = bx - ax, by - ay
        along = ((x - ax) * edge_x + (y - ay) * edge_y) / (edge_x**2 + edge_y**2 + 1e-9)
        along = np.clip(along, 0, 1)
        square = (x - ax - along * edge_x) ** 2 + (y - ay - along * edge_y) ** 2
        np.minimum(best, square, out=best)
    result: Array = np.sqrt(best)
    return result


def ellipse_distance(
    grid: Grid, middle: tuple[float, float], radii: tuple[float, float], angle: float = 0.0
) -> Array:
    """Distance to an ellipse whose first radius lies at `angle` (radians, clockwise)."""
    along, across = turned(grid, middle, angle)
    norm = np.hypot(along / radii[0], across / radii[1])
    slope = np.hypot(along / radii[0] ** 2, across / radii[1] ** 2) + np.float32(1e-6)
    # Near the middle the estimate has no slope to divide by; the small radius bounds it.
    result: Array = np.maximum(norm * (norm - 1) / slope, -min(radii)).astype(np.float32)
    return result


def turned(grid: Grid, middle: tuple[float, float], angle: float) -> tuple[Array, Array]:
    """Coordinates along and across a direction, from a middle."""
    x, y = grid.x - np.float32(middle[0]), grid.y - np.float32(middle[1])
    return rotated(x, y, angle)


def rotated(x: Array, y: Array, angle: float) -> tuple[Array, Array]:
    """Coordinates along a direction and across it (radians, clockwise), of any grid or box."""
    cosine, sine = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    return x * cosine + y * sine, y * cosine - x * sine


def smooth_maximum(one: Array, other: Array, round_off: float) -> Array:
    """The larger of two, its corner rounded over about `round_off` mm; a rounded cut."""
    difference = one - other
    result: Array = 0.5 * (one + other + np.sqrt(difference**2 + np.float32(round_off**2)))
    return result


def smooth_minimum(one: Array, other: Array, round_off: float) -> Array:
    """The smaller of two, its corner filled; a union that flows together."""
    return -smooth_maximum(-one, -other, round_off)


def coverage(distance: Array, softness: float) -> Array:
    """How much of a pixel lies inside, 0 to 1, across an edge `softness` mm wide."""
    result: Array = distance * np.float32(-1 / softness)
    result += np.float32(0.5)
    return np.clip(result, 0, 1, out=result)


def ridge(value: Array, width: float) -> Array:
    """1 where a value is 0, falling to nothing at a few `width`: lines out of noise."""
    scaled = value * np.float32(1 / width)
    result: Array = np.exp(-scaled * scaled)
    return result


def step(value: Array, low: float, high: float) -> Array:
    """0 below `low`, 1 above `high`, smooth between."""
    part: Array = value - np.float32(low)
    part *= np.float32(1 / (high - low))
    np.clip(part, 0, 1, out=part)
    result: Array = part * np.float32(-2)
    result += np.float32(3)
    result *= part
    result *= part
    return result
