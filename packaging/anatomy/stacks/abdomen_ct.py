"""The upper abdomen of an adult, from under the dome of the liver to below the kidneys."""

from __future__ import annotations

import numpy as np
from anatomy.grown import warped
from anatomy.organs import Anatomy, coils, mirrored
from anatomy.spine import paint_spine
from anatomy.stack import Slices, Stack
from scipy.ndimage import distance_transform_edt

_SLICES = Slices(columns=720, rows=500, count=29, pitch=0.5, spacing=6, middle=6)
_FAT = ("cavity-fat",)

_SKIN = [
    (0, -104),
    (55, -100),
    (106, -80),
    (141, -45),
    (155, 0),
    (148, 45),
    (120, 80),
    (80, 97),
    (36, 100),
    (9, 96),
    (0, 94),
]
_WALL = [
    (0, -88),
    (50, -86),
    (96, -70),
    (128, -40),
    (141, 0),
    (135, 40),
    (110, 68),
    (76, 81),
    (36, 83),
    (9, 80),
    (0, 79),
]
_CAVITY = [
    (0, -80),
    (46, -77),
    (88, -61),
    (118, -35),
    (130, 0),
    (123, 34),
    (100, 55),
    (76, 60),
    (50, 52),
    (28, 40),
    (0, 24),
]
_LIVER = {
    -6: [
        (10, -70),
        (-40, -82),
        (-100, -64),
        (-138, 0),
        (-122, 45),
        (-80, 64),
        (-42, 46),
        (-24, 18),
        (-14, 2),
        (0, -18),
        (34, -28),
        (52, -50),
    ],
    30: [
        (20, -72),
        (-40, -82),
        (-100, -64),
        (-138, 0),
        (-122, 45),
        (-82, 62),
        (-50, 46),
        (-37, 22),
        (-28, 0),
        (-4, -16),
        (36, -32),
        (60, -52),
    ],
    60: [
        (8, -72),
        (-45, -81),
        (-100, -64),
        (-138, 0),
        (-122, 42),
        (-92, 56),
        (-66, 42),
        (-50, 20),
        (-38, 4),
        (-26, -20),
        (2, -36),
        (22, -52),
    ],
    90: [
        (-50, -70),
        (-70, -76),
        (-104, -60),
        (-136, 0),
        (-122, 36),
        (-100, 42),
        (-86, 28),
        (-76, 12),
        (-68, -4),
        (-63, -24),
        (-56, -40),
        (-48, -56),
    ],
    122: [
        (-86, -48),
        (-96, -56),
        (-112, -44),
        (-131, 0),
        (-122, 20),
        (-110, 24),
        (-102, 16),
        (-96, 6),
        (-94, -6),
        (-92, -20),
        (-90, -32),
        (-86, -42),
    ],
}
_SPLEEN = {
    -6: [
        (62, 44),
        (84, 58),
        (108, 46),
        (128, 14),
        (126, -8),
        (112, -12),
        (104, 2),
        (94, 18),
        (80, 30),
        (66, 36),
    ],
    24: [
        (66, 42),
        (90, 56),
        (114, 44),
        (132, 12),
        (127, -14),
        (113, -20),
        (107, -6),
        (98, 12),
        (84, 26),
        (70, 32),
    ],
    62: [
        (86, 36),
        (102, 46),
        (118, 36),
        (129, 12),
        (124, 2),
        (113, -1),
        (108, 7),
        (102, 16),
        (95, 24),
        (87, 29),
    ],
}
_STOMACH = {
    -6: [(28, -34), (54, -54), (86, -44), (100, -12), (92, 18), (66, 26), (42, 14), (26, -8)],
    30: [(30, -52), (55, -69), (88, -60), (101, -32), (94, -4), (70, 8), (46, -4), (30, -26)],
    60: [(0, -52), (40, -72), (80, -66), (96, -46), (86, -22), (56, -16), (24, -24), (2, -36)],
    80: [(-16, -50), (10, -66), (44, -68), (60, -56), (50, -42), (24, -35), (2, -35), (-14, -40)],
}
_PSOAS = {
    66: [(23, 38), (27, 36), (31, 38), (33, 42), (31, 46), (27, 48), (24, 46), (23, 42)],
    100: [(23, 35), (31, 31), (40, 35), (43, 43), (40, 51), (33, 54), (27, 51), (24, 44)],
    140: [(21, 31), (33, 25), (47, 31), (52, 43), (48, 54), (37, 58), (28, 53), (23, 43)],
    190: [(19, 27), (34, 19), (52, 26), (59, 41), (54, 54), (41, 59), (28, 53), (21, 41)],
}
_COLIC = {
    "ileocolic-vein": [
        (-10, -24, 142),
        (-24, -22, 150),
        (-38, -16, 154),
        (-52, -18, 160),
        (-64, -10, 164),
        (-78, -8, 170),
        (-84, 2, 176),
    ],
    "right-colic-vein": [
        (-10, -23, 128),
        (-22, -28, 130),
        (-36, -24, 136),
        (-48, -30, 138),
        (-60, -24, 144),
        (-72, -22, 146),
        (-84, -14, 150),
    ],
    "marginal-vein": [
        (-86, 12, 180),
        (-83, 2, 172),
        (-87, -6, 164),
        (-82, -10, 156),
        (-86, -16, 148),
        (-80, -20, 140),
        (-78, -28, 132),
        (-70, -34, 126),
        (-72, -40, 120),
    ],
    "straight-vein-1": [(-85, -4, 166), (-89, -14, 165), (-96, -22, 165), (-106, -23, 166)],
    "straight-vein-2": [(-83, -10, 156), (-88, -20, 156), (-98, -25, 157)],
    "straight-vein-3": [(-83, 6, 174), (-88, 16, 174), (-94, 24, 175), (-104, 27, 176)],
    "straight-vein-4": [(-84, -16, 148), (-90, -24, 148), (-100, -26, 147)],
    "straight-vein-5": [(-86, -2, 162), (-90, 12, 161), (-96, 20, 160), (-104, 24, 160)],
}
_ERECTOR = [(9, 60), (28, 57), (54, 60), (68, 67), (60, 76), (36, 80), (13, 78), (8, 70)]


