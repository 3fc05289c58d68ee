"""The right knee, straight and supine, as its stacks cut it: axial, sagittal and coronal.

The origin is the middle of the joint; x points to the patient's left, medial here, y to the back,
z to the foot.
"""

from __future__ import annotations

import numpy as np
from anatomy.bones.knee import right_knee
from anatomy.bones.leg import seated
from anatomy.limb import Belly, Limb
from anatomy.stack import Slices, Stack

_SKIN: Belly = [
    (-110, -8, 0, 73, 67, 0), (-60, -4, -1, 66, 64, 0), (-40, -1, -3, 61, 61, 0),
    (-10, 0, 0, 58, 56, 0), (20, -1, 5, 56, 47, 0), (45, -3, 12, 55, 49, 0),
    (80, -4, 17, 56, 49, 0),
]  # fmt: skip
_FASCIA: Belly = [
    (-110, -9, -1, 63, 58, 0), (-60, -5, -2, 57, 58, 0), (-40, -1, -4, 53, 56.5, 0),
    (-10, 0, -2, 51, 51.5, 0), (20, -2, 4, 48, 43, 0), (45, -4, 11, 47, 44, 0),
    (80, -5, 16, 48, 44, 0),
]  # fmt: skip

_BELLIES: dict[str, Belly] = {
    "vastus-medialis": [
        (-115, 26, -26, 22, 24, 30), (-60, 29, -26, 15, 21, 10), (-35, 30, -28, 8, 13, 0),
        (-20, 29, -29, 3, 6, 0),
    ],
    "vastus-lateralis": [
        (-115, -46, -20, 15, 26, -15), (-70, -42, -24, 11, 20, -15), (-48, -36, -29, 5, 11, 0),
        (-38, -34, -31, 2, 4, 0),
    ],
    "vastus-intermedius": [
        (-115, -22, -40, 22, 9, 0), (-78, -14, -42, 17, 6, 0), (-66, -10, -44, 8, 2.4, 0),
    ],
    "biceps-femoris": [
        (-115, -34, 36, 19, 15, 0), (-60, -38, 31, 14, 14, 20), (-20, -41, 26, 6, 10, 10),
        (5, -41, 22, 4, 5, 0), (16, -41, 20, 3, 3, 0),
    ],
    "semimembranosus": [
        (-115, 16, 38, 18, 14, 0), (-60, 20, 37, 16, 13, 0), (-25, 27, 36, 9, 9, 0),
        (0, 30, 32, 5, 5, 0), (10, 29, 29, 3, 3, 0),
    ],
    "semitendinosus": [
        (-115, 10, 55, 11, 6, 0), (-60, 20, 53, 7, 4, 0), (-38, 26, 50, 3, 2.4, 0),
    ],
    "sartorius": [
        (-115, 48, 18, 8, 13, -20), (-50, 46, 24, 6, 13, -10), (0, 44, 24, 4, 11, 0),
        (30, 38, 16, 2.5, 9, 10), (46, 33, 8, 1.6, 7, 15),
    ],
    "gracilis": [
        (-115, 40, 36, 8, 8, 0), (-60, 41, 40, 5, 6, 0), (-40, 40, 41, 2.6, 3.6, 0),
    ],
    "adductor-magnus": [(-115, 26, 16, 11, 8, 0), (-78, 29, 13, 4, 4, 0)],
    "gastrocnemius-medial": [
        (-34, 20, 26, 6, 4, 0), (-10, 20, 36, 11, 9, 0), (20, 19, 43, 18, 12, 0),
        (80, 18, 49, 25, 13, 0),
    ],
    "gastrocnemius-lateral": [
        (-32, -22, 26, 5, 4, 0), (-10, -22, 36, 9, 8, 0), (20, -22, 43, 15, 10, 0),
        (80, -27, 47, 19, 12, 0),
    ],
    "plantaris": [(-22, -17, 30, 3, 3, 0), (10, -9, 36, 4, 3, 0), (28, -3, 38, 2, 1.6, 0)],
    "popliteus": [
        (2, -25, 22, 3, 4, 0), (18, -8, 29, 13, 4, 0), (40, 5, 20, 16, 6, 0),
        (60, 9, 17, 11, 5, 0), (80, 10, 16, 4, 4, 0),
    ],
    "soleus": [(18, -28, 36, 4, 4, 0), (40, -20, 37, 15, 6, 0), (80, -4, 33, 31, 10, 0)],
    "tibialis-anterior": [
        (16, -28, -18, 4, 4, 0), (40, -26, -14, 9, 11, 0), (80, -22, -6, 11, 14, 0),
    ],
    "extensor-digitorum": [(12, -37, -6, 3, 5, 0), (40, -38, -1, 6, 9, 0), (80, -35, 4, 7, 10, 0)],
    "peroneus-longus": [(18, -45, 12, 3, 5, 0), (40, -45, 17, 6, 10, 0), (80, -41, 20, 8, 12, 0)],
    "tibialis-posterior": [(34, -9, 20, 5, 4, 0), (80, -6, 19, 11, 7, 0)],
    "fat-popliteal": [
        (-115, -5, 28, 9, 9, 0), (-60, -4, 31, 11, 12, 0), (-25, 0, 40, 11, 12, 0),
        (5, 0, 42, 4, 8, 0), (35, 0, 38, 3, 4, 0), (80, -3, 31, 3, 3, 0),
    ],
    "fat-suprapatellar": [
        (-90, -12, -38, 8, 2, 0), (-70, -2, -41, 13, 4, 0), (-40, 0, -44, 16, 6, 0),
    ],
    "fat-tract": [(-115, -58, 4, 2, 6, 0), (-30, -47, 6, 2, 5, 0), (0, -43, 4, 2, 4, 0)],
}  # fmt: skip

