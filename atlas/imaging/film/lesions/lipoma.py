"""Parosteal lipoma: fat that lies dark in the muscle round an excrescence of bone."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.film.volume import Volume
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field

_FAT = 0.042  # mm of dense calcium that a mm of muscle is worth more than a mm of fat
_CORTEX = 0.6  # the same of cortical bone, and of spongiosa
_SPONGIOSA = 0.14


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A smooth lucent mass, and bone that stands from the cortex; `mass` and `excrescence`."""
    random = choice.random(1)
    long, short = choice.value("length") / 2, choice.value("breadth") / 2
    grid = bed.around(bed.place(choice), short * 1.5, long * 1.3)
    box = Volume.within(grid, short * 1.5, long * 1.3, short * 1.2)
    away = np.sqrt((box.y / long) ** 2 + (box.x / short) ** 2 + (box.z / (0.95 * short)) ** 2)
    fat = 1 - away + np.float32(0.07) * box.noise(random, 0.6 * short)
    lucent = box.thickness(ramp(fat, -0.03, 0.06)) * np.float32(_FAT)
    septa = np.abs(field(grid, random, 0.3 * short, 2))
    lucent *= np.float32(0.86) + np.float32(0.14) * ramp(septa, 0.0, 0.25)
    depth = _excrescence(grid.x, grid.y, choice, short, random)
    depth += np.float32(0.45) * field(grid, random, 2.2)
    calcium = _bone(depth) * np.maximum(1 + np.float32(0.12) * field(grid, random, 1.0, 2), 0.2)
    calcium *= np.float32(choice.value("density"))
    regions = {"mass": box.outline(fat * 3), "excrescence": -depth}
    return Shadow(grid, calcium - lucent, regions)


def _bone(depth: Array) -> Array:
    """mm of calcium in a knob of bone: a cortex met edge on, and spongiosa within it."""
    chord = 2 * np.sqrt(np.maximum(depth, 0) * 5)
    inner = 2 * np.sqrt(np.maximum(depth - np.float32(0.8), 0) * 5)
    bone: Array = (chord - inner) * np.float32(_CORTEX) + inner * np.float32(_SPONGIOSA)
    return bone


def _excrescence(
    x: Array, y: Array, choice: Choice, short: float, random: np.random.Generator
) -> Array:
    """mm below its surface: a broad base on the bone, from which uneven horns stand."""
    towards = -1.0 if choice.word("bone") == "left" else 1.0
    size = choice.value("excrescence")
    depth = np.full(np.broadcast_shapes(x.shape, y.shape), -9.0, np.float32)
    root = towards * short
    # Thick cortex beneath the base; then stalks that bend up and down and end in knobs.
    depth = np.maximum(
        depth, _limb(x, y, (root, -0.8 * size), (root, 0.9 * size), 0.15, 0.15, size)
    )
    for start, bend, length in ((-0.25, -0.3, 1.0), (0.12, 0.25, 0.7), (0.5, 0.4, 0.4)):
        long = length * float(random.uniform(0.85, 1.15))
        tip = (root - towards * long * size, (start + bend * long) * size)
        depth = np.maximum(depth, _limb(x, y, (root, start * size), tip, 0.4, 0.17, size))
    return depth


def _limb(
    x: Array, y: Array, start: tuple[float, float], end: tuple[float, float], first: float,
    last: float, size: float,
) -> Array:  # fmt: skip
    """mm below the surface of a stalk that narrows, its breadths shares of `size`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    share = ((x - np.float32(start[0])) * np.float32(dx / square)
             + (y - np.float32(start[1])) * np.float32(dy / square))  # fmt: skip
    share = np.clip(share, 0, 1)
    away = np.hypot(
        x - np.float32(start[0]) - share * np.float32(dx),
        y - np.float32(start[1]) - share * np.float32(dy),
    )
    found: Array = np.float32(size) * (np.float32(first) + share * np.float32(last - first)) - away
    return found
