"""A hand on a widget, with the buttons and keys that qtbot leaves out of its moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

LEFT, MIDDLE, RIGHT = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.RightButton,
)
NO_KEY = Qt.KeyboardModifier.NoModifier


def drag(qtbot, viewport, button, by, *, modifier=NO_KEY, release=True):
    start = QPoint(100, 100)
    qtbot.mousePress(viewport, button, modifier, start)
    qtbot.mouseMove(viewport, start + QPoint(1, 0))
    move(viewport, start + QPoint(*by), button, modifier)
    if release:
        qtbot.mouseRelease(viewport, button, modifier, start + QPoint(*by))


def move(viewport, at, button=Qt.MouseButton.NoButton, modifier=NO_KEY):
    here = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        here,
        QPointF(viewport.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        button,
        modifier,
    )
    QApplication.sendEvent(viewport, event)


def wheel(viewport, at, notches, modifier=NO_KEY):
    here = QPointF(*at)
    event = QWheelEvent(
        here,
        QPointF(viewport.mapToGlobal(here.toPoint())),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
