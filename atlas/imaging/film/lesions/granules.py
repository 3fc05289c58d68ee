"""Calcinosis: irregular dense granules in a cluster, without an inside."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.film.volume import Volume
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.noise import field


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Grains of many sizes that run together in the middle; region `granules`."""
    random = choice.random(1)
    across, down = choice.value("spread_x") / 2, choice.value("spread_y") / 2
    size = choice.value("size")
    grid = bed.around(bed.place(choice), across + size, down + size)
    box = Volume.within(grid, across + size, down + size, min(across, down) + size / 2)
    warp = np.float32(0.13 * size) * box.noise(random, 0.35 * size)
    depth = np.full(box.shape, -9.0, np.float32)
    for _ in range(int(choice.value("count"))):
        x, y, z = (
            random.normal(0, 0.42, 3).clip(-1, 1) * (across, down, min(across, down))
        ).tolist()
        radius = size / 2 * float(random.uniform(0.35, 1.0))
        squeeze, turn = float(random.uniform(0.6, 1.0)), float(random.uniform(0, np.pi))
        dx, dy = box.x - np.float32(x), box.y - np.float32(y)
        u = dx * np.float32(np.cos(turn)) + dy * np.float32(np.sin(turn))
        v = (dy * np.float32(np.cos(turn)) - dx * np.float32(np.sin(turn))) / np.float32(squeeze)
        away = np.sqrt(u * u + v * v + (box.z - np.float32(z)) ** 2)
        depth = np.maximum(depth, np.float32(radius) - away)
    depth += warp
    calcium = box.thickness(ramp(depth, 0, 0.22 * size)) * np.float32(choice.value("density"))
    calcium *= np.maximum(1 + np.float32(0.12) * field(grid, random, 0.4), 0.3)
    return Shadow(grid, calcium, {"granules": box.outline(depth)})
