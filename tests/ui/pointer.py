"""The pointer over a view, whatever buttons and windows earlier tests have left."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication


def point_at(view: QAbstractItemView, spot: QPoint) -> None:
    """Bring the pointer into a view, to a point of its viewport."""
    at = view.viewport().mapToGlobal(spot)
    QCursor.setPos(at)
    QApplication.sendEvent(view, QEnterEvent(QPointF(spot), QPointF(spot), QPointF(at)))
