"""Outlines of a signed distance: marching squares, then fewer points.

W. E. Lorensen and H. E. Cline, "Marching cubes", 1987, in two dimensions; D. H. Douglas and
T. K. Peucker, "Algorithms for the reduction of the number of points", 1973.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from atlas.imaging.frame import Ring
from atlas.imaging.simulate.grid import Array, Grid

# Sides of a cell are numbered top 0, right 1, bottom 2, left 3. By which corners are inside
# (top left 1, top right 2, bottom right 4, bottom left 8): the lines, inside on one hand.
_LINES: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),),
    2: ((0, 1),),
    3: ((3, 1),),
    4: ((1, 2),),
    5: ((3, 0), (1, 2)),
    6: ((0, 2),),
    7: ((3, 2),),
    8: ((2, 3),),
    9: ((2, 0),),
    10: ((0, 1), (2, 3)),
    11: ((2, 1),),
    12: ((1, 3),),
    13: ((1, 0),),
    14: ((0, 3),),
}
_TOLERANCE = 0.2  # pixels a simplified outline may stray
_SMALLEST = 3.0  # square pixels; a smaller ring is a fleck of the grid


def rings_of(grid: Grid, distance: Array) -> tuple[Ring, ...]:
    """Closed rings round where `distance` is negative, in points of the whole picture."""
    # A border outside everything closes the rings that would leave the part.
    far = np.float32(max(1.0, float(np.abs(distance).max())))
    depth = np.pad(-distance.astype(np.float32), 1, constant_values=-far)
    found = []
    for ring in _traced(depth):
        if abs(_area(ring)) < _SMALLEST:
            continue
        # Pixel (0, 0) has its middle at (0.5, 0.5), and the border added one.
        shift = np.array([grid.column - 0.5, grid.row - 0.5])
        points = _simplified(ring, _TOLERANCE) + shift
        found.append(tuple((round(x, 2), round(y, 2)) for x, y in points.tolist()))
    return tuple(sorted(found))


def _traced(depth: Array) -> list[NDArray[np.float64]]:
    """Rings at depth 0, in columns and rows of `depth`."""
    starts, ends = _cell_lines(depth > 0)
    following = dict(zip(starts.tolist(), ends.tolist(), strict=True))
    rings = []
    while following:
        first, at = following.popitem()
        chain = [first]
        while at != first:
            chain.append(at)
            at = following.pop(at)
        rings.append(_crossings(depth, np.array(chain)))
    return rings


def _cell_lines(inside: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The sides each line of each cell begins and ends on, as numbers unique in the picture.

    A side between two neighbours in a row is row * columns + column; one between two
    neighbours in a column is that plus rows * columns.
    """
    rows, columns = inside.shape
    corner = inside.astype(np.int8)
    case = corner[:-1, :-1] + 2 * corner[:-1, 1:] + 4 * corner[1:, 1:] + 8 * corner[1:, :-1]
    row, column = np.nonzero((case > 0) & (case < 15))
    case = case[row, column]
    top = row * columns + column
    sides = np.stack([top, rows * columns + top + 1, top + columns, rows * columns + top])
    starts, ends = [np.zeros(0, np.intp)], [np.zeros(0, np.intp)]
    for number, lines in _LINES.items():
        here = sides[:, case == number]
        for start, end in lines:
            starts.append(here[start])
            ends.append(here[end])
    return np.concatenate(starts), np.concatenate(ends)


def _crossings(depth: Array, chain: NDArray[np.intp]) -> NDArray[np.float64]:
    """Where the depth passes 0 on each side of the chain."""
    rows, columns = depth.shape
    in_row = chain < rows * columns
    corner = np.where(in_row, chain, chain - rows * columns)
    row, column = corner // columns, corner % columns
    next_row, next_column = row + ~in_row, column + in_row
    here, there = depth[row, column], depth[next_row, next_column]
    part = here / (here - there)
    x, y = column + part * (next_column - column), row + part * (next_row - row)
    return np.stack([x, y], axis=1).astype(np.float64)


def _area(ring: NDArray[np.float64]) -> float:
    x, y = ring.T
    return float(0.5 * np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def _simplified(ring: NDArray[np.float64], tolerance: float) -> NDArray[np.float64]:
    """A closed ring with the points left out that lie within `tolerance` of the others."""
    count = len(ring)
    closed = np.vstack([ring, ring[:1]])
    farthest = int(np.argmax(((ring - ring[0]) ** 2).sum(axis=1)))
    kept = np.zeros(count + 1, bool)
    kept[[0, farthest, count]] = True
    waiting = [(0, farthest), (farthest, count)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        worst, stray = _strayed(closed, first, last)
        if stray > tolerance:
            kept[worst] = True
            waiting += [(first, worst), (worst, last)]
    return closed[:-1][kept[:-1]]


def _strayed(points: NDArray[np.float64], first: int, last: int) -> tuple[int, float]:
    """Which point between two lies farthest from the chord, and how far."""
    chord = points[last] - points[first]
    between = points[first + 1 : last] - points[first]
    length = float(np.hypot(*chord)) + 1e-9
    stray = np.abs(between[:, 0] * chord[1] - between[:, 1] * chord[0]) / length
    worst = int(np.argmax(stray))
    return first + 1 + worst, float(stray[worst])
