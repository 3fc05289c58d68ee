"""The right knee, coronal, from the front to the back."""

from __future__ import annotations

from anatomy.knee import knee
from anatomy.stack import Slices, Stack


def stack() -> Stack:
    return knee(
        Slices(
            columns=400, rows=440, count=26, pitch=0.35, spacing=3.8, top=-50, middle=-16,
            plane="coronal",
        )
    )  # fmt: skip
