"""The right leg about its middle, supine: tibia and fibula with their compartments."""

from __future__ import annotations

import numpy as np
from anatomy.bones.knee import right_knee
from anatomy.bones.leg import Mesh
from anatomy.limb import Belly, Limb
from anatomy.stack import Slices, Stack

# x points to the patient's left, which is medial here; y to the back; z to the foot, from the knee.
_SLICES = Slices(columns=400, rows=400, count=30, pitch=0.31, spacing=5, top=102, middle=3)

_SKIN: Belly = [(90, 0, 4, 55, 57, 0), (170, 0, 4, 53, 54, 0), (260, 1, 0, 43, 46, 0)]
_FASCIA: Belly = [(90, 0, 5, 48.5, 49, 0), (170, 0, 5, 46.5, 46.5, 0), (260, 1, 0, 37, 39.5, 0)]

_BELLIES: dict[str, Belly] = {
    "tibialis-anterior": [
        (90, -3, -27, 11, 13, -10), (170, -3, -27, 11, 13, -10), (260, 0, -26, 8, 9, 0),
    ],
    "extensor-digitorum": [
        (90, -22, -24, 8, 11, -35), (170, -22, -23, 7, 11, -35), (260, -17, -24, 6, 8, -30),
    ],
    "extensor-hallucis": [
        (118, -15, -14, 4, 6, 0), (180, -13, -13, 6, 8, 0), (260, -9, -17, 6, 7, 0),
    ],
    "peroneus-longus": [
        (90, -36, -6, 8, 14, -5), (170, -36, -4, 6, 13, -10), (230, -31, 2, 4, 9, -10),
        (260, -29, 5, 3, 5, 0),
    ],
    "peroneus-brevis": [(140, -29, -4, 4, 7, 0), (200, -27, -3, 6, 9, 0), (260, -26, 1, 6, 9, 0)],
    "tibialis-posterior": [
        (90, 0, 3, 13, 8, 0), (170, -2, 2, 12, 8, 0), (260, 4, 1, 8, 6, 0),
    ],
    "flexor-digitorum": [(112, 20, 2, 8, 4, 20), (180, 19, 3, 9, 6, 10), (260, 15, 5, 7, 6, 0)],
    "flexor-hallucis": [
        (128, -18, 10, 7, 5, 0), (190, -16, 11, 10, 7, 0), (260, -10, 10, 12, 8, 0),
    ],
    "soleus": [
        (90, -4, 17, 38, 10, 0), (170, -2, 21, 36, 11, 0), (220, 0, 23, 29, 10, 0),
        (265, 1, 23, 18, 8, 0),
    ],
    "gastrocnemius-medial": [
        (90, 20, 37, 25, 12, -14), (160, 19, 38, 23, 9, -16), (222, 16, 38, 12, 3, -10),
    ],
    "gastrocnemius-lateral": [
        (90, -22, 37, 19, 10, 14), (150, -21, 37, 17, 7, 16), (204, -15, 38, 9, 3, 8),
    ],
    "fat-posterior-tibial": [(90, 8, 9, 5, 3, 0), (180, 9, 10, 5, 3, 0), (260, 13, 13, 5, 4, 0)],
    "fat-peroneal": [(90, -13, 8, 3, 3, 0), (260, -8, 5, 3, 3, 0)],
    "fat-anterior-tibial": [(90, -10, -10, 3, 3, 0), (260, -6, -12, 3, 3, 0)],
}  # fmt: skip

