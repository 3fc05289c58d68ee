"""Outlines of a signed distance: marching squares, then fewer points.

W. E. Lorensen and H. E. Cline, "Marching cubes", 1987, in two dimensions.
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
_TOLERANCE = 0.05  # pixels a point left out may stray from the line that replaces it
_PASSES = 5
_FEWEST = 8  # points, below which a ring is left as it is
_SMALLEST = 0.5  # square mm; a smaller ring is a fleck nobody can point at


def rings_of(grid: Grid, distance: Array) -> tuple[Ring, ...]:
    """Closed rings round where `distance` is negative, in points of the whole picture."""
    # A border as far outside as its neighbours are inside closes rings along the very edge.
    depth = np.pad(-distance.astype(np.float32), 1, mode="edge")
    for border in (depth[0], depth[-1], depth[:, 0], depth[:, -1]):
        np.negative(np.abs(border), out=border)
    found = []
    for ring in _traced(depth):
        if abs(_area(ring)) * grid.pitch**2 < _SMALLEST:
            continue
        # Pixel (0, 0) has its middle at (0.5, 0.5), and the border added one.
        shift = np.array([grid.column - 0.5, grid.row - 0.5])
        points = _simplified(ring) + shift
        found.append(tuple((round(x, 2), round(y, 2)) for x, y in points.tolist()))
    return tuple(sorted(found))


def joint_rings(parts: tuple[tuple[Grid, Array], ...]) -> tuple[Ring, ...]:
    """The outline of one region; parts that overlap are outlined as one."""
    if not parts:
        return ()
    if len(parts) == 1:
        return rings_of(*parts[0])
    left, top = min(g.column for g, _ in parts), min(g.row for g, _ in parts)
    right = max(g.column + g.columns for g, _ in parts)
    bottom = max(g.row + g.rows for g, _ in parts)
    pitch = parts[0][0].pitch
    whole = Grid(0, 0, pitch, right - left, bottom - top, left, top)
    merged = np.full(whole.shape, 50.0, np.float32)
    for grid, distance in parts:
        rows = slice(grid.row - top, grid.row - top + grid.rows)
        part = merged[rows, grid.column - left : grid.column - left + grid.columns]
        np.minimum(part, distance, out=part)
    return rings_of(whole, merged)


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


def _simplified(ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """A closed ring without the points that lie on the line between their neighbours.

    Every second point is judged at a time, so that its neighbours stay; what is kept strays
    from the whole ring by less than `_PASSES` times `_TOLERANCE`.
    """
    for _ in range(_PASSES):
        count = len(ring)
        if count < _FEWEST:
            break
        judged = np.arange(1, count - 1, 2)
        before, chord = ring[judged - 1], ring[judged + 1] - ring[judged - 1]
        away = ring[judged] - before
        across = np.abs(away[:, 0] * chord[:, 1] - away[:, 1] * chord[:, 0])
        straight = across < _TOLERANCE * np.hypot(chord[:, 0], chord[:, 1])
        ring = np.delete(ring, judged[straight], axis=0)
    return ring
