"""The right thigh about its middle, supine; `thigh` in Gray's arrangement, as the single slice."""

from __future__ import annotations

import numpy as np
from anatomy.bones.knee import right_knee
from anatomy.bones.leg import Mesh
from anatomy.limb import Belly, Limb
from anatomy.stack import Slices, Stack

# x points to the patient's left, which is medial here; y to the back; z to the foot.
_SLICES = Slices(columns=440, rows=420, count=30, pitch=0.42, spacing=5, top=-72, middle=-1)

_SKIN: Belly = [(-90, 0, -1, 91, 86, 0), (0, -1, -1, 85, 81, 0), (90, -1, 0, 77, 73, 0)]
_FASCIA: Belly = [(-90, -5, -2, 78, 74, 0), (0, -5, -2, 72, 69, 0), (90, -5, -1, 65, 63, 0)]

_BELLIES: dict[str, Belly] = {
    "rectus-femoris": [
        (-90, -7, -60, 23, 14, -5), (0, -7, -57, 23, 11, -5), (90, -5, -51, 17, 7, 0),
    ],
    "vastus-intermedius": [
        (-90, -8, -33, 17, 11, -5), (0, -9, -32, 22, 12, -5), (90, -6, -31, 22, 11, 0),
    ],
    "vastus-intermedius/2": [
        (-90, -31, -14, 8, 16, 0), (0, -33, -14, 8, 19, 0), (90, -28, -14, 7, 16, 0),
    ],
    "vastus-lateralis": [
        (-90, -50, -40, 19, 17, 30), (0, -50, -39, 18, 16, 30), (90, -43, -34, 15, 13, 30),
    ],
    "vastus-lateralis/2": [
        (-90, -64, -6, 10, 24, 5), (0, -62, -6, 11, 24, 5), (90, -54, -6, 9, 20, 5),
    ],
    "vastus-lateralis/3": [
        (-90, -42, 12, 20, 6, -20), (0, -42, 13, 22, 6, -20), (90, -38, 12, 18, 5, -20),
    ],
    "vastus-medialis": [
        (-95, 12, -30, 9, 7, -60), (-50, 16, -34, 24, 9, -70), (0, 22, -35, 34, 13, -72),
        (90, 30, -32, 30, 17, -66),
    ],
    "sartorius": [(-90, 42, -54, 21, 9, 32), (0, 56, -33, 21, 9, 61), (90, 56, 2, 20, 7, 82)],
    "adductor-longus": [
        (-90, 34, -18, 24, 11, -14), (0, 30, 0, 23, 6, -16), (62, 22, 4, 8, 3, -20),
    ],
    "gracilis": [(-90, 65, 2, 20, 7, 86), (0, 60, 5, 17, 7, 88), (90, 53, 24, 11, 6, 80)],
    "adductor-magnus": [
        (-90, 28, 17, 32, 16, -4), (0, 28, 18, 29, 12, -4), (90, 32, 8, 15, 10, -10),
    ],
    "semimembranosus": [
        (-90, 40, 43, 13, 6, -36), (0, 41, 42, 22, 11, -36), (90, 28, 37, 23, 15, -20),
    ],
    "semitendinosus": [
        (-90, 12, 55, 19, 14, -30), (0, 9, 54, 18, 12, -30), (90, 14, 53, 14, 7, -14),
    ],
    "biceps-long-head": [
        (-90, -20, 55, 24, 14, 15), (0, -30, 49, 25, 16, 19), (90, -32, 42, 21, 15, 20),
    ],
    "biceps-short-head": [
        (-70, -26, 22, 14, 3, -18), (0, -33, 25, 27, 5, -18), (90, -38, 24, 20, 8, -14),
    ],
    "gluteus-maximus": [(-95, -52, 38, 22, 10, -38), (-45, -48, 34, 12, 4, -38)],
    "fat-canal": [(-90, 22, -40, 6, 6, 0), (0, 39, -20, 6, 7, 60), (90, 22, 14, 5, 5, 0)],
    "fat-sciatic": [(-90, -4, 34, 8, 4, 0), (0, -3, 34, 7, 4, 0), (90, -4, 31, 8, 6, 0)],
    "fat-deep": [(-90, 10, 4, 4, 3, 0), (0, 12, 11, 5, 2.4, 0), (70, 6, 14, 4, 2, 0)],
}  # fmt: skip

