"""Paints the regions of a picture: lines, names, and the light on the one pointed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF, QTransform

from atlas.ui.kit.theme import Look
from atlas.ui.viewport.geometry import Box, Line, box_of, cut, distance, overlap, within
from atlas.ui.viewport.ink import EDGE, Stroke, edged_lines, strike, write
from atlas.ui.viewport.labels import SMALL, Ring, Wanted, cells, placed, thinned
from atlas.ui.viewport.regions import Outline, filled

if TYPE_CHECKING:
    # numpy takes a tenth of a second to import; the window is painted before it is needed.
    import numpy as np
    from numpy.typing import NDArray

_MARGIN = 10.0
_SPECK = 14.0  # a ring no larger than this is drawn thin, or its line would hide it
_GRAIN, _AROUND = 7.0, 2.0  # one smaller than this has its line so far round it
_LINE, _THIN = Stroke(1.8, 4.0), Stroke(1.0, 2.0)
_LIT_LINE, _LIT_THIN = Stroke(2.6, 5.0), Stroke(2.0, 3.6)
_TINT = 56  # of 255
_FAINT, _FAINT_NAME = 0.35, 0.6  # what is not lit, while something is


class Seen(NamedTuple):
    """A region as it lies on the screen: its rings in sight, each with the box round it."""

    outline: Outline
    rings: tuple[tuple[QPolygonF, Box], ...]

    @property
    def box(self) -> Box:
        """The box round all that is in sight."""
        lefts, tops, rights, bottoms = zip(*(box for _, box in self.rings), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def lines(self) -> list[tuple[Ring, Box]]:
        """The points of each ring and the box round it; a small one is as good as its box."""
        return [(_points(ring, box), box) for ring, box in self.rings]


class Label(NamedTuple):
    """The name of a region where it stands, what it points at, and its leader if that is away."""

    outline: Outline
    box: QRectF
    tip: QPointF
    leader: QLineF | None


class Room(NamedTuple):
    """Where labels may stand: not on `taken`, rather not where `ground` shows something.

    `before` are the boxes where names stood, moved with the picture.
    """

    area: QRectF
    taken: tuple[QRectF, ...] = ()
    ground: NDArray[np.float32] | None = None
    before: Mapping[str, QRectF] = MappingProxyType({})


def in_sight(outlines: Iterable[Outline], to_screen: QTransform, area: QRectF) -> tuple[Seen, ...]:
    """The regions of which something lies in `area`, exactly where the picture has them."""
    sight = box_of(area)
    found = (Seen(outline, tuple(_rings(outline, to_screen, sight))) for outline in outlines)
    return tuple(one for one in found if one.rings)


def labelled(
    seen: Sequence[Seen], named: frozenset[str] | None, room: Room, look: Look
) -> tuple[Label, ...]:
    """The names of regions laid out in a room, off the lines of all; only some if so asked."""
    lines = [(one, one.lines()) for one in seen]
    inner = box_of(room.area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
    asked = [(one, rings) for one, rings in lines if named is None or one.outline.name in named]
    if not asked:
        return ()
    places = placed(
        [_wanted(one, rings, inner, room, look) for one, rings in asked],
        inner,
        [box_of(rect) for rect in room.taken],
        cells((ring for _, rings in lines for ring in rings), box_of(room.area)),
        room.ground,
    )
    return tuple(
        Label(one.outline, _rect(place.box), QPointF(*place.tip), _line(place.leader))
        for (one, _), place in zip(asked, places, strict=True)
        if place
    )


def paint_outlines(painter: QPainter, seen: Sequence[Seen], lit: frozenset[str]) -> None:
    """Draw the lines; while one is lit the others step back, and it is stronger and filled.

    Dark edges lie below all lines of their kind: close rings do not bury each other.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bright = [one for one in seen if one.outline.name in lit]
    painter.setOpacity(_FAINT if bright else 1.0)
    _paint_lines(painter, [one for one in seen if one not in bright], _LINE, _THIN)
    painter.setOpacity(1.0)
    for one in bright:
        tint = QColor(one.outline.colour)
        tint.setAlpha(_TINT)
        painter.fillPath(filled(ring for ring, _ in one.rings), tint)
    _paint_lines(painter, bright, _LIT_LINE, _LIT_THIN)


