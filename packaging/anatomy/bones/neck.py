"""The cervical spine with the base of the skull, hyoid and mandible, seen from the side.

Coordinates are those of the side: x to the back, y up, z to the patient's left; mm from the middle
of C2, about. Own surfaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from anatomy.bones.vertebra import Make, Shape, Vertebra
from anatomy.field import CUT
from anatomy.shapes import Body, profile, turned
from anatomy.tissue import CORTEX, SPONGIOSA

_S = SPONGIOSA
_PILLAR = 19.5  # mm from the midline to the middle of the articular pillars
_SECTION = (
    (-1, 0), (-0.94, 0.42), (-0.66, 0.84), (0, 1), (0.6, 0.97), (0.9, 0.66), (0.86, 0),
)  # fmt: skip
# name: middle, tilt, half depth, half height, spinous process: length, radius, fall
_LEVELS = {
    "C2": ((6.5, 0.0), 0, 8.0, 9.7, 17, 5.4, -5),
    "C3": ((2.2, -21.0), -4, 8.3, 7.0, 12, 3.2, -5),
    "C4": ((0.4, -39.0), -1, 8.5, 6.9, 13, 3.2, -5),
    "C5": ((1.2, -57.0), 4, 8.8, 6.8, 16, 3.3, -6),
    "C6": ((4.8, -75.0), 9, 9.3, 6.9, 23, 3.7, -9),
    "C7": ((9.8, -93.5), 14, 9.6, 7.5, 31, 4.2, -13),
    "T1": ((16.5, -114.0), 19, 10.4, 8.7, 33, 4.4, -18),
}


@dataclass(frozen=True)
class Build:
    """How a neck differs from the usual: shares of its bodies and spinous processes.

    `fused` closes the facet joints.
    """

    deep: float = 1.0
    high: float = 1.0
    spinous: float = 1.0
    fused: bool = False


USUAL = Build()


def vertebrae(build: Build = USUAL) -> list[Vertebra]:
    """C2 to T1, from above."""
    found = []
    for name, (middle, tilt, deep, high, *spinous) in _LEVELS.items():
        # Narrow bodies lose their front: the canal stays where it is.
        depth, tall = 2 * deep * build.deep, 2 * high * (build.high if name != "C2" else 1)
        shape = Shape(depth, 25, tall, tall + 0.6, _SECTION, waist=0.8, dish=0.6)
        arch = _arch(name, depth / 2, build, *spinous)
        turn = np.radians(tilt)
        back = deep - depth / 2
        own = (middle[0] + back * float(np.cos(turn)), middle[1] + back * float(np.sin(turn)))
        found.append(Vertebra(name, shape, arch, own, tilt))
    return found


def _arch(name: str, deep: float, build: Build, long: float, thick: float, fall: float) -> Body:
    """Articular pillars, pedicles, transverse processes, laminae and a spinous process."""
    body = Body(CORTEX, 0.5 * _S)
    back = deep
    for side in (-1, 1):
        if not build.fused:
            body.outline(_pillar(back), 5.2, edge=2.6, middle=(0, 0, side * _PILLAR), blend=2)
        body.cone((back - 2, 2.4, side * 9.5), (back + 5, 2.4, side * 17), 3.3, 3.3, blend=3)
        body.strand(
            [(back - 7, 1, side * 12), (back - 12, -2.4, side * 19), (back - 9, -6, side * 24)],
            [1.5, 1.0, 1.1], blend=2,
        )  # fmt: skip
        body.strand([(back + 11, -4, side * 16), (back + 17.5, -5.2, side * 8.5),
                     (back + 22.5, -6, side * 1.5)], [2.2, 1.8, 1.7], flat=2.0,
                    flat_along=(-0.25, 1, 0), blend=3)  # fmt: skip
    long *= build.spinous
    thick *= 1 + 3.0 * (build.spinous - 1)
    end = back + 23 + long
    middle = (back + 23 + long / 2, -6.4 + fall / 2, 0)
    tip = (end - 4, -6.4 + 0.9 * fall, 0)
    body.strand([(back + 20.5, -5, 0), middle, tip, (end, -8 + fall, 0)],
                [share * thick for share in (0.95, 0.72, 0.9, 0.8)], flat=0.62,
                blend=4)  # fmt: skip
    if name == "C2":
        dens = profile(
            [0, 0.25, 0.45, 0.75, 0.93, 1], [0.9] * 6, [0.9 * _S] * 6,
            [6.0, 5.2, 4.9, 5.2, 4.5, 3], [6.6, 5.3, 4.9, 5.4, 4.8, 3],
        )  # fmt: skip
        body.loft((-2.0, 6, 0), (-1.0, 27, 0), dens, (1, 0, 0), edge=3, blend=4)
    return body


def facet_columns(column: Sequence[Vertebra], make: Make) -> list[Body]:
    """The articular pillars from C2 to C7 grown together, one body a side."""
    found = []
    for side in (-1, 1):
        body = Body(
            make.shell * CORTEX, 0.7 * _S, cortex=make.wall, noise=0.7, cell=0.5, rough=0.5,
            rough_length=4, soft=0.6,
        )  # fmt: skip
        line, radii = [], []
        for one in column[:6]:
            x = one.shape.half[0] + 7.5
            line += [one.placed((x, 5, side * _PILLAR)), one.placed((x + 0.8, -5, side * _PILLAR))]
            radii += [5.2, 6.0]
        found.append(body.strand(line, radii, flat=0.85))
    return found


def _pillar(back: float) -> list[tuple[float, float]]:
    """A rhomb from the side; its upper and lower face are the facets, high in front."""
    x = back + 1.0
    rise, low = 9.2, -11.0
    return [
        (x + 0.4, rise - 0.6), (x + 2.4, rise + 1.4), (x + 6.4, rise - 1.8),
        (x + 11.6, rise - 6.6), (x + 12.6, rise - 9.4), (x + 12.8, -3.5), (x + 13.6, low + 1.6),
        (x + 12.2, low - 0.2), (x + 8, low + 3.0), (x + 3, low + 7.2), (x + 1.4, low + 9.4),
        (x + 0.9, 2.4),
    ]  # fmt: skip


def atlas() -> Body:
    """C1: anterior arch, lateral masses, posterior arch."""
    body = Body(0.8 * CORTEX, _S, noise=0.7, cell=0.5, rough=0.4)
    body.ellipsoid((-5.4, 19.0, 0), (3.0, 5.8, 8), turned(about_z=-8), cortex=0.7)
    body.ellipsoid((-1.2, 19.2, 0), (3.0, 8, 10), join=CUT, blend=1.2)
    body.strand([(14, 17, 20), (29, 15.4, 14), (37, 14.6, 3), (37, 14.6, -3), (29, 15.4, -14),
                 (14, 17, -20)], [4.4, 2.4, 2.8, 2.8, 2.4, 4.4], cortex=0.45, flat=1.3,
                flat_along=(0, 1, 0), blend=2)  # fmt: skip
    mass = [(2, 23), (8, 24), (14, 23.6), (15.6, 17), (12.6, 11.4), (6, 10.6), (2.6, 12), (1, 18)]
    for side in (-1, 1):
        body.outline(mass, 5.6, edge=3, middle=(0, 0, side * 18), cortex=0.5, blend=3)
        body.strand([(8, 18, side * 21), (9, 17, side * 31), (12, 16, side * 38)], [3.6, 2.4, 2.6],
                    blend=3, cortex=0.3, core=0.2 * _S)  # fmt: skip
        body.strand([(-4, 19, side * 7), (0, 18.6, side * 14)], [2.4, 3.2], blend=3, cortex=0.4)
    return body


def skull() -> list[Body]:
    """Occiput, base with clivus and condyles, mastoids, mandible, hyoid."""
    vault = Body(CORTEX, 0.5 * _S, noise=0.6, rough=0.5, rough_length=6)
    vault.ellipsoid((16, 104, 0), (90, 72, 70), cortex=1.5)
    vault.ellipsoid((15, 107, 0), (84.5, 70.0, 64.5), join=CUT, blend=0.5)
    vault.ellipsoid((20, 33, 0), (14, 12, 14), join=CUT, blend=3)
    base = Body(0.55 * CORTEX, 0.6 * _S, noise=1.1, cell=1, stretch=1.2, rough=1.4, rough_length=5)
    base.strand([(-1, 31, 0), (-9, 42, 0), (-19, 56, 0)], [2.8, 4.6, 6.6], flat=1.8, blend=3,
                cortex=0.9)  # fmt: skip
    for side in (-1, 1):
        base.ellipsoid((10, 29, side * 18), (9, 4.4, 6), blend=3, cortex=0.8)
        base.strand([(25, 44, side * 46), (20, 31, side * 47), (16, 20, side * 46)], [12, 9, 5],
                    blend=4, cortex=0.7, core=0.1 * _S)  # fmt: skip
        base.strand([(36, 44, side * 40), (0, 51, side * 22), (-22, 58, side * 10)], [8, 8, 6],
                    blend=4, cortex=0.8)  # fmt: skip
    return [vault, base, _mandible(), _hyoid()]


def _mandible() -> Body:
    jaw = Body(CORTEX, 0.6 * _S, noise=0.8, rough=0.4, rough_length=4)
    for side in (-1, 1):
        near: Sequence[tuple[float, float, float]] = [
            (-14, 46, side * 48), (-18, 32, side * 47), (-21, 15, side * 46), (-25, 1, side * 45),
        ]  # fmt: skip
        jaw.strand(near, [5, 8.5, 11, 11.5], flat=0.32, blend=3, cortex=1.5)
        jaw.strand([(-25, -4, side * 44), (-48, -14, side * 36), (-72, -21, side * 22),
                    (-86, -23, side * 7)], [10, 11, 11.5, 12], flat=0.45, blend=4,
                   cortex=2.0)  # fmt: skip
    return jaw


def _hyoid() -> Body:
    bone = Body(CORTEX, 0.6 * _S, cortex=0.8, rough=0.3)
    bone.ellipsoid((-40, -47, 0), (2.4, 5.2, 9), turned(about_z=-30), cortex=0.5)
    for side in (-1, 1):
        bone.strand([(-38, -47, side * 9), (-24, -42, side * 16), (-13, -38.5, side * 20)],
                    [1.8, 1.3, 1.2], flat=1.5, flat_along=(0.3, 1, 0), blend=2,
                    cortex=0.4)  # fmt: skip
    return bone


def upper_ribs() -> Body:
    """The first two pairs, and the clavicles, over the apices."""
    body = Body(0.7 * CORTEX, 0.2 * _S, cortex=0.8, rough=0.4, rough_length=5)
    for side in (-1, 1):
        body.strand([(32, -112, side * 22), (31, -119, side * 48), (2, -131, side * 58),
                     (-30, -151, side * 38)], [3.6, 4.2, 5, 6], flat=0.6, blend=3)  # fmt: skip
        body.strand([(-30, -149, side * 16), (-10, -130, side * 70), (16, -120, side * 140)],
                    [6, 5, 5], blend=3)  # fmt: skip
    return body
