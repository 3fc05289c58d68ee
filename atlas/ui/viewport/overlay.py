"""Paints the regions of a picture: lines, names, and the light on the one pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import dist

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QTransform

from atlas.imaging.frame import Point
from atlas.ui.kit.theme import Look
from atlas.ui.viewport.ink import edged_line, write
from atlas.ui.viewport.labels import Box, Wanted, cells, placed
from atlas.ui.viewport.regions import Outline

_MARGIN = 10.0
_LEADER_FROM = 14.0  # a label further than this from its region has a line to it
_TINT = 28  # of 255


class Overlay(Enum):
    """How much is drawn over the picture."""

    NOTHING = "nothing"
    OUTLINES = "outlines"
    LABELS = "labels"

    @property
    def following(self) -> Overlay:
        """The next one round."""
        all_ = list(Overlay)
        return all_[(all_.index(self) + 1) % len(all_)]


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a region where it stands, and the point of the region its leader goes to."""

    outline: Outline
    box: QRectF
    leader: tuple[QPointF, QPointF] | None


class _Seen:
    """A region as it lies on the screen."""

    def __init__(self, outline: Outline, path: QPainterPath) -> None:
        self.outline = outline
        self.path = path
        self.rings: list[list[Point]] = [
            [(point.x(), point.y()) for point in polygon.toList()]
            for polygon in path.toSubpathPolygons()
        ]


def transformed(outlines: Sequence[Outline], to_screen: QTransform) -> list[QPainterPath]:
    """Each outline as it lies on the screen."""
    return [to_screen.map(outline.path) for outline in outlines]


def labelled(
    outlines: Sequence[Outline],
    to_screen: QTransform,
    area: QRectF,
    taken: Sequence[QRectF],
    look: Look,
) -> tuple[Label, ...]:
    """The names of the outlines in sight, laid out in `area` and off the `taken` rectangles."""
    metrics = QFontMetricsF(look.font(12))
    inner = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    shapes = zip(outlines, transformed(outlines, to_screen), strict=True)
    seen = [_Seen(outline, path) for outline, path in shapes if path.intersects(area)]
    wanted = [
        Wanted(
            _box(one.path.boundingRect()),
            metrics.horizontalAdvance(one.outline.label),
            metrics.ascent() + metrics.descent(),
        )
        for one in seen
    ]
    lines = cells((ring for one in seen for ring in one.rings), _box(area))
    boxes = placed(wanted, _box(inner), [_box(rect) for rect in taken], lines)
    return tuple(
        Label(one.outline, rect := _rect(box), _leader(one.rings, rect, inner))
        for one, box in zip(seen, boxes, strict=True)
        if box
    )


def paint_outlines(
    painter: QPainter,
    outlines: Sequence[Outline],
    to_screen: QTransform,
    lit: frozenset[str],
) -> None:
    """Draw the lines; a lit one stronger, last, and lightly filled."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shapes = zip(outlines, transformed(outlines, to_screen), strict=True)
    for outline, path in sorted(shapes, key=lambda shape: shape[0].name in lit):
        if outline.name in lit:
            tint = QColor(outline.colour)
            tint.setAlpha(_TINT)
            painter.fillPath(path, tint)
            edged_line(painter, path, outline.colour, 2.6, 5.0)
        else:
            edged_line(painter, path, outline.colour)


def paint_labels(
    painter: QPainter, labels: Sequence[Label], lit: frozenset[str], look: Look
) -> None:
    """Write the names and draw the leaders of those that stand away."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for label in labels:
        if label.leader:
            line = QPainterPath(label.leader[0])
            line.lineTo(label.leader[1])
            edged_line(painter, line, label.outline.colour, 1.0, 3.0)
    font = look.font(12)
    ascent = QFontMetricsF(font).ascent()
    for label in labels:
        colour = label.outline.colour
        if label.outline.name in lit:
            colour = colour.lighter(120)
        baseline = QPointF(label.box.left(), label.box.top() + ascent)
        write(painter, font, baseline, label.outline.label, colour)


def label_at(labels: Sequence[Label], point: QPointF) -> Outline | None:
    """The region whose name is under a screen point."""
    return next((label.outline for label in labels if label.box.contains(point)), None)


def _leader(
    rings: Sequence[Sequence[Point]], box: QRectF, inner: QRectF
) -> tuple[QPointF, QPointF] | None:
    """From the middle of a side of the label to the nearest corner of the region in sight."""
    beside = box.adjusted(-_LEADER_FROM, -_LEADER_FROM, _LEADER_FROM, _LEADER_FROM)
    sight = _box(inner)
    corners = [p for ring in rings for p in ring if _holds(sight, p)]
    if not corners or any(_holds(_box(beside), corner) for corner in corners):
        return None
    middle = box.center()
    ends = (
        (box.left() - 4, middle.y()),
        (box.right() + 4, middle.y()),
        (middle.x(), box.top() - 2),
        (middle.x(), box.bottom() + 2),
    )
    nearest = min(corners, key=lambda corner: dist(corner, middle.toTuple()))
    start = min(ends, key=lambda end: dist(end, nearest))
    return QPointF(*start), QPointF(*min(corners, key=lambda corner: dist(corner, start)))


def _holds(box: Box, point: Point) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _rect(box: Box) -> QRectF:
    return QRectF(QPointF(*box[:2]), QPointF(*box[2:]))


def _box(rect: QRectF) -> Box:
    return (rect.left(), rect.top(), rect.right(), rect.bottom())
