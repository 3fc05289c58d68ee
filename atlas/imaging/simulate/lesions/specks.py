"""Flecks of mineral: punctate, flocculent and coarse, each with its own place and density."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage, ellipse_distance


@dataclass(frozen=True, eq=False, slots=True)
class Specks:
    """Points (n x 2) in mm, and for each a radius in mm, an attenuation in HU and a shape."""

    points: Array
    radii: Array
    hu: Array
    slender: Array  # length over breadth
    angles: Array

    def where(self, kept: np.ndarray) -> Specks:
        return Specks(
            self.points[kept],
            self.radii[kept],
            self.hu[kept],
            self.slender[kept],
            self.angles[kept],
        )


def scattered(
    random: np.random.Generator,
    middle: tuple[float, float],
    reach: float,
    count: int,
    radii: tuple[float, float],
) -> Specks:
    """Clusters of specks in a circle: few large, many small.

    Every speck draws its own numbers whether it is kept later or not, so that leaving one
    out moves no other.
    """
    clusters = max(count // 4, 1)
    turn = random.uniform(0, 2 * np.pi, clusters)
    far = reach * np.sqrt(random.uniform(0, 1, clusters))
    seeds = np.stack([far * np.cos(turn), far * np.sin(turn)], axis=1)[
        random.integers(0, clusters, count)
    ]
    points = seeds + random.standard_normal((count, 2)) * 1.9 + np.array(middle)
    small, large = radii
    size = small + (large - small) * random.uniform(0, 1, count) ** 3.2
    hu = np.clip(240 + 420 * size / large + random.standard_normal(count) * 130, 130, 1150)
    slender = 1 + 1.1 * random.uniform(0, 1, count) ** 1.6
    angles = random.uniform(0, np.pi, count)
    drawn = (a.astype(np.float32) for a in (points, size, hu, slender, angles))
    return Specks(*drawn)


def laid_out(grid: Grid, specks: Specks, rough: Array, margin: float) -> tuple[Array, Array]:
    """The mineral in HU, and the distance to an envelope `margin` mm round the specks.

    `rough` is noise that makes their edges uneven; small specks run together, not add up.
    """
    mineral = np.zeros(grid.shape, np.float32)
    envelope = np.full(grid.shape, 9.0, np.float32)
    shapes = (specks.points, specks.radii, specks.hu, specks.slender, specks.angles)
    for (x, y), radius, hu, slender, angle in zip(*(a.tolist() for a in shapes), strict=True):
        near = grid.around(x, y, radius * slender**0.5 + margin + 3)
        window = _window(grid, near)
        radii = (radius * slender**0.5, radius / slender**0.5)
        distance = ellipse_distance(near, (x, y), radii, angle)
        distance += np.float32(0.26 * radius) * rough[window]
        # A partly filled slice: the smaller the speck, the fainter; the larger, the woollier.
        shown = coverage(distance + np.float32(0.2 * radius), 0.9 + 0.8 * radius)
        np.maximum(mineral[window], np.float32(hu) * shown, out=mineral[window])
        np.minimum(envelope[window], distance - np.float32(margin), out=envelope[window])
    return mineral, envelope


def _window(grid: Grid, part: Grid) -> tuple[slice, slice]:
    row, column = part.row - grid.row, part.column - grid.column
    return slice(row, row + part.rows), slice(column, column + part.columns)


def values_at(grid: Grid, values: Array, points: Array) -> Array:
    """Values of the pixels in which points (n x 2, mm) lie; outside, those of the edge."""
    column = np.clip((points[:, 0] - grid.left) / grid.pitch, 0, grid.columns - 1).astype(np.intp)
    row = np.clip((points[:, 1] - grid.top) / grid.pitch, 0, grid.rows - 1).astype(np.intp)
    found: Array = values[row, column]
    return found
