"""Right breast, mediolateral oblique: nipple on the left, the chest wall at the right edge."""

from __future__ import annotations

import numpy as np
from anatomy.field import CUT
from anatomy.shapes import Body, turned
from anatomy.tissue import FAT, MUSCLE
from anatomy.view import Frame, View

Place = tuple[float, float, float]

# The beam is soft: gland and muscle stand out from fat three times as much as elsewhere.
_GLAND = 0.0118
_NIPPLE = (-114.0, -20.0)
_SKIN = [
    (30, 170), (-40, 170), (-47, 142), (-55, 112), (-66, 82), (-82, 48), (-98, 18), (-109, -6),
    (-112, -20), (-110, -36), (-102, -60), (-86, -86), (-62, -105), (-36, -114), (-16, -117),
    (-8, -124), (-7, -150), (-7, -180), (30, -180),
]  # fmt: skip


def view() -> View:
    return View(
        projection="mediolateral oblique",
        side="right",
        frame=Frame(-150, 2, -136, 140, 0.27),
        skin=_skin(),
        bones=[_line_of_skin(), *_ligaments(), *_vessels(), _ducts()],
        flesh=[_pectoral(), *_gland(), _node()],
        landmarks=_landmarks(),
        courses={
            "artery": _ARTERY,
            "second-artery": _SECOND,
            "lower-skin": [(x * 0.975, y * 0.975, 0) for x, y in _SKIN[9:14]],
            "upper-skin": [(x + 3.2, y - 1, 0) for x, y in _SKIN[3:8]],
        },
        marker=(-132, 118),
        beam=2.3,
        look={"scatter": 0.05, "quanta": 60000, "equal": 0.45, "reach": 22, "sharp": 0.7,
              "dark": 1.0},
        collimated=2.0,
    )  # fmt: skip


_ARTERY: list[Place] = [
    (-34, 96, 4), (-41, 78, 5), (-45, 62, 4), (-54, 48, 3), (-59, 32, 2), (-68, 18, 3),
    (-72, 2, 2), (-82, -10, 1), (-90, -18, 0),
]  # fmt: skip
_SECOND: list[Place] = [
    (-14, -34, 0), (-28, -41, 2), (-38, -52, 3), (-52, -54, 2), (-64, -62, 1), (-78, -62, 0),
]  # fmt: skip


def _landmarks() -> dict[str, Place]:
    return {
        "nipple": (*_NIPPLE, 0), "retroareolar": (-92, -20, 0), "upper-breast": (-52, 44, 0),
        "middle-breast": (-56, -10, 0), "lower-breast": (-56, -72, 0), "axilla": (-32, 112, 0),
        "pectoral-muscle": (-16, 84, 0), "skin-above": (-80, 50, 0), "skin-below": (-84, -86, 0),
    }  # fmt: skip


def _skin() -> Body:
    body = Body(FAT, FAT, noise=0.05, cell=5, rough=0.7, rough_length=14)
    body.outline(_SKIN, 25, edge=21, cortex=1, core=FAT)
    return body.ellipsoid((*_NIPPLE, 0), (9, 6.5, 8), blend=4)


def _line_of_skin() -> Body:
    """The skin itself, as what it has more than fat; and the nipple."""
    body = Body(0.8 * _GLAND, 0, cortex=1.7, noise=0, rough=0.7, rough_length=14, soft=0.3)
    body.outline(_SKIN, 25, edge=21, cortex=1.7, core=0)
    return body.ellipsoid((*_NIPPLE, 0), (8, 5.5, 7), blend=4, cortex=4, core=_GLAND)


def _pectoral() -> Body:
    body = Body(
        2.6 * MUSCLE, 2.6 * MUSCLE, noise=0.16, cell=3, stretch=6, axis=(-0.3, 1, 0), rough=1.2,
        rough_length=16,
    )  # fmt: skip
    outline = [
        (40, 190), (-34, 190), (-36, 150), (-36, 118), (-33, 86), (-26, 54), (-17, 22), (-6, -8),
        (6, -36), (40, -60),
    ]  # fmt: skip
    return body.outline(outline, 17, edge=13)


