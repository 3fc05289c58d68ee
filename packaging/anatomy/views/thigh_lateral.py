"""Right thigh from the side, the front on the left of the picture."""

from __future__ import annotations

from anatomy.bones.mean import bone, from_side
from anatomy.bones.thigh import right_thigh
from anatomy.flesh import limb, muscle
from anatomy.shapes import Body
from anatomy.view import Frame, View

_RINGS = [
    (220, 0, 0, 94, 92), (150, 0, 0, 92, 92), (70, -2, 0, 87, 88), (0, -2, 0, 82, 82),
    (-70, 4, 0, 76, 74), (-130, 12, 0, 69, 66), (-200, 18, 0, 62, 62),
]  # fmt: skip


def view() -> View:
    meshes = right_thigh()
    shown = {name: mesh for name, mesh in meshes.items() if name != "hip"}
    return View(
        projection="Lateral",
        side="right",
        frame=Frame(-98, 98, -132, 142, 0.268),
        skin=limb(_RINGS),
        bones=[bone(name, mesh, from_side) for name, mesh in shown.items()],
        flesh=_flesh(),
        landmarks={
            "femoral-shaft": (-6, 0, 0),
            "anterior-cortex": (-22, 0, 0),
            "quadriceps": (-48, 0, 0),
            "hamstrings": (42, 0, 0),
            "upper-shaft": (-4, 90, 0),
            "lower-shaft": (2, -90, 0),
        },
        courses={
            "femoral-artery": [
                (-40, 142, 0),
                (-30, 90, 0),
                (-14, 40, 0),
                (6, -10, 0),
                (26, -60, 0),
                (38, -132, 0),
            ],
        },
        marker=(-80, 124),
        beam=0.85,
        look={"scatter": 0.12, "equal": 0.4, "reach": 20, "quanta": 20000},
        collimated=4,
    )


def _flesh() -> list[Body]:
    flesh = muscle()
    flesh.strand(
        [(-44, 220, 0), (-46, 100, 0), (-44, 0, 0), (-36, -80, 0), (-26, -150, 0)],
        [38, 38, 34, 25, 8],
        flat=1.5,
        blend=5,
    )
    flesh.strand(
        [(40, 220, 0), (42, 100, 0), (44, 0, 0), (44, -80, 0), (44, -160, 0)],
        [40, 38, 34, 26, 16],
        flat=1.5,
        blend=5,
    )
    flesh.strand(
        [(0, 220, 0), (-2, 60, 0), (4, -60, 0), (8, -150, 0)], [44, 42, 32, 18], flat=1.4, blend=6
    )
    return [flesh]