_TUBES: dict[str, list[list[tuple[float, ...]]]] = {
    "artery": [
        [(8, 8.5, 90, 1.7), (9, 10, 180, 1.6), (13, 13, 260, 1.6)],
        [(-10, -9.5, 90, 1.5), (-9, -10, 180, 1.5), (-5, -12, 260, 1.4)],
        [(-13, 8, 90, 1.4), (-11, 7, 180, 1.4), (-8, 5, 260, 1.1)],
    ],
    "vein": [
        [(5, 8.5, 90, 1.9, 1.4, 0), (6, 10, 180, 1.8, 1.4, 0), (10, 13, 260, 1.6, 1.2, 0)],
        [(11, 9, 90, 1.6, 1.2, 0), (12, 10.5, 180, 1.6, 1.2, 0), (16, 13, 260, 1.4, 1.1, 0)],
        [(-16, 8.5, 90, 1.9, 1.4, 0), (-14, 7.5, 180, 1.8, 1.3, 0), (-10.5, 5.5, 260, 1.4, 1, 0)],
        [(-12.5, -9, 90, 1.2), (-11.5, -9.5, 180, 1.2), (-7.5, -12, 260, 1.1)],
        [(50, 4, 90, 1.6, 2.4, 10), (49, -2, 170, 1.5, 2.4, 0), (38, -14, 260, 1.5, 2.3, -20)],
        [(-3, 56.5, 90, 2.3, 1.4, 0), (-4, 54, 170, 2.2, 1.4, 0), (-8, 41.5, 260, 2.1, 1.3, 0)],
    ],
    "nerve": [
        [(3, 11.5, 90, 2.5, 1.8, 0), (5, 13, 180, 2.3, 1.7, 0), (9, 16, 260, 2.2, 1.7, 0)],
        [(-16, -15, 90, 1.3), (-11, -13, 180, 1.2), (-8, -14, 260, 1.1)],
    ],
    "tendon": [
        [(0, 30, 90, 24, 0.6, 0), (0, 32, 160, 24, 0.8, 0), (0, 35, 210, 16, 1.6, 0),
         (1, 34, 260, 9, 3.2, 0)],
        [(-2, 20, 90, 0.6, 7, 0), (-1, 22, 200, 0.7, 7, 0), (0, 24, 250, 0.8, 5, 0)],
        [(-4, -28, 150, 1, 3.4, 0), (0, -31, 260, 2.4, 3.2, 0)],
        [(-37, -4, 150, 0.9, 5, -8), (-34, 7, 240, 2.6, 1.8, 0), (-33, 9, 260, 2.8, 2, 0)],
        [(-4, 2, 90, 5, 0.6, 0), (0, 2, 260, 4, 1.4, 0)],
    ],
    "fibrous": [
        [(-3, -5, 90, 12, 0.45, -24), (-2, -5, 180, 11, 0.45, -24), (1, -6, 260, 8, 0.45, -24)],
        [(-31, -17, 90, 0.45, 6, -40), (-29, -15, 260, 0.45, 6, -40)],
        [(-34, 11, 90, 8, 0.45, 10), (-28, 12, 260, 8, 0.45, 10)],
    ],
}  # fmt: skip

_LANDMARKS = {
    "anterior-compartment": (-14.0, -24.0, 175.0),
    "tibia": (25.0, -19.0, 175.0),
    "medial-tibia": (36.0, -19.0, 175.0),
    "fibula": (-23.0, 4.0, 175.0),
    "soleus": (0.0, 21.0, 165.0),
    "medial-subcutis": (46.0, -14.0, 185.0),
    "posterior-tibial-artery": (9.0, 10.0, 175.0),
}


_ARTERIES = ("posterior-tibial-artery", "anterior-tibial-artery", "peroneal-artery")


def stack() -> Stack:
    limb = Limb(_SLICES, 47)
    tibia, fibula = (limb.distance(mesh) for mesh in _bones())
    limb.cover(_SKIN, _FASCIA)
    limb.bellies(_BELLIES, np.minimum(tibia, fibula), swell=7)
    for name, courses in _TUBES.items():
        for course in courses:
            limb.tube(name, course)
    limb.bone(tibia, np.float64(4.6), np.bool_(True))
    limb.bone(fibula, np.float64(2.6), np.bool_(True))
    courses = {
        name: [place[:3] for place in course]
        for name, course in zip(_ARTERIES, _TUBES["artery"], strict=True)
    }
    return Stack(_SLICES, limb.paint.names, limb.paint.labels, _LANDMARKS, courses)


def _bones() -> tuple[Mesh, Mesh]:
    """The shaft set upright, and the fibula moved to where it is felt."""
    bones = right_knee()
    (tibia, faces), (fibula, its_faces) = bones["tibia"], bones["fibula"]
    upright = np.array([0.07, 0.12, 0.0])
    tibia, fibula = (one + (one[:, 2:] + 175) * upright for one in (tibia, fibula))
    middle = tibia[np.abs(tibia[:, 2] + 175) < 12]
    to = np.array([25.0, -19.0, 0]) - [*((middle.min(0) + middle.max(0)) / 2)[:2], 0]
    beside = fibula[np.abs(fibula[:, 2] + 175) < 12]
    there = np.array([-23.0, 4.0, 0]) - [*((beside.min(0) + beside.max(0)) / 2)[:2], 0]
    return (tibia + to, faces), (fibula + there, its_faces)
