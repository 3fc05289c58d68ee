"""The right knee, sagittal, from the lateral to the medial side."""

from __future__ import annotations

from anatomy.knee import knee
from anatomy.stack import Slices, Stack


def stack() -> Stack:
    return knee(
        Slices(
            columns=400, rows=440, count=27, pitch=0.35, spacing=3.3, top=-43, middle=-16,
            plane="sagittal",
        )
    )  # fmt: skip
