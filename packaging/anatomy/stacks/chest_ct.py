"""The chest of an adult, from over the arch of the aorta to the middle of the heart."""

from __future__ import annotations

import numpy as np
from anatomy.grown import warped
from anatomy.organs import Anatomy, Levels, mirrored
from anatomy.spine import paint_spine
from anatomy.stack import Slices, Stack
from scipy.ndimage import distance_transform_edt

_SLICES = Slices(columns=780, rows=540, count=28, pitch=0.5, spacing=6, middle=4)
_FAT = ("cavity-fat",)

_SKIN = {
    -20: [
        (0, -86),
        (50, -90),
        (110, -78),
        (165, -48),
        (184, 0),
        (170, 52),
        (130, 84),
        (90, 100),
        (44, 104),
        (10, 102),
        (0, 100),
    ],
    60: [
        (0, -96),
        (50, -103),
        (112, -92),
        (156, -52),
        (168, 0),
        (160, 52),
        (128, 86),
        (88, 102),
        (42, 105),
        (10, 102),
        (0, 100),
    ],
    180: [
        (0, -104),
        (50, -110),
        (106, -96),
        (146, -54),
        (159, 0),
        (152, 48),
        (122, 82),
        (84, 99),
        (40, 103),
        (10, 101),
        (0, 99),
    ],
}
_MUSCLE = {
    -20: [
        (0, -74),
        (50, -82),
        (110, -68),
        (158, -38),
        (172, 0),
        (160, 42),
        (122, 72),
        (86, 86),
        (42, 88),
        (9, 86),
        (0, 84),
    ],
    60: [
        (0, -84),
        (48, -90),
        (106, -78),
        (144, -42),
        (154, 0),
        (146, 42),
        (118, 74),
        (84, 88),
        (42, 90),
        (9, 87),
        (0, 85),
    ],
    180: [
        (0, -91),
        (46, -92),
        (94, -78),
        (130, -46),
        (143, 0),
        (138, 38),
        (112, 68),
        (80, 84),
        (40, 88),
        (9, 86),
        (0, 84),
    ],
}
_THORAX = {
    -20: [
        (0, -58),
        (30, -60),
        (64, -46),
        (90, -18),
        (98, 16),
        (86, 50),
        (58, 66),
        (34, 68),
        (22, 54),
        (16, 38),
        (0, 28),
    ],
    30: [
        (0, -66),
        (36, -70),
        (78, -58),
        (110, -22),
        (118, 16),
        (106, 52),
        (74, 72),
        (42, 74),
        (25, 58),
        (18, 40),
        (0, 30),
    ],
    100: [
        (0, -72),
        (40, -77),
        (86, -66),
        (118, -28),
        (127, 14),
        (114, 54),
        (80, 75),
        (46, 76),
        (27, 60),
        (19, 42),
        (0, 31),
    ],
    180: [
        (0, -77),
        (44, -80),
        (92, -68),
        (124, -32),
        (133, 10),
        (120, 52),
        (84, 75),
        (48, 76),
        (28, 60),
        (20, 42),
        (0, 31),
    ],
}
# The mediastinum between the lungs, the patient's right on the left.
_MEDIASTINUM: Levels = {
    -20: [
        (-4, -60),
        (-20, -40),
        (-32, -16),
        (-30, 10),
        (-22, 34),
        (0, 40),
        (24, 36),
        (30, 12),
        (32, -14),
        (22, -40),
        (6, -60),
        (0, -62),
    ],
    24: [
        (-4, -70),
        (-22, -42),
        (-30, -18),
        (-26, 8),
        (-20, 34),
        (0, 42),
        (24, 40),
        (32, 14),
        (36, -10),
        (26, -40),
        (6, -68),
        (0, -72),
    ],
    60: [
        (-4, -74),
        (-30, -48),
        (-36, -22),
        (-34, 4),
        (-20, 34),
        (0, 42),
        (30, 40),
        (38, 14),
        (42, -14),
        (38, -44),
        (8, -70),
        (0, -76),
    ],
    100: [
        (-4, -77),
        (-38, -58),
        (-52, -28),
        (-46, 2),
        (-20, 32),
        (0, 42),
        (32, 40),
        (46, 12),
        (66, -14),
        (58, -50),
        (12, -74),
        (0, -80),
    ],
    180: [
        (-4, -81),
        (-40, -62),
        (-58, -30),
        (-46, 0),
        (-20, 30),
        (0, 42),
        (34, 40),
        (64, 10),
        (96, -18),
        (86, -58),
        (20, -80),
        (0, -84),
    ],
}
_HEART: dict[str, Levels] = {
    "blood": {
        98: [
            (-20, -58),
            (-40, -42),
            (-44, -20),
            (-28, 0),
            (4, 8),
            (32, 4),
            (54, -14),
            (56, -40),
            (36, -60),
            (4, -66),
        ],
        130: [
            (-24, -62),
            (-48, -44),
            (-52, -18),
            (-32, 4),
            (4, 12),
            (42, 8),
            (76, -14),
            (80, -44),
            (50, -66),
            (6, -70),
        ],
        180: [
            (-20, -66),
            (-46, -50),
            (-52, -20),
            (-32, -2),
            (6, 4),
            (50, 4),
            (86, -16),
            (88, -46),
            (58, -70),
            (8, -74),
        ],
    },
}

