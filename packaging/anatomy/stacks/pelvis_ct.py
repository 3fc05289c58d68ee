"""The pelvis of an adult, from the crests of the ilia to under the hips, with a full bladder."""

from __future__ import annotations

import numpy as np
from anatomy.bones.leg import left_leg
from anatomy.bones.leg import mirrored as other_side
from anatomy.cut import cut
from anatomy.grown import warped
from anatomy.organs import Anatomy, Levels, coils, mirrored
from anatomy.stack import Slices, Stack
from scipy.ndimage import binary_closing, distance_transform_edt

_SLICES = Slices(columns=780, rows=520, count=30, pitch=0.5, spacing=6, top=-114, middle=10)
_FAT = ("cavity-fat", "fat")

_SKIN = {
    -130: [
        (0, -92),
        (60, -90),
        (118, -66),
        (152, -20),
        (158, 20),
        (144, 66),
        (108, 98),
        (70, 108),
        (36, 110),
        (9, 104),
        (0, 101),
    ],
    -40: [
        (0, -86),
        (60, -84),
        (120, -66),
        (164, -20),
        (172, 20),
        (158, 70),
        (122, 108),
        (76, 122),
        (36, 122),
        (8, 108),
        (0, 100),
    ],
    20: [
        (0, -78),
        (40, -84),
        (110, -80),
        (166, -36),
        (180, 10),
        (168, 62),
        (132, 104),
        (84, 122),
        (36, 120),
        (7, 98),
        (0, 86),
    ],
    75: [
        (0, -50),
        (34, -74),
        (90, -88),
        (150, -60),
        (176, 0),
        (164, 56),
        (128, 94),
        (84, 108),
        (36, 102),
        (8, 78),
        (0, 70),
    ],
}
_FASCIA = {
    -130: [
        (0, -74),
        (60, -72),
        (104, -52),
        (126, -14),
        (130, 20),
        (116, 56),
        (90, 78),
        (60, 88),
        (34, 92),
        (9, 90),
        (0, 88),
    ],
    -40: [
        (0, -70),
        (50, -68),
        (104, -52),
        (138, -16),
        (142, 16),
        (128, 50),
        (100, 80),
        (66, 92),
        (32, 92),
        (8, 82),
        (0, 76),
    ],
    20: [
        (0, -62),
        (40, -68),
        (100, -66),
        (142, -34),
        (150, 6),
        (138, 44),
        (108, 78),
        (70, 90),
        (34, 88),
        (7, 66),
        (0, 56),
    ],
    75: [
        (0, -36),
        (34, -60),
        (88, -74),
        (134, -50),
        (150, -2),
        (138, 42),
        (108, 70),
        (74, 82),
        (36, 78),
        (8, 52),
        (0, 44),
    ],
}
# Muscles of the patient's left: name by name, outlines at some levels.
_MUSCLES: dict[str, Levels] = {
    "maximus": {
        -90: [(22, 84), (52, 88), (80, 80), (96, 66), (94, 60), (80, 62), (52, 72), (28, 80)],
        -35: [(14, 78), (56, 92), (100, 80), (126, 44), (118, 32), (94, 52), (56, 72), (24, 72)],
        20: [(14, 66), (60, 90), (104, 78), (134, 40), (124, 30), (96, 50), (56, 66), (22, 60)],
        66: [(26, 64), (60, 82), (98, 74), (124, 46), (114, 38), (86, 54), (54, 62), (30, 56)],
    },
    "medius": {
        -114: [
            (92, -22),
            (112, -20),
            (122, 4),
            (114, 38),
            (98, 54),
            (92, 46),
            (106, 22),
            (106, -2),
        ],
        -60: [
            (98, -38),
            (118, -32),
            (134, -6),
            (132, 22),
            (112, 48),
            (94, 50),
            (108, 24),
            (112, -8),
        ],
        -10: [
            (106, -40),
            (126, -30),
            (140, -8),
            (138, 16),
            (122, 34),
            (112, 30),
            (122, 6),
            (118, -18),
        ],
        14: [
            (118, -24),
            (132, -20),
            (140, 0),
            (136, 16),
            (128, 18),
            (130, 2),
            (126, -10),
            (120, -16),
        ],
    },
    "minimus": {
        -70: [
            (98, -26),
            (106, -24),
            (112, -6),
            (108, 18),
            (98, 30),
            (94, 26),
            (102, 10),
            (102, -10),
        ],
        -12: [
            (100, -34),
            (112, -28),
            (120, -10),
            (118, 12),
            (108, 22),
            (104, 16),
            (112, 0),
            (108, -18),
        ],
        4: [
            (112, -24),
            (118, -20),
            (122, -8),
            (120, 4),
            (116, 6),
            (116, -4),
            (114, -14),
            (111, -18),
        ],
    },
    "iliacus": {
        -108: [(68, 22), (88, 6), (98, -16), (90, -26), (76, -14), (62, 4), (54, 20), (60, 26)],
        -60: [(66, -2), (84, -8), (96, -28), (90, -42), (76, -40), (60, -26), (54, -12), (58, -2)],
        -20: [
            (74, -26),
            (88, -28),
            (100, -38),
            (96, -50),
            (82, -52),
            (68, -44),
            (64, -36),
            (68, -28),
        ],
        20: [
            (84, -26),
            (94, -24),
            (104, -30),
            (102, -42),
            (92, -46),
            (80, -42),
            (78, -34),
            (80, -28),
        ],
        66: [
            (80, -14),
            (88, -10),
            (94, -14),
            (92, -22),
            (86, -26),
            (78, -24),
            (74, -20),
            (76, -16),
        ],
    },
    "obturator-internus": {
        -30: [(50, -8), (56, 2), (58, 18), (56, 34), (50, 38), (48, 24), (48, 8), (46, -4)],
        0: [(46, -32), (54, -18), (60, 4), (60, 26), (54, 36), (50, 26), (50, 4), (44, -20)],
        36: [(36, -28), (46, -16), (54, 2), (56, 20), (52, 28), (46, 18), (40, -2), (34, -18)],
    },
    "gemelli": {
        -6: [(56, 36), (76, 34), (100, 26), (112, 18), (112, 22), (98, 34), (76, 42), (58, 42)],
        16: [(58, 38), (76, 36), (100, 30), (114, 20), (114, 26), (98, 38), (76, 44), (60, 44)],
        44: [(66, 34), (80, 30), (98, 28), (108, 22), (110, 30), (98, 40), (80, 42), (68, 42)],
    },
    "obturator-externus": {
        22: [(36, -24), (50, -22), (66, -8), (76, 8), (74, 14), (60, 6), (46, -8), (36, -16)],
        50: [(34, -30), (48, -26), (62, -14), (72, 0), (70, 6), (58, 2), (44, -10), (34, -20)],
    },
    "pectineus": {
        0: [(36, -42), (50, -46), (64, -46), (72, -40), (66, -34), (54, -34), (42, -32), (36, -36)],
        66: [
            (44, -46),
            (56, -50),
            (70, -44),
            (80, -32),
            (74, -22),
            (62, -24),
            (50, -32),
            (44, -38),
        ],
    },
    "adductors": {
        30: [(14, -24), (26, -38), (42, -38), (46, -28), (38, -14), (28, -4), (16, -6), (12, -14)],
        75: [(14, -26), (32, -44), (52, -36), (66, -16), (62, 6), (44, 20), (24, 12), (12, -8)],
    },
    "hamstrings": {
        44: [(60, 42), (70, 40), (78, 44), (80, 52), (74, 58), (66, 58), (60, 54), (58, 48)],
        75: [(56, 40), (70, 38), (82, 44), (84, 56), (76, 64), (64, 64), (56, 58), (52, 48)],
    },
    "tensor": {
        -40: [
            (112, -50),
            (120, -48),
            (126, -40),
            (122, -34),
            (116, -36),
            (110, -42),
            (108, -46),
            (110, -50),
        ],
        66: [
            (112, -60),
            (124, -56),
            (134, -44),
            (132, -34),
            (124, -36),
            (116, -46),
            (110, -52),
            (109, -57),
        ],
    },
    "rectus-femoris": {
        -6: [
            (92, -50),
            (98, -52),
            (104, -48),
            (104, -42),
            (98, -40),
            (94, -42),
            (91, -45),
            (91, -48),
        ],
        66: [
            (84, -62),
            (96, -68),
            (108, -62),
            (110, -50),
            (102, -44),
            (92, -44),
            (84, -48),
            (82, -56),
        ],
    },
    "sartorius": {
        -50: [
            (104, -52),
            (110, -52),
            (112, -48),
            (110, -44),
            (106, -44),
            (103, -46),
            (102, -48),
            (103, -51),
        ],
        20: [
            (92, -62),
            (102, -62),
            (106, -56),
            (102, -52),
            (94, -52),
            (89, -54),
            (87, -58),
            (89, -61),
        ],
        66: [
            (62, -66),
            (74, -70),
            (82, -66),
            (80, -58),
            (72, -54),
            (64, -54),
            (59, -58),
            (59, -63),
        ],
    },
    "vastus": {
        22: [
            (122, -14),
            (132, -14),
            (138, 0),
            (136, 14),
            (128, 18),
            (132, 8),
            (130, -2),
            (124, -8),
        ],
        75: [
            (98, -36),
            (122, -32),
            (140, -8),
            (138, 18),
            (122, 26),
            (112, 16),
            (114, -4),
            (104, -22),
        ],
    },
    "piriformis": {
        -62: [(24, 58), (36, 54), (50, 52), (58, 52), (56, 58), (46, 62), (34, 66), (26, 64)],
        -30: [(40, 60), (60, 50), (84, 40), (106, 26), (108, 32), (88, 48), (64, 60), (44, 66)],
    },
}


