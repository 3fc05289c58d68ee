"""Lumbar spine from the side with narrow discs, a flat lordosis and thin bone."""

from __future__ import annotations

from anatomy.bones import spine
from anatomy.bones.trunk import BASE, SLOPE
from anatomy.bones.vertebra import Make
from anatomy.view import View
from anatomy.views.lumbar_spine_lateral import lateral


def view() -> View:
    levels = spine.lumbar_levels(height=0.42, lordosis=0.55)
    return lateral(spine.stacked(levels, BASE, SLOPE), Make(dense=0.62, shell=0.7))