# Muscles of the patient's left, outlines at some levels.
_MUSCLES: dict[str, Levels] = {
    "greater-pectoral": {
        -20: [
            (14, -80),
            (60, -88),
            (108, -76),
            (142, -46),
            (134, -40),
            (100, -60),
            (58, -76),
            (16, -74),
        ],
        60: [
            (16, -90),
            (58, -97),
            (104, -84),
            (132, -56),
            (124, -48),
            (94, -70),
            (56, -86),
            (18, -85),
        ],
        104: [
            (30, -97),
            (56, -99),
            (84, -91),
            (98, -82),
            (92, -78),
            (78, -85),
            (54, -93),
            (32, -92),
        ],
    },
    "lesser-pectoral": {
        -20: [
            (60, -70),
            (84, -66),
            (110, -46),
            (124, -28),
            (116, -26),
            (100, -42),
            (80, -58),
            (60, -64),
        ],
        60: [
            (66, -78),
            (84, -74),
            (102, -60),
            (108, -52),
            (102, -52),
            (94, -58),
            (80, -68),
            (66, -74),
        ],
    },
    "subscapular": {
        -20: [(62, 76), (90, 68), (124, 44), (142, 18), (134, 8), (112, 32), (88, 54), (62, 68)],
        80: [(70, 80), (92, 74), (116, 58), (130, 40), (126, 36), (110, 52), (90, 68), (70, 76)],
    },
    "infraspinous": {
        -20: [(62, 84), (96, 78), (130, 54), (154, 26), (162, 34), (142, 66), (104, 86), (66, 92)],
        90: [(74, 86), (96, 82), (120, 66), (138, 44), (144, 50), (128, 74), (100, 90), (76, 92)],
    },
    "latissimus": {
        20: [(118, 74), (144, 50), (160, 18), (156, 2), (148, 10), (142, 34), (130, 54), (114, 68)],
        180: [(70, 88), (104, 76), (128, 50), (140, 18), (136, 14), (122, 46), (98, 70), (70, 84)],
    },
    "trapezius": {
        -20: [(6, 91), (30, 93), (56, 94), (72, 91), (72, 95), (54, 98), (28, 98), (6, 96)],
        180: [(6, 91), (16, 92), (26, 92), (34, 91), (34, 94), (26, 95), (16, 96), (6, 95)],
    },
}


def stack() -> Stack:
    body = Anatomy(_SLICES, 47)
    _paint_wall(body)
    _paint_lungs(body)
    _paint_heart(body)
    _paint_vessels(body)
    paint_spine(body, (-10, 16, 42, 68, 94, 120, 146, 172), 46, 0.84, 21)
    _paint_bones(body)
    body.table(110)
    return Stack(_SLICES, body.paint.names, body.paint.labels, _landmarks())


def _sides(levels: Levels) -> Levels:
    return {z: mirrored(points) for z, points in levels.items()}


def _paint_wall(body: Anatomy) -> None:
    body.contour("skin", _sides(_SKIN))
    body.contour("fat", _sides(_SKIN), inset=1.8)
    body.contour("muscle", _sides(_MUSCLE))
    thorax = body.solid()
    body.add_contour(thorax, _sides(_THORAX))
    uneven = warped(_SLICES, body.random, 30)
    for k, layer in enumerate(thorax):
        off = distance_transform_edt(~layer) * body.slices.pitch
        body.lay("fat", k, (off > 10.5 + 1.6 * uneven[k]) & (body.slices.y < 64), ("muscle",))
        body.lay("fat", k, (off > 12) & (np.abs(body.slices.x) > 58), ("muscle",))
    for side in (-1, 1):
        for levels in _MUSCLES.values():
            here = {z: [(side * px, py) for px, py in points] for z, points in levels.items()}
            body.contour("muscle", here, ("fat",), (8, 12))
    for side in (-1, 1):
        outline = [(8, 70), (24, 66), (44, 70), (52, 78), (44, 86), (26, 88), (12, 86), (8, 78)]
        wide = [(side * (26 + (px - 26) * 1.08), 77 + (py - 77) * 1.16) for px, py in outline]
        body.contour("fat", {-20: wide, 190: wide}, ("muscle",))
        inner = [(side * px, py) for px, py in outline]
        body.contour("muscle", {-20: inner, 190: inner}, ("fat", "muscle"))


