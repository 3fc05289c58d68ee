"""Calcified walls of vessels, wherever the slice meets their courses."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise

_DENSEST = 620.0
_SLICE = 100  # slices lie further apart than the patches are long: each has noise of its own


def lay(bed: Bed, choice: Choice) -> Regions:
    """Rings where a vessel is cut across, two lines where it runs along the slice."""
    met = _met(bed, choice)
    if not met:
        return {}
    grid, axis = met
    radius = np.float32(choice.value("diameter") / 2)
    x, y = (float(way.mean()) for way in (grid.x, grid.y))
    seen, reach = grid.seen_from(x, y), max(grid.columns, grid.rows) * grid.pitch / 2 + 1
    patches = solid_noise(seen, choice.random(_SLICE + bed.volume.number), 2.6, 0, reach)
    bare = 1.7 - 3.4 * choice.value("extent")
    full = soft(patches, bare - 0.4, bare + 0.5)
    # Vessels wind; and one that lies partly in the slice is seen partly.
    away = np.abs(axis + 0.5 * patches - radius)
    wall = soft(away, choice.value("wall") + 0.35, 0.1)
    if radius < 1:
        wall = soft(axis + 0.5 * patches, 1.25, 0.2)  # too small for its lumen to be seen
    line = wall * full
    bed.canvas.mineralise(
        grid, line * np.float32(_DENSEST) * np.clip(0.8 + 0.4 * patches, 0.2, 1.4)
    )
    return {"walls": (grid, np.maximum(axis - radius - 1, (np.float32(0.15) - line) * 2))}


def _met(bed: Bed, choice: Choice) -> tuple[Grid, Array] | None:
    """The part of the slice the course comes near, and mm from its axis there."""
    facts = bed.volume.facts
    course = [bed.moved(place) for place in facts.courses[choice.word("along")]]
    margin = choice.value("diameter") / 2 + 4
    thick = facts.spacing / 2 + choice.value("diameter") / 2
    near = [
        (a, b)
        for a, b in pairwise(course)
        if min(a.below, b.below) < thick and max(a.below, b.below) > -thick
    ]
    if not near:
        return None
    x, y = ([getattr(one, way) for pair in near for one in pair] for way in "xy")
    grid = bed.canvas.grid.between(
        min(x) - margin, min(y) - margin, max(x) + margin, max(y) + margin
    )
    away = np.full(grid.shape, 50, np.float32)
    for a, b in near:
        step = np.array([b.x - a.x, b.y - a.y, b.below - a.below])
        dx, dy = grid.x - np.float32(a.x), grid.y - np.float32(a.y)
        along = dx * step[0] + dy * step[1] - np.float32(a.below * step[2])
        part = np.clip(along / max(float(step @ step), 1e-6), 0, 1)
        # Within the thickness of the slice a vessel is seen wherever it lies.
        deep = np.maximum(np.abs(a.below + part * step[2]) - facts.spacing / 2, 0)
        square = (dx - part * step[0]) ** 2 + (dy - part * step[1]) ** 2 + deep**2
        np.minimum(away, np.sqrt(square), out=away)
    return grid, away
