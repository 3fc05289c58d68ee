"""Cysticercosis of muscle in CT: many grains the size of rice, along the fibres.

Dead cysticerci calcify as ovals of 4 to 10 by 2 to 5 mm with a lucent middle (Jeanneret and
Lazarus, Trop Med Health 2016). Fibres of the thigh run mostly through the slice, so most grains
are cut across; those of muscles whose bundles lie oblique show some of their length.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.imaging.simulate import thigh_outlines as drawn
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.growth import Bed, Regions
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import coverage, ellipse_distance
from atlas.imaging.simulate.thigh import NAMES, Thigh
from atlas.imaging.simulate.warp import Push, Warp

_GRAINS, _ROUGH = 60, 61
_THROWS = 900
_APART = 1.6  # mm between the ends of two grains


@dataclass(frozen=True, slots=True)
class _Grain:
    x: float
    y: float
    radii: tuple[float, float]
    angle: float
    hu: float
    hollow: float  # how much of the radius is lucent; 0 if solid


def pushes(choice: Choice, warp: Warp) -> tuple[Push, ...]:
    """Grains shove nothing aside."""
    return ()


def grow(bed: Bed, choice: Choice) -> Regions:
    """Grains wherever chance puts them in muscle, and a few in the subcutaneous fat."""
    grid = bed.canvas.grid
    rough = field(grid, choice.random(_ROUGH), 0.8, 2)
    distance = np.full(grid.shape, 9.0, np.float32)
    for grain in _grains(bed.thigh, choice):
        near = grid.around(grain.x, grain.y, grain.radii[0] + 3)
        shape = ellipse_distance(near, (grain.x, grain.y), grain.radii, grain.angle)
        shape += np.float32(0.13) * near.of(rough)
        part = near.of(distance)
        np.minimum(part, shape, out=part)
        bed.canvas.mineralise(near, _mineral(near, grain, shape))
    return {"grains": (grid, distance)}


def _mineral(near: Grid, grain: _Grain, shape: Array) -> Array:
    """A calcified wall, and often the dot of the head within."""
    hu = np.float32(grain.hu) * coverage(shape, 0.6)
    if not grain.hollow:
        return hu
    depth = np.float32((1 - grain.hollow) * grain.radii[1])
    hu *= 1 - np.float32(0.85) * coverage(shape + depth, 0.6)
    off = np.float32(0.35 * grain.hollow * grain.radii[1])
    dot = np.hypot(near.x - grain.x - off, near.y - grain.y + off) - np.float32(0.45)
    result: Array = np.maximum(hu, np.float32(0.6 * grain.hu) * coverage(dot, 0.6))
    return result


def _grains(thigh: Thigh, choice: Choice) -> list[_Grain]:
    """Throws that fall into tissue where a cyst can live, well apart from each other."""
    random = choice.random(_GRAINS)
    throws = random.uniform(-92, 92, (_THROWS, 2)).astype(np.float32)
    fates = random.uniform(0, 1, (_THROWS, 6))
    muscles = np.stack([thigh.distances_at(name, throws) for name in NAMES])
    owner, deep = muscles.argmin(axis=0), muscles.min(axis=0) < -2.5
    subcutis = (thigh.distances_at("fascia", throws) > 3) & (
        thigh.distances_at("skin", throws) < -5
    )
    off_bone = np.hypot(*(throws - thigh.middle_of_bone).T) > 20
    fit = (deep & off_bone) | (subcutis & (fates[:, 0] < 0.22))
    grains: list[_Grain] = []
    for number in np.nonzero(fit)[0].tolist():
        x, y = throws[number].tolist()
        along = drawn.MUSCLES[owner[number]].grain
        new = _grain(x, y, along, fates[number], choice.value("length"))
        if all(np.hypot(x - g.x, y - g.y) > g.radii[0] + new.radii[0] + _APART for g in grains):
            grains.append(new)
        if len(grains) == round(choice.value("grains")):
            break
    return grains


def _grain(x: float, y: float, degrees: float, fate: Array, length: float) -> _Grain:
    short = length * (0.17 + 0.07 * float(fate[1]))
    # One in four lies so oblique that most of its length shows.
    long = (
        length * (0.30 + 0.18 * float(fate[3]))
        if fate[2] < 0.28
        else short * (1.05 + 0.35 * float(fate[3]))
    )
    angle = np.radians(degrees + 34 * (float(fate[4]) - 0.5))
    hollow = 0.52 if short > 1.15 and fate[5] < 0.7 else 0.0
    return _Grain(x, y, (long, short), float(angle), 380 + 420 * float(fate[5]), hollow)
