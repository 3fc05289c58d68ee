"""The right shoulder from the front: the patient's right is on the left. Own surfaces.

The origin is the middle of the humeral head; z is negative towards the front.
"""

from __future__ import annotations

import numpy as np
from anatomy.field import CUT
from anatomy.shapes import Body, profile, turned
from anatomy.tissue import CORTEX, MARROW, SPONGIOSA

Place = tuple[float, float, float]

_S, _M = SPONGIOSA, MARROW
# The plane of the scapula is turned from that of the picture: medially, upwards, to the front.
_PLANE = np.array([[0.82, 0.06, 0.57], [-0.05, 0.998, -0.03], [0.57, 0.0, -0.82]])
GLENOID: Place = (24.6, -2.5, 16.5)  # the middle of its face
_SPINE = (175.0, 84.0)  # x and depth of the middle of the chest
# Of each rib: height at the spine, how far it falls, its reach to the side and in depth.
_RIBS = (
    (58, 26, 58, 36), (42, 54, 90, 54), (20, 74, 110, 66), (-4, 88, 121, 74), (-30, 98, 127, 80),
    (-56, 104, 131, 84), (-84, 108, 133, 86), (-112, 110, 134, 88),
)  # fmt: skip


def humerus(length: float = 210.0) -> Body:
    """Head, tuberosities in external rotation, surgical neck and shaft down to -`length`."""
    body = Body(CORTEX, _S, axis=(0.35, 1, 0), noise=0.6, cell=0.42, stretch=2.4, rough=0.3)
    body.ellipsoid((2.2, 1.0, 0), (22.8, 23.4, 23), turned(0, 0, 12), cortex=0.75, core=1.1 * _S)
    tuberosity = [
        (-6, 16), (-12.5, 18.6), (-18.5, 18.4), (-23.4, 13.6), (-26.2, 5), (-26.2, -6),
        (-23.6, -17),
        (-19, -28), (-8, -26), (-4, -6),
    ]  # fmt: skip
    body.outline(tuberosity, 13, edge=8, middle=(0, 0, 2), blend=3, cortex=0.8, core=0.45 * _S)
    body.ellipsoid((-7, -5, -17), (5, 10, 6), turned(0, 0, -8), blend=3, cortex=0.9, core=0.6 * _S)
    made = profile(
        [0, 0.05, 0.11, 0.17, 0.24, 0.33, 0.52, 1],
        [0.7, 0.8, 1.1, 1.8, 2.9, 3.9, 4.4, 4.3],
        [0.6 * _S, 0.55 * _S, 0.4 * _S, 0.15 * _S, 0.4 * _M, _M, _M, _M],
        [16.4, 16.4, 15.6, 14.2, 13.0, 12.2, 11.7, 11.2],
        [18, 17, 15.6, 14.2, 13, 12, 11.6, 11],
        [-0.6, -0.6, -0.2, 0.2, 0.3, 0, -0.5, 0],
        [0, 0, 0, 0.02, 0.03, 0.05, 0.06, 0.04],
    )
    body.loft((-7.4, -8, 0), (-27, -length, 0), made, (1, 0, 0), edge=7, blend=6, phase=0.6)
    body.ellipsoid((-9.6, 23.0, 0), (4.4, 3.2, 20), turned(0, 0, 12), join=CUT, blend=3)
    return body.ellipsoid((-11.5, 2, -21.5), (2.0, 17, 4), turned(0, 0, -6), join=CUT, blend=2)


def scapula() -> list[Body]:
    """Blade with its borders and glenoid; spine and acromion; coracoid process."""
    return [_blade(), _acromion(), _coracoid()]


def _in_plane(medial: float, up: float, front: float = 0.0) -> Place:
    x, y, z = (np.array(GLENOID) + np.array([medial, up, front]) @ _PLANE).tolist()
    return x, y, z


def _thin(**more: float) -> Body:
    return Body(0.95 * CORTEX, 0.6 * _S, noise=0.8, cell=0.5, rough=0.35, rough_length=3, **more)


