"""Skin that is thicker than it should be, seen where the beam grazes it."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.noise import field

_CALCIUM = 0.9  # mm of dense calcium that attenuates as skin does where it is grazed


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A band along the skin that thins out towards both ends of its course; region `skin`."""
    random = choice.random(1)
    thick = choice.value("thickness")
    course = bed.background.course(choice.word("along"))
    grid, points = bed.along(spaced(course, 1.5), thick * 2 + 2)
    near = beside(grid, points, thick * 2 + 1)
    share = near.along / np.float32(near.length)
    ends = ramp(share, 0, 0.18) * ramp(1 - share, 0, 0.18)
    half = np.float32(thick / 2) * ends * (1 + np.float32(0.22) * field(grid, random, 7.0, 2))
    inside = ramp(half - near.away, -0.3, 0.9)
    calcium = inside * np.float32(_CALCIUM) * (1 + np.float32(0.12) * field(grid, random, 2.0, 2))
    return Shadow(grid, calcium.astype(np.float32), {"skin": np.float32(0.4) - inside})