def _gland() -> list[Body]:
    """A cone of gland behind the nipple, with lobules of fat in it, denser above."""
    cone = Body(
        0.7 * _GLAND, 0.7 * _GLAND, noise=0.95, cell=5.5, stretch=2.4, axis=(-1, -0.15, 0),
        rough=3.2, rough_length=9,
    )  # fmt: skip
    for middle, radii, turn in (
        ((-84, -18, 0), (22, 17, 12), 0), ((-62, -2, 2), (27, 22, 12), 24),
        ((-48, 22, 0), (25, 18, 10), 52), ((-62, -34, -3), (24, 16, 9), -22),
        ((-40, 46, 2), (17, 11, 7), 66), ((-40, -14, 2), (16, 20, 8), 80),
    ):  # fmt: skip
        cone.ellipsoid(middle, radii, turned(about_z=turn), blend=6)
    random = np.random.Generator(np.random.PCG64(5))
    for _ in range(46):
        x, y, z = random.uniform((-98, -54, -12), (-28, 62, 12))
        size = random.uniform(3.2, 8.0, 3)
        cone.ellipsoid(
            (x, y, z), size, turned(about_z=float(random.uniform(-60, 60))), join=CUT, blend=3
        )
    strands = Body(
        0.9 * _GLAND, 0.9 * _GLAND, noise=0.8, cell=2.2, stretch=4, axis=(-1, -0.1, 0), rough=2.2,
        rough_length=5,
    )  # fmt: skip
    for _ in range(26):
        x, y, z = random.uniform((-88, -60, -12), (-24, 60, 12))
        strands.ellipsoid(
            (x, y, z), random.uniform((6, 1.6, 1.6), (13, 3.4, 5)),
            turned(about_z=float(np.degrees(np.arctan2(y + 20, x + 114)) + random.normal(0, 14))),
            blend=2,
        )  # fmt: skip
    return [cone, strands]


def _ducts() -> Body:
    """Fine lines that meet behind the nipple."""
    body = Body(_GLAND, _GLAND, noise=0, rough=0.6, rough_length=4)
    random = np.random.Generator(np.random.PCG64(8))
    for turn in np.linspace(-52, 58, 9):
        way = np.radians(turn + random.normal(0, 4))
        far = float(random.uniform(26, 42))
        end = (-110 + far * np.cos(way), -20 + far * np.sin(way), float(random.uniform(-8, 8)))
        bend = (-110 + 0.5 * far * np.cos(way * 0.8), -20 + 0.5 * far * np.sin(way * 0.8), 0)
        body.strand([(-110, -20, 0), bend, end], [0.9, 0.8, 0.5], blend=0.8)
    return body


def _thread(much: float, line: list[Place], radii: list[float], flat: float = 1.0) -> Body:
    body = Body(much * _GLAND, much * _GLAND, noise=0, rough=0.5, rough_length=5)
    return body.strand(line, radii, flat=flat, blend=0.6)


def _ligaments() -> list[Body]:
    """Cooper's ligaments: thin curved septa from gland to skin."""
    random = np.random.Generator(np.random.PCG64(21))
    found = []
    for place in np.linspace(0.05, 0.95, 26):
        number = place * 10 + 4
        low = int(number)
        rest = number - low
        x, y = np.array(_SKIN[low]) * (1 - rest) + np.array(_SKIN[low + 1]) * rest
        goal = np.array([-56, 4]) + random.normal(0, 16, 2)
        inner = np.array([x, y]) + (goal - (x, y)) * random.uniform(0.35, 0.75)
        middle = ((x, y) + inner) / 2 + random.normal(0, 4.0, 2)
        z = float(random.uniform(-12, 12))
        line = [(float(x) + 1.5, float(y), z * 0.5), (*middle.tolist(), z), (*inner.tolist(), z)]
        found.append(_thread(0.7, line, [0.5, float(random.uniform(0.35, 0.7)), 0.4], 1.6))
    return found


def _vessels() -> list[Body]:
    """Veins, and the arteries beside them, through the fat."""
    vein = [(-40, 104, -6), (-53, 84, -7), (-60, 66, -6), (-74, 44, -6), (-84, 22, -4)]
    low = [(-10, -70, 6), (-30, -80, 6), (-46, -78, 6), (-62, -86, 5), (-80, -80, 4)]
    return [
        _thread(0.8, _ARTERY, [1.2, 1.2, 1.1, 1.1, 1.0, 0.9, 0.8, 0.7, 0.5]),
        _thread(0.8, _SECOND, [1.0, 1.0, 0.9, 0.8, 0.7, 0.5]),
        _thread(0.8, vein, [1.7, 1.6, 1.5, 1.3, 0.8]),
        _thread(0.8, low, [1.5, 1.4, 1.3, 1.1, 0.7]),
    ]


def _node() -> Body:
    """A lymph node of the axilla with its fatty hilum."""
    body = Body(0.9 * _GLAND, 0.9 * _GLAND, noise=0.1, rough=0.6, rough_length=5)
    body.ellipsoid((-20, 112, 2), (8.5, 5.2, 5), turned(about_z=62))
    return body.ellipsoid((-17.5, 112, 2), (6, 2.7, 6), turned(about_z=62), join=CUT, blend=1)
