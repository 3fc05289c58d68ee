"""Lumbar spine from in front: the patient's right on the left."""

from __future__ import annotations

import numpy as np
from anatomy.bones import spine
from anatomy.bones.trunk import BASE, SLOPE, low_ribs, pelvis
from anatomy.bones.vertebra import Make, Place, Vertebra, bone, from_front
from anatomy.shapes import Body, profile, turned
from anatomy.tissue import AIR, FAT, MUSCLE
from anatomy.view import Frame, View

_FATTY = 0.3  # of the muscle there would be, where the belly is muscle and fat


def view() -> View:
    return front(spine.stacked(spine.lumbar_levels(), BASE, SLOPE))


def front(column: list[Vertebra]) -> View:
    """The view of a spine from T11 to L5."""
    landmarks: dict[str, Place] = {}
    for one in column:
        landmarks[one.name] = _seen((*one.middle, 0.0))
        for side, name in ((-1, "right"), (1, "left")):
            wall = one.placed((0, 0, side * one.shape.half[1]))
            landmarks[f"{one.name}-{name}-wall"] = _seen(wall)
    return View(
        projection="AP",
        side="both",
        frame=Frame(-112, 112, 62, 352, 0.3),
        skin=_trunk(0, Body(FAT, FAT, noise=0, rough=0.8, rough_length=15)),
        bones=[
            *(bone(one, from_front, make=Make(wall=0.65)) for one in column), *pelvis(from_front),
            *low_ribs(column, from_front),
        ],
        flesh=_flesh(),
        landmarks=landmarks,
        courses={"right-psoas": _psoas(-1), "left-psoas": _psoas(1)},
        marker=(-94, 334),
        beam=0.56,
        look={"scatter": 0.14, "equal": 0.5, "reach": 30, "quanta": 50000, "light": 99.4},
        collimated=5,
    )  # fmt: skip


def _seen(place: Place) -> Place:
    x, y, z = from_front(np.array([place]))[0].tolist()
    return x, y, z


def _psoas(side: int) -> list[Place]:
    """The axis of the muscle from T12 to the brim of the pelvis."""
    points = [
        (24, 288, 6), (32, 250, 4), (40, 205, 0), (48, 160, -4), (56, 118, -10), (64, 74, -24),
    ]  # fmt: skip
    return [(side * x, y, z) for x, y, z in points]


def _trunk(inset: float, body: Body) -> Body:
    at, core = [0, 0.3, 0.6, 1], [body.core] * 4
    made = profile(
        at, [2.0] * 4, core, [one - inset for one in (158, 146, 142, 160)],
        [one - inset for one in (106, 104, 104, 106)],
    )  # fmt: skip
    return body.loft((0, 420, 4), (0, 0, 4), made, (1, 0, 0), edge=20)


def _flesh() -> list[Body]:
    share = _FATTY * MUSCLE
    inner = _trunk(22, Body(share, share, noise=0, rough=1.2, rough_length=14))
    rest = Body(MUSCLE - share, MUSCLE - share, noise=0.1, cell=3, stretch=4, rough=1.0,
                rough_length=12)  # fmt: skip
    for side in (-1, 1):
        rest.strand(_psoas(side), [8, 14, 19, 22, 21, 17], flat=1.15, blend=8)
        rest.strand([(side * 34, 400, 56), (side * 34, 60, 66)], [30, 30], blend=10)
    organs = Body(MUSCLE - share, MUSCLE - share, noise=0, rough=1.2, rough_length=14)
    organs.ellipsoid((-84, 330, -12), (66, 52, 62), turned(about_z=14))  # liver
    organs.ellipsoid((100, 330, 26), (28, 46, 34), turned(about_z=-14))  # spleen
    for side, low in ((-1, -8), (1, 0)):
        organs.ellipsoid((side * 62, 262 + low, 34), (25, 54, 22), turned(about_z=side * -14))
    return [inner, rest, organs, _gas()]


def _gas() -> Body:
    """Gas and faeces in the colon, gas in a little of the small bowel."""
    body = Body(0.7 * AIR, 0.7 * AIR, noise=0, rough=3.0, rough_length=7)
    for points, radii in (
        ([(-98, 228, -30), (-94, 200, -28), (-98, 172, -26), (-92, 150, -26)], [10, 13, 12, 12]),
        ([(96, 262, -28), (101, 236, -24), (99, 206, -20)], [10, 8, 7]),
        ([(-60, 214, -56), (-34, 204, -60), (-8, 208, -62), (20, 202, -62)], [8, 9, 7, 8]),
        ([(72, 152, -40), (86, 140, -36), (80, 122, -30)], [8, 9, 6]),
        ([(-78, 118, -30), (-84, 100, -26), (-74, 86, -20)], [10, 12, 8]),
        ([(48, 230, -56), (66, 224, -54), (78, 232, -50)], [7, 9, 6]),
        ([(-30, 130, -50), (-12, 124, -52)], [6, 7]),
        ([(30, 318, -50), (56, 322, -48), (76, 334, -40)], [12, 16, 12]),
    ):
        body.strand(points, radii, flat=0.8, blend=6)
    return body