def stack() -> Stack:
    body = painted(_SLICES)
    body.table(128)
    return Stack(_SLICES, body.paint.names, body.paint.labels, landmarks(), courses())


def painted(slices: Slices) -> Anatomy:
    """The pelvis in slices of any fineness, without a table."""
    body = Anatomy(slices, 34)
    hips, rest = _bones(slices)
    _paint_envelope(body)
    _paint_muscles(body, hips | rest)
    _paint_organs(body)
    _paint_vessels(body)
    _paint_deep_fat(body)
    _paint_bones(body, hips, rest)
    _paint_nerves(body)
    return body


def _bones(slices: Slices) -> tuple[np.ndarray, np.ndarray]:
    """Sockets and sacrum; heads and shafts of the femora, which cartilage parts from them."""
    meshes, _ = left_leg()
    hips = _hollowed(cut(*meshes["sacrum"], slices), slices)
    femora = np.zeros_like(hips)
    for mesh in (meshes["hip"], other_side(meshes["hip"])):
        hips |= cut(*mesh, slices)
    for mesh in (meshes["femur"], other_side(meshes["femur"])):
        femora |= cut(*mesh, slices)
    return hips, femora


def _hollowed(sacrum: np.ndarray, slices: Slices) -> np.ndarray:
    """The sacrum with its canal, and four pairs of holes that lead there from in front."""
    x, y = np.abs(slices.x), slices.y
    for k, z in enumerate(slices.z):
        layer = sacrum[k]
        middle = layer & (x < 6)
        if not middle.any():
            continue
        rows = np.flatnonzero(middle.any(1))
        front, back = float(y[rows[0], 0]), float(y[rows[-1], 0])
        if z < -52 and back - front > 16:
            layer[np.hypot(x / 9, (y - back + 8) / 4.4) < 1] = False
        for level, off in ((-100, 21), (-84, 19), (-69, 17), (-56, 15)):
            if abs(z - level) > 5.6:
                continue
            here = np.flatnonzero((layer & (np.abs(x - off) < 3)).any(1))
            if not here.size:
                continue
            deep = y - float(y[here[0], 0])
            radius = np.sqrt(5.6**2 - (z - level) ** 2)
            hole = np.abs(x - off + 0.45 * deep) < 0.9 * radius
            layer[hole & (deep < 0.5 * (back - front))] = False
    return sacrum


