"""Thoracic spine from the side, the arms raised; the front on the left of the picture."""

from __future__ import annotations

from anatomy.bones import spine
from anatomy.bones.vertebra import Place, Vertebra, bone
from anatomy.flesh import muscle
from anatomy.shapes import Body, closed_spline, turned
from anatomy.tissue import AIR, CORTEX, FAT, MUSCLE, SPONGIOSA
from anatomy.view import Frame, View

_LUNG = 0.5  # of what air takes away; the rest is blood and the other side's breath
_SKIN = [
    (-230, 380), (-40, 380), (60, 372), (82, 350), (98, 300), (110, 240), (112, 180), (104, 110),
    (94, 40), (90, -60), (-230, -60),
]  # fmt: skip


def view() -> View:
    levels = [*spine.thoracic_levels(), *spine.lumbar_levels()[:4]]
    column = spine.stacked(levels, (8.0, 0.0), -10.0)
    plates = spine.plates(column)
    thoracic = column[2:-2]
    return View(
        projection="Lateral",
        side="midline",
        frame=Frame(-78, 112, 60, 332, 0.3),
        skin=Body(FAT, FAT, noise=0, rough=0.8, rough_length=15).outline(
            closed_spline(_SKIN, 300, 200), 150, edge=95, smooth=False, cortex=2.0, core=FAT
        ),
        bones=[*(bone(one) for one in column), *_ribs(column)],
        flesh=_flesh(column),
        landmarks={one.name: (*one.middle, 0) for one in thoracic},
        courses={
            **plates,
            **spine.discs(plates, column),
            "anterior-ligament": spine.front_line(thoracic),
        },
        marker=(88, 312),
        beam=0.62,
        look={"scatter": 0.08, "equal": 0.7, "reach": 24, "quanta": 60000, "light": 99.4},
        collimated=5,
    )


def _ribs(column: list[Vertebra]) -> list[Body]:
    """A pair at each vertebra, from its upper edge back, out, and round to the front."""
    ribs = []
    for number, one in enumerate(column[:11]):
        x, y, _ = one.placed((one.shape.half[0] - 1, one.shape.back / 2, 0))
        wide = 72 + 58 * min(number / 6, 1)
        long = 150 + 60 * min(number / 5, 1)
        fall = 52 + 34 * min(number / 8, 1)
        for side in (-1, 1):
            near = side * (1 if number % 2 else 0.98)
            ways: list[Place] = [
                (0, 0, 0.13), (8, 2, 0.22), (20, -1, 0.4), (27, -8, 0.62), (22, -0.24 * fall, 0.85),
                (0, -0.42 * fall, 0.99), (-0.38 * long, -0.74 * fall, 1.0),
                (-0.95 * long, -1.15 * fall, 0.8),
            ]  # fmt: skip
            points = [(x + dx, y + dy - 1.5 * side, near * wide * share) for dx, dy, share in ways]
            body = Body(0.72 * CORTEX, 0.12 * SPONGIOSA, noise=0.6, rough=0.45, rough_length=6)
            body.strand(points, [2.6, 2.8, 3.1, 3.1, 3.0, 3.0, 3.1, 3.2], flat=1.75,
                        flat_along=(0.25, 1, 0), cortex=0.75, core=0.12 * SPONGIOSA)  # fmt: skip
            ribs.append(body)
    return ribs


def _flesh(column: list[Vertebra]) -> list[Body]:
    inner = Body(MUSCLE, MUSCLE, noise=0, rough=1.2, rough_length=14)
    ring = [(x - (12 if x > -200 else -4), y) for x, y in _SKIN]
    under = closed_spline(ring, 300, 200)
    inner.outline(under, 138, edge=86, smooth=False, cortex=2.0, core=MUSCLE)
    girdle = muscle()
    for side in (-1, 1):
        girdle.ellipsoid((-20, 352, side * 120), (110, 66, 60), turned(about_z=-12))
    return [inner, girdle, *_lungs(column), _heart(), _aorta(column)]


def _lungs(column: list[Vertebra]) -> list[Body]:
    """Both lungs beside the spine, down to the domes of the diaphragm."""
    found = []
    backs = [one.placed((one.shape.half[0] + 32, 0, 0)) for one in column[:11]]
    for side, dome in ((-1, 62), (1, 50)):
        behind = [(x, y) for x, y, _ in backs if y > dome - 24]
        low = behind[-1]
        outline = [
            (-200, 330), (-40, 336), (10, 334), *behind, (low[0] - 16, low[1] - 8),
            (0, dome - 2), (-50, dome + 6), (-110, dome), (-200, dome - 16),
        ]  # fmt: skip
        body = Body(
            _LUNG * AIR, _LUNG * AIR, noise=0.35, cell=3.4, stretch=3, axis=(0.6, 0.8, 0), rough=1,
            rough_length=14,
        )  # fmt: skip
        body.outline(closed_spline(outline, 300, 60), 50, edge=30, middle=(0, 0, side * 74),
                     smooth=False, cortex=2.0, core=_LUNG * AIR)  # fmt: skip
        found.append(body)
    return found


def _heart() -> Body:
    heart = Body(0.006, 0.006, noise=0, rough=1, rough_length=20)
    return heart.ellipsoid((-96, 128, 10), (62, 76, 48), turned(about_z=24))


def _aorta(column: list[Vertebra]) -> Body:
    """The descending aorta, beside and before the spine: seen against the lung."""
    aorta = Body(0.012, 0.012, noise=0, rough=0.8, rough_length=14)
    line = [one.placed((-one.shape.half[0] - 2, 0, 22)) for one in column[2:11:2]]
    return aorta.strand(line, [12, 12, 11.5, 11, 10.5], blend=6)
