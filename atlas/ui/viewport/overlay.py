"""Paints the regions of a picture: lines, names, and the light on the one pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QTransform

from atlas.ui.kit.theme import Look
from atlas.ui.viewport.ink import edged_line, write
from atlas.ui.viewport.labels import Box, Wanted, placed
from atlas.ui.viewport.regions import Outline

_MARGIN = 10.0
_LEADER_FROM = 14.0  # a label further than this from its region has a line to it
_TINT = 38  # of 255


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
    seen = [
        (outline, path)
        for outline, path in zip(outlines, transformed(outlines, to_screen), strict=True)
        if outline.label and path.intersects(area)
    ]
    wanted = [
        Wanted(
            _box(path.boundingRect()),
            metrics.horizontalAdvance(outline.label),
            metrics.ascent() + metrics.descent(),
        )
        for outline, path in seen
    ]
    boxes = placed(wanted, _box(inner), [_box(rect) for rect in taken])
    return tuple(
        Label(
            outline,
            rect := QRectF(QPointF(*box[:2]), QPointF(*box[2:])),
            _leader(path, rect, inner),
        )
        for (outline, path), box in zip(seen, boxes, strict=True)
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


def _leader(path: QPainterPath, box: QRectF, inner: QRectF) -> tuple[QPointF, QPointF] | None:
    """From the label's near end to the nearest corner of the outline that is in sight."""
    middle = box.center().y()
    ends = (QPointF(box.left() - 4, middle), QPointF(box.right() + 4, middle))
    corners = [point for polygon in path.toSubpathPolygons() for point in polygon.toList()]
    corners = [point for point in corners if inner.contains(point)]
    if not corners or any(_near(box, point) for point in corners):
        return None
    start, end = min(
        ((start, corner) for start in ends for corner in corners),
        key=lambda line: (line[0] - line[1]).manhattanLength(),
    )
    return start, end


def _near(box: QRectF, point: QPointF) -> bool:
    reach = _LEADER_FROM
    return box.adjusted(-reach, -reach, reach, reach).contains(point)


def _box(rect: QRectF) -> Box:
    return (rect.left(), rect.top(), rect.right(), rect.bottom())
