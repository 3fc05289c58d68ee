"""Seeded, band-limited noise that is a function of the place in the body.

The same stream gives the same field at any picture size, because the random numbers sit
on a lattice fixed in millimetres and are only interpolated to the pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from atlas.imaging.simulate.grid import Array, Grid

# The lattices cover every place within this distance of the middle; beyond, they are mirrored.
_REACH = 128.0
# Root mean square of a cubic B-spline over its cell, squared for two directions.
_SPLINE_SD = 151 / 315

# Rows worked on at a time, so that what is in hand stays in the cache: twice as fast.
_BLOCK = 48

Kernel = Callable[[Array], tuple[Array, Array, Array, Array]]


def blocks(rows: int) -> Iterator[slice]:
    """Rows a few at a time, for work that would else need much room at once."""
    for start in range(0, rows, _BLOCK):
        yield slice(start, start + _BLOCK)


def stream(seed: int, *keys: int) -> np.random.Generator:
    """Random numbers that belong to a seed and a purpose; equal in every process."""
    return np.random.Generator(np.random.PCG64([seed, *keys]))


def smooth_kernel(part: Array) -> tuple[Array, Array, Array, Array]:
    """Weights of the uniform cubic B-spline: smooth, but it does not meet its knots."""
    rest = 1 - part
    return (
        rest**3 / 6,
        (3 * part**3 - 6 * part**2 + 4) / 6,
        (3 * rest**3 - 6 * rest**2 + 4) / 6,
        part**3 / 6,
    )


def exact_kernel(part: Array) -> tuple[Array, Array, Array, Array]:
    """Weights of the Catmull-Rom spline, which goes through its knots."""
    return (
        part * (-0.5 + part * (1 - 0.5 * part)),
        1 + part * part * (1.5 * part - 2.5),
        part * (0.5 + part * (2 - 1.5 * part)),
        part * part * (0.5 * part - 0.5),
    )


def interpolated(knots: Array, rows_at: Array, columns_at: Array, kernel: Kernel) -> Array:
    """Knots read at rows x columns, both given in knots; one knot of margin is needed."""
    cell, weights = _taps(columns_at, kernel)
    across = weights[0] * knots[:, cell]
    for tap in (1, 2, 3):
        across += weights[tap] * knots[:, cell + tap]
    cell, weights = _taps(rows_at, kernel)
    result = np.empty((len(rows_at), len(columns_at)), np.float32)
    for rows in blocks(len(rows_at)):
        part = result[rows]
        np.multiply(weights[0][rows, None], across[cell[rows]], out=part)
        for tap in (1, 2, 3):
            term = across[cell[rows] + tap]
            term *= weights[tap][rows, None]
            part += term
    return result


def field(grid: Grid, random: np.random.Generator, spacing: float, octaves: int = 1) -> Array:
    """Noise of mean 0 and standard deviation 1 with grains of about twice `spacing` mm.

    Slow noise is summed on a coarser grid first: every octave more would cost as much as
    the whole picture.
    """
    enough = spacing / 2 ** (octaves - 1) / 3
    if octaves > 1 and enough > 1.3 * grid.pitch:
        coarse = grid.coarser(enough)
        return resampled(field(coarse, random, spacing, octaves), coarse, grid)
    total = sum(0.25**octave for octave in range(octaves))
    result = _octave(grid, random, spacing, total**-0.5)
    for octave in range(1, octaves):
        result += _octave(grid, random, spacing / 2**octave, 0.5**octave * total**-0.5)
    return result


def tile(random: np.random.Generator, cells: int = 32, oversampling: int = 8) -> Array:
    """A square of noise that repeats without a seam; for `looked_up`."""
    knots = random.standard_normal((cells, cells), np.float32)
    wrapped = np.pad(knots, 2, mode="wrap")
    at = (np.arange(cells * oversampling, dtype=np.float32) / oversampling) + 2
    return interpolated(wrapped, at, at, smooth_kernel) / np.float32(_SPLINE_SD)


def looked_up(noise: Array, across: Array, down: Array, oversampling: int = 8) -> Array:
    """A tile read at any points, given in its cells; for noise that follows fibres."""
    result = np.empty(across.shape, np.float32)
    for rows in blocks(len(across)):
        result[rows] = _between_four(noise, across[rows] * oversampling, down[rows] * oversampling)
    return result


def _between_four(noise: Array, across: Array, down: Array) -> Array:
    """The tile read between its four nearest values, at points given in these."""
    side = noise.shape[0]
    last = np.int32(side - 1)  # sides are powers of two, so `&` wraps, also below 0
    column, row = np.floor(across), np.floor(down)
    right, below = across - column, down - row
    column, row = column.astype(np.int32) & last, row.astype(np.int32) & last
    flat, row_start = noise.ravel(), row * side
    next_column, next_row = (column + 1) & last, ((row + 1) & last) * side
    upper = flat[row_start + column] * (1 - right) + flat[row_start + next_column] * right
    lower = flat[next_row + column] * (1 - right) + flat[next_row + next_column] * right
    result: Array = upper + below * (lower - upper)
    return result


def resampled(values: Array, source: Grid, target: Grid) -> Array:
    """A smooth coarse array read on the pixels of a finer grid; its edge goes on outside."""
    across = (target.x[0] - source.x[0, 0]) / np.float32(source.pitch) + 2
    down = (target.y[:, 0] - source.y[0, 0]) / np.float32(source.pitch) + 2
    across = np.clip(across, 1, source.columns + 1.999)
    down = np.clip(down, 1, source.rows + 1.999)
    return interpolated(np.pad(values, 2, mode="edge"), down, across, exact_kernel)


def _octave(grid: Grid, random: np.random.Generator, spacing: float, deviation: float) -> Array:
    count = int(np.ceil(2 * _REACH / spacing)) + 4
    knots = random.standard_normal((count, count), np.float32)
    knots *= np.float32(deviation / _SPLINE_SD)
    columns_at = (_within(grid.x[0]) + np.float32(_REACH)) / np.float32(spacing) + 1
    rows_at = (_within(grid.y[:, 0]) + np.float32(_REACH)) / np.float32(spacing) + 1
    return interpolated(knots, rows_at, columns_at, smooth_kernel)


def _within(places: Array) -> Array:
    """Places beyond the lattice, mirrored at its edge as often as it takes."""
    if np.abs(places).max() <= _REACH:
        return places
    turn = (places + np.float32(_REACH)) % np.float32(4 * _REACH) - np.float32(2 * _REACH)
    mirrored: Array = np.float32(_REACH) - np.abs(turn)
    return np.where(np.abs(places) <= _REACH, places, mirrored)


def _taps(at: Array, kernel: Kernel) -> tuple[np.ndarray, tuple[Array, ...]]:
    cell = np.floor(at).astype(np.intp)
    return cell - 1, kernel((at - cell).astype(np.float32))
