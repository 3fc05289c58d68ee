"""The right hand seen from its back: thumb on the left, fingers up. Own surfaces."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from anatomy.field import CUT
from anatomy.shapes import Body, along, profile, turned
from anatomy.tissue import CORTEX, SPONGIOSA

Place = tuple[float, float, float]

_S = 1.5 * SPONGIOSA  # small bones are thin: what there is of spongiosa is dense
_SHELL = 1.15 * CORTEX

# Base and head of each metacarpal.
METACARPALS: dict[int, tuple[Place, Place]] = {
    1: ((-31.5, 35.5, 6), (-57, 71, 12)),
    2: ((-12.5, 37, 0), (-24.5, 102.5, 1)),
    3: ((1, 36.8, -1.5), (-1.5, 101.5, 0)),
    4: ((12.2, 35.2, -1), (19.5, 92.5, 0)),
    5: ((20.3, 32.2, 1), (35.5, 82.5, 1.5)),
}
_POINTS = {1: (-0.52, 0.85), 2: (-0.19, 0.98), 3: (-0.02, 1), 4: (0.15, 0.99), 5: (0.36, 0.93)}
_LENGTHS = {
    1: (31.5, 0, 22.5),
    2: (41, 24, 17),
    3: (45.5, 28, 18.5),
    4: (42, 27, 18.5),
    5: (33.5, 19, 17),
}
_BREADTH = {1: 1.12, 2: 1.06, 3: 1.05, 4: 0.93, 5: 0.88}
_BENDS = {1: 0.0, 2: -0.012, 3: 0.0, 4: -0.012, 5: -0.055}

# Outline from the back, half thickness, depth of the middle, turn of the local axes.
CARPALS: dict[str, tuple[list[tuple[float, float]], float, float, np.ndarray, float]] = {
    "scaphoid": (
        [(-4.2, 12.6), (-4.6, 8.8), (-8, 7.0), (-12.3, 8.8), (-15.6, 12.2), (-19.6, 15.2),
         (-21.6, 19), (-20.2, 22.6), (-16.4, 23.6), (-13.2, 21.4), (-10.6, 17.6), (-7.2, 15.2)],
        7.5, 1, turned(18), 1.26,
    ),
    "lunate": (
        [(-2.5, 7.0), (0.6, 4.9), (4.4, 4.4), (8.0, 6.2), (9.2, 9.6), (8.0, 12.4), (5.0, 12.2),
         (1.8, 12.6), (-1.6, 13.0), (-3.0, 10.4)],
        8.5, -1, turned(-8), 1.34,
    ),
    "triquetrum": (
        [(11.2, 9.0), (13.2, 6.6), (17.4, 7.2), (21.0, 10.6), (22.2, 15.2), (20.4, 18.0),
         (16.4, 16.6), (12.8, 14.4), (10.9, 12)],
        7, -2, turned(0, 12), 1.28,
    ),
    "capitate": (
        [(-2.6, 18.4), (-0.4, 15.3), (3.6, 14.1), (7.2, 16.2), (8.0, 21.5), (7.5, 28), (7.7, 33.3),
         (4, 34.6), (-2, 35), (-5.8, 34.2), (-6.2, 30.2), (-4.8, 26), (-3.6, 22)],
        8.5, -1, turned(), 1.19,
    ),
    "hamate": (
        [(9.5, 19), (10.8, 16.2), (14, 17.6), (18.6, 20.2), (22.8, 24.6), (24.6, 28.6),
         (21.4, 30.6), (17, 32.2), (13.6, 33.4), (9.8, 33.6), (9.3, 28), (9.4, 23)],
        7.5, -1, turned(), 1.2,
    ),
    "trapezoid": (
        [(-14.2, 26.4), (-10.8, 24.2), (-7.2, 26), (-7.6, 30.6), (-8.4, 34.4), (-12, 36.0),
         (-15.6, 34.6), (-15.9, 30)],
        7, -3, turned(), 1.3,
    ),
    "trapezium": (
        [(-27.4, 25.4), (-23.6, 24.2), (-19.4, 25.2), (-15.6, 27.2), (-15.2, 31), (-16.6, 34.6),
         (-21, 33.6), (-24.6, 33.2), (-28.2, 34.4), (-31.2, 31.8), (-30.6, 28)],
        6.5, 5, turned(0, -28), 1.28,
    ),
}  # fmt: skip


def _bone(axis: Place = (0, 1, 0), rough: float = 0.2) -> Body:
    return Body(
        _SHELL, _S, axis=axis, noise=0.6, cell=0.28, stretch=2.8, soft=0.4, rough=rough,
        rough_length=1.6,
    )  # fmt: skip


def rays(
    shortened: Mapping[int, float] = MappingProxyType({}), thumb_tip: float = 1.0
) -> tuple[list[Body], dict[str, Place], dict[int, list[np.ndarray]]]:
    """Metacarpals and phalanges, their places, and of each finger the joints in order.

    `shortened` metacarpals have that share of their length, and so has the last bone of the thumb.
    """
    bodies, places, chains = [], {}, {}
    for number, (base, head) in METACARPALS.items():
        start, end = np.array(base, float), np.array(head, float)
        if number in shortened:
            end = start + (end - start) * shortened[number]
        bodies.append(_metacarpal(number, start, end))
        places[f"metacarpal-{number}-base"] = base
        places[f"metacarpal-{number}-head"] = _place(end)
        way = np.array([*_POINTS[number], 0.03])
        way /= np.linalg.norm(way)
        tip, chain = end + way * 1.9, [start, end]
        for order, length in enumerate(_LENGTHS[number]):
            if not length:
                continue
            goal = tip + way * length * (thumb_tip if (number, order) == (1, 2) else 1.0)
            bodies.append(_phalanx(number, order, tip, goal, way))
            places[_phalanx_name(number, order)] = tuple(((tip + goal) / 2).tolist())
            chain += [tip, goal]
            tip = goal + way * 1.5
            way = way + np.array([_BENDS[number], 0, 0])
            way /= np.linalg.norm(way)
        places[f"tip-{number}"] = tuple(chain[-1].tolist())
        chains[number] = chain
    return bodies, places, chains


def courses(chains: dict[int, list[np.ndarray]]) -> dict[str, list[Place]]:
    """Of each phalanx its middle and its radial surface, of each finger its two arteries."""
    lines: dict[str, list[Place]] = {}
    for number, chain in chains.items():
        orders = (0, 2) if number == 1 else (0, 1, 2)
        for order, (base, tip) in zip(orders, list(pairwise(chain[2:]))[::2], strict=True):
            name = _phalanx_name(number, order)
            lines[name] = [_place(base), _place(tip)]
            if order < 2:
                lines[f"{name}-radial-surface"] = _radial_surface(number, order, base, tip)
        for way, side in ((-1, "radial"), (1, "ulnar")):
            lines[f"digital-artery-{number}-{side}"] = _artery(number, chain, way)
    return lines


def _place(point: np.ndarray) -> Place:
    x, y, z = point.tolist()
    return x, y, z


def _radial_surface(number: int, order: int, base: np.ndarray, tip: np.ndarray) -> list[Place]:
    """From where the shaft leaves the base to the neck, 1 mm wider than the bone is thick."""
    size = _BREADTH[number] * (1.0, 0.86)[order]
    way = (tip - base) / np.linalg.norm(tip - base)
    radial = np.array([-way[1], way[0], 0])
    shares, halves = (0.2, 0.35, 0.5, 0.65, 0.78), (5.9, 4.9, 4.5, 4.2, 4.3)
    return [
        _place(base + (tip - base) * share + radial * half * size)
        for share, half in zip(shares, halves, strict=True)
    ]


def _artery(number: int, chain: list[np.ndarray], way: int) -> list[Place]:
    """Along the side of a finger, from the web to the pulp, and from the palm to the web."""
    base, head, tip = chain[0], chain[1], chain[-1]
    unit = (tip - chain[2]) / np.linalg.norm(tip - chain[2])
    side = np.array([unit[1], -unit[0], 0]) * way
    off = 7.2 * _BREADTH[number]
    points = [
        base * 0.45 + head * 0.55 + side * 5.5, head - unit * 4 + side * (off + 1.4),
        chain[2] + unit * 10 + side * off * 0.94, chain[3] + side * off * 0.9,
        (chain[3] + tip) / 2 + side * off * 0.74, tip - unit * 4 + side * off * 0.5,
    ]  # fmt: skip
    return [_place(point) for point in points]


def carpals() -> list[Body]:
    """Seven outlines given thickness, with their beaks, and the pisiform before them."""
    bodies = []
    for name, (points, half, deep, axes, grown) in CARPALS.items():
        middle = np.mean(points, 0)
        own = (np.asarray(points) - middle) * grown
        body = _bone(rough=0.3)
        body.outline(own, half, edge=4.6, middle=(*middle, deep), axes=axes, cortex=0.5)
        hollow = (middle[0] + 0.5, middle[1] - 0.5, deep - half - 1.0)
        body.ellipsoid(hollow, (4.2, 4.6, 3), join=CUT, blend=3)
        if name == "hamate":
            body.cone(
                (15.6, 26.2, 4),
                (16.4, 25.2, 14.5),
                3.0,
                2.3,
                flat=1.5,
                flat_along=(0, 1, 0),
                cortex=0.9,
            )
        elif name == "scaphoid":
            body.ellipsoid((-17.6, 19.6, 6.5), (4.1, 4.2, 4), blend=3, cortex=0.8)
        elif name == "trapezium":
            body.cone((-20, 27, 8), (-18.5, 30, 13), 2.4, 2)
        bodies.append(body)
    return [
        *bodies,
        _bone(rough=0.3).ellipsoid((19.0, 11.6, 13), (5.2, 6.2, 5), turned(0, 0, 12), cortex=0.7),
    ]


def carpal_places() -> dict[str, Place]:
    """The middles of the carpal bones."""
    return {
        name: (float(np.mean([x for x, _ in points])), float(np.mean([y for _, y in points])), deep)
        for name, (points, _, deep, _, _) in CARPALS.items()
    }


def radius() -> Body:
    """The distal radius with its styloid, two facets and Lister's tubercle."""
    made = profile(
        [0, 0.35, 0.6, 0.8, 1], [2.7, 2.3, 1.5, 0.85, 0.6], [-0.002, 0.1 * _S, 0.5 * _S, _S, _S],
        [7.6, 7.9, 9.0, 11.2, 11.5], [6.6, 6.8, 7.6, 9, 9.6], ridge=[0.06, 0.05, 0.03, 0, 0],
    )  # fmt: skip
    body = _bone().loft((-4.6, -60, 1), (-7.4, -8, 0), made, (1, 0, 0), edge=3)
    outline = [
        (-17.2, -17), (-19.6, -8), (-21.9, 3), (-21.2, 9.4), (-18.6, 12.6), (-15.6, 9.8),
        (-10.6, 5.9), (-5, 4.0), (-2.6, 3.6), (0, 2.2), (4.4, 1.2), (6.6, 0.2), (6.9, -2.5),
        (5.6, -6), (5.2, -10),
        (4.2, -17), (-6, -24),
    ]  # fmt: skip
    body.outline(outline, 9.8, edge=5.5, axes=turned(11), cortex=0.65, blend=9)
    for middle, radii in (((-10.4, 11.6, 0), (8.4, 7.0, 10)), ((2.0, 9.2, 0), (7.6, 7.2, 10))):
        body.ellipsoid(middle, radii, join=CUT, blend=1)
    return body.ellipsoid((-7.5, -2, -10.2), (2.2, 7, 2.2), cortex=1)