def _paint_envelope(body: Anatomy) -> None:
    skin = {z: mirrored(points) for z, points in _SKIN.items()}
    body.contour("skin", skin, even=True)
    body.contour("fat", skin, inset=1.8, even=True)
    body.contour("cavity-fat", {z: mirrored(points) for z, points in _FASCIA.items()})


def _paint_muscles(body: Anatomy, bones: np.ndarray) -> None:
    bellies, number = np.zeros(bones.shape, np.uint8), 0
    for side in (-1, 1):
        for levels in _MUSCLES.values():
            here = {z: [(side * x, y) for x, y in points] for z, points in levels.items()}
            number += 1
            for k, mask in body.outlines(here, (8, 10)):
                bellies[k][mask & (bellies[k] == 0)] = number
        psoas = [(44, -4, -130, 19), (54, -14, -80, 17), (70, -38, -30, 13), (82, -40, 10, 10)]
        body.tube("cavity-fat", [(side * x, y, z, r + 1) for x, y, z, r in psoas], ("muscle",))
        body.tube("muscle", [(side * x, y, z, r) for x, y, z, r in psoas], ("cavity-fat",))
        front = {
            -130: [
                (side * x, y)
                for x, y in [(3, -73), (38, -72), (54, -66), (40, -61), (4, -62), (2, -68)]
            ],
            14: [
                (side * x, y)
                for x, y in [(2, -62), (14, -64), (22, -60), (16, -56), (3, -56), (1, -59)]
            ],
        }
        body.contour("muscle", front, ("cavity-fat",))
        oblique = {
            -130: [
                (side * x, y)
                for x, y in [(56, -71), (88, -60), (112, -34), (108, -28), (84, -50), (56, -64)]
            ],
            -40: [
                (side * x, y)
                for x, y in [(40, -68), (70, -64), (98, -54), (96, -48), (70, -58), (40, -63)]
            ],
        }
        body.contour("muscle", oblique, ("cavity-fat",))
        deep = {
            -130: [
                (side * x, y) for x, y in [(6, 60), (32, 58), (48, 66), (44, 80), (26, 88), (8, 86)]
            ],
            -70: [
                (side * x, y) for x, y in [(6, 80), (16, 78), (24, 82), (20, 88), (12, 90), (6, 88)]
            ],
        }
        body.contour("muscle", deep, ("cavity-fat",))
        levator = [(side * 42, 6, 14, 1.8), (side * 28, 30, 34, 2), (side * 12, 48, 50, 2.6)]
        body.tube("muscle", levator, ("cavity-fat",), flat=3)
    _fill_out(body, bellies, bones)


