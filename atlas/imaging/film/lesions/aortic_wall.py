"""Calcium in the wall of an aorta seen from the side, normal or with an aneurysm."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, chord, ramp, spaced
from atlas.imaging.film.curves import Beside, beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field

_STEP = 1.5  # mm between the points of the course
_FORWARD = 0.8  # of the growth of a sac goes away from the spine
_EDGE = 2.2  # mm to each side of a line, that its region takes
_ROUND = 1.4  # 1 is a sac with corners, more one that tapers into its necks


@dataclass(frozen=True, eq=False, slots=True)
class _Sac:
    """Of an aneurysm: across it and along it, mm, and where it is widest along the course."""

    across: float
    along: float
    at: float


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Lines where the wall is met edge on, plaques where it is met face on.

    Regions `wall`, `anterior-wall` and `posterior-wall`.
    """
    return _cast(bed, choice, _Sac(0.0, 1.0, 0.0))


def cast_aneurysm(bed: Bed, choice: Choice) -> Shadow:
    """The same with walls that spread apart; region `sac` as well."""
    return _cast(
        bed, choice, _Sac(choice.value("sac"), choice.value("sac_length"), choice.value("sac_at"))
    )


def _cast(bed: Bed, choice: Choice, sac: _Sac) -> Shadow:
    random = choice.random(1)
    usual = choice.value("diameter")
    reach = usual / 2 + max(sac.across - usual, 0) * 0.9 + 4
    course = bed.background.course(choice.word("along"))
    grid, points = bed.along(spaced(course, _STEP), reach)
    near = beside(grid, points, reach)
    swell = np.abs(near.along - np.float32(sac.at * near.length)) / np.float32(sac.along / 2)
    swell = np.maximum(1 - swell * swell, 0) ** np.float32(_ROUND)
    grown = np.float32(max(sac.across - usual, 0) / 2) * swell
    radius = np.float32(usual / 2) * (1 - np.float32(0.12) * near.along / np.float32(near.length))
    radius = (radius + grown) * (1 + np.float32(0.035) * field(grid, random, 14.0))
    # Down the course, what is right of it lies in front.
    off = near.side * near.away - np.float32(_FORWARD) * grown
    off += np.float32(0.5) * field(grid, random, 16.0)
    calcium = _wall(grid, random, choice, near, radius, off)
    outside = np.abs(off) - radius - np.float32(0.8)
    regions = {"wall": outside}
    ends = np.maximum(np.float32(3) - near.along, near.along - np.float32(near.length - 3))
    for name, line in (("anterior-wall", off - radius), ("posterior-wall", off + radius)):
        regions[name] = np.maximum(np.abs(line) - np.float32(_EDGE), ends)
    if sac.across:
        regions["sac"] = np.maximum(outside, np.float32(0.3) - swell)
    return Shadow(grid, calcium, regions)


def _wall(
    grid: Grid, random: np.random.Generator, choice: Choice, near: Beside, radius: Array, off: Array
) -> Array:
    thick = np.float32(choice.value("wall"))
    thick = thick * np.maximum(1 + np.float32(0.45) * field(grid, random, 5.0, 2), 0.2)
    square = off**2
    shell = np.maximum(chord(square, radius) - chord(square, radius - thick), 0)
    # Edge on the plaques of one side cover one another; face on they are islands.
    amount = np.float32((choice.value("extent") - 0.5) * 3.2)
    edge_on = ramp(np.abs(off) / radius, 0.72, 0.9)
    lines = ramp(field(grid, random, 10.0, 2) + amount + np.float32(0.5), -0.3, 0.5)
    islands = ramp(field(grid, random, 5.5, 2) + amount - np.float32(1.1), -0.3, 1.3)
    cover = edge_on * lines + (1 - edge_on) * islands
    ends = ramp(near.along, 0, 14.0) * ramp(np.float32(near.length) - near.along, 0, 8.0)
    grain = np.maximum(1 + np.float32(0.28) * field(grid, random, 0.7, 2), 0.1)
    found: Array = shell * cover * ends * grain * np.float32(choice.value("density"))
    return found
