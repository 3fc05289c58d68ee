"""Parosteal lipoma: fat that lies dark in the muscle round an excrescence of bone."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.film.volume import Volume
from atlas.imaging.simulate.choice import Choice

_FAT = 0.029  # mm of dense calcium that a mm of muscle is worth more than a mm of fat


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A smooth lucent mass, and bone that stands from the cortex; `mass` and `excrescence`."""
    random = choice.random(1)
    long, short = choice.value("length") / 2, choice.value("breadth") / 2
    grid = bed.around(bed.place(choice), short * 1.4, long * 1.4)
    box = Volume.within(grid, short * 1.4, long * 1.4, short * 1.2)
    away = np.sqrt((box.y / long) ** 2 + (box.x / short) ** 2 + (box.z / (0.9 * short)) ** 2)
    fat = 1 - away + np.float32(0.05) * box.noise(random, 0.6 * short)
    lucent = box.thickness(ramp(fat, -0.04, 0.12)) * np.float32(_FAT)
    bone = _excrescence(box, choice, short, random)
    calcium = box.thickness(ramp(bone, 0, 1.2)) * np.float32(choice.value("density"))
    calcium *= np.float32(0.45)
    regions = {"mass": box.outline(fat * 3), "excrescence": box.outline(bone)}
    return Shadow(grid, calcium - lucent, regions)


def _excrescence(
    box: Volume, choice: Choice, short: float, random: np.random.Generator
) -> np.ndarray:
    """mm below its surface: a stalk from the bone, which knobs of different size sit on."""
    towards = -1.0 if choice.word("bone") == "left" else 1.0
    size = np.float32(choice.value("excrescence"))
    root = np.float32(towards * short)
    depth = np.full(box.shape, -9.0, np.float32)
    for step in np.linspace(0, 1, 6).tolist():
        x = root - np.float32(towards * step) * size
        y = np.float32(random.normal(0, 0.16)) * size * np.float32(0.6 + step)
        radius = size * np.float32((0.42 - 0.2 * step) * random.uniform(0.8, 1.15))
        ball = radius - np.sqrt((box.x - x) ** 2 + ((box.y - y) * np.float32(0.75)) ** 2 + box.z**2)
        depth = np.maximum(depth, ball)
    return depth + np.float32(0.07) * size * box.noise(random, 0.3 * float(size))
