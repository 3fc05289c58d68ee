"""Bodies of the mean bones, as a view wants to see them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from anatomy.bones.leg import Mesh
from anatomy.shapes import Body, profile
from anatomy.tissue import CORTEX, MARROW, SPONGIOSA
from anatomy.voxels import sampled

Seen = Callable[[np.ndarray], np.ndarray]

_S, _M = SPONGIOSA, MARROW

# From the upper end to the lower: shares of the length, cortex in mm, attenuation of the core.
_PROFILES = {
    "femur": (
        [0, 0.08, 0.14, 0.21, 0.32, 0.6, 0.74, 0.84, 0.91, 1],
        [0.9, 1.0, 1.7, 3.4, 4.7, 4.8, 3.5, 1.8, 1.0, 0.9],
        [_S, _S, 0.7 * _S, 0.1 * _S, _M, _M, 0.5 * _M, 0.5 * _S, 0.9 * _S, _S],
    ),
    "tibia": (
        [0, 0.05, 0.14, 0.28, 0.5, 0.7, 0.85, 0.95, 1],
        [0.9, 0.9, 1.4, 3.4, 5.0, 4.4, 2.4, 1.1, 0.9],
        [_S, _S, 0.6 * _S, 0.5 * _M, _M, _M, 0.3 * _S, 0.9 * _S, _S],
    ),
    "fibula": (
        [0, 0.06, 0.15, 0.5, 0.85, 0.94, 1],
        [0.7, 0.8, 1.6, 2.6, 2.0, 0.9, 0.8],
        [0.8 * _S, 0.7 * _S, 0.2 * _S, _M, 0.2 * _S, 0.8 * _S, 0.8 * _S],
    ),
    "patella": ([0, 0.5, 1], [1.1, 1.2, 1.1], [_S, _S, _S]),
    "hip": (
        [0, 0.2, 0.45, 0.62, 0.8, 1],
        [1.5, 1.2, 1.6, 1.5, 1.2, 1.3],
        [0.5 * _S, 0.35 * _S, 0.6 * _S, 0.75 * _S, 0.6 * _S, 0.7 * _S],
    ),
    "sacrum": ([0, 0.5, 1], [0.9, 0.8, 0.7], [0.45 * _S, 0.4 * _S, 0.4 * _S]),
}


def from_front(corners: np.ndarray) -> np.ndarray:
    """Seen from in front: the patient's left on the right, the back away from the tube."""
    return corners[:, [0, 2, 1]]


def from_side(corners: np.ndarray, *, faces_left: bool = True) -> np.ndarray:
    """Seen from the side, the front to the left of the picture or to the right."""
    sign = 1 if faces_left else -1
    return np.stack([sign * corners[:, 1], corners[:, 2], corners[:, 0]], 1)


def bone(name: str, mesh: Mesh, seen: Seen, step: float = 0.7) -> Body:
    """One bone with the cortex and the spongiosa its kind has along its length."""
    corners = seen(mesh[0])
    upper, lower = corners[corners[:, 1].argmax()], corners[corners[:, 1].argmin()]
    if name in ("hip", "sacrum", "patella"):
        lower = upper - [0, np.ptp(corners[:, 1]), 0]
    shares, cortex, core = _PROFILES[name]
    body = Body(CORTEX, SPONGIOSA, axis=lower - upper, noise=0.6, cell=0.42, stretch=2.7, rough=0.3)
    grid = sampled(corners, mesh[1], step)
    return body.voxels(grid, profile(shares, cortex, core), upper, lower)
