"""The spine: which vertebra lies where, from the curve of a healthy adult who stands or lies.

Coordinates are those of the side: x to the back, y up, z to the patient's left; mm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from anatomy.bones import vertebral_arch
from anatomy.bones.vertebra import Place, Shape, Vertebra
from anatomy.shapes import Body

_LUMBAR_SECTION = (
    (-1, 0), (-0.93, 0.38), (-0.62, 0.78), (-0.08, 1), (0.42, 0.95), (0.84, 0.66), (0.95, 0.3),
    (0.87, 0),
)  # fmt: skip

_THORACIC_SECTION = (
    (-1, 0), (-0.94, 0.36), (-0.66, 0.72), (-0.12, 0.96), (0.4, 1), (0.8, 0.82), (0.94, 0.45),
    (0.8, 0),
)  # fmt: skip
_THORACIC = (
    # name, depth, width, front, back, tilt, disc, slope of the spinous process
    ("T2", 17.5, 30, 17.0, 17.6, 25, 3.2, 0.5),
    ("T3", 19, 29, 17.4, 18.2, 22, 3.2, 0.6),
    ("T4", 21, 28.5, 17.8, 18.8, 18, 3.2, 0.8),
    ("T5", 23, 29, 18.2, 19.4, 13.5, 3.4, 1.0),
    ("T6", 25, 30, 18.6, 19.8, 9, 3.5, 1.1),
    ("T7", 26.5, 31, 19.0, 20.4, 4, 3.6, 1.1),
    ("T8", 27.5, 32, 19.6, 21.0, -1, 3.8, 1.0),
    ("T9", 28.5, 33.5, 20.4, 21.6, -5, 4.0, 0.8),
    ("T10", 29, 35, 21.4, 22.6, -9, 4.4, 0.6),
)

# How deep an end plate is, of its greatest depth, at shares of its way to the back.
_DISHED = ((0, 0.15, 0.58, 0.92, 1), (0, 0.1, 1, 0.1, 0))


@dataclass(frozen=True)
class Level:
    """A vertebra and the disc under it: its tilt, and the height of the disc in its middle."""

    name: str
    shape: Shape
    arch: Body | None
    tilt: float
    disc: float


def lumbar_levels(height: float = 1.0, lordosis: float = 1.0) -> list[Level]:
    """T11 to L5, from above; discs and lordosis are shares of those of a healthy adult."""
    rows = (
        ("T11", 29, 37, 22.5, 24.5, -14, 3.8),
        ("T12", 30, 40, 24.0, 26.0, -16, 4.6),
        ("L1", 31.5, 43, 25.5, 27.0, -15.5, 5.6),
        ("L2", 33, 45, 26.5, 27.2, -10, 6.8),
        ("L3", 34, 47.5, 27.3, 27.0, -3, 8.0),
        ("L4", 34.5, 49.5, 27.6, 25.6, 9, 8.6),
        ("L5", 35, 51.5, 28.2, 23.4, 25, 7.0),
    )
    levels = []
    for name, depth, width, front, back, tilt, disc in rows:
        shape = Shape(depth, width, front, back, _LUMBAR_SECTION)
        stretch = (depth / 34, back / 28, width / 47.5)
        spinous = {"T11": 0.9, "T12": 0.85, "L5": 0.72}.get(name, 1.0)
        arch = vertebral_arch.lumbar(stretch, spinous)
        levels.append(Level(name, shape, arch, tilt * lordosis, disc * height))
    return levels


def thoracic_levels() -> list[Level]:
    """T2 to T10, from above."""
    levels = []
    for name, depth, width, front, back, tilt, disc, slope in _THORACIC:
        shape = Shape(depth, width, front, back, _THORACIC_SECTION, waist=1.3, dish=0.9)
        arch = vertebral_arch.thoracic((depth / 27, back / 21, width / 31), slope)
        levels.append(Level(name, shape, arch, tilt, disc))
    return levels


def sacral_bodies(base: tuple[float, float], slope: float) -> list[Vertebra]:
    """The bodies of S1 and S2, the plate of the first at `base`, which the mean sacrum lacks."""
    found = []
    for name, depth, front, tilt, off in (("S1", 32, 30, slope, 15), ("S2", 23, 25, slope + 9, 44)):
        shape = Shape(depth, 44, front, front - 4, _LUMBAR_SECTION, 1.2, 1.2)
        turn = np.radians(slope + 2)
        middle = (base[0] + 1 + off * float(np.sin(turn)), base[1] - off * float(np.cos(turn)))
        found.append(Vertebra(name, shape, None, middle, tilt))
    return found


def stacked(levels: Sequence[Level], base: tuple[float, float], slope: float) -> list[Vertebra]:
    """The levels one upon the other, the lowest disc on the middle of a plate of that slope.

    From above down, as they were given.
    """
    x, y = base
    below, found = slope, []
    for level in reversed(levels):
        between = np.radians((level.tilt + below) / 2)
        x, y = x - level.disc * np.sin(between), y + level.disc * np.cos(between)
        half, own = (level.shape.front + level.shape.back) / 4, np.radians(level.tilt)
        x, y = x - half * np.sin(own), y + half * np.cos(own)
        middle = (float(x), float(y))
        found.append(Vertebra(level.name, level.shape, level.arch, middle, level.tilt))
        x, y = x - half * np.sin(own), y + half * np.cos(own)
        below = level.tilt
    return found[::-1]


def plates(spine: Sequence[Vertebra]) -> dict[str, list[Place]]:
    """The end plates as the side sees them, from the front to the back: `L3-upper-plate`."""
    found = {}
    for one in spine:
        for upper in (True, False):
            front, back = one.shape.corner(True, upper), one.shape.corner(False, upper)
            line = []
            for share in (0, 0.15, 0.35, 0.58, 0.8, 0.92, 1):
                dish = one.shape.dish * np.interp(share, *_DISHED)
                y = front[1] + (back[1] - front[1]) * share - (1 if upper else -1) * dish
                line.append(one.placed((front[0] + (back[0] - front[0]) * share, y, 0)))
            found[f"{one.name}-{'upper' if upper else 'lower'}-plate"] = line
    return found


def discs(courses: dict[str, list[Place]], spine: Sequence[Vertebra]) -> dict[str, list[Place]]:
    """The middles of the discs, from the front to the back: `L3-L4-disc`."""
    found = {}
    for above, below in pairwise(spine):
        pairs = zip(
            courses[f"{above.name}-lower-plate"], courses[f"{below.name}-upper-plate"], strict=True
        )
        found[f"{above.name}-{below.name}-disc"] = [
            ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, 0.0) for a, b in pairs
        ]
    return found


def front_line(spine: Sequence[Vertebra], off: float = 0.2) -> list[Place]:
    """The line of the anterior ligament, `off` mm before the corners, from above down."""
    line = []
    for one in spine:
        for upper in (True, False):
            x, y, z = one.shape.corner(True, upper)
            line.append(one.placed((x - off, y * 0.9, z)))
    return line
