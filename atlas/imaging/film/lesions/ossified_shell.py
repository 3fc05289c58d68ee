"""A shell of new bone over blood that lifted the periosteum, in profile: cephalhaematoma."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp, spaced
from atlas.imaging.film.curves import beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field

_ROUND = 26.0  # mm, the radius of the swelling along the beam
_FACE = 16.0  # mm inside the outline of the bone, until which the shell is seen from its face


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A dome over the surface `along`, to the right of its way; regions `shell` and `limits`."""
    random = choice.random(1)
    height, wall = choice.value("height"), choice.value("wall")
    course = bed.background.course(choice.word("along"))
    grid, points = bed.along(spaced(course, 1.0), height * 1.6 + _FACE)
    near = beside(grid, points, height * 1.6 + _FACE)
    out = np.where(near.side > 0, near.away, -near.away)
    share = near.along / np.float32(near.length)
    dome = np.float32(height) * np.maximum(4 * share * (1 - share), 0) ** np.float32(0.62)
    dome *= 1 + np.float32(0.05) * field(grid, random, 9.0, 2)
    under = dome - out + np.float32(0.12) * field(grid, random, 2.5, 2)
    thick = np.float32(wall) * np.maximum(
        1 + np.float32(0.25) * field(grid, random, 5.0, 2), np.float32(0.4)
    )
    shell = _chord(under) - _chord(under - thick)
    within = ramp(share, 0.005, 0.06) * ramp(1 - share, 0.005, 0.06)
    seen = within * ramp(out, -_FACE, 2.0) * ramp(dome, 0.3, 1.6)
    grain = np.maximum(1 + np.float32(0.16) * field(grid, random, 0.9, 2), 0.2)
    calcium = shell * seen * grain * np.float32(choice.value("density") * 0.34)
    edge = np.maximum(np.abs(under - thick) - thick * np.float32(1.3), -out)
    ends = np.minimum(*(np.hypot(grid.x - x, grid.y - y) for x, y in (points[0], points[-1])))
    regions = {
        "shell": np.where(near.away < height * 1.6 + _FACE, edge, 9).astype(np.float32),
        "limits": (ends - np.float32(3.2)).astype(np.float32),
    }
    return Shadow(grid, calcium.astype(np.float32), regions)


def _chord(depth: Array) -> Array:
    """The way of a ray through a round body, so many mm below its outline."""
    d = np.clip(depth, 0, _ROUND)
    way: Array = 2 * np.sqrt(d * (2 * np.float32(_ROUND) - d))
    return way
