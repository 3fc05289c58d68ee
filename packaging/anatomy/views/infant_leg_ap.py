"""Right leg of an infant of about a year, AP: lateral on the left of the picture.

Shafts with open growth plates, and between them the few centres that have ossified by then.
"""

from __future__ import annotations

from anatomy.flesh import limb, muscle
from anatomy.shapes import Body, profile
from anatomy.tissue import CORTEX, MARROW, SPONGIOSA
from anatomy.view import Frame, View

_S, _M = 1.3 * SPONGIOSA, MARROW
_RINGS = [
    (150, -1, 0, 37, 40), (112, -1, 0, 34, 37), (86, 0, 0, 29, 32), (64, 0, 0, 27.5, 29),
    (40, 0, 3, 28.5, 30), (18, 0, 5, 29.5, 31), (-10, 0, 4, 26, 27), (-34, 0, 1, 20, 21),
    (-50, 0, 0, 18, 19), (-64, 0, -3, 20, 25), (-110, 0, -8, 23, 30),
]  # fmt: skip
_AT = [0, 0.03, 0.12, 0.3, 0.5, 0.72, 0.88, 0.97, 1]
_CORTEX = [0.5, 0.5, 0.7, 1.5, 1.9, 1.6, 0.8, 0.5, 0.5]
_CORE = [1.3 * _S, _S, 0.8 * _S, 0.2 * _S, _M, 0.15 * _S, 0.7 * _S, _S, 1.3 * _S]


def view() -> View:
    return View(
        projection="AP",
        side="right",
        frame=Frame(-46, 46, -78, 104, 0.182),
        skin=limb(_RINGS),
        bones=[*_shafts(), _centres()],
        flesh=[_muscles()],
        landmarks={
            "knee": (0, 65, 0),
            "tibial-shaft": (1, 5, 0),
            "fibular-shaft": (-12, 0, 4),
            "ankle": (1, -60, 0),
            "medial-subcutis": (21, 12, 4),
            "lateral-subcutis": (-23, 12, 4),
            "calf": (9, 22, 16),
        },
        marker=(-37, 92),
        beam=1.1,
        look={"scatter": 0.06, "equal": 0.4, "reach": 14, "quanta": 16000},
        collimated=3,
    )


def _bone() -> Body:
    return Body(CORTEX, _S, noise=0.5, cell=0.3, stretch=2.6, rough=0.18, rough_length=1.8)


def _shafts() -> list[Body]:
    """Femur, tibia and fibula as far as they are bone: to the growth plates."""
    femur = profile(
        [0, 0.35, 0.6, 0.8, 0.92, 1], [2.2, 1.7, 1.1, 0.7, 0.5, 0.5],
        [_M, 0.1 * _S, 0.6 * _S, 0.9 * _S, _S, 1.3 * _S], [7.4, 8.0, 9.6, 12.6, 15.0, 15.2],
        [7.0, 7.4, 8.4, 10.0, 11.4, 11.4],
    )  # fmt: skip
    tibia = profile(
        _AT, _CORTEX, _CORE, [12.2, 12.4, 10.4, 7.4, 6.5, 6.4, 7.4, 9.2, 9.0],
        [10.0, 10.2, 9.0, 7.2, 6.3, 6.0, 6.8, 8.0, 7.8], [0, 0, 0.2, 0.5, 0.6, 0.3, 0, 0, 0],
    )  # fmt: skip
    fibula = profile(
        _AT, [0.6 * one for one in _CORTEX], _CORE, [3.8, 3.9, 3.1, 2.5, 2.4, 2.4, 2.8, 3.9, 3.8],
        shift=[0, 0, -0.2, -0.4, -0.2, 0.2, 0.2, 0, 0],
    )  # fmt: skip
    side = (1, 0, 0)
    return [
        _bone().loft((-2, 150, -2), (0, 79, 0), femur, side, edge=1.8),
        _bone().loft((1.5, 53, 0), (2.5, -50, -1), tibia, side, edge=1.5),
        _bone().loft((-13.5, 46, 6), (-11, -51, 4), fibula, side, edge=1.2),
    ]


def _centres() -> Body:
    """Of the ends of femur and tibia, and of the tarsal bones that show below."""
    body = _bone()
    for middle, radii in (
        ((0.4, 71.2, 0), (10.2, 5.4, 8)), ((1.6, 58.8, 0), (8.6, 3.8, 6.5)),
        ((2.6, -55.4, -1), (5.6, 2.7, 4.5)), ((1.6, -67.5, -6), (8.2, 5.4, 10)),
        ((-1.5, -77, 12), (7.6, 6.2, 11)),
    ):  # fmt: skip
        body.ellipsoid(middle, radii, cortex=0.5, core=0.9 * _S, blend=0)
    return body


def _muscles() -> Body:
    """A thin core of muscle: the fat of an infant is thick."""
    body = muscle()
    body.strand([(0, 150, 0), (0, 110, 0), (0, 86, 0)], [25, 22, 15], blend=4)
    for line, radii in (
        ([(8, 74, 14), (10, 50, 17), (9, 20, 16), (5, -12, 12), (2, -40, 12)], [4, 10, 13, 9, 4]),
        ([(-7, 74, 14), (-9, 48, 16), (-8, 20, 16), (-2, -12, 12)], [4, 9, 11, 8]),
        ([(-8, 56, -4), (-11, 30, -6), (-8, 0, -6), (-3, -40, -7)], [4, 8, 8, 4]),
        ([(-15, 48, 4), (-15, 15, 4), (-13, -45, 6)], [4, 6, 4]),
        ([(3, 44, 8), (3, 0, 8), (3, -48, 6)], [6, 8, 6]),
    ):
        body.strand(line, radii, blend=3)
    return body
