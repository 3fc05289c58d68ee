"""Right elbow from the side, bent to a right angle: humerus up, forearm to the right."""

from __future__ import annotations

from anatomy.bones import elbow
from anatomy.flesh import fat_planes, muscle
from anatomy.shapes import Body, closed_spline
from anatomy.tissue import FAT
from anatomy.view import Frame, View

_SKIN = [
    (-47, 175), (-46, 150), (-44, 110), (-41, 70), (-38, 38), (-35.5, 14), (-34, -6), (-30, -24),
    (-18, -35.5), (4, -39.5), (30, -42), (65, -46), (110, -47), (185, -42), (185, 18), (120, 27),
    (80, 33), (60, 34), (50, 36), (44, 41), (41, 51), (43, 75), (47, 115), (49, 150), (49, 175),
]  # fmt: skip


def view() -> View:
    return View(
        projection="Lateral",
        side="right",
        frame=Frame(-56, 128, -62, 138, 0.2),
        skin=_skin(),
        bones=[elbow.humerus(), elbow.ulna(), elbow.radius()],
        flesh=_flesh(),
        landmarks={
            "joint": (4.5, 0, 0),
            "capitellum": (6, -1, -13),
            "olecranon": (-20, -6, 7),
            "coronoid": (19, -4, 7),
            "radial-head": (22, 0, -13),
            "humeral-shaft": (-8, 100, 0),
            "antecubital-fossa": (30, 28, 0),
            "brachialis": (21, 62, 0),
            "triceps": (-24, 70, 0),
            "olecranon-bursa": (-27, -16, 5),
        },
        courses={
            "brachial-artery": [(27, 138, 20), (25, 90, 18), (27, 50, 8), (36, 24, 2)],
            "triceps-tendon": [(-20, 70, 0), (-18, 45, 0), (-17, 28, 4), (-15, 15, 6)],
        },
        marker=(-42, 122),
        beam=1.0,
        look={"scatter": 0.08, "equal": 0.32, "reach": 16, "quanta": 16000},
        collimated=3.5,
    )


def _skin() -> Body:
    body = Body(FAT, FAT, noise=0, rough=0.5, rough_length=12)
    return body.outline(
        closed_spline(_SKIN, 400, 60), 40, edge=34, smooth=False, cortex=2.0, core=FAT
    )


def _flesh() -> list[Body]:
    flesh = muscle()
    flesh.strand([(24, 175, 0), (24, 100, 0), (20, 60, 0), (15, 34, 2)], [21, 21, 17, 7], blend=4)
    flesh.strand(
        [(-24, 175, 0), (-24, 100, 0), (-20, 50, 0), (-15, 22, 4)],
        [20, 19, 12, 4],
        flat=1.4,
        blend=3,
    )
    flesh.strand(
        [(18, 46, -20), (38, 18, -20), (75, 10, -16), (185, 2, -8)], [6, 14, 18, 12], blend=5
    )
    flesh.strand(
        [(2, 14, 28), (40, -16, 22), (80, -22, 15), (185, -18, 5)], [5, 15, 21, 16], blend=5
    )
    pads = fat_planes(1.2)
    pads.ellipsoid((12.0, 22, 4), (3.2, 9, 10))
    pads.strand([(26, 8.5, -14), (44, 9, -14), (66, 8, -13)], [1.2, 1.6, 1.2], flat=4, blend=1)
    return [flesh, pads]
