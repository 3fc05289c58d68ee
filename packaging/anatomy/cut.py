"""A closed mesh cut by the planes of the slices."""

from __future__ import annotations

import numpy as np
from anatomy.stack import Slices


def cut(corners: np.ndarray, faces: np.ndarray, slices: Slices) -> np.ndarray:
    """The inside of a mesh, slice by slice; its z points up, that of the slices down."""
    inside = np.zeros((slices.count, slices.rows, slices.columns), bool)
    triangles = (corners * [1, 1, -1])[faces]
    low, high = triangles[:, :, 2].min(1), triangles[:, :, 2].max(1)
    for k, z in enumerate(slices.z):
        level = z + 1e-4  # never through a corner
        met = triangles[(low < level) & (high > level)]
        if len(met):
            inside[k] = _filled(_lines(met, level), slices)
    return inside


def _lines(triangles: np.ndarray, level: float) -> np.ndarray:
    """The line of each triangle in the plane: lines x 2 ends x (x, y)."""
    found = np.zeros((len(triangles), 2, 2))
    count = np.zeros(len(triangles), int)
    for a, b in ((0, 1), (1, 2), (2, 0)):
        start, end = triangles[:, a], triangles[:, b]
        crossed = (start[:, 2] < level) != (end[:, 2] < level)
        part = (level - start[crossed, 2]) / (end[crossed, 2] - start[crossed, 2])
        at = start[crossed, :2] + part[:, None] * (end[crossed, :2] - start[crossed, :2])
        found[crossed, count[crossed]] = at
        count[crossed] += 1
    return found


def _filled(lines: np.ndarray, slices: Slices) -> np.ndarray:
    """Even-odd: a pixel is inside when the lines left of it are odd in number."""
    crossings = np.zeros((slices.rows, slices.columns + 1), int)
    y = slices.y[:, 0]
    for (ax, ay), (bx, by) in lines:
        first, last = np.searchsorted(y, sorted((ay, by)))
        for row in range(first, last):
            x = ax + (y[row] - ay) / (by - ay) * (bx - ax)
            column = int(
                np.clip(np.ceil(x / slices.pitch + slices.columns / 2 - 0.5), 0, slices.columns)
            )
            crossings[row, column] += 1
    return np.cumsum(crossings, 1)[:, :-1] % 2 == 1