def _fill_out(body: Anatomy, bellies: np.ndarray, bones: np.ndarray) -> None:
    """Let bellies swell until they meet their neighbours or bone, a film of fat between them."""
    lumps = warped(body.slices, body.random, 30)
    x = np.abs(body.slices.x)
    for k, layer in enumerate(bellies):
        if not layer.any():
            continue
        away, at = distance_transform_edt(layer == 0, return_indices=True)
        whose = layer[tuple(at)]
        # Round the shafts nothing but muscle is met.
        most = 5.4 + 9 * np.clip((body.slices.z[k] - 6) / 18, 0, 1) * np.clip((x - 62) / 10, 0, 1)
        swollen = away * body.slices.pitch < np.clip((x - 34) / 14, 0, 1) * (most + 1.6 * lumps[k])
        films = np.zeros(layer.shape, bool)
        for axis in (0, 1):
            films |= whose != np.roll(whose, 1, axis)
            films |= whose != np.roll(whose, 2, axis)
        inside = ((layer > 0) | swollen) & ~films & ~bones[k]
        body.lay("muscle", k, inside, ("cavity-fat",))


def _paint_organs(body: Anatomy) -> None:
    bladder = {
        -44: mirrored([(0, -58), (12, -56), (18, -50), (12, -42), (0, -38)]),
        -16: mirrored([(0, -62), (26, -58), (40, -42), (30, -22), (0, -14)]),
        14: mirrored([(0, -54), (18, -50), (26, -38), (18, -24), (0, -20)]),
    }
    for k, mask in body.outlines(bladder, (10, 14)):
        depth = distance_transform_edt(mask) * body.slices.pitch
        body.lay("bladder-wall", k, mask, ("cavity-fat", "muscle"))
        body.lay("urine", k, mask & (depth > 3.2))
    for side in (-1, 1):
        body.tube("prostate", [(side * 6, -2, 2, 5), (side * 26, 0, -4, 5.5)], _FAT, flat=1.2)
    body.tube("prostate", [(0, -16, 24, 15), (0, -14, 40, 14)], ("cavity-fat",))
    for course, content, gas in (
        (
            [
                (0, 44, -66, 13),
                (4, 42, -34, 15),
                (0, 34, -4, 15),
                (0, 34, 22, 12),
                (0, 48, 44, 9),
                (0, 60, 62, 7),
            ],
            "stool",
            0.12,
        ),
        (
            [
                (92, -20, -130, 13),
                (80, -18, -104, 12),
                (48, -8, -86, 13),
                (4, 2, -72, 13),
                (-22, 18, -70, 13),
                (0, 42, -66, 13),
            ],
            "stool",
            0.2,
        ),
        ([(-84, -28, -130, 20), (-80, -34, -104, 20), (-70, -36, -88, 12)], "stool", 0.25),
    ):
        body.hollow(course, 2.4, content, gas)
    low, high = (-58, -56, -128), (58, 2, -62)
    for course in coils(body.random, low, high, count=3, steps=44):
        body.hollow(course, 1.9, "bowel-content", float(body.random.choice([0, 0.15])), 1.0)


