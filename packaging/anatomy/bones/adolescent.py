"""What the growing pelvis has beyond the adult one: open growth plates and secondary centres."""

from __future__ import annotations

import numpy as np
from anatomy.bones import pelvis
from anatomy.bones.leg import Mesh, left_leg, mirrored
from anatomy.bones.mean import from_front
from anatomy.shapes import Body, along, profile
from anatomy.tissue import CORTEX, SPONGIOSA
from anatomy.voxels import Voxels, sampled
from scipy.ndimage import map_coordinates

_STEP = 0.6  # mm
_TUBEROSITY = (-60.0, -47.0, 32.0)  # its inferolateral edge, on the right
_CREST = (-122.0, 118.0, 20.0)  # the anterior half of it, on the right


def bones() -> list[Body]:
    """The adult bones, iliac crests and right ischium with their centres, plates of cartilage.

    The left ischium has no centre: that is what lesions of it bring.
    """
    left = left_leg()[0]["hip"]
    right = mirrored(left)
    found = [*pelvis.bones(0.6)]
    found.append(_centre(right, _TUBEROSITY, 24.0, (-3.6, -3.8, 0.6)))
    found.append(_centre(right, _CREST, 62.0, (-2.0, 4.0, 0.0)))
    found.append(_centre(left, (-_CREST[0], *_CREST[1:]), 62.0, (2.0, 4.0, 0.0)))
    return [*found, *_plates()]


def _centre(hip: Mesh, middle: tuple[float, ...], reach: float, off: tuple[float, ...]) -> Body:
    """A crescent beside the bone: the bone moved off, less all within 1.4 mm of the bone."""
    corners = from_front(hip[0])
    low, high = np.array(middle) - reach, np.array(middle) + reach
    own = sampled(corners, hip[1], _STEP)
    axes = [np.arange(a, b, _STEP) for a, b in zip(low, high, strict=True)]
    places = np.stack(np.meshgrid(*axes, indexing="ij"))
    near = _read(own, places)
    moved = _read(own, places - np.array(off)[:, None, None, None])
    away = np.sqrt(((places - np.array(middle)[:, None, None, None]) ** 2).sum(0)) - reach + 3
    crescent = np.maximum(np.maximum(moved, 1.4 - near), away)
    body = Body(0.55 * CORTEX, 0.4 * CORTEX, noise=0.3, rough=0.4, rough_length=2.6)
    made = profile([0, 1], [0.7, 0.7], [0.4 * CORTEX] * 2)
    voxels = Voxels(crescent.astype(np.float32), low, _STEP)
    return body.voxels(
        voxels, made, (middle[0], high[1], middle[2]), (middle[0], low[1], middle[2])
    )


def _read(own: Voxels, places: np.ndarray) -> np.ndarray:
    """The sampled distance at places in mm."""
    at = (places - own.low[:, None, None, None]) / own.step
    return map_coordinates(own.distance, at, order=1, mode="nearest")


def _plates() -> list[Body]:
    """Growth plates of femoral head and greater trochanter, and the bone that edges them."""
    lucent = Body(-0.8 * SPONGIOSA, -0.8 * SPONGIOSA, noise=0, rough=0.5, rough_length=7)
    dense = Body(0.4 * SPONGIOSA, 0.4 * SPONGIOSA, noise=0, rough=0.5, rough_length=7)
    for side in (-1, 1):
        for middle, normal, radii in (
            ((pelvis.HEAD + 8.5, -5.0, 1.5), (24, -14, 1.2), (20.5, 16.0)),
            ((pelvis.HEAD + 45, -11, 16), (0.53, 0.85, 0.05), (14.5, 9.0)),
        ):
            axes = along((side * normal[0], *normal[1:]))
            place = np.array([side * middle[0], *middle[1:]])
            lucent.ellipsoid(place.tolist(), (*radii, 1.5), axes, blend=0)
            for off in (-2.2, 2.2):
                edge = place + axes[2] * off
                dense.ellipsoid(edge.tolist(), (*(0.94 * r for r in radii), 0.8), axes, blend=0)
    return [lucent, dense]
