"""Paints the regions of a picture: lines, names, and the light on the one pointed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from math import dist

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF, QTransform

from atlas.imaging.frame import Point
from atlas.ui.kit.theme import Look
from atlas.ui.viewport.ink import edged, edged_lines, write
from atlas.ui.viewport.labels import Box, Wanted, cells, overlap, placed
from atlas.ui.viewport.regions import Outline, filled

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
        every = list(Overlay)
        return every[(every.index(self) + 1) % len(every)]


@dataclass(frozen=True, slots=True)
class Seen:
    """A region as it lies on the screen: its rings in sight, each with the box round it."""

    outline: Outline
    rings: tuple[tuple[QPolygonF, Box], ...]

    @property
    def box(self) -> Box:
        """The box round all that is in sight."""
        lefts, tops, rights, bottoms = zip(*(box for _, box in self.rings), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a region where it stands, and its leader where it stands away."""

    outline: Outline
    box: QRectF
    leader: QLineF | None


def in_sight(outlines: Iterable[Outline], to_screen: QTransform, area: QRectF) -> tuple[Seen, ...]:
    """The regions of which something lies in `area`, exactly where the picture has them."""
    sight = _box(area)
    found = (Seen(outline, tuple(_rings(outline, to_screen, sight))) for outline in outlines)
    return tuple(one for one in found if one.rings)


def labelled(
    seen: Sequence[Seen], area: QRectF, taken: Sequence[QRectF], look: Look
) -> tuple[Label, ...]:
    """The names of regions laid out in `area`, off the lines and off the `taken` rectangles."""
    metrics = QFontMetricsF(look.font(12))
    height = metrics.ascent() + metrics.descent()
    wanted = [Wanted(one.box, metrics.horizontalAdvance(one.outline.label), height) for one in seen]
    inner = _box(area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
    rings = ((partial(_points, ring), box) for one in seen for ring, box in one.rings)
    lines = cells(rings, _box(area))
    boxes = placed(wanted, inner, [_box(rect) for rect in taken], lines)
    return tuple(
        Label(one.outline, _rect(box), _leader(one, box, inner))
        for one, box in zip(seen, boxes, strict=True)
        if box
    )


def paint_outlines(painter: QPainter, seen: Sequence[Seen], lit: frozenset[str]) -> None:
    """Draw the lines; a lit one stronger, last, and lightly filled."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in sorted(seen, key=lambda one: one.outline.name in lit):
        colour, rings = one.outline.colour, [ring for ring, _ in one.rings]
        if one.outline.name in lit:
            tint = QColor(colour)
            tint.setAlpha(_TINT)
            painter.fillPath(filled(rings), tint)
            edged(painter, rings, colour, 2.6, 5.0)
        else:
            edged(painter, rings, colour)


def paint_labels(
    painter: QPainter, labels: Sequence[Label], lit: frozenset[str], look: Look
) -> None:
    """Write the names and draw the leaders of those that stand away."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for label in labels:
        if label.leader:
            edged_lines(painter, [label.leader], label.outline.colour)
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


def _rings(outline: Outline, to_screen: QTransform, sight: Box) -> Iterator[tuple[QPolygonF, Box]]:
    for ring in outline.rings:
        mapped = to_screen.map(ring)
        box = _box(mapped.boundingRect())
        if overlap(box, sight):
            yield mapped, box


def _leader(seen: Seen, label: Box, inner: Box) -> QLineF | None:
    """From the label to the nearest corner of the region in sight; None if that is close."""
    middle = ((label[0] + label[2]) / 2, (label[1] + label[3]) / 2)
    ring, _ = min(seen.rings, key=lambda ring: _distance(ring[1], middle))
    corners = [point for point in _points(ring) if _distance(inner, point) == 0]
    if not corners or min(_distance(label, corner) for corner in corners) < _LEADER_FROM:
        return None
    nearest = min(corners, key=lambda corner: dist(corner, middle))
    start = _way_out(label, nearest)
    return QLineF(QPointF(*start), QPointF(*min(corners, key=lambda corner: dist(corner, start))))


def _way_out(label: Box, towards: Point) -> Point:
    """Where a leader leaves its label: straight up or down if it can, else beside the text."""
    left, top, right, bottom = label
    middle = (top + bottom) / 2
    if left <= towards[0] <= right:
        return towards[0], (top - 1 if towards[1] < middle else bottom + 1)
    return (left - 4 if towards[0] < left else right + 4), middle


def _distance(box: Box, point: Point) -> float:
    """How far a point is from a box, 0 inside."""
    across = max(box[0] - point[0], 0.0, point[0] - box[2])
    along = max(box[1] - point[1], 0.0, point[1] - box[3])
    return max(across, along)


def _points(ring: QPolygonF) -> list[Point]:
    return [(point.x(), point.y()) for point in ring.toList()]


def _rect(box: Box) -> QRectF:
    return QRectF(QPointF(*box[:2]), QPointF(*box[2:]))


def _box(rect: QRectF) -> Box:
    return (rect.left(), rect.top(), rect.right(), rect.bottom())
