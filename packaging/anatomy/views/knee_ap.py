"""Right knee, AP: lateral on the left of the picture."""

from __future__ import annotations

from anatomy.bones.knee import right_knee
from anatomy.bones.mean import bone, from_front
from anatomy.flesh import fat_planes, limb, muscle
from anatomy.places import Place, furthest, lower_edge
from anatomy.shapes import Body
from anatomy.view import Frame, View

_RINGS = [
    (150, -3, 4, 79, 78), (110, -1, 4, 74, 74), (70, 0, 2, 67, 68), (30, 0, 0, 61, 62),
    (0, 0, 0, 58, 58), (-30, 0, 4, 55, 56), (-70, -1, 8, 55, 58), (-140, -2, 10, 60, 62),
]  # fmt: skip


def view() -> View:
    meshes = right_knee()
    seen = {name: from_front(corners) for name, (corners, _) in meshes.items()}
    femur, tibia, fibula = seen["femur"], seen["tibia"], seen["fibula"]
    return View(
        projection="AP",
        side="right",
        frame=Frame(-78, 78, -92, 104, 0.192),
        skin=limb(_RINGS),
        bones=[bone(name, mesh, from_front, 0.5) for name, mesh in meshes.items()],
        flesh=[*_muscles()],
        landmarks={
            "joint": (0, -2, 0),
            "medial-epicondyle": furthest(femur, (1, 0, 0), above=15, below=60),
            "lateral-epicondyle": furthest(femur, (-1, 0, 0), above=15, below=60),
            "adductor-tubercle": furthest(femur, (1, 0, 0), above=36, below=60),
            "patella": tuple(seen["patella"].mean(0).tolist()),
            "fibular-head": furthest(fibula, (0, 1, 0)),
            "medial-plateau": furthest(tibia, (1, 0, 0), above=-25),
            "lateral-plateau": furthest(tibia, (-1, 0, 0), above=-25),
            "femoral-shaft": (-4, 95, 0),
            "tibial-shaft": (2, -80, 0),
        },
        courses={
            "medial-cartilage": lower_edge(femur, 9, 33, 1.7),
            "lateral-cartilage": lower_edge(femur, -33, -9, 1.7),
            "medial-meniscus": _meniscus(lower_edge(femur, 24, 30, 2.6)[0], 40),
            "lateral-meniscus": _meniscus(lower_edge(femur, -24, -30, 2.6)[0], -40),
            "popliteal-artery": [
                (3, 104, 30),
                (2, 60, 34),
                (-3, 20, 36),
                (-4, -20, 34),
                (-8, -60, 28),
                (-10, -92, 24),
            ],
        },
        marker=(-62, 84),
        beam=0.92,
        look={"scatter": 0.1, "equal": 0.34, "reach": 16},
        collimated=3.5,
    )


def _meniscus(inner: Place, rim: float) -> list[Place]:
    """From the rim of a meniscus to its free edge."""
    x, y, z = inner
    return [(rim, y + 0.6, z), ((rim + x) / 2, y + 0.2, z), (x, y, z)]


def _muscles() -> list[Body]:
    flesh = muscle()
    flesh.strand(
        [(34, 150, -8), (36, 95, -12), (32, 50, -16), (26, 34, -16)], [36, 34, 24, 8], blend=4
    )
    flesh.strand(
        [(-36, 150, -6), (-36, 90, -10), (-34, 50, -12), (-28, 34, -14)], [36, 32, 20, 7], blend=4
    )
    flesh.strand(
        [(30, 150, 36), (34, 60, 34), (34, 0, 32), (26, -60, 22)], [26, 20, 13, 8], blend=4
    )
    flesh.strand(
        [(-26, 150, 36), (-36, 60, 34), (-34, 10, 30), (-32, -10, 26)], [26, 19, 11, 6], blend=4
    )
    flesh.strand(
        [(20, 22, 34), (24, -30, 40), (24, -92, 38), (22, -140, 36)], [12, 22, 31, 32], blend=4
    )
    flesh.strand(
        [(-20, 22, 34), (-24, -30, 40), (-26, -92, 36), (-24, -140, 34)], [12, 20, 29, 30], blend=4
    )
    flesh.strand([(-24, -20, -6), (-28, -70, -10), (-26, -140, -10)], [8, 19, 24], blend=4)
    return [flesh, fat_planes().ellipsoid((0, -2, -34), (20, 16, 10))]
