"""The right hip of the pelvis, in finer pixels and thinner slices."""

from __future__ import annotations

import numpy as np
from anatomy.grown import warped
from anatomy.organs import Anatomy
from anatomy.stack import Slices, Stack, cropped
from anatomy.stacks.pelvis_ct import courses, landmarks, painted
from scipy.ndimage import gaussian_filter, map_coordinates

_WHOLE = Slices(columns=950, rows=640, count=32, pitch=0.4, spacing=4, top=-58, middle=10)
_BESIDE = (-190.0, -14.0)  # mm of x that are kept
_DEEP = (-98.0, 112.0)  # and of y


def stack() -> Stack:
    body = painted(_WHOLE)
    _marble(body)
    here = {name: place for name, place in landmarks().items() if name.startswith("right")}
    lines = {name: line for name, line in courses().items() if name.startswith("right")}
    whole = Stack(_WHOLE, body.paint.names, body.paint.labels, here, lines)
    return cropped(whole, _BESIDE, _DEEP)


def _marble(body: Anatomy) -> None:
    """Short streaks of fat between the bundles of the muscles, along their way; most behind."""
    lattice = gaussian_filter(body.random.standard_normal((48,) * 3), 1.1, mode="wrap")
    lattice /= lattice.std()
    slow = warped(_WHOLE, body.random, 26)
    turn = np.deg2rad(28)
    along = (_WHOLE.x * np.cos(turn) + _WHOLE.y * np.sin(turn)) / 5
    across = (_WHOLE.y * np.cos(turn) - _WHOLE.x * np.sin(turn)) / 0.85
    behind = np.clip((_WHOLE.y - 6) / 50, 0, 1)
    for k, z in enumerate(_WHOLE.z):
        bent = across + 0.9 * slow[k]
        at = np.stack([along, bent, np.full(along.shape, z / 7)])
        noise = map_coordinates(lattice, at, order=1, mode="grid-wrap")
        streak = noise > 2.3 - 0.55 * behind - 0.25 * slow[k]
        body.lay("fat", k, streak, ("muscle",))