def stack() -> Stack:
    body = Anatomy(_SLICES, 21)
    cavity = _paint_wall(body)
    _paint_viscera(body)
    _paint_kidneys(body)
    _paint_bowel(body)
    _paint_retroperitoneum(body)
    _paint_lung_bases(body, cavity)
    paint_spine(body, (-2, 32, 66, 101, 136, 172), 37)
    _paint_ribs(body)
    body.table(106)
    return Stack(_SLICES, body.paint.names, body.paint.labels, _landmarks(), _COLIC)


def _still(
    points: list[tuple[float, float]], factor: float = 1.0
) -> dict[float, list[tuple[float, float]]]:
    """The same outline all the way, a little slimmer at the waist."""

    def at(grown: float) -> list[tuple[float, float]]:
        return mirrored([(x * grown, y) for x, y in points])

    return {-20: at(factor), 90: at(0.965 * factor), 190: at(0.98 * factor)}


def _paint_wall(body: Anatomy) -> np.ndarray:
    """Skin, fat, the muscles of the wall and the back, and the fat of the cavity."""
    body.contour("skin", _still(_SKIN), even=True)
    body.contour("fat", _still(_SKIN), inset=1.8, even=True)
    body.contour("muscle", _still(_WALL))
    cavity = body.solid()
    body.add_contour(cavity, _still(_CAVITY))
    x, y = body.slices.x, body.slices.y
    uneven = warped(_SLICES, body.random, 26)
    for k, z in enumerate(body.slices.z):
        if z > 70:  # below the ribs three sheets, with fat between them
            depth = distance_transform_edt(~cavity[k]) * body.slices.pitch
            lateral = (np.abs(x) > 66) & (y < 44)
            for sheet in (3.4, 6.9):
                body.lay(
                    "fat",
                    k,
                    lateral & (np.abs(depth - sheet - 0.7 * uneven[k]) < 0.5 + 0.3 * uneven[k]),
                    ("muscle",),
                )
        edge = np.abs(x) - 58 + 0.9 * (y + 78)
        body.lay("fat", k, (np.abs(edge) < 1.1 + uneven[k]) & (y < -56), ("muscle",))
        body.lay("fat", k, (np.abs(x + 1.5 * uneven[k]) < 0.5 + uneven[k]) & (y < -76), ("muscle",))
        body.lay("cavity-fat", k, cavity[k])
    for side in (-1, 1):
        outline = [(side * px, py) for px, py in _ERECTOR]
        wide = [(side * (px * 1.06 - 2.2), 69 + (py - 69) * 1.13) for px, py in _ERECTOR]
        body.contour("fat", {-20: wide, 190: wide}, ("muscle",))
        body.contour("muscle", {-20: outline, 190: outline}, ("fat", "muscle", "cavity-fat"))
        square = [(52, 50), (66, 48), (78, 54), (74, 62), (60, 62)]
        body.contour(
            "muscle",
            {
                84: [(side * (px - 6), py + 2) for px, py in square],
                190: [(side * px, py) for px, py in square],
            },
            ("cavity-fat",),
        )
    return cavity


