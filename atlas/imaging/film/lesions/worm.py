"""A dead guinea worm: a long beaded line, stretched out or wound up."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, chord, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A cord with beads and breaks along its course; region `worm`."""
    random = choice.random(1)
    radius = choice.value("thickness") / 2
    course = [(float(x), float(y)) for x, y in _course(random, choice)]
    grid, points = bed.along(
        spaced(course, 0.8) + np.array(bed.place(choice), np.float32), radius * 4
    )
    near = beside(grid, points, radius * 3)
    at = near.along
    slow, fine = field(grid, random, 3.0, 2), field(grid, random, 0.8, 2)
    beads = np.float32(0.82) + np.float32(0.18) * np.cos(at * np.float32(2.1) + slow)
    size = np.float32(radius) * beads * (1 + np.float32(0.1) * fine)
    ends = ramp(at, 0, 3) * ramp(np.float32(near.length) - at, 0, 3)
    whole = ramp(slow + np.float32(1.6), 0, 0.5) * ends
    hollow = chord(near.away**2, size * np.float32(0.5)) * np.float32(0.35)
    calcium = (chord(near.away**2, size) - hollow) * whole
    calcium *= np.maximum(1 + np.float32(0.25) * fine, 0.1) * np.float32(choice.value("density"))
    return Shadow(grid, calcium.astype(np.float32), {"worm": near.away - size})


def _course(random: np.random.Generator, choice: Choice) -> Array:
    """Points along the limb: waves of uneven height, closer the more it is wound."""
    length, breadth, turns = (choice.value(n) for n in ("length", "breadth", "turns"))
    count = int(turns * 16) + 4
    share = np.linspace(-0.5, 0.5, count)
    phase = 2 * np.pi * turns * share + np.cumsum(random.normal(0, 0.17, count))
    height = breadth / 2 * np.clip(1 + 0.35 * np.cumsum(random.normal(0, 0.2, count)), 0.35, 1.3)
    across = height * np.sin(phase) + random.normal(0, breadth * 0.012, count)
    # Loops that go back on themselves, as a cord wound loosely does.
    down = share * length - choice.value("loops") * length / max(turns, 1) * 0.5 * np.sin(2 * phase)
    turn = np.radians(choice.value("angle"))
    x, y = across * np.cos(turn) + down * np.sin(turn), down * np.cos(turn) - across * np.sin(turn)
    return np.stack([x, y], 1).astype(np.float32)
