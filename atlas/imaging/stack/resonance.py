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

_T1 = Sequence(560, 11, gain=1080, noise=10)
_T2 = Sequence(4200, 78, gain=1500, noise=11)
_PD = Sequence(2800, 26, gain=1300, noise=11)
_STIR = Sequence(4600, 46, 172, gain=1250, noise=13)
_T1FS = Sequence(560, 11, gain=1080, noise=10, saturation=0.9)
_T2FS = Sequence(4000, 60, gain=1500, noise=13, saturation=0.93)

SEQUENCES: Mapping[str, Sequence] = MappingProxyType(
    {
        "elbow-mr-t2fs": _T2FS,
        "shoulder-mr-t2": _T2,
        "pelvis-mr-t1": _T1,
        "calf-mr-t1": _T1,
        "calf-mr-stir": _STIR,
        "thigh-axial-mr-t1": _T1,
        "thigh-axial-mr-t2": _T2,
        "thigh-axial-mr-t1fs": _T1FS,
        "thigh-axial-mr-stir": _STIR,
        "knee-mr-t1": _T1,
        "knee-mr-t2": _T2,
        "knee-sagittal-mr-pd": _PD,
        "knee-sagittal-mr-t2fs": _T2FS,
        "knee-coronal-mr-pd": _PD,
        "knee-coronal-mr-t2fs": _T2FS,
    }
)

# Times of ligament, meniscus, cartilage and spongiosa are chosen beside those of `tissue` so that
# their signals look as they are described.
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
        "spongiosa": Tissue(190, 0.80, 320, 90, mr_grain=0.05, is_fat=True),
        "marrow": tissue.MARROW,
        "scar": Tissue(420, 0.35, 400, 40, mr_grain=0.1, is_fat=True),
        "ligament": Tissue(75, 0.24, 620, 11, mr_grain=0.06),
        "meniscus": Tissue(85, 0.22, 650, 9, mr_grain=0.05),
        "table": tissue.AIR,
        "table-shell": tissue.AIR,
        "gas": tissue.AIR,
        "urine": tissue.FLUID,
        "blood": Tissue(44, 0.2, 1400, 60, mr_grain=0.1),
        "vessel": tissue.VEIN,
        "bowel-content": Tissue(24, 0.7, 700, 80, mr_grain=0.2),
        "stool": Tissue(20, 0.5, 600, 50, mr_grain=0.3),
        "labrum": Tissue(80, 0.22, 650, 9, mr_grain=0.05),
        "lung": Tissue(-850, 0.12, 900, 6),
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