def _paint_viscera(body: Anatomy) -> None:
    body.contour("liver", _LIVER, _FAT, (0, 18))
    body.contour(
        "cavity-fat",
        {
            40: [(-4, -86), (2, -86), (-6, -62), (-9, -62)],
            74: [(-10, -86), (4, -86), (-8, -52), (-14, -52)],
        },
        ("liver",),
    )
    body.contour("spleen", _SPLEEN, _FAT, (0, 20))
    for k, mask in body.outlines(_STOMACH, (0, 10)):
        depth = distance_transform_edt(mask) * body.slices.pitch
        body.lay("bowel-wall", k, mask, _FAT)
        inner = mask & (depth > 3.6) & (body.paint.labels[k] == body.paint.number("bowel-wall"))
        body.lay("stomach-content", k, inner)
        body.lay("gas", k, inner & (body.slices.y < -38))
    for course in (
        [(-20, 0, -6, 4.5), (-52, 6, 2, 4), (-86, 16, 12, 3)],
        [(-22, -6, -4, 4), (-44, -34, 6, 3.4), (-60, -58, 18, 2.4)],
        [(-14, -8, -6, 3.6), (14, -40, 2, 3), (30, -54, 6, 2)],
        [(-40, -8, 50, 5), (-66, 2, 42, 4.4), (-96, 14, 40, 3.2), (-114, 20, 46, 2.4)],
        [(-62, -2, 42, 4), (-78, -34, 46, 3.2), (-92, -48, 52, 2.2)],
        [(-66, 2, 44, 3.6), (-88, 12, 66, 3), (-108, 8, 90, 2.2)],
    ):
        body.tube("blood", course, ("liver",))
    random = body.random
    for start in (
        (-52, 6, 2),
        (-44, -34, 6),
        (-66, 2, 42),
        (-62, -2, 42),
        (-78, -34, 46),
        (-88, 12, 66),
    ):
        for _ in range(6):
            here, way = np.array(start, float), random.normal(0, 1, 3) * (1.2, 1, 0.7) - (0.5, 0, 0)
            course = [(*here, 2.2)]
            for step in range(6):
                way = way / np.linalg.norm(way) + random.normal(0, 0.25, 3)
                here = here + way / np.linalg.norm(way) * 9
                course.append((*here, 2.0 - 0.22 * step))
            body.tube("blood", course, ("liver",))
    bladder = [(-58, -36, 66, 8), (-56, -44, 86, 13.5), (-60, -48, 102, 11)]
    body.tube("bowel-wall", [(x, y, z, r + 1.4) for x, y, z, r in bladder], ("liver", "cavity-fat"))
    body.tube("bile", bladder, ("bowel-wall",))


def _paint_kidneys(body: Anatomy) -> None:
    lumps = warped(_SLICES, body.random, 16)
    for side, middle, depth in ((1, 97, 29), (-1, 108, 31)):
        centre_x = side * 62
        for k, z in enumerate(body.slices.z):
            t = (z - middle) / 55
            if abs(t) >= 1:
                continue
            lean = 7 * t  # the lower pole lies further out and in front
            x = (body.slices.x - centre_x - side * lean) * -side
            y = body.slices.y - depth + 4 * t
            x, y = body.wobble(
                np.broadcast_to(x, lumps[k].shape), np.broadcast_to(y, lumps[k].shape), z
            )
            u, v = 0.8 * x - 0.6 * y, 0.6 * x + 0.8 * y  # towards the hilum, and across
            _lay_kidney(body, k, u, v, t, lumps[k])