def _paint_lungs(body: Anatomy) -> None:
    body.contour("cavity-fat", _sides(_THORAX))
    body.contour("lung", _sides(_THORAX), _FAT, inset=1.6)
    body.contour("cavity-fat", _MEDIASTINUM, ("lung",))
    random = body.random
    for side, hilum in ((-1, (-40, 2, 84)), (1, (42, 6, 76))):
        for _ in range(52):
            way = random.normal(0, 1, 3) * (1, 1, 1.3) + (side * 0.9, 0, 0)
            _branch(body, np.array(hilum, float), way, 4.2, 5)


def _branch(body: Anatomy, start: np.ndarray, way: np.ndarray, radius: float, left: int) -> None:
    """A vessel of the lung that thins and bends on its way to the pleura."""
    random = body.random
    course = [(*start, radius)]
    here, thin = start, radius
    for _ in range(left * 2):
        way = way / np.linalg.norm(way) + random.normal(0, 0.32, 3)
        here = here + way / np.linalg.norm(way) * 9
        thin *= 0.83
        course.append((*here, max(thin, 0.8)))
        if left > 3 and random.random() < 0.3:
            _branch(body, here, way + random.normal(0, 0.9, 3), thin * 0.8, left - 2)
    body.tube("vessel", course, ("lung",))


def _paint_heart(body: Anatomy) -> None:
    for name, levels in _HEART.items():
        body.contour(name, levels, ("cavity-fat", "lung"), (6, 0))
    wall = {
        120: [(30, 2), (56, -6), (76, -22), (80, -44), (70, -54), (62, -40), (54, -22), (36, -8)],
        180: [(24, 0), (56, -2), (86, -18), (90, -46), (76, -60), (66, -42), (52, -20), (30, -10)],
    }
    body.contour("muscle", wall, ("blood",))
    grooves = (
        [(14, -66, 100, 3), (34, -58, 128, 3.4), (62, -58, 168, 3)],
        [(-30, -54, 104, 4), (-36, -40, 140, 4.4), (-34, -28, 180, 4)],
    )
    for course in grooves:
        body.tube("cavity-fat", course, ("blood", "muscle"))


def _paint_vessels(body: Anatomy) -> None:
    over = ("cavity-fat", "lung")
    for course in (
        [
            (-16, -36, 110, 15),
            (-16, -36, 76, 15.5),
            (-10, -30, 48, 15),
            (6, -14, 38, 14),
            (22, 12, 42, 13),
            (27, 30, 58, 12.5),
            (26, 32, 110, 12),
            (20, 30, 190, 11.5),
        ],
        [
            (-26, -20, 112, 10),
            (-27, -22, 70, 10),
            (-28, -26, 30, 9),
            (-26, -32, 0, 8),
            (-24, -36, -20, 8),
        ],
        [(-20, -30, 10, 6), (-8, -34, 0, 6.4), (18, -38, -12, 6.4), (26, -40, -24, 6)],
        [(-8, -20, 30, 6.5), (-14, -18, 0, 6), (-20, -18, -24, 5.6)],
        [(8, -10, 28, 4.6), (10, -8, 0, 4.4), (12, -8, -24, 4.2)],
        [(20, 2, 30, 5.2), (22, 6, 0, 5), (26, 4, -24, 4.8)],
        [(16, -40, 104, 14), (18, -36, 84, 14.5), (16, -24, 74, 13)],
        [(14, -26, 76, 12), (-8, -8, 80, 10.5), (-34, -2, 84, 9), (-48, 4, 92, 6)],
        [(18, -26, 74, 12), (34, -4, 70, 10.5), (44, 10, 74, 9), (48, 14, 92, 7)],
        [(-20, 2, 104, 7), (-44, 6, 108, 6), (-62, 14, 112, 4)],
        [(20, 6, 104, 7), (44, 10, 108, 6), (62, 18, 112, 4)],
        [(-8, 34, -20, 3), (-9, 36, 60, 3.4), (-9, 36, 180, 3.2)],
    ):
        body.tube("blood", course, over)
    for inset, name in ((0.0, "vessel"), (1.4, "airway")):
        for course in (
            [(0, 2, -20, 10), (0, 6, 30, 9.6), (-2, 8, 62, 9.4)],
            [(-4, 8, 62, 8.4), (-20, 8, 74, 7.6), (-38, 8, 88, 6)],
            [(2, 8, 62, 7.8), (20, 10, 76, 6.8), (40, 14, 92, 5.6)],
            [(-34, 8, 84, 5.4), (-44, 14, 100, 4.6), (-52, 24, 124, 3.6)],
            [(38, 14, 90, 5.2), (48, 22, 106, 4.4), (54, 30, 130, 3.4)],
            [(-34, 8, 84, 5), (-48, 0, 76, 4), (-62, -6, 64, 3)],
            [(38, 12, 88, 5), (54, 2, 84, 4), (70, -8, 76, 3)],
        ):
            only = ("vessel", "lung") if name == "airway" else ("cavity-fat", "lung", "blood")
            thin = [(x, y, z, r - inset) for x, y, z, r in course]
            body.tube(name, thin, (*only, "cavity-fat") if name == "airway" else only)
    gullet = [(8, 20, -20, 6), (8, 24, 60, 6.4), (6, 24, 120, 6.6), (12, 20, 190, 7)]
    body.tube("bowel-wall", gullet, ("cavity-fat", "lung", "blood"))


