"""MR of a stack: the signals of its labels, and what the coil receives of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.canvas import Canvas
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import stream
from atlas.imaging.simulate.scanner import Sequence, shading
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.volume import Volume, resized, textured

SEQUENCES: Mapping[str, Sequence] = MappingProxyType(
    {
        "elbow-mr-t2fs": Sequence(4000, 60, gain=1500, noise=13, saturation=0.93),
    }
)

# Times of tendon, cartilage and spongiosa are chosen beside those of `tissue` so that their
# signals look as they are described.
_TISSUES: Mapping[str, Tissue] = MappingProxyType(
    {
        "air": tissue.AIR,
        "skin": tissue.SKIN,
        "fat": tissue.FAT,
        "cavity-fat": tissue.FAT,
        "marbling": tissue.FAT,
        "fibrous": tissue.FIBROUS,
        "tendon": tissue.TENDON,
        "cortex": tissue.CORTEX,
        "spongiosa": Tissue(190, 0.80, 320, 90, mr_grain=0.09, is_fat=True),
        "marrow": tissue.MARROW,
        "cartilage": Tissue(90, 0.78, 1000, 42, mr_grain=0.04),
        "joint-fluid": tissue.FLUID,
        "nerve": tissue.NERVE,
        "artery": tissue.ARTERY,
        "vein": tissue.VEIN,
    }
)

_KEY = 880
_ACQUIRED = 320  # points along the longer side
_SHIFT = 0.8  # acquired points that fat lies to the right of where it is
_FINE, _COARSE = 0.75, 0.8  # of the grain of a tissue, in its fine and its coarse texture


def signals(body: Volume, sequence: Sequence, seed: int) -> tuple[Array, Array]:
    """Those of water and of fat, at the resolution of the labels."""
    inks = [sequence.ink(_TISSUES.get(name, tissue.MUSCLE)) for name in body.facts.labels]
    water, fat = (
        textured(body, [(value, _FINE * grain, _COARSE * grain) for value, grain in some], seed)
        for some in zip(*inks, strict=True)
    )
    return water, fat


def received(canvas: Canvas, sequence: Sequence, seed: int, number: int) -> Array:
    """Few points acquired, fat shifted among them, a coil's shading and Rician noise."""
    grid = canvas.grid
    acquired = _acquired(grid)
    water, fat = (resized(channel, acquired) for channel in canvas.channels)
    signal = water + (1 - _SHIFT) * fat
    signal[:, 1:] += _SHIFT * fat[:, :-1]
    middle = acquired.columns * acquired.pitch / 2, acquired.rows * acquired.pitch / 2
    signal *= shading(acquired.seen_from(*middle), seed)
    random = stream(seed, _KEY, number)
    real, imaginary = (
        random.standard_normal(acquired.shape, np.float32) * np.float32(sequence.noise)
        for _ in range(2)
    )
    magnitude = resized(np.hypot(signal + real, imaginary), grid)
    return np.maximum(np.rint(magnitude, out=magnitude), 0, out=magnitude)


def _acquired(grid: Grid) -> Grid:
    """The points a scanner fills its picture from, if they are fewer than those shown."""
    coarser = max(1.0, max(grid.columns, grid.rows) / _ACQUIRED)
    columns, rows = round(grid.columns / coarser), round(grid.rows / coarser)
    return Grid(grid.left, grid.top, grid.columns * grid.pitch / columns, columns, rows)
