"""The outlined parts of a picture, in picture points: what they are and which one is hit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPolygonF

from atlas.domain.plate import Region
from atlas.imaging.frame import Frame, Point, Ring
from atlas.ui.kit.theme import region_colour


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """One region that the picture really has, in picture points and square picture pixels.

    `path` is all of its rings, filled by the even-odd rule.
    """

    name: str
    label: str
    colour: QColor
    rings: tuple[QPolygonF, ...]
    path: QPainterPath
    area: float


def outlines_of(frame: Frame, regions: Iterable[Region]) -> tuple[Outline, ...]:
    """The regions of a plate that are in its frame, coloured by their position on the plate."""
    return tuple(
        _outline(region, region_colour(number), frame.outlines[region.name])
        for number, region in enumerate(regions)
        if frame.outlines.get(region.name)
    )


def hit(outlines: Iterable[Outline], point: Point, reach: float) -> Outline | None:
    """The smallest region that holds the point, else the smallest within `reach` picture pixels.

    The reach is for specks too small to be pointed at.
    """
    inside = [outline for outline in outlines if outline.path.contains(QPointF(*point))]
    if not inside:
        near = QRectF(point[0] - reach, point[1] - reach, 2 * reach, 2 * reach)
        inside = [outline for outline in outlines if outline.path.intersects(near)]
    return min(inside, key=lambda outline: outline.area, default=None)


def filled(rings: Iterable[QPolygonF]) -> QPainterPath:
    """What lies inside closed rings: a ring within a ring is a hole."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in rings:
        path.addPolygon(ring)
        path.closeSubpath()
    return path


def _outline(region: Region, colour: QColor, rings: tuple[Ring, ...]) -> Outline:
    polygons = tuple(QPolygonF([QPointF(x, y) for x, y in ring]) for ring in rings)
    area = sum(_areas(rings, polygons))
    return Outline(region.name, region.label, colour, polygons, filled(polygons), area)


def _areas(rings: tuple[Ring, ...], polygons: tuple[QPolygonF, ...]) -> Iterator[float]:
    """The area of each ring, negative where it is a hole: inside an odd number of others."""
    boxes = [polygon.boundingRect() for polygon in polygons]
    for number, ring in enumerate(rings):
        first = QPointF(*ring[0])
        depth = sum(
            other != number
            and boxes[other].contains(first)
            and polygons[other].containsPoint(first, Qt.FillRule.OddEvenFill)
            for other in range(len(rings))
        )
        yield -_area(ring) if depth % 2 else _area(ring)


def _area(ring: Ring) -> float:
    following = (*ring[1:], ring[0])
    return (
        abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, following, strict=True))) / 2
    )
