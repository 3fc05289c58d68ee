"""What lies under a row of a list: chosen, under the pointer, with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from atlas.ui.kit.focus import focus_ring
from atlas.ui.kit.theme import Look

MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
"""The keys that go from row to row."""


def paint_chosen(painter: QPainter, area: QRect, look: Look) -> None:
    """A tint and a bar of 3 px at the left."""
    painter.fillRect(area, look.colour("selection"))
    painter.fillRect(QRect(area.x(), area.y(), 3, area.height()), look.colour("accent"))


def paint_ground(
    painter: QPainter, area: QRect, state: QStyle.StateFlag, look: Look, *, can_be_chosen: bool
) -> None:
    """What the state of a row asks for, under its words."""
    if state & QStyle.StateFlag.State_Selected and can_be_chosen:
        paint_chosen(painter, area, look)
    elif state & QStyle.StateFlag.State_MouseOver:
        hover = look.colour("selection")
        hover.setAlphaF(0.6)
        painter.fillRect(area, hover)
    if state & QStyle.StateFlag.State_HasFocus:
        focus_ring(painter, area, look)
