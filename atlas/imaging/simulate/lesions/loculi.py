"""Chambers in a mass, parted by thin walls; some hold blood that has settled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.canvas import Canvas
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.growth import Choice, Place
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import coverage, smooth_maximum

_SEEDS, _BEND = 30, 31
_WALL = 0.45  # mm, half the thickness
_ROUNDING = 2.6  # mm, of the chambers' corners


@dataclass(frozen=True, eq=False, slots=True)
class Loculi:
    """Distance to the cystic chambers, and to the surface of the settled part in each."""

    cystic: Array
    settled: Array  # negative below the level, in mm


def loculi_of(
    grid: Grid, choice: Choice, place: Place, radii: tuple[float, float], within: Array
) -> Loculi:
    """Chambers of unequal size inside `within`; as many cystic as the author asked for."""
    random = choice.random(_SEEDS)
    wanted = round(choice.value("levels") * min(1.0, (1 - choice.value("maturity")) / 0.4))
    points, weights = _seeds(random, place, radii, wanted + 4 + wanted // 3)
    bend = [np.float32(1.7) * field(grid, choice.random(_BEND + k), 4.2, 2) for k in (0, 1)]
    x, y = grid.x + bend[0], grid.y + bend[1]
    gaps = np.stack(
        [np.hypot(x - px, y - py) - w for (px, py), w in zip(points, weights, strict=True)]
    )
    order = _innermost_first(points, place, radii)[:wanted]
    tilt = random.uniform(-0.30, 0.42, len(points))
    cystic, settled = np.full(grid.shape, 9.0, np.float32), np.full(grid.shape, 9.0, np.float32)
    nearest, owner, second = _two_nearest(gaps)
    for number in order.tolist():
        mine = owner == number
        other = np.where(mine, second, nearest)
        chamber = smooth_maximum((gaps[number] - other) / 2, within, _ROUNDING)
        chamber += np.float32(_WALL)
        level = np.float32(points[number, 1] + tilt[number] * (weights[number] + 3))
        closer = chamber < cystic
        np.copyto(cystic, chamber, where=closer)
        np.copyto(settled, level - grid.y, where=closer)
    return Loculi(cystic, settled)


def paint_loculi(canvas: Canvas, grid: Grid, loculi: Loculi) -> None:
    """Walls, then serum above and settled cells below a level that is plumb horizontal."""
    walls = coverage(np.abs(loculi.cystic) - np.float32(0.35), 0.7) * np.float32(0.6)
    canvas.paint(grid, walls, tissue.FIBROUS)
    inside = coverage(loculi.cystic, 0.6)
    canvas.paint(grid, inside, tissue.FLUID)
    canvas.paint(grid, inside * coverage(loculi.settled, 0.9), tissue.SEDIMENT)


def _seeds(
    random: np.random.Generator, place: Place, radii: tuple[float, float], count: int
) -> tuple[Array, Array]:
    """Points well apart in an ellipse (best of several throws), and how far each reaches."""
    throws = random.uniform(0, 1, (count, 12, 2))
    far, turn = 0.86 * np.sqrt(throws[..., 0]), 2 * np.pi * throws[..., 1]
    inner = np.stack([far * np.cos(turn), far * np.sin(turn)], axis=-1) * np.array(radii)
    chosen = [inner[0, 0]]
    for number in range(1, count):
        gaps = np.linalg.norm(inner[number][:, None] - np.array(chosen)[None], axis=-1).min(axis=1)
        chosen.append(inner[number, int(np.argmax(gaps))])
    points = np.array([place.offset(along, across) for along, across in np.array(chosen).tolist()])
    return points.astype(np.float32), random.uniform(0, 5.5, count).astype(np.float32)


def _innermost_first(points: Array, place: Place, radii: tuple[float, float]) -> NDArray[np.intp]:
    away = points - np.array(place.middle, np.float32)
    cosine, sine = np.cos(place.angle), np.sin(place.angle)
    along = (away[:, 0] * cosine + away[:, 1] * sine) / radii[0]
    across = (away[:, 1] * cosine - away[:, 0] * sine) / radii[1]
    return np.argsort(np.hypot(along, across), kind="stable")


def _two_nearest(gaps: Array) -> tuple[Array, NDArray[np.intp], Array]:
    owner = np.argmin(gaps, axis=0)
    two = np.partition(gaps, 1, axis=0)
    return two[0], owner, two[1]
