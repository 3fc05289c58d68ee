"""What a chest holds, seen from behind: lungs with their vessels, heart, great vessels, airways.

Coordinates are those of `bones/chest.py`. Lungs are what is missing of flesh, so heart, aorta and
diaphragm show where they cut into them.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from anatomy.bones.chest import SIDES
from anatomy.field import CUT
from anatomy.shapes import Body, profile, turned
from anatomy.tissue import AIR

Place = tuple[float, float, float]

_LUNG = 0.76 * AIR
_BLOOD = -0.98 * _LUNG

# Middle line, half breadth and half depth of each lung from apex to base, at shares of its height.
_HEIGHTS = (122.0, -192.0)
_SHARE = (0, 0.03, 0.08, 0.16, 0.28, 0.45, 0.7, 1)
_MIDDLE = (-30, -30, -33, -40, -50, -58, -62, -62)
_ACROSS = (6, 18, 30, 46, 62, 75, 80.5, 81)
_DEEP = (6, 20, 36, 56, 76, 88, 92, 92)


def lungs() -> list[Body]:
    """Right and left, with all that cuts into them."""
    return [_lung(side) for side in SIDES]


def _lung(side: int) -> Body:
    body = Body(
        _LUNG, _LUNG, noise=0.26, cell=3.4, stretch=2.2, axis=(0.5 * side, -0.8, 0), rough=0.9,
        rough_length=16,
    )  # fmt: skip
    nothing = [_LUNG] * len(_SHARE)
    made = profile(
        _SHARE, nothing, nothing, _ACROSS, _DEEP, [side * -m - 30 * side for m in _MIDDLE]
    )
    start, end = (side * 30.0, _HEIGHTS[0], 2.0), (side * 30.0, _HEIGHTS[1], 2.0)
    body.loft(start, end, made, (1, 0, 0), edge=5)
    body.beyond((side * 7.0, 0, 0), (side, 0, 0), join=CUT, blend=3)
    _cut_spine(body)
    _cut_heart(body)
    _cut_great_vessels(body)
    _cut_diaphragm(body)
    return body


def _chain(body: Body, points: list[Place], radii: list[float], blend: float = 4) -> None:
    for a, b, first, last in zip(points, points[1:], radii, radii[1:], strict=False):
        body.cone(a, b, first, last, join=CUT, blend=blend)


def _cut_spine(body: Body) -> None:
    _chain(body, [(0, 150, -58), (0, 20, -66), (0, -200, -62)], [21, 24, 28])


def _cut_heart(body: Body) -> None:
    body.ellipsoid((-12, -62, 6), (31, 44, 40), turned(0, 0, 6), join=CUT, blend=8)
    body.ellipsoid((32, -74, 14), (58, 42, 48), turned(0, 0, -34), join=CUT, blend=10)
    body.ellipsoid((12, -60, 36), (46, 46, 40), join=CUT, blend=10)
    body.ellipsoid((4, -34, -12), (36, 26, 32), join=CUT, blend=8)
    _chain(
        body, [(8, -34, 36), (20, -4, 26), (25, 12, 4), (26, 14, -12)], [17, 16, 14, 12], blend=8
    )
    body.ellipsoid((8, -98, 24), (50, 30, 44), join=CUT, blend=14)  # what lies on the diaphragm
    body.ellipsoid((46, -106, 22), (40, 22, 44), turned(0, 0, -10), join=CUT, blend=12)


def _cut_great_vessels(body: Body) -> None:
    ascending = [
        (-6, -36, 24),
        (-18, 0, 30),
        (-18, 32, 26),
        (0, 51, 8),
        (18, 49, -12),
        (22, 47, -34),
    ]
    _chain(body, ascending, [15, 16, 15, 14.5, 14.5, 14.5])
    _chain(
        body, [(22, 47, -34), (22, 30, -46), (20, -40, -50), (10, -150, -52)], [14.5, 14, 12.5, 12]
    )
    _chain(body, [(-30, 122, 0), (-21, 84, 6), (-20, 50, 10), (-22, 0, 10)], [7, 8.5, 10, 11])
    _chain(body, [(-20, 96, 24), (-16, 60, 36), (-18, 0, 50)], [9, 12, 14])
    _chain(body, [(21, 50, -16), (25, 84, -14), (36, 118, -10)], [8.5, 8, 8])
    _chain(body, [(20, 100, 20), (18, 60, 36), (18, 0, 50)], [9, 11, 14])
    _chain(body, [(0, 124, 0), (0, 40, 30), (0, -60, 60)], [17, 22, 18])
    _chain(body, [(0, 124, -20), (0, 60, -24), (2, -90, -34)], [17, 18, 18], blend=6)
    body.ellipsoid((-18, 26, -14), (10, 7.5, 16), join=CUT, blend=3)  # azygos
    _chain(body, [(-14, 2, -6), (-32, -8, -4), (-38, -30, -6)], [12, 8, 5], blend=8)  # hila
    _chain(body, [(24, 10, -6), (38, 4, -10), (40, -22, -14)], [13, 8, 5], blend=8)


def _cut_diaphragm(body: Body) -> None:
    body.ellipsoid((-70, -172, 12), (71, 64, 92), turned(0, 0, -3), join=CUT, blend=2)
    body.ellipsoid((70, -178, 10), (70, 62, 90), turned(0, 0, 4), join=CUT, blend=2)
    body.ellipsoid((0, -172, 20), (64, 60, 86), join=CUT, blend=14)
    for side in SIDES:
        body.ellipsoid((side * 74, -232, 0), (96, 90, 106), join=CUT, blend=6)


def airways() -> Body:
    """Trachea, a little to the right at the arch, carina and main bronchi."""
    body = Body(0.9 * AIR, 0.9 * AIR, noise=0, rough=0.5, rough_length=5)
    body.strand([(0, 190, 6), (-1, 100, 0), (-5, 56, -4), (-2, 26, -6)], [8.4, 8.4, 8.2, 8.6])
    body.strand([(-2, 26, -6), (-15, 12, -8), (-30, -6, -10)], [8, 7, 5.6], blend=3)
    return body.strand([(-2, 26, -6), (14, 15, -8), (36, 3, -12)], [7.6, 6.4, 5.2], blend=3)


def fissure() -> Body:
    """The horizontal fissure of the right lung, met edge on."""
    body = Body(_BLOOD, _BLOOD, noise=0, rough=0.9, rough_length=16)
    body.box((-68, -22, 30), (28, 0.4, 26), edge=0.3, axes=turned(4, 0, 3))
    return body.box((-112, -25, 22), (18, 0.4, 22), edge=0.3, axes=turned(4, 0, 6), blend=1)


def stomach() -> list[Body]:
    """Gas under the left dome over its level, and gas in the bend of the colon."""
    gas = Body(0.9 * AIR, 0.9 * AIR, noise=0, rough=2.2, rough_length=14)
    gas.ellipsoid((52, -152, 10), (31, 23, 36), turned(0, 0, 10))
    gas.beyond((0, -160, 0), (0, 1, 0), join=CUT, blend=2)
    bowel = Body(0.6 * AIR, 0.6 * AIR, noise=0, rough=3, rough_length=8)
    bowel.strand([(100, -178, -10), (92, -196, 0), (76, -214, 8)], [13, 15, 14])
    return [gas, bowel]


# Where the arteries and veins of the right lung leave the hilum: how thick, and which way (degrees
# from the side upwards, and to the front). The left has its own, a little higher.
_HILA = {
    -1: [
        ((-27, -2, -4), [(7.6, -72, -10), (5.2, -44, 25), (5.4, 50, -5), (4.4, 12, 35),
                         (4.2, 74, 15), (3.6, 32, -30)]),
        ((-24, -26, -14), [(5.6, -28, -25), (5.0, -8, -20), (4.6, -54, -30), (3.6, -66, 30)]),
    ],
    1: [
        ((34, 8, -14), [(7.0, -68, -20), (5.0, -34, 25), (5.4, 54, -5), (4.4, 18, 25),
                        (4.0, 76, -20), (3.6, 36, -35)]),
        ((34, -22, -14), [(5.4, -24, -25), (4.8, -4, 10), (4.6, -48, -25), (3.4, -58, 35)]),
    ],
}  # fmt: skip


def vessels() -> list[Body]:
    """Trees that divide and taper from each hilum; a body a branch, so that boxes stay small."""
    random = np.random.Generator(np.random.PCG64(11))
    found: list[Body] = []
    for side, groups in _HILA.items():
        for start, branches in groups:
            hilum = _vessel()
            for radius, up, front in branches:
                way, at = _direction(side, up, front), np.array(start, float)
                after = at + way * (4 + 1.6 * radius)
                hilum.cone(at, after, radius, radius * 0.97, blend=2)
                found.extend(_tree(random, after, way, radius * 0.97, side, 0))
            found.append(hilum)
    return found


def _vessel() -> Body:
    return Body(_BLOOD, _BLOOD, noise=0, rough=0)


def _direction(side: int, up: float, front: float) -> np.ndarray:
    a, b = np.radians((up, front))
    return np.array([side * np.cos(a) * np.cos(b), np.sin(a) * np.cos(b), np.sin(b)])


def _tree(
    random: np.random.Generator,
    at: np.ndarray,
    way: np.ndarray,
    radius: float,
    side: int,
    depth: int,
) -> Iterator[Body]:
    """One branch as it runs on and narrows, and what leaves it."""
    body, steps = _vessel(), 0
    while radius > 0.42 and steps < 40 and _in_lung(at, side):
        way = way + random.normal(0, 0.13, 3) + (side * 0.05, -0.02, 0.0)
        way /= np.linalg.norm(way)
        after = at + way * (3.4 + 1.9 * radius)
        thinner = radius * float(random.uniform(0.88, 0.95))
        body.cone(at, after, radius, thinner, blend=0.6)
        if depth < 4 and steps and random.random() < 0.72:
            turn = np.cross(way, random.normal(0, 1, 3))
            turn /= np.linalg.norm(turn)
            angle = float(random.uniform(0.5, 1.0))
            own = thinner * float(random.uniform(0.42, 0.74))
            leaving = way * np.cos(angle) + turn * np.sin(angle)
            yield from _tree(random, after, leaving, own, side, depth + 1)
            thinner *= 0.94
        at, radius, steps = after, thinner, steps + 1
    if steps:
        yield body


def _in_lung(at: np.ndarray, side: int) -> bool:
    """Vessels cannot be seen in the outermost centimetre and a half."""
    x, y, z = at
    share = (_HEIGHTS[0] - y) / (_HEIGHTS[0] - _HEIGHTS[1])
    if not 0.03 < share < 1:
        return False
    middle, across, deep = (np.interp(share, _SHARE, one) for one in (_MIDDLE, _ACROSS, _DEEP))
    if np.hypot((side * x + middle) / (across - 11), (z - 2) / (deep - 12)) > 1:
        return False
    dome = (70, -174, 12) if side < 0 else (70, -182, 10)
    return bool(np.linalg.norm((at * (side, 1, 1) - dome) / (74, 68, 94)) > 1)
