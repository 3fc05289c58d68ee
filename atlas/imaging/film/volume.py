"""A small box of voxels for lesions with an inside, and its shadow on the pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import smooth_kernel

_CELLS = 24  # of the lattice of noise, each way; it repeats
_DEVIATION = 3.0  # restores what the splines take from white noise, in three directions
_MOST = 68  # voxels along the longest side
_MOST_DEEP = 36


@dataclass(frozen=True, eq=False, slots=True)
class Volume:
    """Voxels round the origin of a grid, the same however fine the pixels are.

    Axes are y (down), x (right), z (away from the tube), in mm.
    """

    grid: Grid
    y: Array
    x: Array
    z: Array
    steps: tuple[float, float, float]

    @classmethod
    def within(cls, grid: Grid, across: float, down: float, deep: float) -> Volume:
        """Voxels within so many mm of the origin."""
        step = max(2 * across, 2 * down) / _MOST
        counts = [max(int(2 * half / step), 8) for half in (down, across)]
        counts.append(min(max(int(2 * deep / step), 8), _MOST_DEEP))
        halves = (down, across, deep)
        y, x, z = (
            (((np.arange(n) + 0.5) / n * 2 - 1) * half).astype(np.float32)
            for n, half in zip(counts, halves, strict=True)
        )
        steps = tuple(2 * half / n for n, half in zip(counts, halves, strict=True))
        return cls(grid, y[:, None, None], x[None, :, None], z[None, None, :], steps)  # type: ignore[arg-type]

    @property
    def shape(self) -> tuple[int, int, int]:
        return self.y.size, self.x.size, self.z.size

    def noise(self, random: np.random.Generator, spacing: float) -> Array:
        """Smooth noise of mean 0 and deviation 1 with grains of about twice `spacing` mm."""
        values = random.standard_normal((_CELLS,) * 3, np.float32)
        # One axis at a time, each time turning the next to the front.
        for count, step in zip(self.shape[::-1], self.steps[::-1], strict=True):
            start = random.random() * _CELLS
            weights = _weights(count, max(spacing / step, 1.0), start)
            values = np.tensordot(weights, values, (1, 2))
        return values * np.float32(_DEVIATION)

    def thickness(self, share: Array) -> Array:
        """The mm of a ray that are filled, from how full each voxel is; on the pixels."""
        return np.maximum(self._on_pixels(share.sum(2) * np.float32(self.steps[2])), 0)

    def outline(self, inside: Array) -> Array:
        """A field on the pixels, negative where a ray meets a voxel with positive `inside`."""
        return -self._on_pixels(np.clip(inside.max(2), -1, 1))

    def _on_pixels(self, values: Array) -> Array:
        """Between the voxels, linear; nothing outside them."""
        down = _reading(self.grid.y[:, 0], self.y.ravel())
        across = _reading(self.grid.x[0], self.x.ravel())
        return down @ values.astype(np.float32) @ across.T


def _weights(count: int, cell: float, start: float) -> Array:
    """Count x cells: how samples `cell` apart are read from a lattice that repeats."""
    at = np.float32(start) + np.arange(count, dtype=np.float32) / np.float32(cell)
    first = np.floor(at).astype(np.intp)
    weights = np.zeros((count, _CELLS), np.float32)
    for tap, part in enumerate(smooth_kernel(at - first)):
        np.add.at(weights, (np.arange(count), (first + tap - 1) % _CELLS), part)
    return weights


def _reading(wanted: Array, had: Array) -> Array:
    """Weights that read values at `had`, evenly spaced, at the places `wanted`."""
    at = np.clip((wanted - had[0]) / (had[1] - had[0]), 0, len(had) - 1.001)
    before = at.astype(np.intp)
    weights = np.zeros((len(wanted), len(had)), np.float32)
    number = np.arange(len(wanted))
    weights[number, before] = 1 - (at - before)
    weights[number, before + 1] += at - before
    return weights
