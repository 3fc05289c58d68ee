"""Thin calcified lines: septa and capsule of an organ, the wall of a hollow one."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import resampled
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft, solid_noise

_DENSEST = 520.0
_CELLS, _PATCHES, _BENT = 1, 2, 3
_COARSE = 1.2  # mm, of the grid the cells are found on


def lay_organ(bed: Bed, choice: Choice) -> Regions:
    """Septa that divide the liver like the shell of a turtle, and lines along its capsule."""
    spot = bed.spot(choice)
    reach = 125.0
    grid = bed.around(spot, reach, 110)
    organ = grid.of(bed.share("liver"))
    if organ.max() < 0.5:
        return {}
    patches = solid_noise(grid, choice.random(_PATCHES), 11, spot.below, reach)
    between = _cells(grid, choice, spot)
    inside = soft(wide_blur(organ, 3 / grid.pitch, 2), 0.75, 0.98)
    bare = 1.6 - 3.2 * choice.value("extent")
    full = soft(patches, bare - 0.3, bare + 0.5)
    thick = choice.value("thickness")
    # A septum that lies in the slice would fill it like a plate: only those that cross it are seen.
    steep = wide_blur(np.hypot(*np.gradient(between, grid.pitch)), 4 / grid.pitch, 2)
    septa = soft(between, 1.3 * thick, 0.5 * thick) * inside * full * soft(steep, 0.3, 0.7)
    edge = soft(np.abs(wide_blur(organ, 1.4 / grid.pitch, 2) - 0.72), 0.2, 0.06)
    capsule = (
        edge * organ * soft(patches, bare - 0.1, bare + 0.6) * np.float32(choice.value("capsule"))
    )
    bed.canvas.mineralise(grid, np.maximum(septa, capsule) * np.float32(_DENSEST))
    return {
        "septa": (grid, np.float32(0.2) - wide_blur(septa, 0.8 / grid.pitch, 2)),
        "capsule": (grid, np.float32(0.16) - wide_blur(capsule, 0.8 / grid.pitch, 2)),
    }


def _cells(grid: Grid, choice: Choice, spot: Spot) -> Array:
    """How much nearer the nearest of scattered points is than the next, in mm."""
    random = choice.random(_CELLS)
    size = choice.value("cell")
    ways = [np.arange(-130, 131, size) for _ in range(3)]
    points = np.stack(np.meshgrid(*ways, indexing="ij"), -1).reshape(-1, 3)
    points = points + random.uniform(-0.42, 0.42, points.shape) * size
    points = points[np.abs(points[:, 2] - spot.below) < 1.2 * size].astype(np.float32)
    coarse = grid.coarser(max(_COARSE, grid.pitch))
    bent_x, bent_y = (
        way + 3.2 * solid_noise(coarse, choice.random(key), 12, spot.below, 130)
        for way, key in ((coarse.x, _BENT), (coarse.y, _BENT + 1))
    )
    first = np.full(coarse.shape, 1e6, np.float32)
    second = first.copy()
    for x, y, z in points.tolist():
        away = (bent_x - x) ** 2 + (bent_y - y) ** 2 + np.float32((spot.below - z) ** 2)
        np.minimum(second, np.maximum(first, away), out=second)
        np.minimum(first, away, out=first)
    return resampled(np.sqrt(second) - np.sqrt(first), coarse, grid)


def lay_wall(bed: Bed, choice: Choice) -> Regions:
    """A line in the wall of the bladder, and rings where the ureters are met."""
    spot = bed.spot(choice)
    reach = 75.0
    grid = bed.around(spot, reach)
    wall = grid.of(bed.share("bladder-wall"))
    patches = solid_noise(grid, choice.random(_PATCHES), 6, spot.below, reach)
    bare = 1.7 - 3.4 * choice.value("extent")
    full = soft(patches, bare - 0.5, bare + 0.5)
    line = soft(wall, 0.35, 0.9) * full
    bed.canvas.mineralise(grid, line * np.float32(_DENSEST))
    found: dict[str, tuple[Grid, Array]] = {}
    if wall.max() > 0.5:
        found["line"] = grid, np.float32(0.3) - wide_blur(line, 0.6 / grid.pitch, 2)
    if choice.value("ureters"):
        rings = [ring for side in ("right", "left") if (ring := _ureter(bed, choice, side))]
        for part, distance in rings:
            whole = np.full(bed.canvas.grid.shape, 50, np.float32)
            held = found.get("ureters")
            if held:
                whole = held[1]
            np.minimum(part.of(whole), distance, out=part.of(whole))
            found["ureters"] = bed.canvas.grid, whole
    return found


def _ureter(bed: Bed, choice: Choice, side: str) -> tuple[Grid, Array] | None:
    """The ring of one ureter, where its course meets the slice."""
    course = bed.volume.facts.courses.get(f"{side}-ureter", ())
    shown = bed.volume.number - 1
    for a, b in pairwise(course):
        if a[2] <= shown <= b[2]:
            part = (shown - a[2]) / max(b[2] - a[2], 1e-6)
            x, y = (p + (q - p) * part for p, q in zip(a[:2], b[:2], strict=True))
            grid = bed.around(bed.moved((x, y, shown)), 9)
            away = np.hypot(grid.x, grid.y) - np.float32(2.9)
            ring = soft(np.abs(away), 1.0, 0.4)
            bed.canvas.mineralise(grid, ring * np.float32(_DENSEST * choice.value("ureters")))
            return grid, away - 1.0
    return None
