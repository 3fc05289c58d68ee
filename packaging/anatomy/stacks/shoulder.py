"""The right shoulder, axial, from above the acromion to below the glenoid, the arm at the side."""

from __future__ import annotations

import numpy as np
from anatomy.bones import shoulder
from anatomy.limb import Belly, Limb
from anatomy.sliced import sliced
from anatomy.stack import Slices, Stack

# x points to the patient's left, which is medial here; y to the back; z to the feet.
_SLICES = Slices(
    columns=430, rows=400, count=30, pitch=0.42, spacing=4.5, top=-40, middle=4, across=24
)

_SKIN: Belly = [
    (-62, 70, 14, 84, 40, 0), (-46, 62, 10, 116, 62, 0), (-20, 60, 8, 123, 74, 0),
    (30, 60, 8, 122, 79, 0), (95, 60, 8, 116, 80, 0),
]  # fmt: skip
_FASCIA: Belly = [
    (-62, 70, 14, 76, 34, 0), (-46, 62, 10, 107, 54, 0), (-20, 60, 8, 114, 65, 0),
    (30, 60, 8, 112, 69, 0), (95, 60, 8, 105, 69, 0),
]  # fmt: skip
_CHEST: Belly = [
    (-30, 176, 30, 90, 44, 0), (0, 176, 22, 112, 62, 0), (50, 176, 16, 122, 76, 0),
    (100, 176, 14, 128, 84, 0),
]  # fmt: skip

_BELLIES: dict[str, Belly] = {
    "deltoid": [(-44, -20, -18, 14, 14, 0), (0, -24, -38, 20, 8, -34), (95, -34, -24, 18, 9, -50)],
    "deltoid/2": [(-42, -34, 4, 10, 22, 0), (0, -38, 0, 12, 28, 0), (95, -42, 2, 15, 22, 0)],
    "deltoid/3": [(-36, -10, 40, 24, 10, 24), (0, -18, 42, 28, 9, 32), (95, -36, 28, 18, 9, 44)],
    "trapezius": [(-62, 66, 34, 40, 8, 20), (-30, 88, 56, 34, 7, 24), (10, 112, 66, 20, 5, 20)],
    "supraspinatus": [(-42, 52, 18, 30, 9, 32), (-22, 50, 22, 36, 11, 33), (-8, 54, 32, 24, 6, 33)],
    "infraspinatus": [
        (-14, 34, 46, 34, 8, 30), (15, 40, 48, 40, 12, 30), (60, 60, 56, 34, 11, 28),
        (95, 72, 60, 26, 8, 26),
    ],
    "teres-minor": [(24, 14, 40, 16, 7, 30), (60, 24, 44, 20, 8, 32), (95, 40, 46, 16, 6, 32)],
    "subscapularis": [
        (-16, 40, 2, 22, 7, 30), (10, 46, 6, 38, 11, 32), (60, 56, 16, 34, 13, 36),
        (95, 64, 24, 26, 11, 38),
    ],
    "teres-major": [(62, 30, 30, 14, 8, 24), (95, 34, 30, 24, 11, 24)],
    "latissimus": [(76, 44, 44, 14, 4, 24), (100, 48, 50, 30, 5, 24)],
    "pectoralis-major": [
        (-24, 60, -46, 34, 6, -4), (10, 48, -54, 52, 9, 0), (60, 40, -54, 56, 11, 4),
        (100, 50, -54, 50, 10, 4),
    ],
    "pectoralis-minor": [(0, 44, -34, 16, 5, 0), (50, 62, -40, 26, 6, 6), (100, 84, -44, 24, 6, 6)],
    "coracobrachialis": [(8, 22, -32, 9, 6, 0), (50, 8, -30, 9, 8, 0), (100, -4, -22, 10, 9, 0)],
    "biceps": [(40, -10, -34, 4, 4, 0), (70, -12, -32, 8, 7, 0), (100, -16, -28, 11, 9, 0)],
    "triceps": [(46, 6, 26, 6, 5, 0), (100, -10, 26, 16, 12, 10)],
    "serratus": [(-10, 84, 14, 4, 18, -10), (40, 72, 12, 4, 26, -8), (100, 66, 6, 4, 36, -4)],
    "fat-axilla": [(0, 32, -14, 9, 7, 0), (40, 28, -10, 14, 12, 0), (95, 24, -2, 16, 16, 0)],
}  # fmt: skip