_TUBES: dict[str, list[list[tuple[float, ...]]]] = {
    "artery": [
        [(-6, 25, -115, 3.2), (-3, 28, -60, 3.1), (0, 33, -20, 3), (0, 36, 5, 2.9),
         (-1, 34, 30, 2.7), (-3, 30, 80, 2.0)],
        [(5, 34, -20, 1.2), (14, 24, -14, 1), (24, 30, -26, 0.9)],
    ],
    "vein": [
        [(-9, 31, -115, 3.7), (-6, 36, -60, 3.6), (-3, 41, -20, 3.5), (-3, 43, 5, 3.3),
         (-5, 38, 30, 2.5), (-7, 32, 80, 2)],
        [(52, 22, -115, 1.6, 2.2, 0), (50, 26, -40, 1.5, 2.1, 0), (46, 31, 0, 1.5, 2.2, 0),
         (47, 24, 40, 1.4, 2, 0), (49, 20, 80, 1.4, 2, 0)],
        [(-4, 50, 0, 1.6, 1.3, 0), (-5, 52.5, 30, 1.9, 1.3, 0), (-6, 64, 80, 2, 1.3, 0)],
    ],
    "nerve": [
        [(-10, 42, -115, 4, 2.6, 0), (-7, 47, -40, 3.6, 2.4, 0), (-5, 49, 0, 3, 2.2, 0),
         (-6, 42, 30, 2.6), (-5, 33, 80, 2.4)],
        [(-18, 46, -115, 2.6), (-28, 45, -40, 2.4), (-37, 40, 0, 2.3), (-43, 29, 20, 2, 1.6, 0),
         (-45, 16, 34, 1.6)],
    ],
    "tendon": [
        [(-14, -57, -115, 8, 2, 0), (-6, -56, -84, 12, 2.4, 0), (0, -53, -55, 16, 3, 0),
         (0, -54.5, -45, 14, 1.6, 0), (0, -55, -36, 12, 1.2, 0)],
        [(0, -55, -36, 12, 1.2, 0), (0, -52, -24, 13, 2.4, 0), (-1, -47, -8, 13.5, 2.4, 0),
         (-3, -37, 15, 12.5, 2.5, 0),
         (-5, -28, 34, 10, 2.4, 0), (-6, -24, 46, 8, 2, 0)],
        [(26, 50, -42, 2.4), (30, 47, -10, 2.2), (34, 37, 16, 1.9), (33, 18, 44, 3, 1.2, 0)],
        [(40, 41, -44, 2.2), (40, 40, -10, 1.9), (37, 32, 14, 1.7)],
        [(29, 13, -90, 2, 3, 0), (35, 10, -60, 1.8, 2.4, 0), (38.5, 8, -44, 1.5, 2.4, 0)],
        [(-59, -6, -115, 1.1, 12, 0), (-50, -10, -30, 1.2, 9, 0), (-40, -18, 5, 1.5, 7, 0),
         (-31, -24, 16, 2, 5, 0)],
        [(-42, 24, -30, 1.4, 3, 0), (-42, 22, 0, 2.0, 3, 0), (-41, 20, 20, 2.4, 3, 0)],
        [(29, 36, -60, 2.2, 1.6, 0), (30, 33, -10, 3, 2, 0), (28, 27, 13, 3, 2, 0)],
    ],
    "ligament": [
        [(41, 5, -30, 1.4, 6, 0), (41.3, 4, -10, 1.3, 6.5, 0), (38.2, 3, 8, 1.2, 6.5, 0),
         (33, 1, 30, 1.1, 6, 0), (26, -1, 54, 1.2, 5, 0)],
        [(-40.5, 6, -26, 1.5, 3, 0), (-42, 12, -5, 1.4, 2.6, 0), (-41, 19, 14, 1.6, 2.6, 0)],
        [(-8, 16, -21, 3.8, 5, 0), (-4, 5, -9, 4.4, 4.5, 0), (1, -9, 4, 5, 4.5, 0)],
        [(10, -3, -15, 4, 5, 0), (5, 11, -5, 4, 4.5, 0), (0, 23, 10, 5, 3.2, 0)],
        [(30, -45, -50, 10, 0.8, 40), (30, -42, -20, 12, 0.8, 40), (24, -36, 5, 10, 0.7, 40)],
        [(-30, -45, -50, 10, 0.8, -40), (-30, -42, -20, 12, 0.8, -40), (-25, -36, 5, 10, 0.7, -40)],
    ],
}  # fmt: skip

