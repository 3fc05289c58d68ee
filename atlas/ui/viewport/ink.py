"""Text that can be read on any picture: a dark halo under it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

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


def edged_line(
    painter: QPainter, path: QPainterPath, colour: QColor, width: float = 1.8, edge: float = 4.0
) -> None:
    """Draw a line with a dark edge; both widths are screen pixels."""
    for pen_colour, pen_width in ((QColor(0, 0, 0, 170), edge), (colour, width)):
        pen = QPen(pen_colour, pen_width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(path, pen)
