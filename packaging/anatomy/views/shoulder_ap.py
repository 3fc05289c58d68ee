"""Right shoulder, AP in external rotation: the patient's right on the left of the picture."""

from __future__ import annotations

from anatomy.bones import shoulder
from anatomy.flesh import muscle
from anatomy.shapes import Body, turned
from anatomy.tissue import AIR, FAT
from anatomy.view import Frame, View

_SKIN = [
    (150, -250), (44, -250), (36, -190), (32, -150), (31, -124), (29, -114), (26, -122),
    (20, -150), (12, -190), (4, -250), (-84, -250), (-77, -190), (-69, -130), (-63, -80),
    (-58, -42),
    (-52, -6), (-44, 24), (-29, 47), (-6, 61), (24, 69), (56, 77), (86, 92), (112, 116), (150, 160),
    (240, 160), (240, -250),
]  # fmt: skip


def view() -> View:
    return View(
        projection="AP",
        side="right",
        frame=Frame(-84, 142, -166, 94, 0.28),
        skin=_skin(),
        bones=[
            shoulder.humerus(), *shoulder.scapula(), shoulder.clavicle(), *shoulder.ribs(8),
        ],
        flesh=_flesh(),
        landmarks={
            "humeral-head": (0, 0, 0),
            "greater-tuberosity": (-20, 8, 0),
            "surgical-neck": (-8, -42, 0),
            "humeral-shaft": (-17, -110, 0),
            "glenoid": (29, -2, 8),
            "acromion": (-12, 42, 15),
            "coracoid": (34, 18, -16),
            "clavicle": (70, 58, -14),
            "supraspinatus-tendon": (-13, 24, 0),
            "subacromial-bursa": (-20, 25, 0),
            "axilla": (42, -100, 0),
            "deltoid": (-40, -40, 0),
        },
        courses={
            "supraspinatus-tendon": [(20, 29, 8), (6, 28, 2), (-8, 25, 0), (-18, 18, 0)],
            "subacromial-bursa": [
                (8, 31, 0), (-8, 28, 0), (-20, 23, 0), (-28, 12, 0), (-31, -4, 0),
            ],
        },
        marker=(-66, 74),
        beam=0.78,
        look={"scatter": 0.12, "equal": 0.48, "reach": 16, "quanta": 12000},
        collimated=4,
    )  # fmt: skip


def _skin() -> Body:
    body = Body(FAT, FAT, noise=0, rough=0.8, rough_length=15)
    return body.outline(_SKIN, 74, edge=58, middle=(0, 0, 4), cortex=2.0, core=FAT)


def _flesh() -> list[Body]:
    arm = muscle()
    arm.ellipsoid((-23, -22, 0), (27, 62, 36), turned(0, 0, -4))  # deltoid
    arm.strand([(-20, -60, 0), (-26, -150, 0), (-38, -250, 0)], [27, 33, 32], blend=8)
    back = muscle()
    back.ellipsoid((64, -40, 16), (46, 64, 20), turned(0, 0, 18), blend=8)
    back.ellipsoid((66, 50, 30), (58, 15, 22), turned(0, 0, 18), blend=6)
    back.ellipsoid((20, 27, 14), (34, 5, 9), turned(0, 0, 8), blend=4)  # supraspinatus
    front = muscle()
    front.ellipsoid((70, -46, -50), (66, 40, 15), turned(0, 0, 24))
    side = muscle()
    side.strand(
        [(62, -20, 16), (48, -90, 10), (41, -160, 4), (38, -250, 0)],
        [8, 13, 12, 11],
        flat=2.0,
        blend=6,
    )
    lung = Body(
        0.74 * AIR,
        0.74 * AIR,
        noise=0.35,
        cell=3.2,
        stretch=3,
        axis=(0.7, -0.7, 0),
        rough=1,
        rough_length=12,
    )
    lung.ellipsoid((178, -118, 2), (118, 170, 74))
    heart = Body(0.02, 0.02, noise=0, rough=0)
    heart.ellipsoid((205, -90, 0), (42, 220, 60))
    return [arm, back, front, side, lung, heart]
