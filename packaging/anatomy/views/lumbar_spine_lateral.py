"""Lumbar spine from the side; the front on the left of the picture."""

from __future__ import annotations

from anatomy.bones import spine
from anatomy.bones.trunk import BASE, SLOPE, low_ribs, pelvis
from anatomy.bones.vertebra import USUAL, Make, Place, Vertebra, bone
from anatomy.shapes import Body
from anatomy.tissue import AIR, FAT, MUSCLE
from anatomy.view import Frame, View


def view() -> View:
    return lateral(spine.stacked(spine.lumbar_levels(), BASE, SLOPE))


def lateral(column: list[Vertebra], make: Make = USUAL) -> View:
    """The view of a spine from T11 to L5, its bone as `make` says."""
    plates = spine.plates(column)
    lumbar = column[2:]
    discs = spine.discs(plates, column)
    return View(
        projection="Lateral",
        side="midline",
        frame=Frame(-96, 104, 66, 356, 0.3),
        skin=_skin(),
        bones=[
            *(bone(one, make=make) for one in column),
            *pelvis(),
            *low_ribs(column),
        ],
        flesh=_flesh(column),
        landmarks={one.name: (*one.middle, 0) for one in column}
        | {"sacrum": (24, 92, 0), "iliac-crest": (6, 150, 0)},
        courses={
            **plates,
            **discs,
            "anterior-ligament": spine.front_line(column),
            "aorta": _aorta(lumbar),
        },
        marker=(84, 336),
        beam=0.5,
        look={"scatter": 0.14, "equal": 0.55, "reach": 30, "quanta": 60000, "light": 99.3},
        collimated=5,
    )


def _aorta(lumbar: list[Vertebra]) -> list[Place]:
    """Before the spine, a little to the left, to its fork at L4."""
    line = [
        one.placed((-one.shape.half[0] - off, share * one.shape.front, 6))
        for one, off in zip(lumbar[:4], (11, 10.5, 10, 10), strict=True)
        for share in (0.5, 0.0)
    ]
    first = line[0]
    return [(first[0] + 5, first[1] + 34, 6), *line[:-1]]


_SKIN = [
    (-120, 420), (-124, 360), (-122, 300), (-124, 240), (-128, 180), (-124, 120), (-110, 40),
    (150, 40), (142, 90), (124, 130), (106, 170), (96, 215), (96, 260), (104, 310), (114, 360),
    (120, 420),
]  # fmt: skip


def _skin() -> Body:
    body = Body(FAT, FAT, noise=0, rough=0.8, rough_length=15)
    return body.outline(_SKIN, 150, edge=105, cortex=2.0, core=FAT)


def _flesh(column: list[Vertebra]) -> list[Body]:
    inner = Body(MUSCLE, MUSCLE, noise=0, rough=1.2, rough_length=14)
    ring = [(x + (16 if x < 0 else -14), y) for x, y in _SKIN]
    inner.outline(ring, 132, edge=92, cortex=2.0, core=MUSCLE)
    return [inner, _lung(), _gas()]


def _lung() -> Body:
    """Lung behind the diaphragm, as deep as it reaches."""
    lung = Body(0.7 * AIR, 0.7 * AIR, noise=0.3, cell=3.2, stretch=3, rough=1, rough_length=12)
    for side, low in ((-1, 318), (1, 308)):
        lung.ellipsoid((40, low + 62, side * 78), (58, 74, 42), blend=1)
    return lung


def _gas() -> Body:
    """Gas in stomach and colon, faeces with it."""
    body = Body(0.75 * AIR, 0.75 * AIR, noise=0, rough=2.6, rough_length=8)
    for points, radii in (
        ([(-98, 268, 30), (-84, 282, 40), (-66, 286, 48), (-56, 282, 50)], [14, 17, 14, 8]),
        ([(-100, 214, -10), (-82, 204, 0), (-70, 207, 10), (-62, 203, 10)], [9, 11, 9, 5]),
        ([(-74, 150, 70), (-64, 134, 74), (-50, 124, 70), (-44, 112, 70)], [7, 9, 9, 5]),
        ([(-104, 158, -60), (-92, 142, -64), (-90, 124, -60)], [10, 12, 8]),
    ):
        body.strand(points, radii, flat=0.9, blend=6)
    return body