def _paint_deep_fat(body: Anatomy) -> None:
    """Small vessels of the pelvic wall and bladder, and the fascia round the rectum."""
    random = body.random
    for side in (-1, 1):
        for _ in range(34):
            here = np.array(
                [random.uniform(30, 46), random.uniform(-6, 40), random.uniform(-60, 20)]
            )
            way = np.array(
                [random.normal(-0.5, 0.7), random.normal(-0.2, 0.8), random.normal(0, 0.5)]
            )
            course = [(side * here[0], here[1], here[2], 1.5)]
            for step in range(7):
                way = way / np.linalg.norm(way) + random.normal(0, 0.35, 3)
                here = here + way / np.linalg.norm(way) * 6
                course.append((side * here[0], here[1], here[2], 1.4 - 0.1 * step))
            body.tube("vessel", course, ("cavity-fat",))
        for name in ("vesical-vein", "pudendal-vein"):
            course = [(side * x, y, z, 1.7) for x, y, z in _VEINS[name]]
            body.tube("vessel", course, ("cavity-fat",))
    broken = warped(body.slices, random, 17)
    for k, z in enumerate(body.slices.z):
        if -50 < z < 34:
            x, y = body.wobble(
                np.broadcast_to(body.slices.x, body.paint.labels[k].shape),
                np.broadcast_to(body.slices.y, body.paint.labels[k].shape),
                z,
            )
            away = np.abs(np.hypot(x / 31, (y - 36) / 23) - 1 + 0.06 * broken[k]) * 26
            body.lay("vessel", k, away < 0.22 + 0.3 * broken[k], ("cavity-fat",))


def _paint_vessels(body: Anatomy) -> None:
    over = ("cavity-fat", "muscle", "bowel-wall", "bowel-content", "stool", "gas")
    for side in (-1, 1):
        for course in (
            [
                (28, 2, -130, 6.5),
                (40, 6, -96, 6),
                (56, -22, -60, 5),
                (70, -48, -16, 5),
                (76, -54, 14, 4.8),
                (78, -54, 75, 4.4),
            ],
            [
                (24, 14, -130, 8),
                (36, 18, -96, 7.4),
                (52, -12, -60, 6.4),
                (60, -42, -16, 6),
                (64, -52, 14, 6),
                (68, -52, 75, 5.6),
            ],
            [(40, 8, -96, 4.6), (46, 28, -74, 4.4), (48, 34, -40, 3.4)],
            [(38, 20, -96, 5), (42, 36, -74, 4.8), (46, 40, -40, 3.6)],
        ):
            body.tube("blood", [(side * x, y, z, r) for x, y, z, r in course], over)
        for course in (
            [(92, 54, -50, 2.4), (98, 60, -30, 2), (90, 66, -6, 1.8)],
            [(66, 62, 6, 2.2), (72, 54, 30, 2.2), (74, 44, 66, 2)],
            [(38, -4, -40, 1.8), (42, -12, 0, 1.8)],
        ):
            body.tube("vessel", [(side * x, y, z, r) for x, y, z, r in course], ("cavity-fat",))
        ureter = [(side * x, y, z, 2.0) for x, y, z in _URETER]
        body.tube("vessel", ureter, ("cavity-fat",))


