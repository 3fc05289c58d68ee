"""Abdomen, AP, lying: the patient's right on the left of the picture."""

from __future__ import annotations

from collections.abc import Sequence

from anatomy.bones import loin
from anatomy.bones.loin import SIDES
from anatomy.field import CUT
from anatomy.flesh import limb
from anatomy.shapes import Body, turned
from anatomy.tissue import AIR, MUSCLE
from anatomy.view import Frame, View

Place = tuple[float, float, float]

# y, the middle in x and z, half breadth and half depth of the trunk.
_TRUNK = [
    (470, 0, 6, 158, 104), (420, 0, 6, 160, 106), (360, 0, 8, 159, 106), (300, 0, 8, 154, 103),
    (250, 0, 8, 150, 100), (200, 0, 10, 154, 101), (150, 0, 10, 164, 105), (90, 0, 12, 174, 108),
    (0, 0, 12, 182, 106),
]  # fmt: skip
_KIDNEYS = {-1: (-64, 268, 26), 1: (62, 284, 26)}


def view() -> View:
    return View(
        projection="AP",
        side="both",
        frame=Frame(-176, 176, 48, 404, 0.41),
        skin=limb(_TRUNK),
        bones=loin.bones(),
        flesh=[limb(_TRUNK, 19), _behind(), _before(), _liver(), _planes(), *_gas()],
        landmarks=_landmarks(),
        courses={
            "splenic-artery": [
                (10, 298, 10), (24, 304, 8), (36, 296, 10), (48, 304, 14), (60, 314, 18),
                (74, 312, 22), (84, 322, 26),
            ],
            "right-psoas-edge": [(x, y, z) for x, y, z in _psoas_edge(-1)],
            "left-psoas-edge": [(x, y, z) for x, y, z in _psoas_edge(1)],
        },
        marker=(-158, 90),
        beam=0.6,
        look={"scatter": 0.18, "quanta": 26000, "equal": 0.46, "reach": 28, "dark": 1.5},
        collimated=5,
    )  # fmt: skip


def _landmarks() -> dict[str, Place]:
    found: dict[str, Place] = {
        "splenic-hilum": (74, 316, 22), "spleen": (108, 344, 24), "liver": (-84, 330, 0),
        "stomach": (58, 348, -20), "gallbladder": (-66, 262, -36), "pancreas": (10, 276, 4),
        "twelfth-vertebra": (0, 308, 6), "third-lumbar-vertebra": (0, 207, 6),
    }  # fmt: skip
    for side, name in ((-1, "right"), (1, "left")):
        found[f"{name}-kidney"] = _KIDNEYS[side]
        found[f"{name}-psoas"] = (side * 42, 200, 20)
        found[f"{name}-iliac-wing"] = (side * 110, 100, 0)
    return found


def _psoas_edge(side: int) -> list[Place]:
    line = [(30, 272), (40, 240), (51, 205), (60, 170), (68, 135), (76, 100)]
    return [(side * x, y, 22.0) for x, y in line]


def _behind() -> Body:
    """The fat behind the peritoneum, in which psoas and kidneys lie."""
    body = Body(-1.5 * MUSCLE, -1.5 * MUSCLE, noise=0.1, cell=5, rough=1.2, rough_length=14)
    for side in SIDES:
        body.ellipsoid((side * 66, 236, 30), (54, 116, 36), turned(0, 0, side * 6), blend=8)
        x, y, z = _KIDNEYS[side]
        body.ellipsoid((x, y, z), (27, 57, 25), turned(0, 0, side * 13), join=CUT, blend=2)
        line = _psoas_edge(side)
        radii = (13, 17, 21, 23, 23, 21)
        for number in range(len(line) - 1):
            (ax, ay, az), (bx, by, bz) = line[number : number + 2]
            r, s = radii[number : number + 2]
            body.cone((ax - side * r, ay, az), (bx - side * s, by, bz), r, s, join=CUT, blend=2)
    body.ellipsoid((0, 250, 10), (24, 260, 60), join=CUT, blend=4)
    return body


