"""A small box of noise that repeats without a seam, read anywhere in space."""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from scipy.ndimage import gaussian_filter

SIDE = 64


def _unit(random: np.random.Generator, spread: float) -> np.ndarray:
    values = gaussian_filter(random.standard_normal((SIDE,) * 3), spread, mode="wrap")
    return values / values.std()


def _lattice() -> np.ndarray:
    """Two fields of mean 0 and deviation 1: ridged (thin bright walls), and slow."""
    random = np.random.Generator(np.random.PCG64(1))
    fine, coarse = _unit(random, 1.1), _unit(random, 2.6)
    ridged = 1 - np.abs(fine) * 1.25 + 0.35 * coarse
    ridged = (ridged - ridged.mean()) / ridged.std()
    return np.stack([ridged, _unit(random, 4.0)]).astype(np.float32)


LATTICE = _lattice()
RIDGED, SLOW = 0, 1


@njit(inline="always")
def read(noise, x, y, z):
    """One field of the lattice at a point given in its cells."""
    floor_x, floor_y, floor_z = math.floor(x), math.floor(y), math.floor(z)
    a, b, c = x - floor_x, y - floor_y, z - floor_z
    i0, j0, k0 = int(floor_x) & 63, int(floor_y) & 63, int(floor_z) & 63
    i1, j1, k1 = (i0 + 1) & 63, (j0 + 1) & 63, (k0 + 1) & 63
    near = (noise[i0, j0, k0] * (1 - a) + noise[i1, j0, k0] * a) * (1 - b)
    near += (noise[i0, j1, k0] * (1 - a) + noise[i1, j1, k0] * a) * b
    far = (noise[i0, j0, k1] * (1 - a) + noise[i1, j0, k1] * a) * (1 - b)
    far += (noise[i0, j1, k1] * (1 - a) + noise[i1, j1, k1] * a) * b
    return near * (1 - c) + far * c
