"""The mark of each category: a shape as well as a colour, to be known without the colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from atlas.domain.library import CategoryId
from atlas.ui.kit.theme import Look

SIDE = 9  # pixels at 100 %


def paint_mark(
    painter: QPainter, left: float, top: float, category: CategoryId, look: Look
) -> None:
    """Paint the mark of a category into a square of `SIDE` whose corner is given."""
    area = QRectF(left, top, look.px(SIDE), look.px(SIDE))
    colour = QColor(look.theme.category(category))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match category:
        case CategoryId.LOCALIZED:
            painter.drawEllipse(area)
        case CategoryId.OSSIFICATION:
            painter.drawRoundedRect(area, 1.5, 1.5)
        case CategoryId.GENERALIZED:
            painter.drawPolygon(_corners(area, ((0.5, -0.1), (1.1, 0.5), (0.5, 1.1), (-0.1, 0.5))))
        case CategoryId.INFECTION:
            painter.drawPolygon(_corners(area, ((-0.05, 0.05), (1.05, 0.05), (0.5, 1.0))))
        case CategoryId.METABOLIC:
            _ring(painter, area, colour)
    painter.restore()


def _ring(painter: QPainter, area: QRectF, colour: QColor) -> None:
    width = area.width() / 4
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(area.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def _corners(area: QRectF, shares: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF(
        [QPointF(area.x() + x * area.width(), area.y() + y * area.height()) for x, y in shares]
    )
