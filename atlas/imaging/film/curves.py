"""The distance of every pixel to a curve, and where along the curve it is nearest."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from atlas.imaging.simulate.grid import Array, Grid

FAR = 1e3


@dataclass(frozen=True, eq=False, slots=True)
class Beside:
    """Of each pixel: mm from the curve, mm along it, and on which side (+1 right, -1 left)."""

    away: Array
    along: Array
    side: Array
    length: float


def beside(grid: Grid, points: Array, reach: float) -> Beside:
    """Measured within `reach` mm of a chain of points; `FAR` beyond."""
    square = np.full(grid.shape, FAR**2, np.float32)
    along, side = np.zeros(grid.shape, np.float32), np.ones(grid.shape, np.float32)
    start = 0.0
    for a, b in pairwise(points):
        step = b - a
        length = max(float(np.hypot(*step)), 1e-6)
        low, high = np.minimum(a, b) - reach, np.maximum(a, b) + reach
        columns = _within(grid.x[0], low[0], high[0])
        rows = _within(grid.y[:, 0], low[1], high[1])
        x, y = grid.x[:, columns] - a[0], grid.y[rows] - a[1]
        share = np.clip((x * step[0] + y * step[1]) / np.float32(length**2), 0, 1)
        found = (x - share * step[0]) ** 2 + (y - share * step[1]) ** 2
        nearer = found < square[rows, columns]
        square[rows, columns][nearer] = found[nearer]
        along[rows, columns][nearer] = (np.float32(start) + share * np.float32(length))[nearer]
        side[rows, columns][nearer] = np.where(y * step[0] > x * step[1], 1, -1)[nearer]
        start += length
    return Beside(np.sqrt(square), along, side, start)


def _within(values: Array, low: float, high: float) -> slice:
    first, last = np.searchsorted(values, (low, high))
    return slice(int(first), int(last))
