"""From a line integral of attenuation to the greys of a film, in numbers of 12 bits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import stream

LIGHTEST = 4095
_KEY = 700
_TILE = 512
_FAINTEST = 2e-4  # of the open beam; what scatter leaves behind the thickest part
_SHOULDER = 0.84  # of the way to white, from where greys are pressed together
_FADE = 14  # direct exposure is black: full density from 1 / 14 of line integral on


@dataclass(frozen=True, slots=True)
class Look:
    """How a view is exposed and developed."""

    scatter: float = 0.12  # share of what arrives that is scattered
    quanta: float = 14000.0  # a pixel of 0.25 mm in the open beam
    equal: float = 0.35  # how far wide differences are evened out
    sharp: float = 0.6  # how far fine detail is lifted
    reach: float = 11.0  # mm, what counts as wide
    gamma: float = 1.0
    dark: float = 3.0  # percentiles of the bare film that become black and white
    light: float = 99.7


def developed(
    integral: Array, look: Look, pitch: float, window: tuple[float, float], seed: int
) -> Array:
    """The film: 0 black to 4095, whole numbers, the same for the same seed everywhere."""
    noise = _noise(integral.shape, seed)
    dense = density(integral, look, pitch, noise)
    low, high = window
    dense -= np.float32(low)
    dense /= np.float32(high - low)
    np.clip(dense, 0, 1.6, out=dense)
    if look.gamma != 1:
        np.power(dense, np.float32(look.gamma), out=dense)
    dense = _shoulder(dense)
    dense *= np.minimum(integral * np.float32(_FADE), 1)
    grey = dense * np.float32(3800) + np.float32(70) + noise * np.float32(14)
    return np.clip(np.rint(grey), 0, LIGHTEST).astype(np.float32)


def density(integral: Array, look: Look, pitch: float, noise: Array | None) -> Array:
    """What the detector measured, logarithmic, evened and sharpened."""
    beam = np.exp(-integral)
    veil = wide_blur(beam, 16 / pitch)
    beam *= np.float32(1 - look.scatter)
    veil *= np.float32(look.scatter)
    beam += veil
    _narrow_blur(beam, 0.16)
    if noise is not None:
        quanta = look.quanta * (pitch / 0.25) ** 2
        beam += np.sqrt(beam) * np.float32(quanta**-0.5) * noise
    dense = -np.log(np.maximum(beam, np.float32(_FAINTEST)))
    fine = dense - wide_blur(dense, 1.3 / pitch, 2)
    dense -= np.float32(look.equal) * (wide_blur(dense, look.reach / pitch) - np.float32(1.2))
    dense += np.float32(look.sharp) * fine
    return dense


def _shoulder(dense: Array) -> Array:
    """A toe, and a soft shoulder: the densest metal is white, and bone before it is not yet."""
    toe = dense * dense * (np.float32(1.9) - np.float32(0.9) * dense)
    lower = np.where(dense < 1, np.float32(0.45) * toe + np.float32(0.55) * dense, dense)
    rest = np.float32(1 - _SHOULDER)
    over = np.maximum(lower - np.float32(_SHOULDER), 0)
    return np.where(over > 0, 1 - rest * np.exp(-over / rest), lower).astype(np.float32)


def wide_blur(values: Array, spread: float, shrink: int = 8) -> Array:
    """A blur of `spread` pixels, made on means of `shrink` x `shrink` pixels: wide is cheap."""
    rows, columns = values.shape
    down = np.pad(values, ((0, -rows % shrink), (0, -columns % shrink)), mode="edge")
    small = down.reshape(down.shape[0] // shrink, shrink, -1, shrink).mean((1, 3))
    radius = max(1, round(spread / shrink))
    for _ in range(2):
        small = _boxed(_boxed(small, radius).T, radius).T
    return _enlarged(small, shrink, rows, columns)


def _boxed(values: Array, radius: int) -> Array:
    """Means over 2 * radius + 1 rows."""
    wide = np.pad(values, ((radius + 1, radius), (0, 0)), mode="edge")
    sums = np.cumsum(wide, axis=0, dtype=np.float64)
    length = 2 * radius + 1
    return ((sums[length:] - sums[:-length]) / length).astype(np.float32)


def _enlarged(small: Array, factor: int, rows: int, columns: int) -> Array:
    """Between the middles of the small pixels, linear both ways."""
    down = _linear(small, factor, rows)
    return np.ascontiguousarray(_linear(down.T, factor, columns).T)


def _linear(values: Array, factor: int, count: int) -> Array:
    at = np.clip((np.arange(count) + 0.5) / factor - 0.5, 0, len(values) - 1)
    before = np.minimum(at.astype(np.intp), max(len(values) - 2, 0))
    rest = (at - before).astype(np.float32)[:, None]
    after = np.minimum(before + 1, len(values) - 1)
    between: Array = values[before] * (1 - rest) + values[after] * rest
    return between


def _narrow_blur(values: Array, share: float) -> None:
    """The unsharpness of the detector, in place."""
    part = np.float32(share)
    for axis in (values, values.T):
        middle = axis[1:-1] * (1 - 2 * part) + (axis[:-2] + axis[2:]) * part
        axis[1:-1] = middle


@lru_cache(maxsize=1)
def _tile() -> Array:
    """Quantum noise of deviation 1, slightly smeared by the detector; it repeats."""
    grain = stream(12345, _KEY).standard_normal((_TILE, _TILE), np.float32)
    near = sum(np.roll(grain, step, axis) for axis in (0, 1) for step in (-1, 1))
    grain = grain * np.float32(0.62) + near * np.float32(0.16)
    tile: Array = grain / grain.std()
    return tile


def _noise(shape: tuple[int, ...], seed: int) -> Array:
    """The tile, shifted and turned by the seed."""
    random = stream(seed, _KEY)
    down, across, turns = (int(random.integers(most)) for most in (_TILE, _TILE, 4))
    tile = np.roll(np.rot90(_tile(), turns), (down, across), (0, 1))
    repeats = (-(-shape[0] // _TILE), -(-shape[1] // _TILE))
    return np.tile(tile, repeats)[: shape[0], : shape[1]]