def _before() -> Body:
    """Bowel and the fat of mesentery and omentum, less dense than the wall."""
    body = Body(-0.5 * MUSCLE, -0.5 * MUSCLE, noise=0.5, cell=9, rough=2.5, rough_length=22)
    body.ellipsoid((0, 190, -30), (122, 150, 52))
    body.ellipsoid((-66, 348, -10), (98, 88, 90), turned(0, 0, -24), join=CUT, blend=2)
    return body.ellipsoid((108, 344, 10), (34, 54, 60), turned(0, 0, 16), join=CUT, blend=2)


def _liver() -> Body:
    """Liver and spleen, which are a little denser than muscle."""
    body = Body(0.0011, 0.0011, noise=0, rough=0.8, rough_length=18)
    body.ellipsoid((-72, 346, -10), (84, 78, 70), turned(0, 0, -26))
    body.ellipsoid((-108, 296, -4), (26, 44, 46), turned(0, 0, -8), blend=20)
    return body.ellipsoid((110, 344, 18), (26, 47, 34), turned(0, 0, 16))


def _planes() -> Body:
    """The stripes of fat in the flanks."""
    body = Body(-0.9 * MUSCLE, -0.9 * MUSCLE, noise=0, rough=0.9, rough_length=10)
    for side in SIDES:
        points = [(122, 312, 20), (124, 270, 14), (122, 226, 10), (124, 190, 8), (132, 160, 6)]
        body.strand(
            [(side * x, y, z) for x, y, z in points], [0.6, 2.2, 2.8, 2.4, 0.6], flat=14, blend=1
        )
    return body


def _gas() -> list[Body]:
    bubbles = [_bubbles(), _faeces()]
    stomach = Body(
        0.6 * AIR, 0.6 * AIR, noise=0.35, cell=4, stretch=3, axis=(0.6, 0.8, 0), rough=3.0,
        rough_length=9,
    )  # fmt: skip
    line = [(82, 372, -20), (68, 354, -28), (52, 330, -34), (30, 306, -36), (10, 296, -36)]
    stomach.strand(line, [9, 17, 14, 8, 5], flat=0.7, blend=6)
    return [stomach, *bubbles]


def _bubbles() -> Body:
    """Gas in colon with its haustra, and a little in small bowel and rectum."""
    body = Body(0.62 * AIR, 0.62 * AIR, noise=0, rough=2.0, rough_length=8)
    transverse = [
        (-98, 258), (-84, 250), (-72, 240), (-58, 236), (-44, 228), (-30, 226), (-14, 220),
        (2, 222), (18, 219), (34, 226), (48, 228), (64, 240), (78, 252), (92, 274), (106, 296),
    ]  # fmt: skip
    _haustra(body, transverse, -52, (11, 15))
    _haustra(body, [(112, 312), (116, 296), (118, 276), (120, 258)], 10, (8, 11))
    for points, radius in (
        ([(-16, 176), (2, 184), (20, 178), (30, 166)], 7.5),
        ([(26, 150), (40, 158), (52, 152)], 6.5),
        ([(-40, 148), (-26, 142), (-14, 148)], 6), ([(-4, 74), (3, 60), (-2, 44)], 11),
    ):  # fmt: skip
        body.strand([(x, y, -30) for x, y in points], [radius] * len(points), blend=4)
    return body


def _haustra(
    body: Body, line: Sequence[tuple[float, float]], z: float, radii: tuple[float, float]
) -> None:
    """Sacs in a row, with the folds that part them."""
    for number, (x, y) in enumerate(line):
        wide = radii[number % 2] * (0.85 + 0.3 * ((number * 7) % 5) / 4)
        body.ellipsoid((x, y, z), (wide, wide * 0.92, wide * 0.8), blend=4)


def _faeces() -> Body:
    """Faeces with bubbles in the ascending and the pelvic colon."""
    body = Body(0.34 * AIR, 0.34 * AIR, noise=2.4, cell=2.6, stretch=1.2, rough=2.4, rough_length=8)
    ascending = [
        (-112, 150), (-114, 166), (-112, 182), (-116, 198), (-112, 216), (-108, 234), (-104, 248),
    ]  # fmt: skip
    _haustra(body, ascending, -10, (16, 20))
    _haustra(
        body, [(122, 176), (118, 156), (110, 138), (100, 122), (88, 110), (72, 104)], -10, (9, 12)
    )
    return body
