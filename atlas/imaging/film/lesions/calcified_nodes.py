"""Lymph nodes filled with lumps of calcium, as healed tuberculosis leaves them."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.film.volume import Volume
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.noise import field

_TRIES = 40
_TISSUE = 0.085  # of dense calcium: what a node attenuates more than lung


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Oval nodes that touch, each a mulberry of lumps; regions `nodes` and `calcium`."""
    random = choice.random(1)
    size = choice.value("size")
    across, down = (choice.value(way) / 2 + size for way in ("spread_x", "spread_y"))
    grid = bed.around(bed.place(choice), across, down)
    box = Volume.within(grid, across, down, size * 1.1)
    depth = np.full(box.shape, -9.0, np.float32)
    for x, y, radius in _middles(random, choice):
        flat, turn = float(random.uniform(0.62, 0.95)), float(random.uniform(0, np.pi))
        dx, dy = box.x - np.float32(x), box.y - np.float32(y)
        u = dx * np.float32(np.cos(turn)) + dy * np.float32(np.sin(turn))
        v = (dy * np.float32(np.cos(turn)) - dx * np.float32(np.sin(turn))) / np.float32(flat)
        z = box.z - np.float32(random.normal(0, 0.15 * size))
        depth = np.maximum(depth, np.float32(radius) - np.sqrt(u * u + v * v + z * z))
    depth += np.float32(0.09 * size) * box.noise(random, 0.24 * size)
    lumps = box.noise(random, max(0.13 * size, 1.2)) + np.float32(0.8) * box.noise(
        random, 0.3 * size
    )
    level = np.float32(2.6 * choice.value("calcification") - 1.3)
    chunks = ramp(lumps + level, -0.25, 0.55) * ramp(depth, 0.2, 1.4)
    calcium = box.thickness(chunks) * np.float32(choice.value("density"))
    calcium *= np.maximum(1 + np.float32(0.1) * field(grid, random, 0.6), 0.3)
    regions = {"nodes": box.outline(depth), "calcium": np.float32(0.5) - calcium}
    return Shadow(
        grid, calcium + box.thickness(ramp(depth, -0.4, 0.6)) * np.float32(_TISSUE), regions
    )


def _middles(random: np.random.Generator, choice: Choice) -> list[tuple[float, float, float]]:
    """Middles and radii in an ellipse, the nodes touching but seldom one upon another."""
    found: list[tuple[float, float, float]] = []
    half_x, half_y = choice.value("spread_x") / 2, choice.value("spread_y") / 2
    count = int(choice.value("count"))
    for _ in range(count * _TRIES):
        if len(found) == count:
            break
        radius = choice.value("size") / 2 * float(random.uniform(0.5, 1.0))
        turn, out = float(random.uniform(0, 2 * np.pi)), float(random.random()) ** 0.5
        x, y = half_x * out * float(np.cos(turn)), half_y * out * float(np.sin(turn))
        if all(np.hypot(x - a, y - b) > 0.8 * (radius + other) for a, b, other in found):
            found.append((x, y, radius))
    return found
