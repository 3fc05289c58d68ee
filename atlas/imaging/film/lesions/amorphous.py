"""Hydroxyapatite in a tendon: a smooth deposit without structure that turns fluffy as it goes."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.film.volume import Volume
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field

_ROOM = 1.5  # of the voxels, in half lengths of the deposit
_LEFT = 0.45  # of the mineral, when resorption is at its height


def cast(bed: Bed, choice: Choice) -> Shadow:
    """An oval bent along its tendon, of even density; region `deposit`."""
    random = choice.random(1)
    long, short = choice.value("length") / 2, choice.value("breadth") / 2
    fluffy = choice.value("resorption")
    room = _ROOM * long
    grid = bed.around(bed.place(choice), room, room)
    box = Volume.within(grid, room, room, _ROOM * short)
    warp = np.float32(0.05 + 0.24 * fluffy) * box.noise(random, 0.30 * long)
    warp += np.float32(0.02 + 0.16 * fluffy) * box.noise(random, 0.13 * long)
    depth = 1 - _away(box, choice, long, short) + warp
    body = ramp(depth, 0, 0.22 + 0.5 * fluffy)
    body *= 1 - np.float32(1 - _LEFT) * np.float32(fluffy)
    body *= np.maximum(1 + np.float32(0.06 + 0.4 * fluffy) * box.noise(random, 0.2 * long), 0)
    calcium = box.thickness(body) * np.float32(choice.value("density"))
    calcium *= np.maximum(1 + np.float32(0.05) * field(grid, random, 0.6), 0)
    return Shadow(grid, calcium, {"deposit": box.outline(depth - np.float32(0.1))})


def cast_bursa(bed: Bed, choice: Choice) -> Shadow:
    """Milk of calcium that fills a bursa, thickest in its middle; region `crescent`."""
    random = choice.random(1)
    half = choice.value("thickness") / 2
    course = bed.background.course(choice.word("along"))
    grid, points = bed.along(spaced(course, 1.0), half * 3 + 2)
    near = beside(grid, points, half * 3)
    share = near.along / np.float32(near.length)
    thick = np.float32(half) * np.sqrt(np.maximum(4 * share * (1 - share), 0))
    depth = thick - near.away + np.float32(0.16 * half) * field(grid, random, 2.5, 2)
    inside = ramp(depth, -0.2, max(0.9 * half, 0.5))
    patches = ramp(field(grid, random, 4.0, 2) + np.float32(1.9), 0, 1.8)
    calcium = inside * patches * np.float32(2 * half * choice.value("density"))
    return Shadow(grid, calcium, {"crescent": np.float32(0.3) - inside})


def _away(box: Volume, choice: Choice, long: float, short: float) -> Array:
    """The distance from the middle, 1 on the surface of the oval."""
    turn = np.radians(choice.value("angle"))
    u = box.y * np.float32(np.cos(turn)) - box.x * np.float32(np.sin(turn))
    v = box.x * np.float32(np.cos(turn)) + box.y * np.float32(np.sin(turn))
    v = v + np.float32(choice.value("bow") / long**2) * u * u
    away: Array = np.sqrt((u / long) ** 2 + (v / short) ** 2 + (box.z / (1.1 * short)) ** 2)
    return away