def _lay_kidney(
    body: Anatomy, k: int, u: np.ndarray, v: np.ndarray, t: float, lumps: np.ndarray
) -> None:
    size = (1 - t * t) ** 0.42
    outer = np.hypot(u / 27.5, v / 24.5) - size + 0.022 * lumps
    body.lay("cavity-fat", k, outer < 0.26, ("liver", "spleen", "cavity-fat"))
    body.lay("kidney", k, outer < 0)
    open_ = max(1 - (t / 0.62) ** 2, 0)
    if not open_:
        return
    high = 9.5 * np.sqrt(open_)
    sinus = np.maximum(np.hypot((u - 15) / 19, v / high) - 1 + 0.16 * lumps, 0)
    lip = (u > 12) & (np.abs(v) < 7.5 * open_ + 1.5 * lumps)
    turn = np.arctan2(v, u - 10)
    columns = np.cos(7 * turn + 5 * t + 0.5 * lumps)
    body.lay("pyramid", k, (outer < -0.3) & (columns > -0.15) & (u < 17), ("kidney",))
    hollow = (sinus == 0) | lip
    body.lay("cavity-fat", k, hollow, ("kidney", "pyramid"))
    if abs(t) < 0.42:
        pelvis = np.hypot((u - 20) / 12, (v - 1) / (4.2 * (1 - abs(t)))) < 1
        body.lay("urine", k, pelvis, _FAT)
    calyx = (
        (np.abs(sinus) < 0.5)
        & (np.abs(np.cos(3.5 * turn + 9 * t)) > 0.9)
        & hollow
        & (np.hypot(u - 8, v) > 4)
    )
    body.lay("vessel", k, calyx & (np.hypot(u - 14, v) < 11), _FAT)


def _paint_bowel(body: Anatomy) -> None:
    colon = [
        (-106, 0, 190, 20),
        (-105, 4, 136, 20),
        (-92, -24, 112, 18),
        (-58, -60, 122, 16),
        (0, -66, 134, 16),
        (58, -58, 116, 16),
        (98, -18, 74, 14),
        (108, 14, 58, 13),
        (114, 26, 84, 12),
        (110, 32, 126, 11.5),
        (108, 30, 190, 12),
    ]
    body.hollow(colon, 2.0, "stool", 0.32, 4.0)
    duodenum = [
        (-30, -34, 80, 10),
        (-46, -18, 90, 11),
        (-46, -2, 112, 11),
        (-40, 2, 130, 11),
        (-14, -3, 142, 10),
        (16, -10, 140, 10),
    ]
    body.hollow(duodenum, 2.2, "bowel-content", 0.08, 1.0)
    low, high = (-62, -66, 84), (92, 2, 196)
    for course in coils(body.random, low, high, count=5, steps=46):
        body.hollow(course, 1.9, "bowel-content", float(body.random.choice([0, 0.15])), 1.0)
    _paint_mesentery(body)


def _paint_mesentery(body: Anatomy) -> None:
    """Vessels that fan out from the root of the mesentery towards the bowel, in pairs."""
    random = body.random
    for _ in range(70):
        z = random.uniform(84, 180)
        here = np.array([random.uniform(-12, 6), random.uniform(-28, -20), z])
        way = np.array([random.normal(0.25, 1), random.uniform(-0.7, 0.35), random.normal(0, 0.5)])
        course = [(*here, 1.9)]
        for step in range(7):
            way = way / np.linalg.norm(way) + random.normal(0, 0.22, 3)
            here = here + way / np.linalg.norm(way) * 11
            course.append((*here, 1.8 - 0.12 * step))
        body.tube("vessel", course, _FAT)
        body.tube("vessel", [(x + 2.6, y + 2.2, q, r * 1.2) for x, y, q, r in course], _FAT)


