"""The chest of an adult, from the collar bones to the middle of the heart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from anatomy.grown import warped
from anatomy.organs import Anatomy, Course, Levels, mirrored
from anatomy.spine import paint_spine
from anatomy.stack import Slices, Stack
from scipy.interpolate import CubicSpline
from scipy.ndimage import distance_transform_edt

_SLICES = Slices(columns=780, rows=540, count=32, pitch=0.5, spacing=6, top=-24, middle=4)
_FAT = ("cavity-fat",)

_SKIN = {
    -30: [
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
    -30: [
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
    -30: [
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
    -30: [
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
_HEART: Levels = {
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
}
_ATRIUM: Levels = {
    102: [(-30, -8), (-20, 2), (2, 6), (26, 2), (34, -8), (22, -18), (2, -22), (-20, -18)],
    150: [(-30, -6), (-18, 4), (4, 8), (24, 4), (30, -6), (18, -14), (2, -16), (-18, -14)],
}
_CHAMBERS: Sequence[Levels] = (
    {
        106: [(-26, -48), (-38, -40), (-42, -24), (-36, -10), (-28, -14), (-24, -26), (-22, -40)],
        180: [(-28, -50), (-42, -44), (-49, -24), (-40, -8), (-26, -8), (-20, -24), (-20, -40)],
    },
    {
        108: [
            (-14, -58),
            (4, -62),
            (30, -58),
            (36, -50),
            (24, -44),
            (6, -42),
            (-8, -44),
            (-16, -50),
        ],
        140: [
            (-16, -62),
            (6, -67),
            (44, -64),
            (60, -56),
            (46, -46),
            (14, -38),
            (-6, -36),
            (-18, -48),
        ],
        180: [
            (-14, -63),
            (8, -71),
            (52, -68),
            (70, -60),
            (54, -50),
            (16, -36),
            (-8, -34),
            (-16, -48),
        ],
    },
    {
        112: [(14, -34), (34, -40), (44, -32), (44, -20), (34, -8), (22, -8), (12, -16), (10, -26)],
        140: [(14, -28), (40, -42), (62, -44), (68, -32), (62, -16), (46, -4), (28, -4), (14, -14)],
        180: [(16, -28), (42, -42), (68, -50), (77, -38), (70, -20), (50, -8), (30, -6), (16, -14)],
    },
)
# Fat that dips between the chambers, with the arteries of the heart in it.
_GROOVES: Sequence[Levels] = (
    {
        100: [(-42, -48), (-32, -60), (-22, -58), (-20, -50), (-25, -44), (-34, -42)],
        176: [(-40, -58), (-28, -70), (-14, -70), (-17, -58), (-22, -50), (-32, -50)],
    },
    {
        104: [(44, 0), (58, -12), (62, -6), (50, 10), (38, 12), (34, 4)],
        176: [(30, 12), (50, 8), (46, 2), (40, -4), (30, -4), (24, 4)],
    },
    {
        104: [(34, -66), (48, -62), (56, -50), (48, -48), (42, -52), (36, -58)],
        176: [(60, -76), (84, -66), (88, -54), (78, -54), (72, -60), (62, -68)],
    },
)
_CORONARIES = (
    [(-2, -56, 96, 1.8), (-28, -56, 112, 1.8), (-29, -60, 150, 1.8), (-24, -62, 190, 1.7)],
    [(20, -48, 96, 2), (42, -57, 112, 1.8), (62, -61, 150, 1.6), (74, -64, 190, 1.5)],
    [(24, -40, 98, 1.8), (48, -2, 112, 1.7), (42, 4, 150, 1.6), (36, 5, 190, 1.5)],
)

# Muscles of the patient's left, outlines at some levels.
_MUSCLES: dict[str, Levels] = {
    "greater-pectoral": {
        -30: [
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
        -30: [
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
        -30: [(62, 76), (90, 68), (124, 44), (142, 18), (134, 8), (112, 32), (88, 54), (62, 68)],
        80: [(70, 80), (92, 74), (116, 58), (130, 40), (126, 36), (110, 52), (90, 68), (70, 76)],
    },
    "infraspinous": {
        -30: [(62, 84), (96, 78), (130, 54), (154, 26), (162, 34), (142, 66), (104, 86), (66, 92)],
        90: [(74, 86), (96, 82), (120, 66), (138, 44), (144, 50), (128, 74), (100, 90), (76, 92)],
    },
    "latissimus": {
        20: [(118, 74), (144, 50), (160, 18), (156, 2), (148, 10), (142, 34), (130, 54), (114, 68)],
        180: [(70, 88), (104, 76), (128, 50), (140, 18), (136, 14), (122, 46), (98, 70), (70, 84)],
    },
    "trapezius": {
        -30: [(6, 91), (30, 93), (56, 94), (72, 91), (72, 95), (54, 98), (28, 98), (6, 96)],
        180: [(6, 91), (16, 92), (26, 92), (34, 91), (34, 94), (26, 95), (16, 96), (6, 95)],
    },
}


def stack() -> Stack:
    body = Anatomy(_SLICES, 47)
    _paint_wall(body)
    _paint_lungs(body)
    _paint_heart(body)
    _paint_vessels(body)
    paint_spine(body, (-36, -10, 16, 42, 68, 94, 120, 146, 172), 46, 0.84, 21)
    _paint_wall_vessels(body)
    _paint_bones(body)
    body.table(110)
    courses = {name: [p[:3] for p in line] for name, line in _wall_vessels().items()}
    return Stack(_SLICES, body.paint.names, body.paint.labels, _landmarks(), courses)


def _sides(levels: Levels) -> Levels:
    return {z: mirrored(points) for z, points in levels.items()}


def _paint_wall(body: Anatomy) -> None:
    body.contour("skin", _sides(_SKIN), even=True)
    body.contour("fat", _sides(_SKIN), inset=1.8, even=True)
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
        body.contour("fat", {-34: wide, 190: wide}, ("muscle",))
        inner = [(side * px, py) for px, py in outline]
        body.contour("muscle", {-34: inner, 190: inner}, ("fat", "muscle"))


def _paint_lungs(body: Anatomy) -> None:
    body.contour("cavity-fat", _sides(_THORAX))
    body.contour("lung", _sides(_THORAX), _FAT, inset=1.6)
    body.contour("cavity-fat", _MEDIASTINUM, ("lung",))
    _paint_fissures(body)
    random = body.random
    for side, hilum in ((-1, (-40, 2, 84)), (1, (42, 6, 76))):
        for _ in range(78):
            way = random.normal(0, 1, 3) * (1, 1, 1.3) + (side * 0.9, 0, 0)
            _branch(body, np.array(hilum, float), way, 4.2, 5)


def _paint_fissures(body: Anatomy) -> None:
    """The oblique fissure of each lung: high behind, low in front, thin as pleura."""
    for k, z in enumerate(body.slices.z):
        for side in (-1, 1):
            x, y = body.wobble(
                np.broadcast_to(side * body.slices.x, body.paint.labels[k].shape),
                np.broadcast_to(body.slices.y, body.paint.labels[k].shape),
                z,
            )
            plane = y - 54 + 0.62 * (z - 20) - 0.0016 * (x - 70) ** 2
            body.lay("fissure", k, (np.abs(plane) < 0.8) & (x > 0), ("lung",))


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
    body.tube("vessel", course, ("lung", "fissure"))


def _paint_heart(body: Anatomy) -> None:
    """Muscle round its chambers, fat in the grooves, and the line of the pericardium."""
    over = ("cavity-fat", "lung", "blood", "heart-muscle")
    for k, mask in body.outlines(_HEART, (6, 0)):
        off = distance_transform_edt(~mask) * body.slices.pitch
        body.lay("cavity-fat", k, off < 5, ("lung",))
        front = body.slices.y < -8 - 0.3 * np.abs(body.slices.x - 10)
        body.lay("vessel", k, (off > 2.2) & (off < 3.5) & front, _FAT)
        body.lay("heart-muscle", k, mask, over)
    body.contour("blood", _ATRIUM, over, (4, 8))
    for chamber in _CHAMBERS:
        body.contour("blood", chamber, over, (8, 0))
    for groove in _GROOVES:
        body.contour("cavity-fat", groove, ("heart-muscle", "blood"), (4, 14))
    for course in _CORONARIES:
        body.tube("blood", course, _FAT)


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
            (-26, -34, 112, 10),
            (-27, -22, 70, 10),
            (-28, -26, 30, 9),
            (-26, -32, 0, 8),
            (-24, -36, -34, 8),
        ],
        [(-20, -30, 10, 6), (-8, -34, 0, 6.4), (18, -38, -12, 6.4), (26, -40, -34, 6)],
        [(-8, -34, 30, 6.5), (-14, -18, 0, 6), (-20, -18, -34, 5.6)],
        [(8, -10, 28, 4.6), (10, -8, 0, 4.4), (12, -8, -34, 4.2)],
        [(20, 2, 30, 5.2), (22, 6, 0, 5), (26, 4, -34, 4.8)],
        [(16, -40, 104, 14), (18, -36, 84, 14.5), (16, -34, 74, 13)],
        [(14, -26, 76, 12), (-8, -8, 80, 10.5), (-34, -2, 84, 9), (-48, 4, 92, 6)],
        [(18, -26, 74, 12), (34, -4, 70, 10.5), (44, 10, 74, 9), (48, 14, 92, 7)],
        [(-20, 2, 104, 7), (-44, 6, 108, 6), (-62, 14, 112, 4)],
        [(20, 6, 104, 7), (44, 10, 108, 6), (62, 18, 112, 4)],
        [(-8, 34, -34, 3), (-9, 36, 60, 3.4), (-9, 36, 180, 3.2)],
    ):
        body.tube("blood", course, over)
    for inset, name in ((0.0, "vessel"), (1.4, "airway")):
        for course in (
            [(0, 2, -34, 10), (0, 6, 30, 9.6), (-2, 8, 62, 9.4)],
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
    gullet = [(8, 20, -34, 6), (8, 24, 60, 6.4), (6, 24, 120, 6.6), (12, 20, 190, 7)]
    body.tube("bowel-wall", gullet, ("cavity-fat", "lung", "blood"))


def _wall_vessels() -> dict[str, Course]:
    """Arteries of the wall of the chest."""
    found: dict[str, Course] = {}
    for side, sign in (("right", -1), ("left", 1)):
        for name, course in (
            ("internal-thoracic", [(17, -57, -34, 1.6), (20, -68, 40, 1.5), (20, -80, 190, 1.4)]),
            (
                "lateral-thoracic",
                [
                    (130, -34, -34, 1.8),
                    (136, -32, 40, 1.6),
                    (140, -16, 110, 1.4),
                    (139, -8, 190, 1.2),
                ],
            ),
            (
                "thoracodorsal",
                [(140, 2, -34, 2.0), (146, 14, 30, 1.8), (146, 22, 80, 1.5), (143, 30, 130, 1.2)],
            ),
            (
                "axillary",
                [(112, -38, -34, 3.6), (130, -22, -22, 3.6), (152, -8, -8, 3.4), (170, -6, 0, 3.2)],
            ),
            (
                "pectoral",
                [(96, -56, -34, 1.6), (92, -66, 0, 1.5), (82, -80, 40, 1.3), (70, -90, 80, 1.2)],
            ),
        ):
            found[f"{side}-{name}"] = [(sign * x, y, z, r) for x, y, z, r in course]
        for number in (4, 6, 8):
            found[f"{side}-intercostal-{number}"] = _under_rib(number, sign)
    return found


def _paint_wall_vessels(body: Anatomy) -> None:
    """Arteries with their veins, and the nodes of the armpits."""
    for name, course in _wall_vessels().items():
        body.tube("vessel", course, ("fat", "muscle", "cavity-fat"))
        if "intercostal" not in name:
            beside = [(x * 0.985 + 1, y + 4, z, r * 1.25) for x, y, z, r in course]
            body.tube("vessel", beside, ("fat", "cavity-fat"))
    random = body.random
    for side in (-1, 1):
        for _ in range(9):
            x, y, z = random.uniform(128, 158), random.uniform(-26, 16), random.uniform(-30, 44)
            r = random.uniform(2.4, 4.4)
            lean = random.uniform(-4, 4)
            node = [(side * x, y - 3, z, r), (side * x + lean, y + 3, z + 2, r * 0.9)]
            body.tube("vessel", node, ("fat",))
            body.tube("fat", [(a + side, b, c, q * 0.45) for a, b, c, q in node], ("vessel",))


def _rings() -> dict[float, np.ndarray]:
    """The middle of the wall of the chest at some levels, where ribs lie; left half."""
    return {
        z: np.array(
            [
                ((ax + 2 * bx) / 3, (ay + 2 * by) / 3)
                for (ax, ay), (bx, by) in zip(_MUSCLE[m], _THORAX[t], strict=True)
            ]
        )
        for z, m, t in ((-30, -30, -30), (60, 60, 100), (180, 180, 180))
    }


def _rib(number: int, side: int) -> list[tuple[float, float, float, float]]:
    """From the spine round the chest to the breast bone, sinking on the way."""
    ring, levels = _rings(), (-30, 60, 180)
    course = []
    for share in np.linspace(0, 1, 40):
        z = -206 + 26 * number + 128 * np.sin(min(share * 1.1, 1) * np.pi / 2)
        here = np.array(
            [
                [np.interp(z, levels, [ring[level][n][c] for level in levels]) for c in (0, 1)]
                for n in range(1, 9)
            ]
        )[::-1]
        x, y = CubicSpline(np.arange(8), here)(share * 6.6)
        course.append((float(side * x), float(y), float(z), 3.6))
    return course


def _under_rib(number: int, side: int) -> list[tuple[float, float, float, float]]:
    """The artery in the groove of a rib."""
    return [(x * 0.985, y * 0.985, z + 7, 1.1) for x, y, z, _ in _rib(number, side)[2:32:3]]


def _paint_bones(body: Anatomy) -> None:
    bones, cartilage = body.solid(), body.solid()
    for number in range(14):
        for side in (-1, 1):
            course = _rib(number, side)
            body.add_tube(bones, course[:34], 1.7)
            body.add_tube(cartilage, course[33:], 1.7)
    for side in (-1, 1):
        collar = [(20, -68, -7, 9), (30, -72, -13, 7.5), (52, -75, -23, 6), (86, -66, -32, 6)]
        body.add_tube(bones, [(side * x, y, z, r) for x, y, z, r in collar], 1.1)
    for side in (-1, 1):
        blade = {
            -30: [
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
            -12: [(-22, -70), (-10, -74), (10, -74), (22, -70), (14, -66), (-14, -66)],
            0: [(-24, -72), (-12, -78), (12, -78), (24, -72), (14, -68), (-14, -68)],
            40: [(-17, -79), (-8, -83), (8, -83), (17, -79), (10, -74), (-10, -74)],
            190: [(-15, -86), (-8, -90), (8, -90), (15, -86), (9, -81), (-9, -81)],
        },
    )
    for k, layer in enumerate(cartilage):
        body.lay("cartilage", k, layer)
    body.bone(bones, 1.1)


def _landmarks() -> dict[str, tuple[float, float, float]]:
    return {
        "aortic-arch": (8, -8, 40),
        "ascending-aorta": (-16, -36, 78),
        "descending-aorta": (26, 32, 90),
        "pulmonary-trunk": (17, -37, 86),
        "superior-vena-cava": (-27, -22, 66),
        "right-apex": (-62, -6, -8),
        "left-apex": (62, -6, -8),
        "right-pectoral": (-70, -84, 20),
        "left-pectoral": (70, -84, 20),
        "carina": (0, 16, 72),
        "right-paratracheal": (-19, -6, 44),
        "right-hilum": (-46, 6, 90),
        "left-hilum": (50, 10, 90),
        "heart": (20, -30, 150),
        "vertebra": (0, 46, 94),
    }
