"""The bones of the chest seen from behind, as a PA film has them. Own surfaces.

The patient's right is on the left; y is 0 at the sixth thoracic vertebra, z grows to the front.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from anatomy.shapes import Body, profile, turned
from anatomy.tissue import CORTEX, SPONGIOSA
from scipy.interpolate import PchipInterpolator

Place = tuple[float, float, float]

SIDES = (-1, 1)  # the patient's right, the patient's left
_HARD = 0.85  # bone stands out less in the hard beam chests are taken with
_C, _S = _HARD * CORTEX, _HARD * SPONGIOSA

# The middles of the vertebrae from the seventh cervical to the second lumbar.
LEVELS = (139, 120, 99.5, 78.5, 57, 35, 12.5, -10.5, -34, -58, -83, -109, -136, -164, -193)

# Of each rib: height of its head, reach to the side, how far its side and its front end lie below
# the head, and where the front end lies.
RIBS = (
    (127, 56, 10, 47, 31, 52), (110, 86, 27, 62, 43, 76), (90, 107, 38, 77, 52, 88),
    (69, 120, 46, 92, 61, 94), (47, 129, 53, 107, 71, 96), (25, 135, 57, 118, 83, 95),
    (2, 139, 61, 124, 93, 90), (-21, 142, 65, 123, 103, 82), (-45, 143, 68, 112, 115, 68),
    (-70, 140, 70, 96, 127, 40), (-97, 124, 66, 74, 122, -20), (-123, 92, 44, 46, 90, -52),
)  # fmt: skip
_AT = (0, 0.09, 0.26, 0.46, 0.66, 0.84, 1.0)


def ribs() -> list[Body]:
    """Twelve pairs, each from its head to where cartilage begins."""
    return [_rib(number, side) for number in range(12) for side in SIDES]


def rib_course(number: int, side: int) -> list[Place]:
    """The middle of rib `number` (0 is the first) from its head to its front end."""
    head, reach, low, end, front_x, front_z = RIBS[number]
    # No two sides of a chest are alike.
    low, end = low * (1 + 0.02 * side), end * (1 - 0.015 * side)
    deep = -95 + 16 * max(0, 2 - number) - (4 if number > 3 else 0)
    points = np.array(
        [
            (11, head, -58), (30, head - 0.03 * low + 1.5, -74),
            (0.5 * reach, head - 0.2 * low, deep),
            (0.85 * reach, head - 0.6 * low, 0.74 * deep), (reach, head - low, -6),
            (0.5 * (reach + front_x) + 0.34 * (reach - front_x), head - low - 0.45 * (end - low),
             0.6 * front_z), (front_x, head - end, front_z),
        ]
    )  # fmt: skip
    if number > 9:  # the floating ribs end in the flank
        points = points[: 5 if number == 11 else 6]
        points[-1, 2] = front_z
    curve = PchipInterpolator(_AT[: len(points)], points * (side, 1, 1))
    shares = np.linspace(0, _AT[len(points) - 1], 26)
    return [(float(x), float(y), float(z)) for x, y, z in curve(shares)]


def _rib(number: int, side: int) -> Body:
    return rib_along(rib_course(number, side), number)


def rib_along(line: Sequence[Place], number: int) -> Body:
    """The bone of rib `number` along a course, which may be given in other coordinates."""
    wide = (0.92, 1.05, 1.1, 1.05, 1.0, 0.98, 0.95, 0.95, 0.92, 0.86, 0.76, 0.64)[number]
    radii = PchipInterpolator(
        [0, 0.1, 0.25, 0.5, 0.75, 0.93, 1], [2.9, 3.0, 3.5, 3.3, 3.0, 3.5, 3.2]
    )
    body = Body(
        0.85 * _C, 0.4 * _S, noise=0.8, soft=0.9, axis=(1, 0.2, 0), rough=0.55, rough_length=6,
        cell=0.7, stretch=4,
    )  # fmt: skip
    breadth = radii(np.linspace(0, 1, len(line))) * wide
    for one in range(len(line) - 1):
        back = one < 9
        # The first rib is flat from above; the others stand on edge.
        broad = (0, 1, 0.25 if back else 0) if number else (0, 1, -0.8)
        body.cone(
            line[one], line[one + 1], breadth[one], breadth[one + 1], flat=1.62 if back else 1.95,
            flat_along=broad, blend=0.8, cortex=1.3 if back else 0.8,
            core=(0.7 if back else 0.5) * _S,
        )  # fmt: skip
    return body


def spine() -> list[Body]:
    """Vertebrae from the front of bodies to spinous processes, faint behind the heart."""
    return [_vertebra(number) for number in range(len(LEVELS))]


def _vertebra(number: int) -> Body:
    y = LEVELS[number]
    height = (LEVELS[number - 1] - y if number else 19) - 4.5
    half = 13.5 + 0.55 * number
    core = 0.3 * _S
    made = profile(
        [0, 0.12, 0.5, 0.88, 1], [0.3, 0.4, 0.25, 0.4, 0.3], [core] * 5,
        [half + 0.5, half + 1, half - 1, half + 0.6, half],
        [13, 13.4, 12.4, 13.2, 13], [0] * 5,
    )  # fmt: skip
    body = Body(0.8 * _C, core, noise=0.9, cell=0.6, rough=0.5, rough_length=4, soft=0.8)
    body.loft((0, y - height / 2, -54), (0, y + height / 2, -54), made, (1, 0, 0), edge=2.5)
    for side in SIDES:
        body.ellipsoid(
            (side * (half - 4), y + 3.5, -70), (3.4, 5.6, 7), blend=1.5, cortex=1.1, core=core
        )
        reach = 33 - 0.9 * number if number < 13 else 36
        body.cone(
            (side * 12, y + 3, -76), (side * reach, y + 7, -88), 4.4, 3.6, blend=3, cortex=0.7
        )
        body.cone((side * 8, y + 5, -80), (side * 9, y - 12, -81), 4.0, 3.4, blend=3, cortex=0.6)
    fall = 10 + 12 * np.sin(np.pi * np.clip((number - 1) / 11, 0, 1))
    return body.cone((0, y, -84), (0, y - fall, -106), 3.2, 3.6, blend=3, cortex=0.9)


def clavicle(side: int) -> Body:
    """From the manubrium, bulbous, bowed to the front, then back to the shoulder."""
    lift = 2.5 * side
    body = Body(
        0.9 * _C, 0.25 * _S, axis=(1, 0.2, 0), noise=0.8, rough=0.45, rough_length=4, soft=0.6
    )
    points = [
        (15, 72, 84), (21, 73.5, 85), (36, 80, 86), (58, 89, 84), (84, 95, 70), (112, 98, 50),
        (138, 101, 34), (160, 105, 28),
    ]  # fmt: skip
    return body.strand(
        [(side * x, y + lift, z) for x, y, z in points],
        [8.0, 8.6, 6.8, 5.6, 5.2, 5.4, 6.0, 6.2], flat=0.92, flat_along=(0, 1, 0.3), blend=3,
        cortex=1.5, core=0.25 * _S,
    )  # fmt: skip


def sternum() -> Body:
    """The manubrium and body, which the spine all but hides."""
    body = Body(0.7 * _C, 0.5 * _S, noise=0.5, rough=0.6, rough_length=5, soft=0.8)
    manubrium = [(-27, 66), (-13, 72), (0, 68), (13, 72), (27, 66), (24, 50), (15, 28), (-15, 28),
                 (-24, 50)]  # fmt: skip
    body.outline(manubrium, 5, edge=3.5, middle=(0, 0, 92), cortex=0.6, core=0.5 * _S)
    lower = [(-14, 26), (14, 26), (17, 0), (19, -40), (12, -66), (-12, -66), (-19, -40), (-17, 0)]
    return body.outline(lower, 4.5, edge=3.5, middle=(0, 0, 100), cortex=0.5, core=0.4 * _S)


def shoulder(side: int) -> list[Body]:
    """Scapula turned off the lung, and the head of the humerus."""
    return [_scapula(side), _spine_of_scapula(side), _humerus(side)]


def _thin(core: float) -> Body:
    return Body(0.85 * _C, core, noise=0.8, cell=0.6, rough=0.4, rough_length=3, soft=0.7)


def _scapula(side: int) -> Body:
    body = _thin(0)
    axes = turned(0, side * 44, 0)
    outline = [
        (26, 58), (22, 40), (15, 22), (0, -12), (-17, -52), (-30, -70), (-40, -66), (-46, -34),
        (-50, 8), (-50, 46), (-42, 68), (-30, 72), (0, 70), (18, 72),
    ]  # fmt: skip
    flipped = [(side * x, y) for x, y in outline]
    middle = (side * 142.0, 8.0, -74.0)
    body.outline(flipped, 1.2, edge=1, middle=middle, axes=axes, cortex=0.5, core=0)

    def placed(x: float, y: float) -> Place:
        at = np.array(middle) + np.array([side * x, y, 0.0]) @ axes
        return float(at[0]), float(at[1]), float(at[2])

    lateral = [placed(*one) for one in outline[1:6]]
    body.strand(lateral, [5.6, 4.2, 3.6, 3.2, 2.4], blend=3, cortex=1.0, core=0.2 * _S)
    medial = [placed(*one) for one in outline[5:11]]
    body.strand(medial, [2.2, 1.7, 1.6, 1.7, 1.9, 1.8], blend=2, cortex=0.8)
    body.ellipsoid(
        placed(27, 54), (7, 17, 12), turned(0, side * 30, side * -8), blend=5, cortex=0.9,
        core=0.8 * _S,
    )  # fmt: skip
    return body.strand(
        [(side * 158, 84, -52), (side * 152, 92, -40), (side * 146, 84, -22)], [6, 5.4, 4.6],
        blend=4, cortex=0.9, core=0.6 * _S,
    )  # fmt: skip


def _spine_of_scapula(side: int) -> Body:
    points = [(118, 66, -112), (134, 78, -106), (152, 92, -92), (170, 104, -66), (178, 106, -40)]
    return _thin(0.4 * _S).strand(
        [(side * x, y, z) for x, y, z in points], [2, 3, 4, 5, 5.5], flat=1.4,
        flat_along=(0, 1, 0.3), cortex=0.9, core=0.4 * _S,
    )  # fmt: skip


def _humerus(side: int) -> Body:
    body = Body(_C, 0.9 * _S, noise=0.7, cell=0.5, axis=(0.4 * side, -1, 0), soft=0.6)
    body.ellipsoid((side * 178, 66, -30), (23, 23, 23), cortex=0.7, core=1.0 * _S)
    made = profile(
        [0, 0.12, 0.3, 0.5, 1], [0.8, 1.2, 2.6, 3.8, 4.2], [0.5 * _S, 0.4 * _S, 0, -0.002, -0.002],
        [22, 20, 15, 12, 11.5], [21, 18, 14, 12, 11.5],
    )  # fmt: skip
    start, end = (side * 184, 62, -30), (side * 244, -110, -20)
    return body.loft(start, end, made, (1, 0, 0), edge=7, blend=5)
