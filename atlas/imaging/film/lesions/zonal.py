"""Myositis ossificans: a haze, then a patchy rim, then a shell of bone round a lucent centre."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.film.volume import Volume
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import rotated

_CORE = 0.66  # of the radius, where the lucent centre begins
_DEPTH = 0.85  # of the breadth, along the ray


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A warped ellipsoid; regions `mass`, `rim` and `centre`."""
    random = choice.random(1)
    long, short = choice.value("length") / 2, choice.value("breadth") / 2
    reach = max(long, short) * 1.4
    grid = bed.around(bed.place(choice), reach, reach)
    box = Volume.within(grid, reach, reach, short * _DEPTH * 1.4)
    radius = _radius(box, random, (long, short, short * _DEPTH), choice.value("angle"))
    calcium = box.thickness(_density(box, random, radius, choice.value("maturity")))
    calcium *= np.maximum(1 + np.float32(0.08) * field(grid, random, 0.7), 0)
    scale = np.float32(short)
    mass = box.outline((np.float32(1.02) - radius) * scale)
    centre = box.outline((np.float32(_CORE) - radius) * scale)
    return Shadow(grid, calcium, {"mass": mass, "rim": np.maximum(mass, -centre), "centre": centre})


def _radius(
    box: Volume, random: np.random.Generator, radii: tuple[float, float, float], degrees: float
) -> Array:
    """1 on the surface, which is no ellipsoid any more."""
    long, short, deep = radii
    # At no angle the length runs down the picture.
    across, down = rotated(box.x, box.y, np.radians(degrees))
    square = (down / long) ** 2 + (across / short) ** 2 + (box.z / deep) ** 2
    lumps = np.float32(0.085) * box.noise(random, short * 0.75)
    radius: Array = np.sqrt(square) + lumps + np.float32(0.025) * box.noise(random, 3.5)
    return radius


def _density(box: Volume, random: np.random.Generator, radius: Array, maturity: float) -> Array:
    """How much of each voxel is dense calcium."""
    patches, fine = box.noise(random, 6.0), box.noise(random, 1.8)
    broad = (0.30 - 0.19 * maturity) * 0.62
    rim = np.exp(-(((radius - np.float32(0.86 + 0.02 * maturity)) / np.float32(broad)) ** 2))
    rim *= ramp(patches + np.float32(3.6 * maturity - 1.25), 0, 1.3)
    rim *= np.float32(0.12 + 1.15 * maturity**1.3)
    veil = ramp(1 - radius, 0, 0.4) * ramp(
        patches * np.float32(0.6) + fine * np.float32(0.3), -0.4, 1.4
    )
    veil *= np.float32((0.66 * maturity * (1 - maturity) + 0.06) * (1 - 0.5 * maturity))
    inner = ramp(np.float32(0.9) - radius, 0, 0.2)
    spongy = (
        inner * np.maximum(0.55 - np.abs(fine) * np.float32(0.6), 0) * np.float32(0.13 * maturity)
    )
    density: Array = rim * np.float32(0.62) + veil + spongy
    return density * ramp(np.float32(1.14) - radius, 0, 0.06)
