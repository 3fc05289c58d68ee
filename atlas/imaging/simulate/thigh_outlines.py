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
    compartment: str
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
        "extensors",
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
        "extensors",
        -40,
        0.2,
        (
            (12, -23),
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
            (-22, 2),
            (-25, -8),
            (-21, -19),
            (-10, -23),
            (2, -19),
            (6, -10),
            (10, -13),
        ),
    ),
    Muscle(
        "vastus-lateralis",
        "extensors",
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
        "extensors",
        118,
        0.25,
        (
            (19, -66),
            (32, -64),
            (42, -54),
            (46, -43),
            (42, -33),
            (35, -26),
            (25, -15),
            (13, -5),
            (2, 6),
            (-3, 8),
            (6, -4),
            (11, -14),
            (14, -26),
            (15, -40),
            (12, -52),
        ),
    ),
    Muscle(
        "sartorius",
        "sartorius",
        62,
        0.35,
        ((46, -54), (56, -54), (67, -38), (71, -22), (66, -17), (59, -23), (52, -33), (46, -43)),
    ),
    Muscle(
        "adductor-longus",
        "adductors",
        -14,
        0.2,
        (
            (3, 7),
            (16, -3),
            (30, -11),
            (44, -13),
            (55, -11),
            (58, -4),
            (50, 2),
            (34, 5),
            (18, 10),
            (5, 11),
        ),
    ),
    Muscle(
        "gracilis",
        "adductors",
        82,
        0.3,
        ((61, -15), (70, -13), (73, 4), (70, 19), (64, 23), (58, 19), (58, 5), (59, -6)),
    ),
    Muscle(
        "adductor-magnus",
        "adductors",
        24,
        0.35,
        (
            (-6, 11),
            (8, 12),
            (22, 11),
            (38, 7),
            (52, 5),
            (57, 13),
            (57, 24),
            (50, 32),
            (38, 37),
            (24, 36),
            (12, 29),
            (2, 21),
        ),
    ),
    Muscle(
        "semimembranosus",
        "flexors",
        -28,
        0.45,
        ((30, 40), (44, 37), (56, 29), (63, 26), (64, 36), (56, 50), (42, 60), (29, 60), (23, 51)),
    ),
    Muscle(
        "semitendinosus",
        "flexors",
        -20,
        0.35,
        ((19, 45), (23, 54), (27, 64), (14, 72), (-3, 73), (-12, 66), (-10, 54), (0, 46), (10, 43)),
    ),
    Muscle(
        "biceps-long-head",
        "flexors",
        30,
        0.4,
        (
            (-13, 48),
            (-13, 60),
            (-15, 73),
            (-32, 71),
            (-48, 60),
            (-57, 48),
            (-52, 39),
            (-39, 39),
            (-26, 39),
        ),
    ),
    Muscle(
        "biceps-short-head",
        "flexors",
        35,
        0.35,
        (
            (-10, 13),
            (-20, 15),
            (-36, 21),
            (-54, 28),
            (-63, 33),
            (-61, 41),
            (-50, 38),
            (-37, 37),
            (-24, 36),
            (-14, 30),
            (-8, 20),
        ),
    ),
)

# Tendons and the aponeuroses inside and between the muscles: line, breadth in mm.
TENDONS: tuple[tuple[Points, float], ...] = (
    (((-13, -55), (-8, -60), (-1, -62), (6, -61)), 1.3),  # rectus femoris, a comma
    (
        ((-30, -47), (-37, -40), (-44, -27), (-45.5, -14)),
        0.9,
    ),  # between vastus lateralis and -intermedius
    (((26, 44), (24, 50), (26, 57)), 1.8),  # semimembranosus: its edge is a sheet
    (((2, 52), (8, 60), (11, 68)), 0.8),  # semitendinosus: its raphe
    (((-34, 41), (-30, 48), (-22, 52)), 0.9),  # biceps, long head
    (((62, -12), (61, -2)), 0.9),  # gracilis
)

# The iliotibial tract: the deep fascia thickened along the lateral side.
TRACT_DEGREES = (148, 212)
# Lateral intermuscular septum: from the rough line of the femur to the tract.
SEPTUM: Points = ((-15, 11), (-30, 17), (-48, 25), (-66, 29))

FEMUR = (-10.0, -8.0)
ARTERY = ((43.5, -26.0), 3.5)
VEIN = ((39.0, -19.5), 4.3)
DEEP_ARTERY = ((10.0, 11.3), 1.7)
DEEP_VEIN = ((14.6, 10.4), 2.1)
SAPHENOUS = ((73.5, 30.0), 2.1)  # in the subcutaneous fat
NERVE = ((-4.0, 38.0), (5.8, 3.1), 0.25)  # middle, radii, angle
# Small vessels in the fat planes and under the skin: middle, radius.
TWIGS = (
    ((-17, 31), 0.9),
    ((26, 8.5), 0.9),
    ((-40, -43), 0.8),
    ((12, -47), 0.9),
    ((51, -30), 1.0),
    ((20, 40), 0.9),
    ((-79, -28), 1.0),
    ((38, -68), 1.1),
    ((-30, 77), 0.9),
    ((64, 46), 1.2),
    ((30, 71), 0.8),
    ((79, -6), 0.9),
)
