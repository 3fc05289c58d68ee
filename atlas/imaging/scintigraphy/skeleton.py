"""A healthy body as a bone tracer shows it, in strokes. No numpy here.

Places are those of `facts`; uptake 1 is that of the lumbar spine. What is written for one side
is there on both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from atlas.imaging.scintigraphy.facts import Point


class Stroke(NamedTuple):
    """A round brush drawn along a curve; its radius runs evenly from `radius` to `end`."""

    points: tuple[Point, ...]
    radius: float
    end: float
    uptake: float

    @property
    def mirrored(self) -> Stroke:
        return self._replace(points=tuple((-x, y) for x, y in self.points))


def _stroke(uptake: float, radius: float, *points: Point, end: float | None = None) -> Stroke:
    return Stroke(points, radius, radius if end is None else end, uptake)


def _ribs() -> Iterator[Stroke]:
    """Eleven ribs of one side; the front end of each hangs lower than that of the one above."""
    widths = (58, 84, 101, 113, 122, 129, 133, 136, 137, 134, 126)
    fronts = (34, 38, 42, 47, 54, 63, 75, 88, 102, 116, 122)
    for number, (wide, front) in enumerate(zip(widths, fronts, strict=True)):
        y = 280 + 21.5 * number
        hang = min(30 + 9 * number, 98)
        behind = ((16.0, y), (wide * 0.45, y - 5), (wide * 0.85, y + 0.22 * hang))
        turn = (float(wide), y + 0.55 * hang)
        yield _stroke(0.36, 6, *behind, turn)
        if number < 10:
            yield _stroke(0.58, 6.5, turn, (wide * 0.93, y + 0.8 * hang), (float(front), y + hang))
            yield _stroke(0.75, 7, (front + 5.0, y + hang - 2), (float(front), y + hang))


def _vertebrae() -> Iterator[Stroke]:
    """Bodies with a little less between them; the thoracic ones lie deep."""
    for number in range(5):
        y = 546.0 + 31 * number
        yield _stroke(0.9, 12, (-10 - number, y), (10 + number, y))
        yield _stroke(0.7, 7, (-22 - number, y + 13), (22 + number, y + 13))
    for number in range(12):
        y = 287.0 + 20.5 * number
        yield _stroke(0.5 + 0.022 * number, 8.5, (-6, y), (6, y))
    yield _stroke(0.55, 12, (0, 215), (0, 282))
    yield _stroke(0.5, 12, (0, 290), (0, 525), end=15)
    yield _stroke(0.72, 18, (0, 540), (0, 680), end=20)


_MIDDLE = (
    _stroke(0.62, 30, (0, 160), (0, 186), end=24),  # jaws
    _stroke(0.5, 62, (0, 80), (0, 150), end=54),
    _stroke(0.85, 19, (0, 309), (0, 322), end=14),  # manubrium
    _stroke(0.78, 13, (0, 345), (0, 440), end=15),
    _stroke(0.78, 42, (0, 708), (0, 775), end=15),  # sacrum
    _stroke(0.5, 10, (0, 775), (0, 800), end=5),
)

_SIDE = (
    _stroke(0.5, 12, (58, 135), (53, 186), (28, 208), (0, 216)),
    _stroke(0.9, 9, (22, 301), (30, 303)),  # sternal end of the clavicle
    _stroke(0.5, 7, (24, 302), (85, 286), (160, 276)),
    _stroke(0.95, 11, (158, 279), (168, 281)),  # acromion
    _stroke(0.85, 10, (140, 300), (146, 304)),  # coracoid
    _stroke(0.85, 19, (180, 303), (178, 312)),  # head of the humerus
    _stroke(0.6, 12, (155, 305), (152, 330)),
    _stroke(0.36, 7, (152, 330), (138, 380), (116, 440)),
    _stroke(0.45, 9, (116, 428), (113, 442)),
    _stroke(0.34, 11, (184, 315), (200, 440), (214, 590), end=10),
    _stroke(0.55, 17, (210, 610), (228, 612)),
    _stroke(0.3, 7, (210, 630), (236, 720), (262, 850)),
    _stroke(0.3, 7, (230, 630), (256, 730), (282, 850)),
    _stroke(0.55, 14, (266, 868), (284, 870)),
    _stroke(0.38, 16, (272, 895), (280, 940)),
    _stroke(1.12, 10, (42, 694), (40, 720), (32, 756)),  # sacroiliac joint
    _stroke(0.66, 12, (48, 690), (72, 676), (104, 678), (128, 698), (134, 718)),  # crest
    _stroke(0.74, 12, (134, 714), (127, 742)),
    _stroke(0.52, 46, (86, 708), (96, 732), (92, 780), end=30),
    _stroke(0.62, 11, (48, 756), (66, 782), (78, 800)),
    _stroke(0.7, 9, (128, 744), (118, 774), (112, 792)),
    _stroke(0.9, 7, (72, 796), (90, 785), (110, 794)),  # roof of the hip
    _stroke(0.74, 25, (92, 811), (94, 814)),
    _stroke(0.55, 16, (98, 817), (124, 836)),
    _stroke(0.8, 15, (136, 832), (142, 848)),  # greater trochanter
    _stroke(0.6, 9, (112, 876), (114, 882)),
    _stroke(0.5, 19, (130, 858), (124, 905), end=14),
    _stroke(0.36, 13.5, (124, 900), (116, 1000), (108, 1140), end=13),
    _stroke(0.5, 14, (107, 1130), (100, 1205), end=32),
    _stroke(0.72, 17, (78, 1218), (76, 1224)),
    _stroke(0.7, 17, (122, 1218), (123, 1223)),
    _stroke(0.75, 19, (100, 1203), (101, 1208)),  # patella
    _stroke(0.75, 14, (78, 1252), (122, 1252)),
    _stroke(0.45, 26, (100, 1262), (98, 1310), end=16),
    _stroke(0.55, 9, (72, 814), (44, 826), (12, 842)),  # rami of the pubis
    _stroke(0.62, 8, (9, 840), (8, 864)),
    _stroke(0.5, 8, (10, 862), (32, 882), (52, 900)),
    _stroke(0.65, 12, (58, 890), (66, 878)),  # ischium
    _stroke(0.5, 11, (66, 880), (74, 840), (78, 812)),
)

_FLESH_MIDDLE = (
    _stroke(0.19, 78, (0, 90), (0, 160), end=60),
    _stroke(0.2, 60, (0, 215), (0, 300), end=75),
    _stroke(0.24, 100, (0, 330), (0, 800)),
)
_FLESH_SIDE = (
    _stroke(0.22, 84, (66, 360), (70, 480), (64, 600), (80, 760)),
    _stroke(0.2, 46, (90, 300), (172, 315)),
    _stroke(0.16, 46, (190, 320), (212, 560), (240, 700), (270, 880), end=30),
    _stroke(0.23, 94, (92, 800), (106, 960), (102, 1220), end=58),
    _stroke(0.16, 58, (102, 1200), (100, 1320)),
)

_WATER_SIDE = (_stroke(0.36, 22, (58, 560), (62, 594)),)
_BLADDER = _stroke(1.7, 21, (-13, 827), (0, 823), (15, 826))


def _both(strokes: tuple[Stroke, ...]) -> tuple[Stroke, ...]:
    return (*strokes, *(stroke.mirrored for stroke in strokes))


BONES = (*_vertebrae(), *_MIDDLE, *_both((*_SIDE, *_ribs())))
FLESH = (*_FLESH_MIDDLE, *_both(_FLESH_SIDE))
URINE = (*_both(_WATER_SIDE), _BLADDER)
