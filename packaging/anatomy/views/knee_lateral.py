"""Right knee from the side, a little flexed; the front on the left of the picture."""

from __future__ import annotations

from anatomy.bones.knee import right_knee
from anatomy.bones.mean import bone, from_side
from anatomy.flesh import fat_planes, limb, muscle
from anatomy.places import furthest
from anatomy.shapes import Body
from anatomy.view import Frame, View

_FLEXION = 18.0
_RINGS = [
    (150, 4, 0, 84, 78), (100, 4, 0, 77, 70), (60, 1, 0, 69, 64), (30, -3, 0, 64, 60),
    (0, -1, 0, 58, 57), (-30, 6, 0, 55, 54), (-60, 14, 0, 59, 54), (-100, 25, 0, 63, 57),
    (-145, 36, 0, 65, 60),
]  # fmt: skip


def view() -> View:
    meshes = right_knee(_FLEXION)
    seen = {name: from_side(corners) for name, (corners, _) in meshes.items()}
    femur, tibia, patella = seen["femur"], seen["tibia"], seen["patella"]
    top, bottom = furthest(patella, (0, 1, 0)), furthest(patella, (0, -1, 0))
    tuberosity = furthest(tibia, (-1, 0, 0), above=-60, below=-25)
    return View(
        projection="Lateral",
        side="right",
        frame=Frame(-82, 88, -98, 102, 0.196),
        skin=limb(_RINGS),
        bones=[bone(name, mesh, from_side, 0.5) for name, mesh in meshes.items()],
        flesh=_flesh(top, bottom, tuberosity),
        landmarks={
            "joint": (0, -2, 0),
            "patella": tuple(patella.mean(0).tolist()),
            "patella-upper-pole": top,
            "patella-lower-pole": bottom,
            "tibial-tuberosity": tuberosity,
            "suprapatellar": (top[0] + 10, top[1] + 22, 0),
            "popliteal-fossa": (46, 20, 0),
            "femoral-shaft": (-4, 90, 0),
            "fibular-head": furthest(seen["fibula"], (0, 1, 0)),
            "anterior-plateau": furthest(tibia, (-1, 0.3, 0), above=-18),
            "posterior-plateau": furthest(tibia, (1, 0, 0), above=-18),
            "condyle": furthest(femur, (0, -1, 0)),
        },
        courses={
            "quadriceps-tendon": [
                (top[0] + 2 - 8 * t, top[1] + 70 * t, 0) for t in (1, 0.66, 0.33, 0)
            ],
            "patellar-tendon": [
                (
                    bottom[0] + (tuberosity[0] - bottom[0]) * t - 1,
                    bottom[1] + (tuberosity[1] - bottom[1]) * t,
                    0,
                )
                for t in (0, 0.33, 0.66, 1)
            ],
            "popliteal-artery": [
                (30, 102, 0),
                (36, 60, 0),
                (42, 20, 0),
                (40, -20, 0),
                (44, -60, 0),
                (56, -98, 0),
            ],
        },
        marker=(-66, 84),
        beam=0.92,
        look={"scatter": 0.1, "equal": 0.34, "reach": 16},
        collimated=3.5,
    )


def _flesh(
    top: tuple[float, float, float],
    bottom: tuple[float, float, float],
    tuberosity: tuple[float, float, float],
) -> list[Body]:
    flesh = muscle()
    flesh.strand(
        [(-34, 150, 0), (-37, 100, 0), (-34, 66, 0), (top[0] + 3, top[1] + 4, 0)],
        [30, 24, 11, 4.0],
        flat=2.0,
        blend=4,
    )
    flesh.strand(
        [(30, 150, 0), (34, 100, 0), (40, 55, 0), (38, 20, 0)], [36, 30, 19, 8], flat=1.5, blend=4
    )
    flesh.strand(
        [(30, 26, 0), (42, -10, 0), (52, -60, 0), (66, -145, 0)], [8, 18, 29, 36], flat=1.4, blend=4
    )
    flesh.strand([(4, -36, -10), (14, -80, -10), (26, -145, -10)], [10, 22, 28], blend=4)
    tendon = [
        bottom,
        ((bottom[0] + tuberosity[0]) / 2 - 2, (bottom[1] + tuberosity[1]) / 2, 0),
        tuberosity,
    ]
    flesh.strand(tendon, [3.2, 2.6, 3.0], flat=4, blend=1)
    pad = fat_planes().ellipsoid((bottom[0] + 12, bottom[1] - 6, 0), (10, 17, 16), blend=3)
    return [flesh, pad]
