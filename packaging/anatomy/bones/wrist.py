"""The carpal bones of the right hand, seen from its back: thumb on the left. Own surfaces.

They fit the metacarpals, the radius and the ulna of `bones/hand.py`, in its coordinates.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from anatomy.hull import Outline, layered
from anatomy.shapes import Body, profile, turned
from anatomy.tissue import CORTEX, SPONGIOSA

_S = 1.5 * SPONGIOSA
_SHELL = 1.15 * CORTEX

Layers = list[tuple[float, float, float, float]]

# Outline half way, and how it changes from the back of the hand to the palm.
CARPALS: Mapping[str, tuple[Outline, Layers]] = MappingProxyType({
    "scaphoid": (
        [(-3.4, 8.6), (-5.6, 6.6), (-9, 6.4), (-12.6, 8.2), (-15.6, 10.9), (-18.2, 13.4),
         (-20.6, 16.4),
         (-23.0, 20.2), (-23.6, 23.8), (-21.4, 26.4), (-17.4, 26.6), (-13.2, 26.0), (-10.6, 23.4),
         (-8.4, 19.6), (-6.2, 16.8), (-3.6, 14.6), (-2.6, 11.6)],
        [(-7, 0.94, 1.2, -0.8), (0, 1.12, 0, 0), (8, 1.03, -1.0, 1.0)],
    ),
    "lunate": (
        [(-1.6, 8.6), (-0.4, 6.2), (2.2, 4.6), (5.6, 4.2), (8.8, 5.6), (10.4, 8.4), (10.2, 11.4),
         (8.4, 13.2), (5.8, 12.8), (3.0, 13.0), (0.6, 14.2), (-1.2, 12.6)],
        [(-8, 1.03, 0.6, 0.4), (0, 1.20, 0, -0.2), (9, 1.25, -0.6, 1.4)],
    ),
    "triquetrum": (
        [(11.9, 11.4), (12.2, 8.6), (14.6, 6.6), (18.4, 7.4), (21.8, 10.4), (24.0, 14.8),
         (24.2, 19.0),
         (21.8, 20.2), (18.6, 18.6), (15.4, 16.2), (12.8, 14.2)],
        [(-8, 1.01, 0.6, 0.6), (0, 1.12, 0, 0), (6, 0.94, -1, -0.6)],
    ),
    "capitate": (
        [(-3.6, 18.0), (-1.4, 15.7), (1.8, 14.7), (4.8, 14.9), (7.2, 17.2), (7.8, 20.6), (7.6, 24),
         (8.4, 29), (8.8, 33.2), (7.4, 34.9), (2, 35.4), (-3.6, 35.4), (-6.8, 34.2), (-7.2, 30.8),
         (-6.2, 27), (-5.2, 23.4), (-4.6, 20.6)],
        [(-9, 1.10, 0.2, 0.2), (0, 1.07, 0, 0), (8.5, 0.88, 0.4, -0.8)],
    ),
    "hamate": (
        [(9.2, 20), (9.6, 16.8), (11.2, 15.4), (13.8, 17.2), (17.4, 20.6), (21.6, 24.0),
         (25.4, 27.6),
         (26.4, 30.4), (24.0, 32.4), (19.6, 33.6), (15.4, 35.0), (11.2, 35.0), (9.8, 32.4),
         (9.4, 27)],
        [(-8.5, 1.05, 0.3, 0.2), (0, 1.07, 0, 0), (7, 0.92, 0.6, 0.8)],
    ),
    "trapezoid": (
        [(-15.2, 28.4), (-12.6, 26.6), (-9.4, 26.8), (-7.6, 29.2), (-8.0, 32.8), (-9.6, 36.0),
         (-12.8, 37.4),
         (-15.8, 35.6), (-16.6, 32.0)],
        [(-9, 1.39, -0.2, 0), (0, 1.24, 0, 0), (7, 0.89, -0.4, 0.2)],
    ),
    "trapezium": (
        [(-17.0, 30.2), (-18.6, 28.0), (-22.6, 27.4), (-27.2, 26.6), (-31.6, 27.4), (-34.6, 29.8),
         (-34.4, 32.2), (-31.4, 32.8), (-28.2, 34.4), (-25.8, 37.2), (-23.4, 39.4), (-20.2, 38.8),
         (-17.8, 36.6), (-16.9, 33.4)],
        [(-3, 0.99, 0.6, 0), (4, 1.12, 0, 0), (13, 0.96, 0.8, -0.4)],
    ),
})  # fmt: skip


def bone(axis: tuple[float, float, float] = (0, 1, 0)) -> Body:
    return Body(
        _SHELL, _S, axis=axis, noise=0.55, cell=0.22, stretch=2.4, soft=0.45, rough=0.24,
        rough_length=1.7,
    )  # fmt: skip


def carpals() -> list[Body]:
    """Seven bones with the tubercles and the hook, and the pisiform before them."""
    bodies = []
    for name, (outline, layers) in CARPALS.items():
        sampled = layered(outline, layers, 3.4)
        high = sampled.low + sampled.step * np.array(sampled.distance.shape)
        made = profile([0, 0.5, 1], [0.42, 0.45, 0.42], [0.8 * _S, 0.78 * _S, 0.8 * _S])
        body = bone().voxels(sampled, made, sampled.low, high)
        if name == "hamate":
            body.cone(
                (15.4, 27.4, 5), (14.6, 26.0, 15.5), 3.2, 2.2, flat=1.6,
                flat_along=(0.25, 1, 0), cortex=0.55, core=0.7 * _S,
            )  # fmt: skip
        elif name == "scaphoid":
            body.ellipsoid((-20.2, 22.6, 8), (4.2, 4.4, 5), blend=3, cortex=0.7, core=0.8 * _S)
        elif name == "trapezium":
            body.cone((-21, 30, 11), (-19.6, 32, 16), 2.6, 1.9, cortex=0.6, core=0.8 * _S)
        bodies.append(body)
    pisiform = bone().ellipsoid(
        (18.9, 12.8, 14), (5.3, 6.6, 5), turned(0, 0, 14), cortex=0.6, core=0.8 * _S
    )
    return [*bodies, pisiform]


def radius() -> Body:
    """The end of the radius with its styloid, two facets and the tubercle on its back."""
    outline = [
        (-12.2, -66), (-12.9, -48), (-14.6, -32), (-18.2, -19), (-20.6, -8), (-21.8, 2),
        (-21.4, 8.6), (-19.6, 12.6),
        (-17.6, 11.6), (-15.0, 8.4), (-10.6, 5.2), (-6, 3.6), (-3.2, 3.4), (-0.6, 2.2), (3, 1.0),
        (6.6, 0.8), (7.8, -0.8), (7.2, -4.4), (5.6, -10), (3.6, -18), (2.2, -32), (2.4, -48),
        (2.6, -66),
    ]  # fmt: skip
    layers = [(-10.0, 0.94, 1.0, 1.6), (-3, 1.0, 0, 0.6), (4, 1.0, 0, -0.8), (9.5, 0.93, 0, -2.4)]
    sampled = layered(outline, layers, 5.0)
    made = profile(
        [0, 0.3, 0.55, 0.8, 1], [2.4, 1.9, 1.2, 0.7, 0.6],
        [0.1 * _S, 0.25 * _S, 0.6 * _S, 0.9 * _S, 0.95 * _S],
    )  # fmt: skip
    body = bone().voxels(sampled, made, (-6, -44, 0), (-6, 4, 0))
    return body.ellipsoid((-8.5, -1, -10.6), (1.9, 6, 2.0), cortex=0.9)


def ulna() -> Body:
    """The round head of the ulna, its styloid behind it on the far side from the radius."""
    made = profile(
        [0, 0.5, 0.72, 0.84, 0.92, 1],
        [2.4, 2.0, 1.3, 0.8, 0.6, 0.6],
        [-0.002, 0, 0.45 * _S, 0.8 * _S, 0.9 * _S, 0.95 * _S],
        [6.0, 5.5, 5.7, 6.8, 8.0, 7.4],
        [6.0, 5.6, 5.6, 6.6, 7.4, 6.8],
        [0, 0, 0, 0, -0.3, -0.6],
    )
    body = bone().loft((18.4, -70, 0), (16.6, 0.6, -1), made, (1, 0, 0), edge=4.2)
    body.cone((21.2, -6, -4), (23.6, 4.6, -4), 3.6, 1.7, blend=3, cortex=0.6, core=0.8 * _S)
    return body
