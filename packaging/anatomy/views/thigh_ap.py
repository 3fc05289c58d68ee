"""Right thigh, AP: lateral on the left of the picture."""

from __future__ import annotations

from anatomy.bones.mean import bone, from_front
from anatomy.bones.thigh import right_thigh
from anatomy.flesh import limb, muscle
from anatomy.shapes import Body
from anatomy.view import Frame, View

_RINGS = [
    (220, 4, 0, 92, 90), (150, 2, 0, 91, 90), (70, 2, 0, 86, 86), (0, 4, 0, 80, 82),
    (-70, 8, 0, 73, 76), (-130, 14, 0, 66, 70), (-200, 20, 0, 62, 66),
]  # fmt: skip


def view() -> View:
    meshes = right_thigh()
    return View(
        projection="AP",
        side="right",
        frame=Frame(-92, 104, -132, 142, 0.268),
        skin=limb(_RINGS),
        bones=[bone(name, mesh, from_front) for name, mesh in meshes.items()],
        flesh=_flesh(),
        landmarks={
            "femoral-shaft": (4, 0, 0),
            "upper-shaft": (-4, 90, 0),
            "lower-shaft": (16, -90, 0),
            "vastus-lateralis": (-42, 20, -10),
            "vastus-medialis": (48, -60, -14),
            "adductors": (52, 60, 20),
        },
        courses={
            "femoral-artery": [
                (44, 142, -30),
                (46, 90, -26),
                (44, 40, -18),
                (40, -10, -4),
                (34, -60, 12),
                (28, -132, 26),
            ],
            "deep-femoral-artery": [
                (42, 142, -26),
                (30, 100, 0),
                (24, 50, 10),
                (18, 0, 14),
                (14, -40, 16),
            ],
        },
        marker=(-76, 124),
        beam=0.85,
        look={"scatter": 0.12, "equal": 0.4, "reach": 20, "quanta": 20000},
        collimated=4,
    )


def _flesh() -> list[Body]:
    flesh = muscle()
    flesh.strand(
        [(-42, 220, -10), (-40, 120, -16), (-34, 20, -18), (-22, -90, -18), (-12, -150, -18)],
        [36, 38, 36, 26, 12],
        blend=5,
    )
    flesh.strand(
        [(2, 220, -44), (2, 100, -44), (8, -20, -40), (14, -110, -36)], [22, 26, 22, 9], blend=5
    )
    flesh.strand(
        [(22, 90, -20), (32, 20, -22), (44, -60, -20), (46, -110, -18), (36, -150, -16)],
        [10, 24, 28, 24, 8],
        blend=5,
    )
    flesh.strand(
        [(52, 220, 10), (50, 120, 14), (40, 40, 20), (34, -60, 20)], [38, 36, 26, 10], blend=5
    )
    flesh.strand(
        [(-20, 220, 48), (-20, 100, 46), (-16, 0, 42), (-20, -120, 36)], [26, 30, 28, 18], blend=5
    )
    flesh.strand(
        [(26, 220, 48), (30, 100, 48), (36, 0, 44), (48, -120, 36)], [26, 28, 26, 16], blend=5
    )
    flesh.strand([(6, 220, 6), (6, 0, 6), (14, -140, 8)], [40, 42, 28], blend=6)
    return [flesh]
