"""Tumoral calcinosis: lobules of chalk with lucent septa between them."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.film.volume import Volume
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field

_TRIES = 4000
_APART = 0.27  # least distance of lobules, in radii of the mass


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Many warped lobules that share walls; region `mass`."""
    random = choice.random(1)
    long, short = choice.value("length") / 2, choice.value("breadth") / 2
    grid = bed.around(bed.place(choice), short * 1.35, long * 1.35)
    box = Volume.within(grid, short * 1.35, long * 1.35, short * 1.25)
    nearest, second, density = _lobules(box, random, choice, (short, long, short))
    size = np.float32((long + 2 * short) / 3 * 0.31)
    body = ramp(size * np.float32(1.08) - nearest, 0, 1.0) * ramp(second - nearest, 0.45, 1.5)
    body *= density * (np.float32(0.85) + np.float32(0.14) * box.noise(random, 3.5))
    body *= np.float32(choice.value("density"))
    level = choice.value("level")
    if level > 0:
        body *= 1 - np.float32(0.75 * level) * ramp(-box.y / np.float32(long), -0.4, 0.6)
    calcium = box.thickness(np.maximum(body, 0))
    calcium *= np.maximum(1 + np.float32(0.05) * field(grid, random, 0.7), 0)
    return Shadow(grid, calcium, {"mass": box.outline(size * np.float32(1.05) - nearest)})


def _lobules(
    box: Volume, random: np.random.Generator, choice: Choice, radii: tuple[float, float, float]
) -> tuple[Array, Array, Array]:
    """The distance to the nearest lobule and to the second, and how dense the nearest is."""
    warp_x, warp_y = (np.float32(1.6) * box.noise(random, 7.0) for _ in range(2))
    x, y = box.x + warp_x, box.y + warp_y
    nearest = np.full(box.shape, 1e6, np.float32)
    second, density = nearest.copy(), np.zeros(box.shape, np.float32)
    for middle in _middles(random, int(choice.value("lobules"))):
        at = [np.float32(share * radius) for share, radius in zip(middle, radii, strict=True)]
        off, dense = np.float32(random.uniform(-0.9, 0.9)), np.float32(random.uniform(0.65, 1.15))
        away = np.sqrt((x - at[0]) ** 2 + (y - at[1]) ** 2 + (box.z - at[2]) ** 2) + off
        first = away < nearest
        second = np.minimum(np.where(first, nearest, away), second)
        density = np.where(first, dense, density)
        nearest = np.minimum(nearest, away)
    return nearest, second, density


def _middles(random: np.random.Generator, count: int) -> list[np.ndarray]:
    """Points in the unit ball that keep apart as long as there is room."""
    middles: list[np.ndarray] = []
    for _ in range(_TRIES):
        point = random.standard_normal(3)
        point *= random.random() ** 0.4 / np.linalg.norm(point) * 0.86
        if all(np.linalg.norm(point - other) > _APART for other in middles):
            middles.append(point)
        if len(middles) == count:
            break
    return middles
