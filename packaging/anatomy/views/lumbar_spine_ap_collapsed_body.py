"""Lumbar spine from in front, L2 sunk together and its upper disc gone."""

from __future__ import annotations

from dataclasses import replace

from anatomy.bones import spine
from anatomy.bones.trunk import BASE, SLOPE
from anatomy.view import View
from anatomy.views.lumbar_spine_ap import front


def view() -> View:
    levels = [_sunk(level) for level in spine.lumbar_levels()]
    return front(spine.stacked(levels, BASE, SLOPE))


def _sunk(level: spine.Level) -> spine.Level:
    if level.name == "L1":
        return replace(level, disc=0.6, tilt=2.0)
    if level.name != "L2":
        return level
    shape = replace(level.shape, front=11.0, back=19.0, waist=0.4, dish=0.4)
    return replace(level, shape=shape, tilt=-2.0)
