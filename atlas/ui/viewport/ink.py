"""Text and lines that can be seen on any picture: a dark edge under them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

_EDGE = QColor(0, 0, 0, 170)
_HALO = QPen(
    QColor(0, 0, 0, 200),
    3.0,
    Qt.PenStyle.SolidLine,
    Qt.PenCapStyle.RoundCap,
    Qt.PenJoinStyle.RoundJoin,
)


def write(painter: QPainter, font: QFont, baseline: QPointF, text: str, colour: QColor) -> None:
    """Write one line, from `baseline` to the right."""
    shape = QPainterPath()
    shape.addText(baseline, font, text)
    painter.strokePath(shape, _HALO)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(baseline, text)


def edged(
    painter: QPainter,
    rings: Sequence[QPolygonF],
    colour: QColor,
    width: float = 1.8,
    edge: float = 4.0,
) -> None:
    """Draw closed rings with a dark edge; both widths are screen pixels.

    Ring by ring and without round joins: Qt strokes one large path ten times more slowly.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, thickness in ((_EDGE, edge), (colour, width)):
        pen = QPen(ink, thickness)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        for ring in rings:
            painter.drawPolygon(ring)


def edged_lines(
    painter: QPainter,
    lines: Sequence[QLineF],
    colour: QColor,
    width: float = 1.0,
    edge: float = 3.0,
) -> None:
    """Draw straight lines with a dark edge; both widths are screen pixels."""
    for ink, thickness in ((_EDGE, edge), (colour, width)):
        painter.setPen(QPen(ink, thickness))
        painter.drawLines(lines)
