"""Right elbow, AP: the lateral side on the left of the picture."""

from __future__ import annotations

from anatomy.bones import elbow_front
from anatomy.flesh import fat_planes, limb, muscle
from anatomy.shapes import Body
from anatomy.view import Frame, View

_SKIN = [
    (-150, -3, 0, 38, 34), (-100, -3, 0, 44, 38), (-60, -3, 0, 48, 40), (-30, -2, 0, 48, 38),
    (0, 2, 0, 44, 36), (22, 3, 0, 40, 36), (50, 3, 0, 40, 38), (90, 3, 0, 44, 43),
    (140, 3, 0, 47, 47),
]  # fmt: skip


def view() -> View:
    return View(
        projection="AP",
        side="right",
        frame=Frame(-72, 76, -106, 100, 0.215),
        skin=limb(_SKIN),
        bones=[elbow_front.humerus(), elbow_front.radius(), elbow_front.ulna()],
        flesh=_flesh(),
        landmarks={
            "joint": (2, -3, 0),
            "capitellum": (-14, 2, -7),
            "trochlea": (10, 2, -5),
            "lateral-epicondyle": (-27, 10, 0),
            "medial-epicondyle": (31, 12, 5),
            "olecranon": (6, 18, 14),
            "radial-head": (-14, -13, -5),
            "radial-tuberosity": (-7, -35, 1),
            "radial-shaft": (-14, -75, 0),
            "coronoid": (16, -14, 0),
            "humeral-shaft": (3, 80, 0),
        },
        courses={
            "ulnar-nerve": [
                (20, 92, 6), (24, 60, 10), (29, 34, 14), (30, 16, 16), (25, 0, 16), (19, -26, 8),
                (18, -60, 2),
            ],
            "brachial-artery": [(20, 95, -12), (14, 50, -20), (6, 10, -22), (0, -20, -18)],
        },
        marker=(-58, 84),
        beam=1.0,
        look={"scatter": 0.08, "equal": 0.34, "reach": 15, "quanta": 15000},
        collimated=3.5,
    )  # fmt: skip


def _flesh() -> list[Body]:
    arm = muscle()
    arm.strand([(3, 140, 0), (3, 90, 0), (2, 50, 0), (2, 22, -4)], [39, 36, 31, 20], blend=6)
    arm.strand(
        [(-20, 45, -6), (-29, 12, -6), (-28, -30, -6), (-20, -80, -2), (-14, -150, 0)],
        [6, 13, 17, 18, 16], flat=1.3, blend=5,
    )  # fmt: skip
    arm.strand(
        [(28, 12, 0), (27, -18, 0), (22, -50, 0), (16, -90, 0), (8, -150, 0)],
        [7, 15, 20, 21, 19], flat=1.3, blend=5,
    )  # fmt: skip
    planes = fat_planes(1.0)
    planes.ellipsoid((5, 20, 12), (11, 9, 4))
    planes.strand([(-18, 30, -14), (-10, 5, -20), (-4, -25, -18)], [2, 3, 2], flat=2.5, blend=2)
    return [arm, planes]