def _paint_retroperitoneum(body: Anatomy) -> None:
    pancreas = [
        (-24, -10, 98, 11),
        (-22, -14, 84, 13),
        (-6, -26, 74, 8),
        (24, -18, 66, 9),
        (56, 2, 60, 9.5),
        (84, 16, 56, 8),
    ]
    lobes = warped(_SLICES, body.random, 8)
    for k, box, away in body.tubes(pancreas, 1.3):
        layer = np.zeros(body.paint.labels[k].shape, bool)
        layer[box] = away + 1.3 * lobes[k][box] < 0
        body.lay("pancreas", k, layer, _FAT)
    for side in (-1, 1):
        psoas = {z: [(side * x, y) for x, y in points] for z, points in _PSOAS.items()}
        for k, mask in body.outlines(psoas, (16, 0)):
            off = distance_transform_edt(~mask) * body.slices.pitch
            body.lay("cavity-fat", k, off < 1.3, ("muscle",))
            body.lay("muscle", k, mask, ("cavity-fat", "kidney", "muscle"))
        body.tube(
            "muscle",
            [(side * 12 + 4, 12, -20, 4.5), (side * 12 + 3, 15, 40, 4), (side * 9, 18, 84, 2.5)],
            _FAT,
        )
        ureter = [(side * 40, 16, 104, 2.6), (side * 40, 18, 140, 2.2), (side * 38, 18, 190, 2.2)]
        body.tube("vessel", ureter, _FAT)
    for line in _COLIC.values():
        body.tube("vessel", [(*place, 1.5) for place in line], _FAT)
    for course in (
        [(34, 12, 52, 2.6), (40, 24, 62, 2.8), (30, 22, 60, 2.2)],
        [(-31, 12, 48, 2.4), (-36, 30, 60, 2.4)],
    ):
        body.tube("adrenal", course, _FAT)
    over = ("cavity-fat", "liver", "pancreas", "bowel-wall", "bowel-content", "muscle", "gas")
    for course in (
        [(11, 8, -20, 12), (9, 7, 60, 10.5), (5, 6, 120, 9.5), (3, 7, 190, 8.5)],
        [(-21, 0, -20, 13), (-23, 5, 60, 11.5), (-19, 8, 120, 11), (-17, 9, 190, 10.5)],
        [(7, -4, 62, 3.6), (4, -13, 76, 3.6), (2, -19, 100, 3.4), (0, -22, 150, 3)],
        [(-8, -20, 74, 5.2), (-9, -22, 100, 5), (-10, -24, 150, 4)],
        [(-8, -20, 74, 6), (-26, -13, 60, 6.4), (-42, -8, 48, 6)],
        [(-7, -18, 72, 4.6), (28, -6, 66, 4.4), (62, 10, 58, 4.2), (88, 16, 50, 3.4)],
        [(-14, 2, 90, 4.4), (4, -7, 88, 4.2), (26, 4, 90, 4.4), (46, 24, 95, 4.2)],
        [(-26, 8, 102, 4.6), (-46, 26, 106, 4.2)],
        [(9, -4, 50, 3.6), (2, -12, 50, 3), (-22, -14, 52, 2.6)],
    ):
        body.tube("blood", course, over)


def _paint_lung_bases(body: Anatomy, cavity: np.ndarray) -> None:
    """The recesses of the lungs behind liver and spleen, and the diaphragm between."""
    for k, z in enumerate(body.slices.z):
        if z > 34:
            break
        depth = distance_transform_edt(cavity[k]) * body.slices.pitch
        behind = (body.slices.y > 6) & (np.abs(body.slices.x) > 24)
        reach = (34 - z) * 0.62 * np.clip((body.slices.y - 6) / 26, 0, 1)
        body.lay("muscle", k, behind & (depth > 0) & (depth < reach + 2.4))
        body.lay("lung", k, behind & (depth > 0.8) & (depth < reach))


def _paint_ribs(body: Anatomy) -> None:
    middle = [
        ((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in zip(_WALL, _CAVITY, strict=True)
    ]
    way = np.array(
        [
            (28, 56),
            (50, 62),
            *[(x, y) for x, y in reversed(middle[3:8])],
            *[(x, y) for x, y in reversed(middle[1:3])],
        ]
    )
    bones = body.solid()
    for start, share, drop in (
        (30, 0.42, 44),
        (-4, 0.62, 62),
        (-36, 0.92, 92),
        (-68, 0.96, 104),
        (-98, 0.98, 112),
        (-128, 1.0, 118),
    ):
        at = np.linspace(0, share, 26)
        along = at * (len(way) - 1)
        x = np.interp(along, np.arange(len(way)), way[:, 0])
        y = np.interp(along, np.arange(len(way)), way[:, 1])
        z = (
            start
            + drop * np.sin(np.minimum(at * 1.5, 1) * np.pi / 2)
            - 26 * np.clip(at - 0.75, 0, 1) * 4 * (share > 0.8)
        )
        for side in (-1, 1):
            course = [(side * a, b, c, 3.6) for a, b, c in zip(x, y, z, strict=True)]
            body.add_tube(bones, course, 1.7)
    body.bone(bones, 1.2)


def _landmarks() -> dict[str, tuple[float, float, float]]:
    return {
        "aorta": (5, 6, 118),
        "inferior-vena-cava": (-19, 8, 118),
        "right-lobe": (-88, 2, 40),
        "liver": (-60, -10, 42),
        "spleen": (104, 22, 24),
        "right-kidney": (-62, 38, 108),
        "left-kidney": (62, 36, 97),
        "right-psoas": (-37, 41, 132),
        "left-psoas": (37, 41, 132),
        "vertebra": (0, 37, 136),
        "left-paraaortic": (24, 8, 124),
        "right-colon": (-105, 3, 158),
        "left-retroperitoneum": (78, 28, 130),
        "porta-hepatis": (-40, -10, 56),
    }
