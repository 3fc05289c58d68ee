"""Chambers in a mass of a stack, parted by thin walls; in some, blood has settled to a level."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.lesions.loculi import Loculi
from atlas.imaging.simulate.shapes import smooth_maximum
from atlas.imaging.stack.lesions.mass import Mass

_PLACES, _BEND, _FILL, _CLOTS = 40, 41, 43, 44
_SOLID = 4  # cells that are not chambers
_WALL, _ROUNDING = 0.45, 2.0  # mm


def chambers(choice: Choice, mass: Mass, within: Array, wanted: int) -> Loculi | None:
    """So many chambers in the part of a mass where `within` is negative; None for none."""
    if not wanted:
        return None
    grid, below, radii = mass.grid, mass.spot.below, mass.radii
    points = _well_apart(choice, radii, wanted + _SOLID)
    bend = [mass.solid(choice, _BEND + axis, 4.0) * np.float32(1.4) for axis in (0, 1)]
    x, y = grid.x + bend[0], grid.y + bend[1]
    near = within < np.float32(_ROUNDING)
    owner, wall = np.zeros(grid.shape, np.intp), np.full(grid.shape, 9, np.float32)
    if near.any():
        owner[near], wall[near] = _cells(points, x[near], y[near], below)
    cystic = np.isin(owner, np.argsort(((points / np.array(radii)) ** 2).sum(1))[:wanted])
    room = smooth_maximum(wall + np.float32(_WALL), within, _ROUNDING)
    clots = mass.solid(choice, _CLOTS, 2.1)
    # Each chamber has a level of its own, plumb horizontal; the patient lies on the back.
    random, count = choice.random(_FILL), len(points)
    level = points[:, 1] + random.uniform(-2.2, 1.6, count).astype(np.float32)
    turbid = 0.2 * random.uniform(0, 1, count).astype(np.float32) ** 2
    packed = random.uniform(0.74, 0.96, count).astype(np.float32)
    settled = level[owner] - grid.y
    return Loculi(
        np.where(cystic, room, np.abs(room) + 1), settled, turbid[owner], packed[owner], clots
    )


def _cells(points: Array, x: Array, y: Array, below: float) -> tuple[NDArray[np.intp], Array]:
    """The point of space each place of the slice is nearest to, and mm to the wall of its cell."""
    squares = [
        (x - np.float32(at_x)) ** 2 + (y - np.float32(at_y)) ** 2 + np.float32((below - at_z) ** 2)
        for at_x, at_y, at_z in points.tolist()
    ]
    stacked = np.stack(squares)
    owner = stacked.argmin(0)
    least = np.take_along_axis(stacked, owner[None], 0)[0]
    wall = np.full(x.shape, -np.inf, np.float32)
    # The plane between two points, as it is met by the slice.
    apart = np.hypot(*(points[:, None, :2] - points[None, :, :2]).transpose(2, 0, 1))
    halves = (0.5 / np.maximum(apart, 3)).astype(np.float32)
    for number, square in enumerate(squares):
        gap = (least - square) * halves[number][owner]
        gap[owner == number] = -np.inf
        np.maximum(wall, gap, out=wall)
    return owner, wall


def _well_apart(choice: Choice, radii: tuple[float, float, float], count: int) -> Array:
    """Points in the ellipsoid, mm from its middle, each the best of a dozen throws."""
    random = choice.random(_PLACES)
    ways = random.standard_normal((count, 12, 3))
    ways /= np.linalg.norm(ways, axis=-1, keepdims=True)
    throws = ways * 0.85 * random.uniform(0, 1, (count, 12, 1)) ** (1 / 3) * np.array(radii)
    chosen = [throws[0, 0]]
    for some in throws[1:]:
        gaps = np.linalg.norm(some[:, None] - np.array(chosen)[None], axis=-1)
        chosen.append(some[int(np.argmax(gaps.min(axis=1)))])
    return np.array(chosen, np.float32)
