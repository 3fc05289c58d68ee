"""How far pixels lie from the surface of tissues, in mm; a blur of their share saturates sooner."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import resampled
from atlas.imaging.stack.bed import Bed, Spot

_COARSE = 0.9  # mm
_MOST_POINTS = 420


def away_from(bed: Bed, grid: Grid, spot: Spot, reach: float, *labels: str) -> Array:
    """Negative in the tissues that lie within `reach` mm of a spot; `grid` is seen from there."""
    volume = bed.volume
    pitch = volume.grid.pitch
    seen = volume.grid.seen_from(spot.x, spot.y)
    inside = np.isin(volume.labels, volume.numbers(*labels))
    inside &= np.hypot(seen.x, seen.y) < np.float32(reach)
    rows, columns = np.nonzero(_edge(inside))
    if not rows.size:
        return np.full(grid.shape, reach, np.float32)
    some = np.linspace(0, rows.size - 1, min(rows.size, _MOST_POINTS)).astype(np.intp)
    x, y = seen.x[0, columns[some]], seen.y[rows[some], 0]
    coarse = grid.coarser(max(_COARSE, grid.pitch))
    away = np.full(coarse.shape, np.inf, np.float32)
    for at_x, at_y in zip(x.tolist(), y.tolist(), strict=True):
        square = (coarse.x - np.float32(at_x)) ** 2 + (coarse.y - np.float32(at_y)) ** 2
        np.minimum(away, square, out=away)
    at = [
        ((middles - np.float32(start)) / np.float32(pitch)).astype(np.intp)
        for middles, start in ((coarse.y[:, 0], seen.top), (coarse.x[0], seen.left))
    ]
    held = inside[
        at[0].clip(0, inside.shape[0] - 1)[:, None], at[1].clip(0, inside.shape[1] - 1)[None, :]
    ]
    signed: Array = np.where(held, -np.sqrt(away), np.sqrt(away)).astype(np.float32)
    return resampled(signed, coarse, grid)


def _edge(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The pixels of a mask with a neighbour outside it."""
    inner = inside.copy()
    inner[1:] &= inside[:-1]
    inner[:-1] &= inside[1:]
    inner[:, 1:] &= inside[:, :-1]
    inner[:, :-1] &= inside[:, 1:]
    return inside & ~inner