def ulna() -> Body:
    """The head of the ulna with its styloid."""
    made = profile(
        [0, 0.45, 0.72, 0.86, 0.94, 1], [2.5, 2.1, 1.4, 0.7, 0.55, 0.6],
        [-0.002, 0, 0.5 * _S, _S, _S, _S], [6.6, 5.9, 5.9, 7.6, 8.6, 8.2],
        [6.4, 5.8, 5.6, 7, 7.6, 7.0],
    )  # fmt: skip
    body = _bone().loft((18.0, -60, 0), (16.9, 0.3, -1), made, (1, 0, 0), edge=3.2)
    body.cone((21.9, -5, -3), (23.9, 3.6, -3), 3.9, 2.3, blend=3, cortex=0.6)
    return body.ellipsoid((20.9, 2.8, 0), (1.5, 2.0, 8), join=CUT, blend=1.5)


def sesamoids() -> Body:
    """Two at the thumb, one at the little finger."""
    body = _bone(rough=0.1)
    for middle, radii in (
        ((-53.0, 73.0, 19), (2.5, 3.1, 2.4)),
        ((-60.6, 69.8, 18), (2.2, 2.9, 2.2)),
        ((33.5, 84, 10), (1.5, 1.8, 1.5)),
    ):
        body.ellipsoid(middle, radii, turned(0, 0, 30), cortex=0.5, blend=0)
    return body


