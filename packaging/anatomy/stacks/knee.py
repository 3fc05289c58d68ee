"""The right knee, axial, from the lower thigh to the upper leg."""

from __future__ import annotations

from anatomy.knee import knee
from anatomy.stack import Slices, Stack


def stack() -> Stack:
    return knee(Slices(columns=440, rows=400, count=32, pitch=0.35, spacing=5, top=-92, middle=4))
