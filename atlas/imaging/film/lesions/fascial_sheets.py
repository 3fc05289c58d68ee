"""Sheets of calcium along fascial planes: long streaks, uneven, broken, some seen on the flat."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.curves import FAR, beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field

_EDGE_ON = 3.4  # mm of dense calcium along a sheet seen from its edge
_FLAT = 0.8  # on the flat


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Streaks about one direction; region `sheets`."""
    random = choice.random(1)
    length, spread, thick = (choice.value(name) for name in ("length", "spread", "thickness"))
    reach = length * 0.56 + thick * 3
    grid = bed.around(bed.place(choice), spread * 0.6 + thick * 4 + length * 0.12, reach)
    warp, patches = field(grid, random, 7.0, 2), field(grid, random, 4.0, 2)
    grain, broad = field(grid, random, 0.7, 2), field(grid, random, 11.0)
    calcium = np.zeros(grid.shape, np.float32)
    outline = np.full(grid.shape, FAR, np.float32)
    count = int(choice.value("count"))
    for number in range(count):
        at = (number + float(random.uniform(0.15, 0.85))) / count - 0.5
        part = float(random.uniform(0.45, 1.0)) * length
        line = _course(
            random, at * spread, part, (length - part) * float(random.uniform(-0.5, 0.5))
        )
        line = line @ _turn(choice.value("angle"))
        own = thick * float(random.uniform(0.5, 1.3))
        near = beside(grid, spaced([(float(x), float(y)) for x, y in line], 3.0), own * 4 + 4)
        away = np.abs(near.away * near.side + np.float32(0.9) * warp)
        ends = ramp(near.along, 0, 12) * ramp(np.float32(near.length) - near.along, 0, 12)
        half = np.float32(own / 2) * ends * np.maximum(1 + np.float32(0.32) * patches, 0.3)
        inside = half - np.where(near.away < FAR, away, np.float32(FAR))
        calcium += _sheet(inside, own, ends, patches, broad, away)
        np.minimum(
            outline,
            np.maximum(
                -inside, np.float32(-1.0) - patches * np.float32(0.5) - broad * np.float32(0.8)
            ),
            out=outline,
        )
    calcium *= np.maximum(1 + np.float32(0.32) * grain, 0.1)
    return Shadow(grid, calcium * np.float32(choice.value("density")), {"sheets": outline})


def _course(random: np.random.Generator, x: float, length: float, shift: float) -> Array:
    """Five points down the picture, bent as a plane between muscles is."""
    bend, lean = float(random.normal(0, 0.05)), float(random.normal(0, 0.05))
    share = np.linspace(-0.5, 0.5, 5)
    across = x * (1 - 0.5 * share) + length * (bend * np.cos(share * np.pi) + lean * share)
    across += random.normal(0, 1.1, 5)
    return np.stack([across, share * length + shift], 1).astype(np.float32)


def _turn(degrees: float) -> Array:
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    turn: Array = np.array([[cosine, sine], [-sine, cosine]], np.float32)
    return turn


def _sheet(
    inside: Array, thick: float, ends: Array, patches: Array, broad: Array, away: Array
) -> Array:
    edge_on = ramp(inside, -0.4, 0.7) * ramp(
        patches * np.float32(0.5) + broad * np.float32(0.8), -1.4, 0.2
    )
    flat = ramp(np.float32(thick * 2.6) - away, 0, thick * 2) * ends
    flat = flat * ramp(patches * np.float32(0.6) + broad, 0.2, 1.6)
    found: Array = edge_on * np.float32(_EDGE_ON) + flat * np.float32(_FLAT)
    return found