def _phalanx_name(number: int, order: int) -> str:
    return f"{('proximal', 'middle', 'distal')[order]}-phalanx-{number}"


def _metacarpal(number: int, start: np.ndarray, end: np.ndarray) -> Body:
    breadth, unit = _BREADTH[number], (end - start) / np.linalg.norm(end - start)
    side = np.array([unit[1], -unit[0], 0]) / np.hypot(unit[0], unit[1])
    across = np.array([7.2, 7.6, 6.6, 4.9, 4.15, 4.6, 5.8, 7.0, 6.9, 6.0]) * breadth
    if number == 1:
        across = np.array([7.0, 7.6, 6.9, 5.6, 5.0, 5.2, 6.2, 7.4, 7.3, 6.2]) * breadth
    if number > 2:
        across[:3] *= (0.9, 0.86, 0.82)[number - 3]
    deep = np.array([7.5, 8.0, 7, 5.2, 4.4, 5.0, 6.0, 7.2, 7.4, 6.6]) * breadth
    lean = 1 if number > 3 else -1
    made = profile(
        [0, 0.05, 0.14, 0.28, 0.5, 0.7, 0.83, 0.92, 0.97, 1],
        [0.55, 0.6, 0.8, 1.6, 2.1, 1.7, 0.8, 0.5, 0.5, 0.55],
        [_S, _S, 0.85 * _S, 0.2 * _S, -0.001, 0.12 * _S, 0.65 * _S, 0.95 * _S, _S, _S],
        across.tolist(), deep.tolist(),
        [lean * shift for shift in (0, 0, 0.1, 0.3, 0.5, 0.4, 0.1, 0, 0, 0)],
    )  # fmt: skip
    body = _bone(tuple(unit)).loft(start, end, made, side, edge=3.6 * breadth)
    for way in (-1, 1):
        knuckle = end - unit * 6.2 + side * way * 5.0 * breadth
        body.ellipsoid(knuckle, (2.2, 2.6, 3), blend=2.5, cortex=0.5)
    for place, radii, join in _base_of(number, start, unit, side):
        body.ellipsoid(place, radii, join=join, blend=2.0, cortex=0.6)
    return body


