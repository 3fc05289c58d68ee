"""Text and lines that can be seen on any picture: a dark edge under them."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

EDGE = QColor(0, 0, 0, 170)
"""Under a line."""
PLATE = QColor(0, 0, 0, 178)
"""Under text on bright ground."""
_HALO = QPen(
    QColor(0, 0, 0, 200),
    3.0,
    Qt.PenStyle.SolidLine,
    Qt.PenCapStyle.RoundCap,
    Qt.PenJoinStyle.RoundJoin,
)

# A line is stroked once and kept: while a window is dragged only one of them changes.
_LINES: dict[tuple[str, str, int, float], QImage] = {}
_MOST_LINES = 200
_AROUND = 3  # room for the halo


def write(painter: QPainter, font: QFont, baseline: QPointF, text: str, colour: QColor) -> None:
    """Write one line, from `baseline` to the right, set on whole device pixels."""
    ratio = painter.device().devicePixelRatioF()
    key = (text, font.key(), colour.rgba(), ratio)
    line = _LINES.get(key)
    if line is None:
        if len(_LINES) >= _MOST_LINES:
            _LINES.clear()
        line = _LINES[key] = _written(font, text, colour, ratio)
    at = baseline - QPointF(_AROUND, _AROUND + QFontMetricsF(font).ascent())
    at = QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)
    painter.drawImage(at, line)


def _written(font: QFont, text: str, colour: QColor, ratio: float) -> QImage:
    metrics = QFontMetricsF(font)
    width = ceil(metrics.horizontalAdvance(text)) + 2 * _AROUND
    size = QSize(width, ceil(metrics.height()) + 2 * _AROUND) * ratio
    line = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    line.setDevicePixelRatio(ratio)
    line.fill(Qt.GlobalColor.transparent)
    baseline = QPointF(_AROUND, _AROUND + metrics.ascent())
    shape = QPainterPath()
    shape.addText(baseline, font, text)
    painter = QPainter(line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(shape, _HALO)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(baseline, text)
    painter.end()
    return line


class Stroke(NamedTuple):
    """A line and the dark edge under it, in screen pixels."""

    width: float
    edge: float


def strike(painter: QPainter, rings: Sequence[QPolygonF], colour: QColor, width: float) -> None:
    """Draw closed rings; the width is screen pixels.

    Ring by ring and without round joins: Qt strokes one large path ten times more slowly.
    """
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
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
    for ink, thickness in ((EDGE, edge), (colour, width)):
        painter.setPen(QPen(ink, thickness))
        painter.drawLines(lines)
