"""What a scanner makes of a slice: the blur of its kernel, and quantum noise."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import stream

_KEY = 850
_TILE = 512
_KERNEL = 0.55  # mm, deviation of the blur of a soft-tissue kernel
_LOWEST, _HIGHEST = -1024, 3071


def scanned(values: Array, pitch: float, noise: float, seed: int, number: int) -> Array:
    """Whole Hounsfield units; `noise` is their deviation in the middle of the body."""
    blurred = _blurred(values, _KERNEL / pitch)
    grain = _laid(_tile(round(pitch, 4)), values.shape, seed, number)
    grain *= _deep(values.shape, noise)
    blurred += grain
    return np.clip(np.rint(blurred, out=blurred), _LOWEST, _HIGHEST, out=blurred)


def _blurred(values: Array, spread: float) -> Array:
    """A Gaussian of `spread` pixels, both ways."""
    reach = max(1, round(2.5 * spread))
    at = np.arange(-reach, reach + 1)
    weights = np.exp(-0.5 * (at / max(spread, 0.2)) ** 2)
    weights = (weights / weights.sum()).astype(np.float32)
    for _ in range(2):
        wide = np.pad(values, ((reach, reach), (0, 0)), mode="edge")
        rows = values.shape[0]
        values = weights[0] * wide[:rows]
        for tap, weight in enumerate(weights[1:], 1):
            values += weight * wide[tap : tap + rows]
        values = np.ascontiguousarray(values.T)
    return values


@lru_cache(maxsize=3)
def _tile(pitch: float) -> Array:
    """Noise of deviation 1 that repeats, of filtered back projection: ramp times kernel."""
    white = stream(78, _KEY).standard_normal((_TILE, _TILE))
    rate = np.fft.fftfreq(_TILE, pitch)
    square = rate[:, None] ** 2 + rate[None, :] ** 2
    amplitude = square**0.25 * np.exp(-square * 2.4)
    made = np.fft.ifft2(np.fft.fft2(white) * amplitude).real
    tile: Array = (made / made.std()).astype(np.float32)
    return tile


def _laid(tile: Array, shape: tuple[int, ...], seed: int, number: int) -> Array:
    random = stream(seed, _KEY, number)
    down, across, turns = (int(random.integers(most)) for most in (_TILE, _TILE, 4))
    moved = np.roll(np.rot90(tile, turns), (down, across), (0, 1))
    repeats = (-(-shape[0] // _TILE), -(-shape[1] // _TILE))
    return np.tile(moved, repeats)[: shape[0], : shape[1]]


def _deep(shape: tuple[int, ...], noise: float) -> Array:
    """Fewer quanta come from the middle of a body than from its edge."""
    rows, columns = (np.linspace(-1, 1, count, dtype=np.float32) for count in shape)
    square = np.minimum(rows[:, None] ** 2 + columns[None, :] ** 2, 1)
    result: Array = np.float32(noise) * (1 - np.float32(0.42) * square)
    return result