def _base_of(number: int, start: np.ndarray, unit: np.ndarray, side: np.ndarray) -> list:
    """What the base of a metacarpal has beyond a plain end."""
    if number == 2:  # notched for the trapezoid, with a lip to the capitate
        return [
            (start + side * 4.2 - unit * 0.3, (2.6, 3, 6), 0),
            (start - unit * 3.0 - side * 1.2, (4.0, 3.0, 9), CUT),
        ]
    if number == 3:  # its styloid
        return [(start - side * 4.6 - unit * 1.2 - [0, 0, 4], (3, 4, 3), 0)]
    if number == 5:
        return [(start + side * 3.2 + unit, (2.8, 3.5, 4), 0)]
    return []


def _phalanx(number: int, order: int, start: np.ndarray, end: np.ndarray, way: np.ndarray) -> Body:
    size = _BREADTH[number] * ((1.0, 0, 0.98) if number == 1 else (1.0, 0.86, 0.78))[order]
    side = np.array([way[1], -way[0], 0])
    if order == 2:
        return _distal(start, end, side, size, way)
    across = np.array([7.0, 7.5, 7.0, 5.1, 4.5, 4.1, 4.7, 5.4, 5.3, 4.8]) * size
    deep = np.array([5.8, 6.2, 5.8, 4.3, 3.6, 3.2, 3.7, 4.2, 4.3, 3.8]) * size
    made = profile(
        [0, 0.05, 0.12, 0.28, 0.5, 0.72, 0.84, 0.92, 0.97, 1],
        [0.5, 0.55, 0.7, 1.4, 1.75, 1.5, 0.8, 0.5, 0.5, 0.5],
        [_S, _S, 0.8 * _S, 0.2 * _S, 0, 0.12 * _S, 0.6 * _S, _S, _S, _S],
        across.tolist(), deep.tolist(),
    )  # fmt: skip
    body = _bone(tuple(way)).loft(start, end, made, side, edge=1.7 * size)
    axes = along((0, 0, 1), side)
    hollow = (6.2 * size, 4.6 * size, 6.2 * size)
    body.ellipsoid(start - way * 3.3 * size, hollow, axes, join=CUT, blend=0.8)
    for one in (-1, 1):
        condyle = end - way * 2.3 * size + side * one * 3.2 * size
        body.ellipsoid(condyle, (2.5 * size, 2.9 * size, 3.6 * size), axes, blend=1.2, cortex=0.5)
    return body.ellipsoid(
        end + way * 1.9 * size, (1.5 * size, 2.2 * size, 6), axes, join=CUT, blend=1.2
    )


def _distal(
    start: np.ndarray, end: np.ndarray, side: np.ndarray, size: float, way: np.ndarray
) -> Body:
    across = np.array([5.9, 6.6, 5.8, 3.5, 2.8, 3.3, 4.5, 4.5, 3.4]) * size
    deep = np.array([4.6, 5.2, 4.4, 2.7, 2.2, 2.1, 2.2, 2.0, 1.6]) * size
    made = profile(
        [0, 0.07, 0.17, 0.38, 0.6, 0.75, 0.87, 0.95, 1],
        [0.5, 0.5, 0.7, 1.2, 1.1, 0.6, 0.4, 0.4, 0.4],
        [_S, _S, 0.8 * _S, 0.3 * _S, 0.35 * _S, 0.6 * _S, 0.9 * _S, 0.9 * _S, 0.9 * _S],
        across.tolist(), deep.tolist(),
    )  # fmt: skip
    return _bone(tuple(way), rough=0.35).loft(start, end, made, side, edge=1.3)
