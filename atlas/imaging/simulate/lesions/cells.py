"""A mass parted into cells of unequal size, their walls bent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.growth import Place
from atlas.imaging.simulate.noise import field

_SEEDS, _BEND = 30, 31


@dataclass(frozen=True, eq=False, slots=True)
class Cells:
    """Which cell each pixel belongs to, and how far it is from the walls (mm, negative inside)."""

    points: Array  # n x 2, mm
    weights: Array  # how far each reaches beyond its share, mm
    owner: NDArray[np.intp]
    wall: Array


def cells_of(
    grid: Grid,
    choice: Choice,
    place: Place,
    radii: tuple[float, float],
    count: int,
    bend: float = 1.7,
    grain: float = 4.2,
) -> Cells:
    """Weighted Voronoi cells in an ellipse, seen through a lens of noise so that walls curve."""
    random = choice.random(_SEEDS)
    points = _well_apart(random, place, radii, count)
    weights = random.uniform(0, 0.26 * radii[1] + 2, count).astype(np.float32)
    shift = [np.float32(bend) * field(grid, choice.random(_BEND + k), grain, 2) for k in (0, 1)]
    x, y = grid.x + shift[0], grid.y + shift[1]
    nearest = np.full(grid.shape, np.inf, np.float32)
    second = nearest.copy()
    owner = np.zeros(grid.shape, np.intp)
    for number, ((at_x, at_y), weight) in enumerate(
        zip(points.tolist(), weights.tolist(), strict=True)
    ):
        gap = np.hypot(x - np.float32(at_x), y - np.float32(at_y)) - np.float32(weight)
        owner[gap < nearest] = number
        np.minimum(second, np.maximum(gap, nearest), out=second)
        np.minimum(nearest, gap, out=nearest)
    return Cells(points, weights, owner, (nearest - second) * np.float32(0.5))


def innermost_first(cells: Cells, place: Place, radii: tuple[float, float]) -> list[int]:
    """The numbers of the cells, those near the middle of the mass first."""
    away = cells.points - np.array(place.middle, np.float32)
    cosine, sine = np.cos(place.angle), np.sin(place.angle)
    along = (away[:, 0] * cosine + away[:, 1] * sine) / radii[0]
    across = (away[:, 1] * cosine - away[:, 0] * sine) / radii[1]
    order: list[int] = np.argsort(np.hypot(along, across), kind="stable").tolist()
    return order


def _well_apart(
    random: np.random.Generator, place: Place, radii: tuple[float, float], count: int
) -> Array:
    """Points in the ellipse, each the best of a dozen throws."""
    throws = random.uniform(0, 1, (count, 12, 2))
    far, turn = 0.86 * np.sqrt(throws[..., 0]), 2 * np.pi * throws[..., 1]
    inner = np.stack([far * np.cos(turn), far * np.sin(turn)], axis=-1) * np.array(radii)
    chosen = [inner[0, 0]]
    for number in range(1, count):
        gaps = np.linalg.norm(inner[number][:, None] - np.array(chosen)[None], axis=-1)
        chosen.append(inner[number, int(np.argmax(gaps.min(axis=1)))])
    found: Array = np.array([place.offset(*point) for point in np.array(chosen).tolist()])
    return found.astype(np.float32)
