"""The right foot in three dimensions: tarsal bones from outlines, rays from lofts. Own surfaces.

Places are as a lateral picture shows them: x to the heel, y up, z to the little toe; the sole lies
at y = 0. `from_side` and `from_above` turn them into places of a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from anatomy.hull import Outline, hull
from anatomy.shapes import Body, profile
from anatomy.tissue import CORTEX, SPONGIOSA

Place = tuple[float, float, float]
Seen = Callable[[np.ndarray], np.ndarray]
Metatarsals = Mapping[int, tuple[Place, Place, float]]
Toes = Mapping[int, tuple[tuple[tuple[float, float], ...], float]]

_S = 1.4 * SPONGIOSA
_SHELL = 1.1 * CORTEX
_TILT = np.radians(13.0)  # of the beam to the heel, as a foot is exposed from above


def from_side(places: np.ndarray) -> np.ndarray:
    """Toes on the left, the tube on the side of the great toe."""
    return np.asarray(places, float)


def from_above(places: np.ndarray) -> np.ndarray:
    """Toes up, the great toe on the left, the tube above and leaning to the toes."""
    x, y, z = np.asarray(places, float).T
    back = x * np.cos(_TILT) + y * np.sin(_TILT)
    up = y * np.cos(_TILT) - x * np.sin(_TILT)
    return np.stack([z, -back, -up], -1)


# Outlines from the side (x, y) and from above (z, and forwards from the ankle), how round.
TARSALS: Mapping[str, tuple[Outline, Outline, float, Place]] = MappingProxyType({
    "calcaneus": (
        [(52, 49), (57.5, 40), (59, 29), (57, 17), (51, 9.5), (45, 9.0), (37, 12.5), (22, 17.5),
         (5, 22), (-12, 25.5), (-24, 26.5), (-28.5, 33), (-28.0, 40), (-29.5, 46), (-23, 48.4),
         (-14, 44.5), (-7, 44), (-3, 46.6), (4, 51.6), (12, 57.2), (19, 61.2), (25, 59.6),
         (32, 53.6),
         (42, 50.5)],
        [(8, 29.5), (18, 31), (25, 27.5), (26, 17), (23, 4), (21, -10), (19, -25), (19, -40),
         (17, -52), (10, -58.5), (2, -59), (-6, -54), (-9, -44), (-8, -30), (-9, -15),
         (-12, -2), (-8, 8), (2, 16), (6, 22)],
        9.0, (-0.75, 0.6, 0.1),
    ),
    "talus": (
        [(-19, 73), (-13, 79), (-5, 82.2), (4, 82.3), (12, 79.3), (18, 73.5), (22, 68.5),
         (27.5, 64), (26, 60.3), (19, 61.8), (11, 58), (3, 52.6), (-2.5, 48.9), (-7, 50),
         (-11, 54), (-18, 53.5), (-24, 49.5), (-32, 46.2), (-40, 48.4), (-45.0, 55), (-45.0, 61.5),
         (-41.0, 67.2), (-33, 68), (-27, 66.6), (-22, 68.5)],
        [(-11, 46.4), (-20, 45.2), (-27, 39), (-27, 29), (-22, 21), (-18.5, 12), (-18, 0),
         (-16, -14), (-11, -23), (-4, -28), (4, -27), (10, -21), (15.5, -12), (18.5, 0), (15.5, 9),
         (7, 15), (3.5, 24), (4.5, 33), (-1, 40.5)],
        8.0, (-1, 0.35, 0.2),
    ),
    "navicular": (
        [(-44.0, 68.6), (-45.0, 61), (-44.4, 54), (-41.5, 47.6), (-44, 42.4), (-50, 41.6),
         (-56.4, 46.6), (-58.0, 55), (-57.2, 63.9), (-52, 70), (-47, 71.6)],
        [(-37.0, 43.5), (-36.4, 49.5), (-31, 55.8), (-24.5, 58.6), (-14, 59.6), (-4, 59.2),
         (4.4, 57.2),
         (9.4, 53), (9.4, 46), (4.5, 43.6), (-3, 46.0), (-12, 47.4), (-20, 46), (-26, 42.4),
         (-30, 38.4),
         (-34.6, 38.8)],
        5.0, (-1, 0.1, 0),
    ),
    "cuboid": (
        [(-26.6, 47), (-27.6, 39), (-26.4, 32), (-29, 25), (-38, 23), (-43, 20), (-49, 23),
         (-58.6, 24.6), (-63, 30), (-61.4, 38.5), (-50, 42.5), (-38, 47)],
        [(12.2, 62.6), (19, 64.4), (27, 62.2), (34.0, 58), (35.0, 52), (30.5, 46.4), (29.8, 39),
         (28.6, 31),
         (23, 27.6), (14, 28), (6.6, 32), (5.2, 38), (8.4, 47), (10.6, 55)],
        7.0, (-1, 0.2, -0.15),
    ),
    "lateral-cuneiform": (
        [(-57, 61), (-58, 50), (-58, 42), (-66, 37), (-76, 41), (-78.4, 50), (-77.4, 60),
         (-68, 64)],
        [(-0.6, 77), (7, 78.6), (13.8, 77), (14.6, 69), (12.2, 60), (9.4, 56.8), (3.6, 57.6),
         (-0.4, 60), (-0.4, 68)],
        5.5, (-1, 0.15, 0.1),
    ),
    "intermediate-cuneiform": (
        [(-58.4, 67.4), (-59.2, 56), (-60, 46), (-67, 42), (-75, 45), (-78, 56), (-77, 66.4),
         (-68, 69.4)],
        [(-13.4, 76.4), (-6, 78.0), (0.6, 77), (0.8, 69), (-0.8, 60.6), (-6, 59.6), (-12.0, 60.2),
         (-13.4, 64), (-13.0, 70)],
        5.5, (-1, 0.15, 0.1),
    ),
    "medial-cuneiform": (
        [(-58.6, 61), (-59.5, 52), (-58, 42), (-64, 35), (-74, 31.5), (-82, 34), (-85, 43),
         (-85.5, 54), (-82, 61.5), (-72, 63), (-64, 64)],
        [(-32.0, 82), (-28, 86.4), (-20, 86.8), (-11.6, 84.6), (-10.4, 76), (-11.4, 66),
         (-13.6, 60.4),
         (-20, 59.6), (-28, 59.4), (-33.6, 62.4), (-34.4, 72)],
        7.0, (-1, -0.1, 0.1),
    ),
})  # fmt: skip

# Base, head, size of shaft and ends.
METATARSALS: Metatarsals = MappingProxyType({
    1: ((-87.4, 46, -22.0), (-145, 18.5, -33), 1.0),
    2: ((-79.6, 55, -6.4), (-151, 20.5, -11.5), 1.0),
    3: ((-80, 50, 6.6), (-147, 18, 6), 0.96),
    4: ((-65, 36, 18.6), (-139, 15.5, 22.5), 0.96),
    5: ((-63, 28, 29.6), (-128, 12.5, 38), 1.0),
})  # fmt: skip
# Of each toe: length of its bones, how far they point up (degrees), and where they point (z).
TOES: Toes = MappingProxyType({
    1: (((31.5, -2), (23.5, -4)), 0.05),
    2: (((27, 0), (14, -36), (10, -22)), -0.01),
    3: (((25, 0), (12, -46), (10, -30)), 0.0),
    4: (((23, -2), (10.5, -50), (10, -34)), -0.03),
    5: (((21, -6), (9, -50), (9.5, -34)), -0.09),
})  # fmt: skip
_SIZES = {1: 1.0, 2: 0.98, 3: 0.92, 4: 0.9, 5: 0.92}


def bone(axis: np.ndarray | Place, rough: float = 0.22) -> Body:
    """An empty body of bone, trabeculae along an axis of the picture."""
    return Body(
        _SHELL, _S, axis=axis, noise=0.7, cell=0.36, stretch=2.8, soft=0.45, rough=rough,
        rough_length=1.8,
    )  # fmt: skip


def tarsals(
    seen: Seen, displaced: Mapping[str, tuple[float, float, float]] = MappingProxyType({})
) -> dict[str, Body]:
    """The seven, by name; some moved in x and y, and turned by degrees (head of the foot up)."""
    bodies = {}
    for name, (drawn, above, edge, axis) in TARSALS.items():
        dx, dy, turn = displaced.get(name, (0.0, 0.0, 0.0))
        side = _turned(drawn, turn) + [dx, dy]
        over = [(dx - forward, z) for z, forward in above]
        sampled = hull(side, over, edge, seen)
        low, high = sampled.low, sampled.low + sampled.step * np.array(sampled.distance.shape)
        made = profile([0, 0.5, 1], [0.55, 0.6, 0.55], [0.85 * _S, 0.8 * _S, 0.85 * _S])
        body = bone(_way(seen, axis), rough=0.3)
        bodies[name] = body.voxels(sampled, made, low, high)
        if name == "calcaneus":  # the shelf that bears the talus on its inner side
            tip = np.array([(6.0 + dx, 51.5 + dy, -15.0), (-3.0 + dx, 48.5 + dy, -15.0)])
            body.cone(*seen(tip), 4.6, 3.8, blend=4, cortex=0.7, core=0.9 * _S)
    return bodies


def _turned(points: Outline, degrees: float) -> np.ndarray:
    """An outline turned about its middle, against the clock."""
    turn, own = -np.radians(degrees), np.array(points, float)
    cosine, sine = np.cos(turn), np.sin(turn)
    centre = own.mean(0)
    return (own - centre) @ np.array([[cosine, -sine], [sine, cosine]]) + centre


def _way(seen: Seen, direction: np.ndarray | Place) -> np.ndarray:
    """Where a direction of the foot points in the picture."""
    start, end = seen(np.array([(0, 0, 0), direction], float))
    return end - start


def middle(name: str) -> Place:
    """The middle of a tarsal bone."""
    side, above, _, _ = TARSALS[name]
    x, y = np.mean(side, 0)
    return float(x), float(y), float(np.mean([z for z, _ in above]))


def rays(
    seen: Seen, metatarsals: Metatarsals = METATARSALS, toes: Toes = TOES
) -> tuple[list[Body], dict[str, Place], dict[int, list[np.ndarray]]]:
    """Metatarsals and phalanges, their places, and of each toe the joints in order."""
    bodies, places, chains = [], {}, {}
    for number, (base, head, size) in metatarsals.items():
        start, end = np.array(base, float), np.array(head, float)
        bodies.append(_metatarsal(seen, number, start, end, size))
        places[f"metatarsal-{number}-base"], places[f"metatarsal-{number}-head"] = base, head
        lengths, side = toes[number]
        chain, at = [start, end], end + np.array([-2.2, 0.5 if number > 1 else 0, 0])
        for order, (length, up) in enumerate(lengths):
            turn = np.radians(up)
            way = np.array([-np.cos(turn), np.sin(turn), side])
            way /= np.linalg.norm(way)
            goal = at + way * length
            name = _phalanx_name(number, order, len(lengths))
            bodies.append(_phalanx(seen, number, name, at, goal))
            places[name] = tuple(((at + goal) / 2).tolist())
            chain += [at, goal]
            at = goal + way * 1.4
        places[f"tip-{number}"] = tuple(chain[-1].tolist())
        chains[number] = chain
    return bodies, places, chains


def sesamoids(seen: Seen, back: float = 0.0) -> Body:
    """The two beneath the head of the first metatarsal, which may lie further back."""
    body = bone(_way(seen, (-1, 0, 0)), rough=0.2)
    for z, radii in ((-38.6, (6.4, 4.2, 4.8)), (-27.4, (6.0, 4.0, 4.4))):
        place = seen(np.array((back - 138.0, 6.5, z)))
        body.ellipsoid(
            place,
            radii,
            seen(np.eye(3)) - seen(np.zeros((1, 3))),
            cortex=0.5,
            core=0.8 * _S,
            blend=0,
        )
    return body


def _phalanx_name(number: int, order: int, count: int) -> str:
    kinds = ("proximal", "distal") if count == 2 else ("proximal", "middle", "distal")
    return f"{kinds[order]}-phalanx-{number}"


def _lofted(
    seen: Seen, start: np.ndarray, end: np.ndarray, made: np.ndarray, edge: float
) -> tuple[Body, np.ndarray, np.ndarray]:
    """A body along a line, breadth to the side; with it the line and the side in the foot."""
    unit = (end - start) / np.linalg.norm(end - start)
    side = np.array([0, 0, 1.0]) - unit * unit[2]
    side /= np.linalg.norm(side)
    body = bone(_way(seen, unit))
    body.loft(seen(start), seen(end), made, _way(seen, side), edge=edge)
    return body, unit, side


_MT = [0, 0.04, 0.11, 0.24, 0.45, 0.66, 0.8, 0.89, 0.95, 1]
_ACROSS = {
    1: [11.2, 11.4, 9.8, 7.4, 6.5, 7.0, 8.7, 10.4, 10.0, 6.6],
    2: [8.2, 8.4, 7.2, 4.9, 3.9, 4.0, 4.6, 5.6, 5.4, 3.6],
    3: [7.7, 7.9, 6.9, 4.7, 3.7, 3.8, 4.5, 5.5, 5.3, 3.5],
    4: [7.2, 7.4, 6.6, 4.7, 3.8, 3.8, 4.5, 5.5, 5.3, 3.5],
    5: [7.3, 7.6, 7.0, 5.4, 4.5, 4.2, 4.6, 5.7, 5.5, 3.6],
}
_DEEP = {
    1: [13, 14, 12.5, 8.6, 7.0, 7.2, 8.6, 10.2, 10.2, 9.0],
    2: [8.6, 9.2, 8.4, 5.4, 4.3, 4.4, 5.6, 7.4, 7.4, 6.4],
}


def _metatarsal(seen: Seen, number: int, start: np.ndarray, end: np.ndarray, size: float) -> Body:
    thick = 1.3 if number == 1 else 1.0
    made = profile(
        _MT, [0.6 * thick, 0.6, 0.8, 1.7 * thick, 2.1 * thick, 1.7 * thick, 0.9, 0.6, 0.5, 0.55],
        [_S, 0.95 * _S, 0.8 * _S, 0.25 * _S, -0.001, 0.15 * _S, 0.6 * _S, 0.9 * _S, _S, _S],
        [size * one for one in _ACROSS[number]],
        [size * one for one in _DEEP.get(number, _DEEP[2])],
        [0, 0, 0.2, 0.5, 0.8, 0.5, 0.1, 0, 0, 0],
    )  # fmt: skip
    body, unit, side = _lofted(seen, start, end, made, 4.0 if number == 1 else 2.6)
    if number == 5:  # its tuberosity
        body.cone(
            seen(start + [2, -1, 3.0]), seen(start + [10.5, -6, 8.0]), 6.4, 3.2,
            blend=4, cortex=0.8, core=0.9 * _S,
        )  # fmt: skip
    knuckle = 7.0 if number == 1 else 3.6
    for way in (-1, 1):
        place = end - unit * knuckle * 1.35 + side * way * knuckle
        body.ellipsoid(seen(place), (2.4, 2.6, 2.4), blend=2.5, cortex=0.5, core=_S)
    return body


def _phalanx(seen: Seen, number: int, name: str, start: np.ndarray, end: np.ndarray) -> Body:
    great, size = number == 1, _SIZES[number]
    if name.startswith("distal"):
        return _distal(seen, great, size, start, end)
    if name.startswith("middle"):
        across = [4.6, 5.0, 4.6, 3.9, 3.7, 3.9, 4.3, 4.3, 3.8]
        shares = [0, 0.1, 0.22, 0.4, 0.55, 0.7, 0.85, 0.94, 1]
    else:
        across = [5.2, 5.8, 5.2, 3.6, 3.0, 3.1, 3.8, 4.3, 3.6]
        if great:
            across = [9.4, 10.4, 9.6, 7.0, 6.0, 6.2, 7.6, 8.6, 7.6]
        shares = [0, 0.06, 0.15, 0.36, 0.56, 0.74, 0.87, 0.95, 1]
    deep = [0.86 * one for one in across]
    made = profile(
        shares, [0.5, 0.5, 0.7, 1.2, 1.4, 1.1, 0.6, 0.5, 0.5],
        [_S, _S, 0.85 * _S, 0.35 * _S, 0.2 * _S, 0.4 * _S, 0.8 * _S, _S, _S],
        [size * one for one in across], [size * one for one in deep],
    )  # fmt: skip
    body, unit, _ = _lofted(seen, start, end, made, (5.0 if great else 3.2) * size)
    wide = across[1] * size
    if name.startswith("middle"):
        return body
    body.ellipsoid(
        seen(start - unit * 0.62 * wide), (0.9 * wide,) * 3, join=1, blend=0.8
    )  # the hollow of its base
    trochlea = end + unit * 0.42 * wide
    return body.ellipsoid(seen(trochlea), (0.5 * wide,) * 3, join=1, blend=1.5)


def _distal(seen: Seen, great: bool, size: float, start: np.ndarray, end: np.ndarray) -> Body:
    across = [4.2, 4.5, 3.9, 2.9, 2.6, 2.9, 3.5, 3.2, 1.8]
    if great:
        across = [8.8, 9.3, 8.4, 6.2, 5.4, 5.7, 6.7, 6.2, 3.4]
    deep = [0.7 * one for one in across[:4]] + [0.55 * one for one in across[4:]]
    made = profile(
        [0, 0.08, 0.2, 0.42, 0.6, 0.74, 0.87, 0.95, 1],
        [0.5, 0.5, 0.7, 1.2, 1.2, 0.7, 0.45, 0.4, 0.4],
        [_S, _S, 0.8 * _S, 0.35 * _S, 0.35 * _S, 0.6 * _S, 0.9 * _S, 0.9 * _S, 0.9 * _S],
        [size * one for one in across], [size * one for one in deep],
    )  # fmt: skip
    return _lofted(seen, start, end, made, 4.0 if great else 2.2)[0]


# Arteries, from the leg to the toes; the one on the dorsum with the first metatarsal artery.
COURSES: Mapping[str, list[Place]] = MappingProxyType({
    "posterior-tibial-artery": [
        (27, 175, -8), (27, 140, -12), (26, 112, -17), (21, 84, -22), (12, 60, -25), (-2, 40, -19),
        (-22, 28, -5), (-44, 22, 10), (-60, 20, 15),
    ],
    "dorsalis-pedis-artery": [
        (-14, 160, 0), (-19, 130, -3), (-24, 106, -5), (-34, 87, -7), (-52, 78.5, -8),
        (-70, 70, -11),
        (-86, 61, -14.5), (-108, 46, -17.5), (-128, 34, -20.5), (-146, 25, -22), (-156, 21, -22),
    ],
    "lateral-plantar-artery": [
        (-24, 26, 2), (-36, 23, 8), (-52, 21, 15), (-70, 21, 14), (-82, 25, 3), (-85, 28, -5),
    ],
})  # fmt: skip


# The skin without the toes, from the side and (in x and z) from above.
SOLE: Outline = [
    (70, 24), (68, 10), (60, 0), (46, -3), (25, 1), (-5, 6), (-40, 8), (-80, 5), (-115, -0.5),
]  # fmt: skip
ROCKER_SOLE: Outline = [
    (70, 24), (68, 11), (60, 2), (46, -1), (25, 1), (-5, -1), (-40, -6), (-74, -4), (-115, -1),
]  # fmt: skip
_BACK: Outline = [
    (-135, -2), (-150, 1), (-163, 6), (-174, 11.5), (-166, 17), (-155, 25.5), (-138, 38),
    (-110, 57),
    (-80, 73), (-55, 83.5), (-38, 93), (-30, 106), (-26, 130), (-27, 160), (-30, 230), (66, 230),
    (57, 165), (52, 125), (53, 95), (59, 70), (66, 50), (70, 36),
]  # fmt: skip
_SKIN_ABOVE = [
    (-163, -44), (-146, -50.5), (-125, -48), (-100, -43), (-70, -40), (-45, -40), (-20, -37),
    (0, -35),
    (20, -33), (45, -30), (62, -22), (69, -4), (68, 12), (60, 25), (40, 31), (10, 34), (-20, 36),
    (-45, 40), (-70, 43), (-95, 45.5), (-118, 48.5), (-134, 48), (-148, 41), (-159, 28), (-169, 12),
    (-173, -6), (-174, -28),
]  # fmt: skip


def skin(seen: Seen, much: float, sole: Outline = SOLE, body: Body | None = None) -> Body:
    """The foot without its toes, and the lower leg, filled with what attenuates `much`.

    It is added to a `body` that is given, such as the skin of the other foot.
    """
    sampled = hull([*sole, *_BACK], _SKIN_ABOVE, 15.0, seen, 1.6)
    low, high = sampled.low, sampled.low + sampled.step * np.array(sampled.distance.shape)
    if body is None:
        body = Body(much, much, noise=0, rough=0.4, rough_length=9, cortex=1.6)
    made = profile([0, 1], [1.6, 1.6], [much, much])
    return body.voxels(sampled, made, low, high)
