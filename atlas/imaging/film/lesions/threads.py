"""Thin calcified threads: a coiled worm, and a nerve."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, chord, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.noise import field


def cast_coil(bed: Bed, choice: Choice) -> Shadow:
    """One thread wound up irregularly, broken here and there; region `coil`."""
    random = choice.random(1)
    size, thick = choice.value("size") / 2, choice.value("thickness") / 2
    turns = np.linspace(0, 2 * np.pi * choice.value("turns"), int(9 * choice.value("turns")) + 2)
    radius = size * (1 - 0.62 * turns / turns[-1]) * (1 + 0.13 * random.standard_normal(len(turns)))
    drift = np.cumsum(random.standard_normal((len(turns), 2)), 0) * 0.045 * size
    flat, tilt = choice.value("flat"), np.radians(choice.value("angle"))
    x, y = radius * np.cos(turns), radius * np.sin(turns) * flat
    path = np.stack([x * np.cos(tilt) - y * np.sin(tilt), x * np.sin(tilt) + y * np.cos(tilt)], 1)
    middle = np.array(bed.place(choice))
    points = [(float(a), float(b)) for a, b in path + drift - drift.mean(0) + middle]
    grid, line = bed.along(spaced(points, 0.3), thick * 3 + 1)
    near = beside(grid, line, thick * 3 + 0.5)
    whole = chord(near.away**2, thick)
    broken = ramp(field(grid, random, 1.6, 2) + np.float32(1.3), 0, 1.0)
    calcium = whole * broken * np.float32(choice.value("density"))
    return Shadow(grid, calcium, {"coil": near.away - np.float32(thick + 0.35)})


def cast_nerve(bed: Bed, choice: Choice) -> Shadow:
    """Granular strands along a nerve, thicker where an abscess was; region `nerve`."""
    random = choice.random(1)
    half = choice.value("thickness") / 2
    course = bed.background.course(choice.word("along"))
    grid, line = bed.along(spaced(course, 0.6), half * 3 + 1)
    near = beside(grid, line, half * 3)
    swell = np.float32(half) * (1 + np.float32(0.35) * field(grid, random, 6.0, 2))
    depth = swell - near.away
    strands = ramp(field(grid, random, 0.9, 2) + np.float32(0.8), 0, 1.6)
    patches = ramp(field(grid, random, 4.5, 2) + np.float32(1.3), 0, 1.3)
    ends = ramp(near.along, 0, 5.0) * ramp(np.float32(near.length) - near.along, 0, 5.0)
    calcium = chord(near.away**2, swell) * ramp(depth, -0.1, 0.7) * strands * patches * ends
    outline = near.away - swell * ends
    return Shadow(grid, calcium * np.float32(choice.value("density")), {"nerve": outline})