_TUBES: dict[str, list[list[tuple[float, ...]]]] = {
    "artery": [
        [(24, -43, -90, 3.5), (41, -23, 0, 3.3), (22, 11, 90, 3.1)],
        [(9, -1, -90, 2.0), (10, 11, 0, 1.7), (4, 16, 70, 1.2)],
    ],
    "vein": [
        [(20, -38, -90, 4.4, 3.6, 30), (37, -16.5, 0, 4.3, 3.4, 30), (19, 17, 90, 4, 3.2, 30)],
        [(13, -1, -90, 2.4, 1.8, 0), (15, 10.5, 0, 2.2, 1.7, 0), (8, 16, 70, 1.6, 1.2, 0)],
        [(68, -30, -90, 2.2, 2.6, 30), (72, 22, 0, 2, 2.6, -20), (61, 34, 90, 1.9, 2.4, -30)],
        [(-58, 60, -90, 1.3), (-46, 67, 0, 1.2), (-30, 66, 90, 1.2)],
    ],
    "nerve": [[(-4, 34, -90, 7, 3.4, 10), (-3, 34, 0, 5.6, 3, 20), (-5, 31, 90, 5, 3.2, 10)]],
    "tendon": [
        [(-7, -63, -90, 1, 8, 10), (-6, -60, 0, 9, 0.9, -8), (-5, -45, 90, 14, 1.4, 0)],
        [(26, 48, -90, 1.6, 7, 0), (26, 50, 0, 1.2, 6, -4), (22, 46, 90, 0.7, 3, 0)],
        [(-24, 47, -90, 0.8, 6, 40), (-24, 46, 0, 0.8, 6, 40), (-30, 44, 90, 1, 6, 40)],
        [(-40, -30, -90, 0.5, 11, 20), (-42, -28, 0, 0.5, 11, 20), (-36, -24, 90, 0.5, 9, 20)],
    ],
    "fibrous": [
        [(-44, 21, -90, 26, 0.5, -20), (-42, 20, 0, 27, 0.5, -20), (-38, 18, 90, 24, 0.6, -20)],
        [(-76, -4, -90, 0.9, 22, 3), (-75, -4, 0, 0.9, 22, 3), (-68, -4, 90, 1.1, 20, 3)],
    ],
}  # fmt: skip

_LANDMARKS = {
    "femur": (-10.0, -8.0, 0.0),
    "vastus-lateralis": (-58.0, -16.0, 0.0),
    "vastus-intermedius": (-12.0, -33.0, 0.0),
    "rectus-femoris": (-7.0, -57.0, 0.0),
    "vastus-medialis": (22.0, -36.0, 0.0),
    "adductors": (28.0, 12.0, 0.0),
    "hamstrings": (-8.0, 48.0, 0.0),
    "semimembranosus": (41.0, 42.0, 0.0),
    "lateral-subcutis": (-78.0, -2.0, 0.0),
    "femoral-artery": (41.0, -23.0, 0.0),
    "sciatic-nerve": (-3.0, 34.0, 0.0),
}


def stack() -> Stack:
    limb = Limb(_SLICES, 53)
    femur = limb.distance(_femur())
    limb.cover(_SKIN, _FASCIA, 1.6)
    limb.bellies(_BELLIES, femur, swell=7, film=1.2)
    for name, courses in _TUBES.items():
        for course in courses:
            limb.tube(name, course)
    limb.bone(femur, np.float64(6.4), np.bool_(True))
    return Stack(_SLICES, limb.paint.names, limb.paint.labels, _LANDMARKS)


def _femur() -> Mesh:
    """The shaft, set nearly upright, its middle where the single slice of the thigh has it."""
    corners, faces = right_knee()["femur"]
    middle = np.array([-49.0, -31.0, 245.0])
    moved = corners - middle
    moved[:, 0] += 0.13 * moved[:, 2]
    return moved + [-10.0, -8.0, 0.0], faces