_TOUGH = ("meniscus", "ligament")

LANDMARKS = {
    "hoffa": (0.0, -36.0, -8.0),
    "suprapatellar": (0.0, -43.0, -62.0),
    "intercondylar": (0.0, 6.0, -8.0),
    "medial-epicondyle": (41.0, 5.0, -30.0),
    "lateral-epicondyle": (-40.0, 5.0, -26.0),
    "adductor-tubercle": (38.0, 8.0, -44.0),
    "popliteal-fossa": (0.0, 40.0, -30.0),
    "posterior-femur": (-6.0, 4.0, -66.0),
    "patella": (0.0, -44.0, -36.0),
    "fibular-head": (-36.0, 20.0, 26.0),
}


def knee(slices: Slices) -> Stack:
    """The knee as these slices cut it."""
    limb = Limb(slices, 43)
    bones = {name: limb.distance(mesh) for name, mesh in _bones().items()}
    nearest = np.minimum.reduce(list(bones.values()))
    limb.cover(_SKIN, _FASCIA)
    limb.bellies(_BELLIES, nearest, film=1.1)
    _paint_joint(limb, bones)
    for name, courses in _TUBES.items():
        for course in courses:
            limb.tube(name, course)
    _paint_cartilage(limb, bones)
    for name, distance in bones.items():
        _paint_bone(limb, name, distance)
    return Stack(slices, limb.paint.names, limb.paint.labels, LANDMARKS)


def _bones() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """The fibula moved out and forwards, to where its head is felt; the patella a little down."""
    bones = right_knee()
    (fibula, faces), (patella, its_faces) = bones["fibula"], bones["patella"]
    low = seated(patella + [0.0, -12.0, -10.0], bones["femur"][0])
    return bones | {
        "fibula": (fibula + [-6.0, -7.0, 3.0], faces),
        "patella": (low, its_faces),
    }


