"""The shape of the pointer over a picture: what the left button would do there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPainterPath, QPen, QPixmap

from atlas.imaging.view import Tool, panning, zooming

_SIDE = 24
_LIGHT = QColor("#f4f6f8")


def cursor_of(tool: Tool, ratio: float, *, held: bool) -> QCursor:
    """The cursor of a tool; a hand that is `held` closes, a window tool shows its half moon."""
    if tool is panning:
        shape = Qt.CursorShape
        return QCursor(shape.ClosedHandCursor if held else shape.OpenHandCursor)
    if tool is zooming:
        return _drawn(_lens(), ratio, QPointF(9, 9))
    return _drawn(_half_moon(), ratio, QPointF(12, 12)) if held else QCursor()


def _lens() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(9, 9), 6, 6)
    path.moveTo(13.5, 13.5)
    path.lineTo(20, 20)
    return path


def _half_moon() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 8, 8)
    path.moveTo(12, 4)
    path.arcTo(QRectF(4, 4, 16, 16), 90, -180)
    path.closeSubpath()
    return path


def _drawn(path: QPainterPath, ratio: float, hot: QPointF) -> QCursor:
    pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(0, 0, 0, 200), 3.6), (_LIGHT, 1.6)):
        painter.strokePath(path, QPen(colour, width))
    painter.end()
    return QCursor(pixmap, round(hot.x()), round(hot.y()))
