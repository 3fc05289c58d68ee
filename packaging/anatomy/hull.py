"""Bones from two drawings: the outline seen from the side and the outline seen from above."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from anatomy.shapes import closed_spline
from anatomy.voxels import Voxels
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates
from skimage.draw import polygon2mask

Seen = Callable[[np.ndarray], np.ndarray]
Outline = Sequence[tuple[float, float]]

_FINE = 0.2  # mm between the samples of an outline
_MARGIN = 6.0  # mm round a bone


def hull(side: Outline, above: Outline, edge: float, seen: Seen, step: float = 0.5) -> Voxels:
    """The body whose outlines are both drawings, its edges rounded by `edge` mm.

    `side` is drawn in x and y, `above` in x and z. `seen` turns places into those of the picture;
    it may turn, mirror and move.
    """
    flat = [closed_spline(points, 240) for points in (side, above)]
    low = np.array([max(f[:, 0].min() for f in flat), flat[0][:, 1].min(), flat[1][:, 1].min()])
    high = np.array([min(f[:, 0].max() for f in flat), flat[0][:, 1].max(), flat[1][:, 1].max()])
    corners = seen(np.array([[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1])
                             for z in (low[2], high[2])]))  # fmt: skip
    start = corners.min(0) - 3.5
    counts = np.ceil((corners.max(0) + 3.5 - start) / step).astype(int)
    axes = [start[axis] + step * np.arange(counts[axis]) for axis in range(3)]
    places = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3)
    origin = seen(np.zeros((1, 3)))
    turn = seen(np.eye(3)) - origin  # rows are where the axes go, so its transpose takes them back
    own = (places - origin) @ turn.T
    a, b = _outside(flat[0], own[:, :2]), _outside(flat[1], own[:, [0, 2]])
    found = np.hypot(np.maximum(a + edge, 0), np.maximum(b + edge, 0)) - edge
    found += np.minimum(np.maximum(a + edge, b + edge), 0)
    distance = gaussian_filter(found.reshape(counts), 0.8)
    return Voxels(distance.astype(np.float32), start, step)


def _outside(ring: np.ndarray, places: np.ndarray) -> np.ndarray:
    """How far places lie outside a closed curve, mm, negative inside."""
    low = ring.min(0) - _MARGIN
    columns, rows = np.ceil((ring.max(0) + _MARGIN - low) / _FINE).astype(int)
    inside = polygon2mask((rows, columns), (ring - low)[:, ::-1] / _FINE)
    away = (distance_transform_edt(~inside) - distance_transform_edt(inside)) * _FINE
    at = ((places - low) / _FINE).T[::-1]
    clipped = np.clip(at, 0, np.array([[rows - 1], [columns - 1]]))
    beyond = np.hypot(*(at - clipped)) * _FINE
    return map_coordinates(gaussian_filter(away, 1.0), clipped, order=1) + beyond


def layered(
    outline: Outline, layers: Sequence[tuple[float, float, float, float]], edge: float,
    step: float = 0.4,
) -> Voxels:  # fmt: skip
    """One outline that grows and shifts with the depth, as a carpal bone does from back to palm.

    A layer is its z, how much the outline has grown there, and how far it is shifted in x and y.
    """
    ring = closed_spline(outline, 240)
    middle = ring.mean(0)
    deep, grown, across, up = np.array(layers).T
    most, shift = grown.max(), np.abs(np.stack([across, up], 1)).max(0)
    low = middle + (ring.min(0) - middle) * most - shift
    high = middle + (ring.max(0) - middle) * most + shift
    start = np.array([*low, deep[0]]) - 3.0
    counts = np.ceil((np.array([*high, deep[-1]]) + 3.0 - start) / step).astype(int)
    xs, ys, zs = (start[axis] + step * np.arange(counts[axis]) for axis in range(3))
    distance = np.empty(counts, np.float32)
    plane = np.stack(np.meshgrid(xs, ys, indexing="ij"), -1).reshape(-1, 2)
    for number, z in enumerate(zs):
        grow, dx, dy = (np.interp(z, deep, one) for one in (grown, across, up))
        own = (plane - middle - [dx, dy]) / grow + middle
        side = _outside(ring, own).reshape(counts[:2]) * grow + edge
        end = max(deep[0] - z, z - deep[-1]) + edge
        far = np.hypot(np.maximum(side, 0), max(end, 0)) - edge
        distance[:, :, number] = far + np.minimum(np.maximum(side, end), 0)
    return Voxels(gaussian_filter(distance, 0.9), start, step)