def _places(limb: Limb) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    return [limb.slices.at(k) for k in range(limb.slices.count)]


def _paint_joint(limb: Limb, bones: dict[str, np.ndarray]) -> None:
    """Fluid in the joint and above the patella, and the menisci on the plateau."""
    for k, (x, y, z) in enumerate(_places(limb)):
        femur, tibia, patella = (bones[name][k] for name in ("femur", "tibia", "patella"))
        layer = limb.paint.labels[k]
        gap = (femur < 3.4) & (tibia < 3.4)
        gap |= (femur < 3.6) & (patella < 3.6)
        layer[gap] = limb.paint.number("joint-fluid")
        bursa = np.hypot(x / 13, (z + 62) / 12) < 1
        bursa = bursa & (np.abs(y + 44.5 - 0.12 * (z + 62) - 0.02 * x**2 - limb.streak(k)) < 0.4)
        layer[bursa & (femur > 1)] = limb.paint.number("joint-fluid")
        between = (femur > 0) & (tibia > 0) & (z > -9) & (z < 8) & (femur < 9) & (tibia < 9)
        for side, broad, deep, middle in ((22.0, 17.0, 23.0, 1.0), (-21.0, 16.0, 18.0, 2.0)):
            away = np.hypot((x - side) / broad, (y - middle) / deep)
            inner = 0.56 + 0.10 * np.clip((middle - y) / deep, -1, 1)
            open_ = (side - x) * np.sign(side) > 0.5 * broad
            # A wedge: as high as the gap at its rim, a free edge towards the middle.
            wedge = np.abs(femur - tibia) < (femur + tibia) * 1.25 * (away - inner) / (1 - inner)
            layer[between & wedge & (away < 1.03) & ~open_] = limb.paint.number("meniscus")


def _paint_cartilage(limb: Limb, bones: dict[str, np.ndarray]) -> None:
    for k, (x, y, z) in enumerate(_places(limb)):
        femur, tibia, patella = (bones[name][k] for name in ("femur", "tibia", "patella"))
        condyle = (np.abs(np.abs(x) - 21) < 14) & (z > -26) & (y > -30)
        trochlea = (np.abs(x) < 19) & (y < -12) & (z > -42)
        behind = y > -44
        over = (femur > 0) & (femur < 2.1) & (condyle | trochlea) & (tibia > 1.2) & (patella > 1)
        plateau = (
            (tibia > 0) & (tibia < 2.0) & (z < 6) & (np.abs(np.abs(x) - 21) < 15) & (femur > 1)
        )
        facet = (patella > 0) & (patella < 2.4) & behind & (z > -52) & (z < -20) & (femur > 1)
        free = ~np.isin(limb.paint.labels[k], [limb.paint.number(n) for n in _TOUGH])
        limb.lay("cartilage", k, free & (over | plateau | facet))


def _paint_bone(limb: Limb, name: str, distance: np.ndarray) -> None:
    shape = distance.shape
    z = np.stack([np.broadcast_to(z, shape[1:]) for _, _, z in _places(limb)])
    # Thick along the shaft, a shell at the joint.
    along = {"femur": -z - 36, "tibia": z - 20, "fibula": z - 34}.get(name, np.float64(0))
    cortex = 0.9 + 3.6 * np.clip(along / 70, 0, 1) * (0.6 if name == "fibula" else 1)
    limb.bone(distance, cortex, np.broadcast_to(along > 40, shape))
    if name in ("femur", "tibia"):
        _paint_scar(limb, distance, -37.0 if name == "femur" else 15.0)


def _paint_scar(limb: Limb, distance: np.ndarray, level: float) -> None:
    """What is left of the growth plate: a thin broken line across the end of the bone."""
    for k, (x, y, z) in enumerate(_places(limb)):
        uneven = limb.streak(k)
        line = np.abs(z - level - 0.006 * (x**2 - 400) - 0.05 * y - 0.9 * uneven) < 0.3
        limb.lay("scar", k, line & (distance[k] < -1.5) & (uneven > -0.7))
