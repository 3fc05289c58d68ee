"""Venous malformation (the cavernous haemangioma of older books) in CT and MR.

Tortuous, lobulated channels in a muscle, very bright in T2 and STIR, with fat of the wasted
muscle between them; phleboliths are roundish, laid down in shells about a lucent middle
or, when small, solid, and signal voids in MR (Murphey et al., RadioGraphics 1995;15:893).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.growth import Bed, Place, Regions, placed
from atlas.imaging.simulate.noise import field, resampled
from atlas.imaging.simulate.shapes import coverage, ellipse_distance, ridge, smooth_minimum, step
from atlas.imaging.simulate.warp import Push, Warp

SITES = {
    "vastus-lateralis": (-52.0, -12.0, 82.0),
    "adductors": (28.0, 18.0, 8.0),
    "hamstrings": (-20.0, 52.0, 12.0),
    "vastus-medialis": (28.0, -40.0, -62.0),
}
_SLENDERNESS, _PATHS, _STONES, _ROUGH, _FAT = 50, 51, 52, 53, 54
_STEPS = 12  # of a channel's way
_COARSE = 1.0  # mm, the grid on which channels are joined


@dataclass(frozen=True, slots=True)
class _Stone:
    """A phlebolith, and the lumen it lies in."""

    x: float
    y: float
    radii: tuple[float, float]
    angle: float
    hu: float
    hollow: float  # how much of the radius is lucent; 0 if solid
    lumen: tuple[float, float]
    room: float  # mm between it and the far wall


def pushes(choice: Choice, warp: Warp) -> tuple[Push, ...]:
    """It seeps between the bundles more than it pushes."""
    place, (long, short) = placed(choice, warp, SITES, 3), _radii(choice)
    return (Push(place.x, place.y, long, short, place.angle, 0.16),)


def grow(bed: Bed, choice: Choice) -> Regions:
    """Fat that has replaced muscle, the channels, and the phleboliths in them."""
    place, radii = placed(choice, bed.thigh.warp, SITES, 3), _radii(choice)
    grid = bed.around(place, radii[0] + 12)
    nodes, thickness = _paths(choice, place, radii)
    stones = _stones(bed, choice, nodes, thickness)
    shape, lumen = _shapes(grid, choice, stones)
    channels = np.minimum(_channels(bed, grid, choice, nodes, thickness), lumen)
    _paint(bed, grid, choice, channels, ellipse_distance(grid, place.middle, radii, place.angle))
    _paint_stones(bed, grid, stones, shape)
    return {"channels": (grid, channels), "phleboliths": (grid, shape)}


def _radii(choice: Choice) -> tuple[float, float]:
    long = choice.value("size") / 2
    return long, long * float(choice.random(_SLENDERNESS).uniform(0.44, 0.56))


def _paths(choice: Choice, place: Place, radii: tuple[float, float]) -> tuple[Array, Array]:
    """Channels as winding rows of nodes (channels x steps x 2), and how thick each node is."""
    random, count = choice.random(_PATHS), round(choice.value("channels"))
    far = 0.9 * np.sqrt(random.uniform(0, 1, (count, 1)))
    turn = random.uniform(0, 2 * np.pi, (count, 1))
    heading = np.cumsum(random.normal(0, 0.62, (count, _STEPS)), axis=1)
    heading += np.where(random.uniform(0, 1, (count, 1)) < 0.5, 0, np.pi)
    stride = 0.075 * radii[0]
    along = far * np.cos(turn) * radii[0] * 0.8 + np.cumsum(stride * np.cos(heading), axis=1)
    across = far * np.sin(turn) * radii[1] * 0.8 + np.cumsum(stride * np.sin(heading), axis=1)
    # Nothing wanders out of the ellipse: what would is drawn back to its edge.
    over = np.maximum(np.hypot(along / radii[0], across / radii[1]), 1)
    along, across = along / over, across / over
    cosine, sine = np.cos(place.angle), np.sin(place.angle)
    x, y = place.x + along * cosine - across * sine, place.y + along * sine + across * cosine
    # Beaded: wide and narrow by turns.
    beads = 0.75 + 0.5 * np.sin(np.arange(_STEPS) * 1.9 + random.uniform(0, 6, (count, 1)))
    thickness = random.uniform(1.3, 3.1, (count, 1)) * beads
    nodes: Array = np.stack([x, y], axis=-1).astype(np.float32)
    return nodes, np.maximum(thickness, 0.9).astype(np.float32)


def _channels(bed: Bed, grid: Grid, choice: Choice, nodes: Array, thickness: Array) -> Array:
    """Nodes joined to lobulated channels, parted by thin walls where two touch."""
    coarse = grid.coarser(_COARSE)
    joined = np.full(coarse.shape, 9.0, np.float32)
    for path, radii in zip(nodes.tolist(), thickness.tolist(), strict=True):
        channel = np.full(coarse.shape, 9.0, np.float32)
        for (x, y), radius in zip(path, radii, strict=True):
            near = coarse.around(x, y, radius + 8)
            part = channel[
                near.row : near.row + near.rows, near.column : near.column + near.columns
            ]
            node = np.hypot(near.x - np.float32(x), near.y - np.float32(y)) - np.float32(radius)
            part[...] = smooth_minimum(part, node, 1.6)
        # A wall stays where channels run side by side.
        joined = np.where(
            channel < joined, np.maximum(channel, 0.4 - joined), np.maximum(joined, 0.4 - channel)
        )
    shape = resampled(joined, coarse, grid)
    shape += np.float32(0.45) * field(grid, choice.random(_ROUGH), 2.0, 2)
    return bed.kept_inside(grid, shape, off_bone=1.0, under_skin=3)


def _paint(bed: Bed, grid: Grid, choice: Choice, channels: Array, extent: Array) -> None:
    """Streaks of fat along the bundles between the channels, then slow blood."""
    texture = field(grid, choice.random(_FAT), 1.7, 3)
    lines = ridge(grid.of(bed.thigh.bundles), 0.5) + step(texture, 0.2, 1.6)
    near = step(-channels, -5.5, -0.5) * step(-extent, -5, 6)
    muscle = grid.of(bed.thigh.muscle)
    bed.canvas.paint(grid, np.clip(lines, 0, 1) * near * muscle * np.float32(0.85), tissue.FAT)
    wall = coverage(channels - np.float32(0.5), 0.8) * np.float32(0.7)
    bed.canvas.paint(grid, wall, tissue.VESSEL_WALL)
    bed.canvas.paint(grid, coverage(channels, 0.7), tissue.SLOW_BLOOD, texture)


def _stones(bed: Bed, choice: Choice, nodes: Array, thickness: Array) -> list[_Stone]:
    """Which nodes hold a phlebolith, none too near another, the bone or the skin."""
    random = choice.random(_STONES)
    flat, wide = nodes.reshape(-1, 2), thickness.ravel()
    sizes = (1.1 + 2.7 * random.uniform(0, 1, len(flat)) ** 1.7).astype(np.float32)
    order = np.argsort(-wide * random.uniform(0.5, 1, len(flat)).astype(np.float32), kind="stable")
    deep = bed.thigh.distances_at("skin", flat) < -8
    bone = np.hypot(*(flat - bed.thigh.middle_of_bone).T) > 21
    fates = random.uniform(0, 1, (len(flat), 7))
    chosen: list[int] = []
    for number in order[(deep & bone)[order]].tolist():
        apart = [np.hypot(*(flat[number] - flat[k])) > sizes[number] + sizes[k] + 2 for k in chosen]
        if all(apart) and len(chosen) < round(choice.value("phleboliths")):
            chosen.append(number)
    return [_stone(flat[k].tolist(), float(sizes[k]), fates[k].tolist()) for k in chosen]


def _stone(middle: list[float], radius: float, fate: list[float]) -> _Stone:
    """Large ones are hollow, as a rule; the small are young and still solid."""
    x, y = middle
    solid = radius < 1.35 or (radius < 2.2 and fate[0] < 0.35)
    hollow = 0.0 if solid else 0.5 + 0.16 * fate[1]
    # In a lumen wider than itself it lies against one wall.
    roll, room = 2 * np.pi * fate[2], 0.5 + 1.3 * fate[3]
    lumen = (x + 0.8 * room * float(np.cos(roll)), y + 0.8 * room * float(np.sin(roll)))
    hu = 300 + 160 * min(radius, 2.5) + 330 * fate[4]
    return _Stone(
        x, y, (radius, radius * (0.76 + 0.24 * fate[5])), np.pi * fate[6], hu, hollow, lumen, room
    )


def _shapes(grid: Grid, choice: Choice, stones: list[_Stone]) -> tuple[Array, Array]:
    """Distance to the phleboliths, seldom quite round, and to the lumen about them."""
    shape, lumen = (np.full(grid.shape, 9.0, np.float32) for _ in range(2))
    rough = field(grid, choice.random(_ROUGH + 10), 1.1, 2)
    for stone in stones:
        near = grid.around(stone.x, stone.y, stone.radii[0] + 8)
        part = _part(grid, near)
        own = ellipse_distance(near, (stone.x, stone.y), stone.radii, stone.angle)
        own += np.float32(0.05 * stone.radii[1]) * rough[part]
        np.minimum(shape[part], own, out=shape[part])
        far = stone.radii[0] + stone.room
        round_it = ellipse_distance(near, stone.lumen, (far, 0.85 * far), stone.angle + 0.7)
        np.minimum(lumen[part], round_it, out=lumen[part])
    return shape, np.minimum(lumen, shape - np.float32(0.2))


def _paint_stones(bed: Bed, grid: Grid, stones: list[_Stone], shape: Array) -> None:
    """Shells of mineral about a lucent middle, or solid; in MR a void throughout."""
    if not bed.canvas.is_ct:
        bed.canvas.paint(grid, coverage(shape, 0.5), tissue.EMPTY)
        return
    for stone in stones:
        near = grid.around(stone.x, stone.y, stone.radii[0] + 2)
        own = shape[_part(grid, near)]
        mineral = np.float32(stone.hu) * coverage(own, 0.5)
        short = np.float32(stone.radii[1])
        layers = 1 + np.float32(0.26) * np.cos(own * np.float32(2 * np.pi / 0.95))
        # One side is denser than the other.
        tilt = (near.x - np.float32(stone.x)) * np.float32(np.cos(stone.angle)) / short
        mineral *= layers * (1 + np.float32(0.22) * np.clip(tilt, -1, 1))
        if stone.hollow:
            mineral *= coverage(-own - np.float32(1 - stone.hollow) * short, 0.6)
        bed.canvas.mineralise(near, mineral)


def _part(grid: Grid, near: Grid) -> tuple[slice, slice]:
    row, column = near.row - grid.row, near.column - grid.column
    return slice(row, row + near.rows), slice(column, column + near.columns)