_VEINS = {
    "vesical-vein": [(46, 22, -34), (44, 12, -22), (40, 4, -12), (34, -6, -2), (26, -14, 8)],
    "pudendal-vein": [(48, 34, -30), (46, 30, -10), (44, 26, 6), (38, 22, 24)],
}
_SCIATIC = [(42, 46, -64), (58, 44, -40), (68, 46, -10), (74, 44, 20), (78, 36, 50), (80, 30, 80)]
_FEMORAL_ARTERY = [(56, -22, -60), (70, -48, -16), (76, -54, 14), (78, -54, 75)]


def _paint_nerves(body: Anatomy) -> None:
    """The sciatic nerves, flat, in their fat; drawn last, so that they are met in every slice."""
    for side in (-1, 1):
        for radius, name, over in ((5.4, "cavity-fat", ("muscle",)), (3.6, "nerve", _FAT)):
            for off in (-2.4, 0, 2.4):
                course = [(side * (x + off), y - 0.3 * off, z, radius) for x, y, z in _SCIATIC]
                body.tube(name, course, over)


_URETER = [(40, -2, -130), (44, 6, -96), (50, 20, -60), (44, 16, -34), (28, 0, -12), (18, -14, 2)]


def _paint_bones(body: Anatomy, hips: np.ndarray, femora: np.ndarray) -> None:
    ball = np.hypot(*np.meshgrid(np.arange(-9, 10), np.arange(-9, 10))) < 9
    for k in range(body.slices.count):
        joint = binary_closing(hips[k] | femora[k], ball) & ~hips[k] & ~femora[k]
        away = distance_transform_edt(~femora[k]) * body.slices.pitch
        near = distance_transform_edt(~hips[k]) * body.slices.pitch
        body.lay("cartilage", k, joint & (away < 5) & (near < 5))
    body.bone(hips, 1.5)
    body.bone(femora, 1.3)
    for k, z in enumerate(body.slices.z):
        if z > 30 and femora[k].any():  # the shaft: thick cortex round marrow
            depth = distance_transform_edt(femora[k]) * body.slices.pitch
            thick = 1.3 + min((z - 30) / 40, 1) * 3.6
            body.lay("cortex", k, femora[k])
            body.lay("spongiosa", k, depth > thick)
            body.lay("marrow", k, depth > thick + 4)


def landmarks() -> dict[str, tuple[float, float, float]]:
    head = float(left_leg()[1]["femoral-head"][0])
    found = {
        "bladder": (0.0, -38.0, -10.0),
        "rectum": (0.0, 34.0, 0.0),
        "sacrum": (0.0, 66.0, -84.0),
    }
    for side, sign in (("right", -1.0), ("left", 1.0)):
        found |= {
            f"{side}-femoral-head": (sign * head, 0.0, 0.0),
            f"{side}-greater-trochanter": (sign * (head + 50), 16.0, 6.0),
            f"{side}-gluteal-fat": (sign * 96.0, 94.0, -50.0),
            f"{side}-external-iliac-artery": (sign * 56.0, -22.0, -60.0),
            f"{side}-femoral-artery": (sign * 74.0, -52.0, 2.0),
            f"{side}-sciatic-nerve": (sign * 69.0, 45.5, -4.0),
            f"{side}-inner-ilium": (sign * 88.0, -2.0, -84.0),
            f"{side}-distal-ureter": (sign * 28.0, 0.0, -12.0),
            f"{side}-perivesical-vein": (sign * 40.0, 4.0, -12.0),
            f"{side}-anterior-hip": (sign * 88.0, -34.0, 2.0),
            f"{side}-lateral-hip": (sign * 122.0, -8.0, -24.0),
        }
    return found


def courses() -> dict[str, list[tuple[float, float, float]]]:
    found = {}
    for side, sign in (("right", -1.0), ("left", 1.0)):
        lines = {"ureter": _URETER, "sciatic-nerve": _SCIATIC, "femoral-artery": _FEMORAL_ARTERY}
        for name, line in {**lines, **_VEINS}.items():
            found[f"{side}-{name}"] = [(sign * x, y, z) for x, y, z in line]
    return found
