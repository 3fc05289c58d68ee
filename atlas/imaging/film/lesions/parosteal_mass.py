"""Parosteal osteosarcoma: a dense lobulated mass on the cortex, a lucent line beside its stalk."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.film.volume import Volume
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import rotated

_LUMPS = 15
_BASE, _FADE = 0.17, 0.05  # of dense calcium, at the stalk and at the edge
_STALK = 0.3  # of the length that is grown on the bone


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Lumps on one side of a line along the cortex; regions `mass` and `cleft`."""
    random = choice.random(1)
    long, thick = choice.value("length") / 2, choice.value("thickness")
    reach = max(long, thick) * 1.35
    grid = bed.around(bed.place(choice), reach, reach)
    box = Volume.within(grid, reach, reach, long * 0.8)
    away, along = rotated(box.x, box.y, np.radians(choice.value("angle")))
    depth = _lumps(random, (along, away, box.z), (long, thick))
    depth += np.float32(1.1) * box.noise(random, 4.5) + np.float32(0.5) * box.noise(random, 2.2)
    open_ = 1 - ramp(
        np.float32(_STALK) - np.abs(along / np.float32(long) - np.float32(0.15)), 0, 0.18
    )
    level = (
        away - np.float32(choice.value("gap")) * open_ - np.float32(0.3) * box.noise(random, 3.0)
    )
    depth = np.minimum(depth, level)
    near = np.exp(-np.maximum(away, 0) / np.float32(thick * 0.5) - (along / np.float32(long)) ** 2)
    share = np.float32(_FADE) + np.float32(_BASE - _FADE) * near
    share = share * np.maximum(1 + np.float32(0.3) * box.noise(random, 3.2), 0.3)
    calcium = box.thickness(share * ramp(depth, -0.6, 3.0))
    calcium *= np.maximum(1 + np.float32(0.07) * field(grid, random, 0.7, 2), 0)
    flat_away, flat_along = rotated(grid.x, grid.y, np.radians(choice.value("angle")))
    middle = np.float32(choice.value("gap") * 0.5)
    cleft = np.abs(flat_away - middle) - middle
    beside = np.abs(flat_along / np.float32(long) - np.float32(0.15)) - np.float32(_STALK)
    ends = np.abs(flat_along) - np.float32(long * 0.85)
    cleft = np.maximum(np.maximum(cleft, -beside * np.float32(long)), ends)
    return Shadow(grid, calcium, {"mass": box.outline(depth), "cleft": cleft})


def _lumps(
    random: np.random.Generator, place: tuple[Array, Array, Array], size: tuple[float, float]
) -> Array:
    """How deep each voxel lies in balls grown together over the base."""
    along, away, z = place
    long, thick = size
    soft = np.float32(thick * 0.12)
    total = np.float32(0)
    for _ in range(_LUMPS):
        share = float(np.clip(random.normal(0, 0.42), -0.85, 0.85))
        dome = thick * (1 - share * share)
        radius = dome * float(random.uniform(0.26, 0.42)) + 2.0
        out, deep = dome * float(random.uniform(0.1, 0.68)), float(random.normal(0, long * 0.24))
        square = (along - np.float32(share * long)) ** 2 + (away - np.float32(out)) ** 2
        ball = np.sqrt(square + (z - np.float32(deep)) ** 2)
        total = total + np.exp(np.clip((np.float32(radius) - ball) / soft, -60, 30))
    depth: Array = soft * np.log(total + np.float32(1e-26))
    return depth
