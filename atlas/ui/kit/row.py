"""What lies under a row of a list: chosen, under the pointer, with the keyboard."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QCursor, QPainter
from PySide6.QtWidgets import QAbstractItemView

from atlas.ui.kit.focus import focus_ring
from atlas.ui.kit.theme import Look

MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
"""The keys that go from row to row."""


class RowState(NamedTuple):
    """What a row is while it is painted."""

    chosen: bool
    hovered: bool
    focused: bool


def state_of(
    view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex, area: QRect
) -> RowState:
    """The state of a row that is painted at `area` of the viewport.

    It is asked of the view: the flags of Qt's own option are in QStyle among 500 other names,
    which a start would feel (decision 12).
    """
    return RowState(
        chosen=view.selectionModel().isSelected(index),
        hovered=view.underMouse() and area.contains(view.viewport().mapFromGlobal(QCursor.pos())),
        focused=view.hasFocus() and view.currentIndex() == index,
    )


def paint_chosen(painter: QPainter, area: QRect, look: Look) -> None:
    """A tint and a bar of 3 px at the left."""
    painter.fillRect(area, look.colour("selection"))
    painter.fillRect(QRect(area.x(), area.y(), 3, area.height()), look.colour("accent"))


def paint_ground(
    painter: QPainter, area: QRect, state: RowState, look: Look, *, can_be_chosen: bool
) -> None:
    """What the state of a row asks for, under its words."""
    if state.chosen and can_be_chosen:
        paint_chosen(painter, area, look)
    elif state.hovered:
        hover = look.colour("selection")
        hover.setAlphaF(0.6)
        painter.fillRect(area, hover)
    if state.focused:
        focus_ring(painter, area, look)