def paint_labels(
    painter: QPainter, labels: Sequence[Label], lit: frozenset[str], look: Look
) -> None:
    """Write the names and draw the leaders of those that stand away."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = look.font(12)
    ascent = QFontMetricsF(font).ascent()
    any_lit = any(label.outline.name in lit for label in labels)
    for label in sorted(labels, key=lambda label: label.outline.name in lit):
        colour = label.outline.colour
        is_lit = label.outline.name in lit
        painter.setOpacity(_FAINT_NAME if any_lit and not is_lit else 1.0)
        if label.leader:
            edged_lines(painter, [label.leader], colour, 1.6 if is_lit else 1.0)
        if is_lit:
            colour = colour.lighter(120)
        baseline = QPointF(label.box.left(), label.box.top() + ascent)
        write(painter, font, baseline, label.outline.label, colour)
    painter.setOpacity(1.0)


def label_at(labels: Sequence[Label], point: QPointF) -> Outline | None:
    """The region whose name is under a screen point."""
    return next((label.outline for label in labels if label.box.contains(point)), None)


def _paint_lines(painter: QPainter, seen: Sequence[Seen], usual: Stroke, thin: Stroke) -> None:
    sorts = [
        (one, stroke, _of_size(one, small=stroke is thin))
        for one in seen
        for stroke in (usual, thin)
    ]
    for _, stroke, rings in sorts:
        strike(painter, rings, EDGE, stroke.edge)
    for one, stroke, rings in sorts:
        strike(painter, rings, one.outline.colour, stroke.width)


def _of_size(seen: Seen, *, small: bool) -> list[QPolygonF]:
    """Those rings that are specks on the screen, or those that are not."""
    sized = ((ring, max(box[2] - box[0], box[3] - box[1])) for ring, box in seen.rings)
    return [
        _round_about(ring, side) if side < _GRAIN else ring
        for ring, side in sized
        if (side < _SPECK) == small
    ]


def _round_about(ring: QPolygonF, side: float) -> QPolygonF:
    """The ring of a grain let out, so that the grain is seen within it."""
    middle = ring.boundingRect().center()
    larger = QTransform.fromTranslate(middle.x(), middle.y())
    factor = (side + 2 * _AROUND) / max(side, 0.5)
    larger.scale(factor, factor)
    return larger.map(ring.translated(-middle))


def _wanted(
    one: Seen, rings: Iterable[tuple[Ring, Box]], inner: Box, room: Room, look: Look
) -> Wanted:
    metrics = QFontMetricsF(look.font(12))
    before = room.before.get(one.outline.name)
    points = [
        point
        for ring, box in rings
        for point in thinned(ring)
        if within(box, inner) or distance(inner, point) == 0
    ]
    return Wanted(
        one.box,
        points or [cut(one.box, inner)[:2]],
        metrics.horizontalAdvance(one.outline.label),
        metrics.ascent() + metrics.descent(),
        box_of(before) if before else None,
    )


def _rings(outline: Outline, to_screen: QTransform, sight: Box) -> Iterator[tuple[QPolygonF, Box]]:
    for ring in outline.rings:
        mapped = to_screen.map(ring)
        box = box_of(mapped.boundingRect())
        if overlap(box, sight):
            yield mapped, box


def _points(ring: QPolygonF, box: Box) -> Ring:
    left, top, right, bottom = box
    if max(right - left, bottom - top) <= SMALL:
        x, y = (left + right) / 2, (top + bottom) / 2
        return (left, y), (right, y), (x, top), (x, bottom)
    return [(point.x(), point.y()) for point in ring.toList()]


def _line(leader: Line | None) -> QLineF | None:
    return QLineF(QPointF(*leader[0]), QPointF(*leader[1])) if leader else None


def _rect(box: Box) -> QRectF:
    return QRectF(QPointF(*box[:2]), QPointF(*box[2:]))
