"""The right mid-thigh drawn by hand: what lies where, in mm.

Seen from the feet, the patient supine: x to the right is medial, y down is posterior. The
arrangement follows the cross-section at the middle third of the thigh in Gray's Anatomy
(fig. of the "transverse section through the middle of the thigh"); sizes are those of a
slim adult. Outlines may overlap or leave slits: the border lies midway between neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Muscle:
    """One muscle in section. `marbling` is how much fat lies between its bundles, 0 to 1."""

    name: str
    grain: float  # degrees, the way its septa run, clockwise from the right
    marbling: float
    outline: Points


# Angle (degrees, clockwise from medial) -> radius of the skin and of the deep fascia.
RADII = (
    (0, 85, 67),
    (22, 86, 66.5),
    (45, 85, 66),
    (68, 81.5, 66),
    (90, 79.5, 66.5),
    (112, 80.5, 68),
    (135, 83.5, 71),
    (158, 85.5, 74),
    (180, 86, 76.5),
    (202, 86, 76.5),
    (225, 84.5, 75),
    (248, 83, 73),
    (270, 82.5, 71.5),
    (292, 82.5, 70),
    (315, 83.5, 69),
    (338, 84.5, 68),
)

MUSCLES = (
    Muscle(
        "rectus-femoris",
        8,
        0.3,
        (
            (-35, -58),
            (-24, -72),
            (-6, -76),
            (10, -74),
            (19, -64),
            (13, -54),
            (1, -47.5),
            (-13, -46.5),
            (-26, -50),
        ),
    ),
    Muscle(
        "vastus-intermedius",
        -40,
        0.2,
        (
            (10, -14),
            (13, -26),
            (14, -36),
            (6, -45),
            (-8, -46),
            (-22, -46.5),
            (-33, -41),
            (-41, -31),
            (-44, -17),
            (-41, -4),
            (-32, 4),
            (-20, 9),
            (-13, 9),
            (-18, 2),
            (-20, -8),
            (-17, -16),
            (-10, -18),
            (-2, -15),
            (1, -8),
            (4, -4),
        ),
    ),
    Muscle(
        "vastus-lateralis",
        62,
        0.25,
        (
            (-37, -62),
            (-54, -58),
            (-68, -42),
            (-79, -20),
            (-81, 4),
            (-75, 20),
            (-60, 26),
            (-44, 21),
            (-28, 14),
            (-14, 11),
            (-25, 7),
            (-36, 2),
            (-44, -6),
            (-46, -20),
            (-41, -35),
            (-31, -46),
        ),
    ),
    Muscle(
        "vastus-medialis",
        118,
        0.25,
        (
            (19, -66),
            (30, -66),
            (39, -56),
            (40, -44),
            (38, -33),
            (33, -25),
            (24, -14),
            (13, -5),
            (2, 6),
            (-3, 8),
            (4, -4),
            (9, -14),
            (12.5, -26),
            (14, -40),
            (12, -52),
        ),
    ),
    Muscle(
        "sartorius",
        62,
        0.35,
        ((42, -56), (56, -58), (71, -40), (75, -22), (67, -13), (55, -17), (47, -30), (41, -44)),
    ),
    Muscle(
        "adductor-longus",
        -14,
        0.2,
        (
            (3, 7),
            (16, -1),
            (30, -8),
            (44, -9),
            (53, -7),
            (54, -2),
            (49, 2),
            (34, 5),
            (18, 10),
            (5, 11),
        ),
    ),
    Muscle(
        "gracilis",
        82,
        0.3,
        ((58, -14), (70, -13), (75, 4), (72, 19), (63, 22), (55.5, 18), (53.5, 5), (54.5, -6)),
    ),
    Muscle(
        "adductor-magnus",
        24,
        0.35,
        (
            (-6, 11),
            (8, 12),
            (22, 11),
            (38, 7),
            (50, 5),
            (54, 12),
            (55, 22),
            (50, 27),
            (38, 31),
            (24, 33),
            (10, 30),
            (1, 22),
        ),
    ),
    Muscle(
        "semimembranosus",
        -28,
        0.45,
        (
            (26, 37),
            (38, 33),
            (52, 27),
            (62, 24),
            (66, 30),
            (60, 48),
            (44, 62),
            (31, 64),
            (27, 52),
            (22, 43),
        ),
    ),
    Muscle(
        "semitendinosus",
        -20,
        0.35,
        (
            (18, 40),
            (25, 50),
            (29, 64),
            (16, 74),
            (-3, 75),
            (-10, 68),
            (-7, 54),
            (-4, 44),
            (6, 38.5),
        ),
    ),
    Muscle(
        "biceps-long-head",
        30,
        0.4,
        (
            (-9, 42),
            (-8, 56),
            (-12, 73),
            (-32, 73),
            (-50, 62),
            (-60, 47),
            (-58, 40),
            (-44, 35),
            (-30, 33),
            (-16, 35),
        ),
    ),
    Muscle(
        "biceps-short-head",
        35,
        0.35,
        (
            (-10, 13),
            (-20, 15),
            (-36, 21),
            (-54, 28),
            (-64, 33),
            (-62, 37),
            (-50, 34),
            (-37, 31),
            (-24, 29),
            (-14, 25),
            (-8, 19),
        ),
    ),
)

# Tendons and the aponeuroses inside and between the muscles: line, breadth in mm.
TENDONS: tuple[tuple[Points, float], ...] = (
    (((-17, -52), (-12, -58), (-4, -61), (5, -60)), 0.8),  # rectus femoris, a comma
    (((-36, -42), (-42, -32), (-45.5, -18)), 0.5),  # between vastus lateralis and intermedius
    (((25, 42), (26.5, 50), (28, 58)), 1.5),  # semimembranosus: its edge is a sheet
    (((2, 50), (8, 58), (11, 66)), 0.6),  # semitendinosus: its raphe
    (((-30, 36), (-27, 44), (-19, 50)), 0.7),  # biceps, long head
    (((57, -10), (56, -2)), 0.7),  # gracilis
)

# The iliotibial tract: the deep fascia thickened along the lateral side.
TRACT_DEGREES = (148, 212)
# Lateral intermuscular septum: from the rough line of the femur to the tract.
SEPTUM: Points = ((-15, 11), (-30, 17), (-48, 25), (-66, 29))

FEMUR = (-10.0, -8.0)
ARTERY = ((41.5, -23.0), 3.4)
VEIN = ((37.0, -16.4), 4.1)
DEEP_ARTERY = ((10.0, 11.3), 1.7)
DEEP_VEIN = ((14.6, 10.4), 2.1)
SAPHENOUS = ((69.0, 28.5), 2.1)  # in the subcutaneous fat
NERVE = ((-3.2, 34.0), (5.4, 2.9), 0.35)  # middle, radii, angle
# Small vessels in the fat planes and under the skin: middle, radius.
TWIGS = (
    ((-17, 31), 0.9),
    ((26, 8.5), 0.9),
    ((-40, -43), 0.8),
    ((12, -47), 0.9),
    ((40, -34), 0.8),
    ((20, 36), 0.9),
    ((-75, -27), 1.0),
    ((36, -64.5), 1.1),
    ((-27, 69), 0.9),
    ((60, 42), 1.2),
    ((28, 67), 0.8),
    ((74, -6), 0.9),
)