def _paint_bones(body: Anatomy) -> None:
    ring = {
        z: np.array(
            mirrored(
                [
                    ((ax + 2 * bx) / 3, (ay + 2 * by) / 3)
                    for (ax, ay), (bx, by) in zip(_MUSCLE[m], _THORAX[t], strict=True)
                ]
            )
        )
        for z, m, t in ((-20, -20, -20), (60, 60, 100), (180, 180, 180))
    }
    bones = body.solid()
    for number in range(13):
        start = -180 + 26 * number
        at = np.linspace(0, 1, 34)
        for side in (-1, 1):
            course = []
            for share in at:
                z = start + 128 * np.sin(min(share * 1.1, 1) * np.pi / 2)
                levels = sorted(ring)
                here = np.array(
                    [
                        [
                            np.interp(z, levels, [ring[level][n][c] for level in levels])
                            for c in (0, 1)
                        ]
                        for n in range(1, 9)
                    ]
                )[::-1]
                along = share * 6.6
                x, y = (np.interp(along, np.arange(8), here[:, c]) for c in (0, 1))
                course.append((side * x, y, z, 3.6))
            body.add_tube(bones, course, 1.7)
    for side in (-1, 1):
        blade = {
            -20: [
                (60, 78),
                (92, 72),
                (126, 48),
                (148, 20),
                (152, 24),
                (130, 54),
                (94, 78),
                (60, 83),
            ],
            40: [
                (64, 80),
                (92, 75),
                (120, 55),
                (138, 32),
                (141, 35),
                (124, 59),
                (94, 79),
                (64, 84),
            ],
            92: [
                (80, 83),
                (94, 79),
                (112, 66),
                (122, 56),
                (124, 58),
                (114, 69),
                (96, 82),
                (80, 86),
            ],
        }
        body.add_contour(
            bones, {z: [(side * x, y) for x, y in points] for z, points in blade.items()}, (0, 8)
        )
    body.add_contour(
        bones,
        {
            -6: [(-24, -72), (-12, -78), (12, -78), (24, -72), (14, -68), (-14, -68)],
            40: [(-17, -79), (-8, -83), (8, -83), (17, -79), (10, -74), (-10, -74)],
            190: [(-15, -86), (-8, -90), (8, -90), (15, -86), (9, -81), (-9, -81)],
        },
    )
    body.bone(bones, 1.1)


def _landmarks() -> dict[str, tuple[float, float, float]]:
    return {
        "aortic-arch": (8, -8, 40),
        "ascending-aorta": (-16, -36, 78),
        "descending-aorta": (26, 32, 90),
        "pulmonary-trunk": (17, -37, 86),
        "superior-vena-cava": (-27, -22, 66),
        "carina": (0, 16, 72),
        "right-paratracheal": (-19, -6, 44),
        "right-hilum": (-46, 6, 90),
        "left-hilum": (50, 10, 90),
        "heart": (20, -30, 150),
        "vertebra": (0, 46, 94),
    }
