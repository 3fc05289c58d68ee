"""Right leg from the knee to above the ankle, AP: lateral on the left of the picture."""

from __future__ import annotations

import numpy as np
from anatomy.bones.knee import right_knee
from anatomy.bones.leg import Mesh
from anatomy.bones.mean import bone, from_front
from anatomy.flesh import fat_planes, limb, muscle
from anatomy.shapes import Body
from anatomy.view import Frame, Place, View

_UP = 190.0  # mm, the knee above the middle of the picture
_RINGS = [
    (290, -2, 4, 70, 72), (230, -1, 4, 63, 66), (190, 0, 0, 58, 58), (150, 0, 6, 56, 58),
    (100, 0, 12, 59, 64), (50, 1, 14, 58, 63), (0, 1, 10, 51, 55), (-60, 1, 4, 42, 45),
    (-110, 1, 0, 35, 38), (-160, 1, 0, 32, 35), (-240, 1, 2, 33, 37),
]  # fmt: skip


def view() -> View:
    meshes = _bones()
    return View(
        projection="AP",
        side="right",
        frame=Frame(-84, 84, -164, 224, 0.388),
        skin=limb(_RINGS),
        bones=[bone(name, mesh, from_front, 0.6) for name, mesh in meshes.items()],
        flesh=_flesh(),
        landmarks={
            "knee": (0, _UP, 0),
            "fibular-head": (-32, _UP - 22, 20),
            "upper-tibia": (4, 120, 0),
            "tibial-shaft": (6, 30, 0),
            "lower-tibia": (8, -100, 0),
            "fibular-shaft": (-26, 20, 18),
            "anterior-compartment": (-14, 50, -14),
            "calf": (16, 90, 40),
            "medial-subcutis": (40, 10, 0),
            "lateral-subcutis": (-42, 10, 0),
        },
        courses={
            "tibial-medial-surface": _medial_surface(meshes["tibia"][0]),
            # no longer than the lattice of noise of a lesion reaches: 256 mm
            "posterior-tibial-artery": [
                (1, 80, 26), (6, 40, 24), (14, -40, 20), (19, -110, 16), (21, -150, 14),
            ],
            "anterior-tibial-artery": [
                (-14, 90, -6), (-12, 20, -8), (-7, -60, -14), (0, -120, -20), (2, -140, -21),
            ],
            "great-saphenous-vein": [
                (45, 90, -4), (41, 30, -8), (34, -40, -10), (28, -110, -12), (26, -140, -14),
            ],
        },
        marker=(-68, 204),
        beam=0.92,
        look={"scatter": 0.1, "equal": 0.36, "reach": 18},
        collimated=4,
    )  # fmt: skip


def _bones() -> dict[str, Mesh]:
    """The knee moved up, and the leg turned until it runs straight down the picture."""
    found = right_knee()
    tibia = found["tibia"][0]
    low = tibia[tibia[:, 2] < tibia[:, 2].min() + 25].mean(0)
    lean = np.arctan2(low[0] - 4, -low[2])
    cosine, sine = np.cos(lean), np.sin(lean)
    upright = np.array([[cosine, 0, sine], [0, 1, 0], [-sine, 0, cosine]])
    return {
        name: (_inwards(corners @ upright.T, 8 if name in ("femur", "patella") else 24), faces)
        for name, (corners, faces) in found.items()
    }


def _inwards(corners: np.ndarray, degrees: float) -> np.ndarray:
    """Turned about its length until the fibula clears the tibia, and moved up."""
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    turn = np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]])
    return corners @ turn.T + [0, 0, _UP]


def _medial_surface(corners: np.ndarray) -> list[Place]:
    """Down the medial outline of the tibia, from under the condyle to the lower third."""
    seen = from_front(corners)
    edge = []
    for y in np.linspace(_UP - 42, _UP - 240, 12):
        near = seen[np.abs(seen[:, 1] - y) < 6]
        x, _, z = near[near[:, 0].argmax()]
        edge.append((float(x), float(y), float(z)))
    return edge


def _flesh() -> list[Body]:
    flesh = muscle()
    for points, radii in (
        ([(30, 290, 10), (32, 230, 4), (30, 205, 0)], [34, 24, 8]),
        ([(-32, 290, 10), (-32, 230, 4), (-28, 205, 0)], [32, 22, 7]),
        (
            [(18, 214, 30), (25, 160, 40), (27, 100, 42), (20, 30, 36), (10, -40, 28)],
            [10, 22, 28, 18, 6],
        ),
        (
            [(-18, 214, 30), (-24, 160, 38), (-25, 110, 40), (-16, 40, 36), (-4, -30, 28)],
            [10, 20, 25, 18, 7],
        ),
        (
            [(0, 150, 24), (-2, 60, 26), (2, -60, 22), (4, -120, 26), (4, -220, 30)],
            [14, 26, 19, 8, 6],
        ),
        (
            [(-16, 168, -8), (-22, 110, -14), (-18, 30, -14), (-8, -60, -18), (2, -160, -22)],
            [8, 16, 16, 10, 5],
        ),
        (
            [(-34, 160, 8), (-37, 90, 8), (-33, 10, 8), (-29, -60, 12), (-27, -160, 16)],
            [7, 12, 12, 9, 6],
        ),
        ([(14, 110, 18), (16, 20, 18), (18, -60, 14), (20, -160, 12)], [8, 14, 12, 6]),
    ):
        flesh.strand(points, radii, blend=4)
    return [
        flesh,
        fat_planes(0.5).strand([(0, 60, 4), (0, -40, 6), (2, -150, 16)], [3, 4, 6], flat=1.6),
    ]
