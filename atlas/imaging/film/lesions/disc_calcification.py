"""Wafers of calcium in a disc, parallel to its end plates, and gas in its clefts."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field

_STEP = 0.8  # mm between the points of the disc
_DEEP = 5.0  # mm of dense calcium along the ray
_GAS = -3.2  # mm of dense calcium that the gas of a cleft takes away


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Two layers along the disc and a cleft between them; regions `wafer` and `vacuum`."""
    random = choice.random(1)
    off_middle, thick = choice.value("apart") / 2, choice.value("thickness")
    course = bed.background.course(choice.word("along"))
    reach = off_middle + thick * 2 + 2
    grid, points = bed.along(spaced(course, _STEP), reach)
    near = beside(grid, points, reach)
    share = near.along / np.float32(near.length)
    height = near.side * near.away + np.float32(0.35) * field(grid, random, 4.0)
    # The layers meet towards the edge of the disc, as its fibres do.
    bulge = np.sqrt(np.maximum(1 - ((share - np.float32(0.5)) / np.float32(0.56)) ** 2, 0))
    lines = np.abs(np.abs(height) - np.float32(off_middle) * bulge)
    uneven = np.float32(thick / 2) * np.maximum(
        1 + np.float32(0.35) * field(grid, random, 4.0, 2), 0.25
    )
    edge = ramp(share, 0.04, 0.12) * ramp(1 - share, 0.06, 0.14)
    layer = ramp(uneven - lines, -0.45, 0.45) * edge
    gaps = ramp(
        field(grid, random, 5.0) + np.float32((choice.value("extent") - 0.5) * 4), -0.5, 0.3
    )
    grain = np.maximum(1 + np.float32(0.2) * field(grid, random, 0.7, 2), 0.2)
    calcium = layer * gaps * grain * np.float32(_DEEP * choice.value("density"))
    ends = np.maximum(np.float32(0.05) - share, share - np.float32(0.93))
    outside = np.maximum(np.abs(height) - np.float32(off_middle + thick / 2), ends * 20)
    regions = {"wafer": outside}
    if choice.value("vacuum") > 0:
        cleft = _cleft(height, share, choice)
        gas = ramp(cleft, -0.25, 0.45) * np.float32(_GAS * choice.value("vacuum"))
        gas *= 1 + np.float32(0.08) * field(grid, random, 2.0)
        calcium = calcium * (1 - ramp(cleft, -0.2, 0.4)) + gas
        regions["vacuum"] = -cleft
    return Shadow(grid, calcium.astype(np.float32), regions)


def _cleft(height: Array, share: Array, choice: Choice) -> Array:
    """How deep each pixel lies in the gas, mm: a spindle in the middle of the disc."""
    at = (share - np.float32(0.52)) / np.float32(0.34)
    half = np.float32(max(choice.value("apart") * 0.3, 0.7))
    room: Array = half * np.sqrt(np.maximum(1 - at * at, 0))
    return room - np.abs(height) - np.float32(0.05)