_TUBES: dict[str, list[list[tuple[float, ...]]]] = {
    "artery": [[(84, -16, -20, 3.4), (50, -18, 10, 3.2), (26, -14, 50, 3), (12, -6, 96, 2.7)]],
    "vein": [
        [(86, -26, -20, 4.6, 3.4, 0), (54, -25, 10, 4.4, 3.2, 0), (30, -22, 50, 4, 3, 0),
         (16, -14, 96, 3.6, 2.8, 0)],
        [(16, -58, 0, 1.8), (-4, -53, 50, 1.8), (-20, -45, 96, 1.7)],
    ],
    "nerve": [
        [(82, -8, -20, 3, 2, 20), (48, -11, 10, 2.6, 2, 0), (24, -7, 50, 2.3, 1.8, 0),
         (10, 1, 96, 2, 1.7, 0)],
        [(78, -12, -20, 2.2), (44, -14, 10, 2.2), (19, -12, 50, 2), (8, -12, 96, 1.8)],
    ],
    "tendon": [
        [(-11.5, -22, -6, 2.2, 1.7, 0), (-11.5, -23, 20, 2.2, 1.8, 0), (-12, -26, 60, 2.2, 1.6, 0)],
        [(8, -23, -14, 14, 1.8, 24), (8, -25, 6, 16, 2.2, 24), (14, -22, 24, 10, 1.6, 30)],
        [(-6, 25, -14, 14, 1.6, -26), (-4, 27, 6, 18, 2.0, -16), (0, 26, 20, 10, 1.4, -10)],
        [(-8, 2, -27, 14, 8, 20), (-16, 0, -21, 6, 7, 20)],
        [(-20, -22, 50, 5, 1.2, -30), (-22, -20, 84, 5, 1.2, -30)],
    ],
    "labrum": [
        [(20, -2, -12, 1.4, 2.4, 30), (20, -2, 18, 1.4, 2.6, 30)],
        [(17, 31, -12, 2.2, 1.4, 30), (16, 31, 18, 2.2, 1.4, 30)],
    ],
}  # fmt: skip

_LANDMARKS = {
    "humeral-head": (0.0, 0.0, 0.0),
    "greater-tuberosity": (-24.0, 4.0, -4.0),
    "lesser-tuberosity": (-6.0, -22.0, 5.0),
    "humeral-shaft": (-16.0, 0.0, 70.0),
    "glenoid": (26.0, 14.0, 0.0),
    "posterior-deltoid": (-14.0, 38.0, 10.0),
    "subacromial": (-18.0, 0.0, -28.0),
    "axilla": (28.0, -10.0, 50.0),
}


def stack() -> Stack:
    limb = Limb(_SLICES, 59)
    humerus = sliced(shoulder.humerus(), _SLICES)
    blade = [sliced(one, _SLICES) for one in (*shoulder.scapula(), shoulder.clavicle())]
    nearest = np.minimum.reduce([humerus[0], *(one[0] for one in blade)])
    limb.cover(_SKIN, _FASCIA, 1.7)
    limb.bellies(_BELLIES, nearest, swell=8, film=1.2)
    _paint_chest(limb)
    for name, courses in _TUBES.items():
        for course in courses:
            limb.tube(name, course)
    limb.joint(humerus[0], blade[0][0], 3.0)
    shaft = _SLICES.z[:, None, None] > 42
    limb.bone(humerus[0], humerus[1], (humerus[2] <= 0) | shaft)
    for distance, cortex, _ in blade:
        limb.bone(distance, cortex, np.bool_(False))
    return Stack(_SLICES, limb.paint.names, limb.paint.labels, _LANDMARKS)


def _paint_chest(limb: Limb) -> None:
    """Wall, ribs that slant through it, and the lung."""
    for k in range(_SLICES.count):
        wall = limb.ellipse(_CHEST, k)
        x, y, z = _SLICES.at(k)
        limb.lay("intercostal", k, wall < 0)
        limb.lay("cavity-fat", k, (wall < 1.5) & (wall >= 0))
        limb.lay("lung", k, wall < -8)
        turn = np.arctan2(y - 16, 176 - x)
        slant = np.cos((z + 34 * turn) / 26 * 2 * np.pi)
        rib = (wall < -1.6) & (wall > -7.4) & (slant > 0.35)
        limb.lay("cortex", k, rib)
        limb.lay("spongiosa", k, (wall < -2.6) & (wall > -6.4) & (slant > 0.6))
