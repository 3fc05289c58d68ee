"""Enchondroma of a small bone: a lucent lesion that thins and widens it, with chondroid flecks."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.noise import field

_LEFT = 0.5  # of the bone in front of and behind the lesion
_SHELL = 0.4  # mm of dense calcium where the thin wall is met edge on


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Bone goes, a thin lobulated shell and flecks come; regions `tumour` and `matrix`."""
    random = choice.random(1)
    long, short = choice.value("length") / 2, choice.value("breadth") / 2
    grid = bed.around(bed.place(choice), long * 1.5, long * 1.5)
    turn = np.radians(choice.value("angle"))
    u = grid.y * np.float32(np.cos(turn)) - grid.x * np.float32(np.sin(turn))
    v = grid.x * np.float32(np.cos(turn)) + grid.y * np.float32(np.sin(turn))
    away = np.sqrt((u / np.float32(long)) ** 2 + (v / np.float32(short)) ** 2)
    depth = (1 - away) * np.float32(short)
    depth += np.float32(0.13 * short) * field(grid, random, 0.45 * short)
    depth += np.float32(0.03 * short) * field(grid, random, 0.12 * short)
    inside = ramp(depth, -0.1, 1.8)
    lost = inside * np.float32(1 - _LEFT) * bed.bone(grid)
    gaps = np.maximum(1 + np.float32(0.8) * field(grid, random, 1.8, 2), 0.05)
    shell = ramp(depth, -0.5, 0.2) * ramp(-depth, -1.1, 0) * gaps * np.float32(_SHELL)
    where = ramp(field(grid, random, 2.4, 2) - np.float32(0.1), 0, 0.8)
    flecks = ramp(field(grid, random, 0.65, 2) - np.float32(0.35), 0, 1.0) * where
    flecks *= ramp(depth, 0.5, 1.6) * np.float32(choice.value("matrix"))
    matrix = np.float32(0.25) - where * ramp(depth, 0.5, 1.6)
    calcium = shell + flecks * np.float32(0.9) - lost
    return Shadow(grid, calcium, {"tumour": -depth, "matrix": matrix})