def _blade() -> Body:
    body = _thin()
    made = profile(
        [0, 0.08, 0.3, 0.6, 1], [1.6, 1.2, 1.0, 1.0, 0.9],
        [1.4 * _S, 1.2 * _S, 0.8 * _S, 0.5 * _S, 0.3 * _S],
        [18.4, 18.8, 15.6, 12.6, 11], [12.0, 12.4, 9.6, 7.2, 4.6], [-1, -1, 0, 0.6, 1],
    )  # fmt: skip
    body.loft(GLENOID, _in_plane(25, 1), made, (0, 1, 0), edge=5)
    body.ellipsoid((0, -1, 0), (27.6, 29, 27.6), join=CUT, blend=1.2)
    outline = [
        (10, -14), (16, -26), (27, -52), (42, -86), (52, -108), (60, -115), (68, -108), (82, -72),
        (94, -34), (100, -4), (99, 18), (94, 40), (89, 45), (80, 40), (62, 30), (44, 22), (30, 18),
        (18, 14),
    ]  # fmt: skip
    body.outline(outline, 1.3, edge=1.0, middle=GLENOID, axes=_PLANE, cortex=0.6, core=0, blend=5)
    lateral = [(6, -15, 0), (15, -28, 0), (27, -53, 1), (41, -85, 1), (53, -109, 0), (60, -113, 0)]
    body.strand([_in_plane(*one) for one in lateral], [6.4, 4.6, 4.2, 3.8, 3.6, 2.6], flat=1.3,
                flat_along=_PLANE[2].tolist(), blend=4, cortex=1.3, core=0.3 * _S)  # fmt: skip
    medial = [(62, -112, 0), (82, -71, 0), (95, -32, 0), (99, 2, 0), (93, 40, 0), (87, 43, 0)]
    body.strand(
        [_in_plane(*one) for one in medial], [2.6, 1.7, 1.6, 1.7, 1.9, 2], blend=3, cortex=0.8
    )
    upper = [(88, 43, 0), (64, 30.5, 1), (42, 21, 2), (24, 16, 3)]
    return body.strand([_in_plane(*one) for one in upper], [1.8, 1.4, 1.5, 4], blend=3, cortex=0.7)


def _acromion() -> Body:
    body = _thin()
    across = np.array([0.965, 0.24, 0.1])
    back = np.array([0.0, -0.12, 0.99])
    axes = np.stack([across, back, np.cross(across, back)])
    axes /= np.linalg.norm(axes, axis=1)[:, None]
    plate = [
        (15, 58), (-4, 62), (-19, 54), (-26, 38), (-26.5, 16), (-21, 0), (-11, -9), (0, -8),
        (11, 0),
        (14, 12), (11, 26), (12, 42),
    ]  # fmt: skip
    body.outline(plate, 4.3, edge=3.4, middle=(0, 48.5, 0), axes=axes, cortex=0.9, core=0.5 * _S)
    spine = [(98, 14, -2), (76, 18, -9), (52, 24, -20), (26, 34, -30), (6, 44, -39)]
    body.strand([_in_plane(*one) for one in spine], [2.0, 3.2, 4.0, 4.4, 4.6], flat=1.7,
                flat_along=(0.1, 0.75, 0.6), blend=5, cortex=1.1, core=0.3 * _S)  # fmt: skip
    return body


def _coracoid() -> Body:
    points = [
        (40, 11, 20),
        (41.5, 21, 8),
        (39, 24.5, -6),
        (33, 20, -20),
        (28, 13.5, -29),
        (26.5, 10.5, -32),
    ]
    return _thin().strand(
        points, [8.6, 7.0, 6.2, 5.9, 5.2, 4.4], flat=1.15, flat_along=(1, 0, 0), blend=4,
        cortex=0.9, core=0.7 * _S,
    )  # fmt: skip


def clavicle() -> Body:
    """Flat at its lateral end, bowed, with the conoid tubercle below."""
    body = Body(CORTEX, 0.25 * _S, axis=(1, 0, 0), noise=0.7, rough=0.3, rough_length=3)
    body.strand(
        [(15.5, 51.5, 7), (27, 53.5, 5), (45, 55.5, -1), (70, 58, -14), (100, 56.5, -28),
        (132, 51, -36),
         (160, 45, -38)],
        [4.9, 5.4, 5.4, 5.2, 5.4, 6.2, 9.5], flat=1.12, flat_along=(0, 1, 0.2), blend=3,
        cortex=1.7, core=0.15 * _S,
    )  # fmt: skip
    body.cone((45, 53, 2), (53, 51.6, 3), 4.2, 4.0, blend=6, cortex=1, core=0.2 * _S)
    return body.beyond((15.8, 51, 7), (0.94, 0.3, -0.1), blend=1.5)


def ribs(count: int) -> list[Body]:
    """The upper ribs of the right side, from the spine round to the front."""
    return [_rib(*_RIBS[number]) for number in range(count)]


def _rib(height: float, fall: float, side: float, deep: float) -> Body:
    x, z = _SPINE
    turns = np.radians(np.linspace(8, 158, 9))
    shares = np.linspace(0, 1, 9)
    points = [
        (x - side * np.sin(turn) ** 0.85, height - fall * share**1.15, z - 78 + deep * np.cos(turn))
        for turn, share in zip(turns, shares, strict=True)
    ]
    radii = [3.2, 3.6, 3.9, 3.8, 3.5, 3.4, 3.5, 3.7, 3.7]
    body = Body(
        0.95 * CORTEX, 0.3 * _S, noise=0.7, soft=0.6, axis=(1, 0.2, 0), rough=0.4, rough_length=5
    )
    return body.strand(points, radii, flat=1.75, flat_along=(0.05, 1, 0), cortex=0.9, core=0.3 * _S)
