"""A cold abscess along the psoas: fluid, a wall with flecks of calcium, fragments of bone."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft, solid_noise, spot_of
from atlas.imaging.stack.pushing import Push
from atlas.imaging.stack.volume import Volume

_PUS = Tissue(21, 0, 0, 0, hu_grain=3)
_WALL = Tissue(52, 0, 0, 0, hu_grain=3)
_DENSEST = 820.0
_SHAPE, _FLECKS, _HOLE = 1, 2, 3


def pushes(volume: Volume, choice: Choice) -> tuple[Push, ...]:
    """The muscle bulges, and what lies before it moves."""
    spot = spot_of(volume, choice)
    across, down, high = (choice.value(n) / 2 for n in ("breadth", "depth", "height"))
    if abs(spot.below) >= high:
        return ()
    shrunk = spot.shrunk(high)
    return (Push(spot.x, spot.y, across * shrunk, down * shrunk, 0.45),)


def lay(bed: Bed, choice: Choice) -> Regions:
    """A spindle round a landmark, `breadth` across, `depth` from front to back, `height` long."""
    spot = bed.spot(choice)
    across, down, high = (choice.value(n) / 2 for n in ("breadth", "depth", "height"))
    found = dict(_destroyed(bed, choice))
    if abs(spot.below) >= high:
        return found
    shrunk = spot.shrunk(high)
    reach = max(across, down) * 1.3 + 4
    grid = bed.around(spot, reach)
    noise = solid_noise(grid, choice.random(_SHAPE), 10, spot.below, max(reach, high))
    edge = (np.hypot(grid.x / across, grid.y / down) - np.float32(shrunk)) * np.float32(
        min(across, down)
    )
    edge = edge + noise * np.float32(1.6)
    bed.canvas.paint(grid, coverage(edge, 1.0), _WALL)
    bed.canvas.paint(grid, coverage(edge + 3.4, 2.0), _PUS, noise)
    flecks = solid_noise(grid, choice.random(_FLECKS), 2.4, spot.below, max(reach, high))
    amount = choice.value("calcification")
    rim = soft(np.abs(edge + 2.2), 2.6, 0.8) * soft(
        flecks + 0.5 * noise, 1.5 - 1.7 * amount, 2.2 - 1.7 * amount
    )
    mid = soft(edge, -1, -5) * soft(flecks, 2.0 - 0.6 * amount, 2.6 - 0.6 * amount)
    mineral = np.maximum(rim, mid)
    bed.canvas.mineralise(grid, mineral * np.float32(_DENSEST))
    return {**found, "abscess": (grid, edge), "calcium": (grid, np.float32(0.3) - mineral)}


def _destroyed(bed: Bed, choice: Choice) -> Regions:
    """The vertebral body eaten away on the side of the abscess, splinters left in it."""
    amount = choice.value("destruction")
    if not amount:
        return {}
    body = bed.spot(choice)
    x, y, z = bed.volume.facts.landmarks[choice.word("bone")]
    bone = bed.moved((x, y, z))
    here = Spot(bone.x + np.sign(body.x - bone.x) * 11, bone.y - 4, bone.below)
    radius = 10 + 12 * amount
    if abs(here.below) > 24:
        return {}
    grid = bed.around(here, radius * 1.4)
    noise = solid_noise(grid, choice.random(_HOLE), 4, here.below, 40)
    eaten = np.hypot(grid.x, grid.y) - np.float32(radius) + noise * np.float32(3.4)
    hard = grid.of(bed.share("cortex", "spongiosa", "disc"))
    bed.canvas.paint(grid, coverage(eaten, 1.5) * hard, _WALL, noise)
    splinters = soft(noise, 0.9, 1.3) * coverage(eaten, 2.0) * soft(hard, 0.0, 0.3)
    bed.canvas.mineralise(grid, splinters * np.float32(640))
    return {"fragments": (grid, np.float32(0.35) - splinters)}
