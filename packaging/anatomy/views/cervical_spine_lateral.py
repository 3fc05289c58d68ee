"""Cervical spine from the side with skull base, airway and soft tissue of the neck."""

from __future__ import annotations

from anatomy.bones import neck, spine
from anatomy.bones.vertebra import Make, bone
from anatomy.flesh import muscle
from anatomy.shapes import Body, closed_spline
from anatomy.tissue import AIR, FAT
from anatomy.view import Frame, View

_MAKE = Make(dense=1.5, shell=0.6, wall=0.55)
_SKIN = [
    (-112, 190), (-112, 60), (-119, 40), (-110, 30), (-106, 18), (-110, 6), (-103, -8),
    (-104, -24), (-97, -38), (-80, -42), (-62, -48), (-53, -60), (-50, -80), (-47, -105),
    (-47, -130), (-60, -150), (-90, -168), (-90, -230), (120, -230), (112, -175), (95, -140),
    (79, -105), (71, -70), (70, -30), (78, 5), (92, 40), (99, 80), (100, 190),
]  # fmt: skip


def view() -> View:
    return lateral(neck.USUAL)


def lateral(build: neck.Build) -> View:
    """The view of a neck of that build."""
    column = neck.vertebrae(build)
    plates = spine.plates(column)
    fused = neck.facet_columns(column, _MAKE) if build.fused else []
    return View(
        projection="Lateral",
        side="midline",
        frame=Frame(-68, 96, -138, 64, 0.21),
        skin=Body(FAT, FAT, noise=0, rough=0.6, rough_length=15).outline(
            closed_spline(_SKIN, 400, 40), 66, edge=58, smooth=False, cortex=2.0, core=FAT
        ),
        bones=[
            *(bone(one, step=0.45, make=_MAKE) for one in column), *fused, neck.atlas(),
            *neck.skull(), neck.upper_ribs(),
        ],
        flesh=_flesh(),
        landmarks={one.name: (*one.middle, 0) for one in column}
        | {
            "C1": (-5.8, 19.0, 0),
            "C1-posterior-arch": (37, 14.6, 0),
            "occiput": (56, 44, 0),
            "nuchal": (58, -40, 0),
            "C7-spinous-process": column[5].placed((9.6 + 50, -18, 0)),
            "C2-spinous-process": column[0].placed((8 + 38, -10, 0)),
            "prevertebral": (-9, 6, 0),
            "airway": (-18, -10, 0),
            "hyoid": (-40, -47, 0),
        },
        courses={
            **plates,
            **spine.discs(plates, column),
            "anterior-ligament": spine.front_line(column[1:]),
            "nuchal-ligament": [(57, 36, 0), (59, 8, 0), (59, -22, 0), (60, -50, 0), (66, -78, 0)],
        },
        marker=(84, 48),
        beam=0.85,
        look={"scatter": 0.08, "equal": 0.48, "reach": 18, "quanta": 22000, "light": 99.3},
        collimated=4,
    )  # fmt: skip


def _flesh() -> list[Body]:
    flesh = muscle()
    flesh.strand([(44, 25, 0), (48, -20, 0), (47, -60, 0), (56, -110, 0), (70, -170, 0)],
                 [14, 15, 16, 20, 26], flat=2.2, blend=6)  # fmt: skip
    for side in (-1, 1):
        flesh.strand([(18, 20, side * 40), (-6, -40, side * 42), (-34, -125, side * 22)],
                     [13, 14, 10], blend=5)  # fmt: skip
    flesh.strand([(-60, -2, 0), (-52, -20, 0), (-42, -44, 0)], [22, 18, 7], flat=1.5, blend=5)
    flesh.strand([(-9, 10, 0), (-12, -40, 0), (-10, -80, 0), (0, -125, 0)], [4, 4, 9, 9], flat=3,
                 blend=4)  # fmt: skip
    shoulders = Body(0.009, 0.009, noise=0, rough=2, rough_length=25)
    for side in (-1, 1):
        shoulders.ellipsoid((14 + 5 * side, -219 + 4 * side, side * 130), (84, 86, 110))
    return [flesh, _air(), _larynx(), shoulders]


def _air() -> Body:
    air = Body(AIR, AIR, noise=0, rough=0.8, rough_length=6)
    air.strand(
        [(-40, 44, 0), (-22, 40, 0), (-17.5, 28, 0), (-18.5, 8, 0), (-18, -14, 0), (-16.5, -34, 0),
         (-17.5, -47, 0), (-23, -56, 0)],
        [8, 9, 7.5, 5.4, 5.0, 5.6, 5.4, 4.0], flat=1.9, blend=3,
    )  # fmt: skip
    air.strand(
        [(-23, -54, 0), (-27, -64, 0), (-27.5, -72, 0), (-26, -84, 0), (-20, -110, 0),
         (-11, -150, 0), (-6, -180, 0)],
        [4.5, 3.6, 4.4, 7.2, 7.6, 7.6, 7.6], flat=1.05, blend=3,
    )  # fmt: skip
    air.strand([(-24, -38, 0), (-28, -44, 0), (-31.5, -47, 0)], [4.2, 4.4, 2.6], flat=1.6, blend=3)
    air.strand([(-34, 44, 0), (-60, 46, 0), (-96, 42, 0)], [9, 10, 7], flat=1.3, blend=3)
    return air


def _larynx() -> Body:
    """Thyroid and cricoid cartilage with a little calcium in them."""
    larynx = Body(0.009, 0.009, noise=0.7, cell=0.8, stretch=1.5, rough=0.8, rough_length=3)
    for side in (-1, 1):
        larynx.strand([(-36, -60, side * 12), (-33, -76, side * 12)], [7, 6.5], flat=0.25)
    return larynx.ellipsoid((-14.5, -82, 0), (3.5, 8, 9))
