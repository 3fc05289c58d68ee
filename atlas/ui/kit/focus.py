"""Where the keyboard is: an outline inside the control, the same everywhere."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen

from atlas.ui.kit.theme import Look

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def focus_ring(painter: QPainter, area: QRect, look: Look) -> None:
    """A 2 px outline in the accent colour, just inside `area`."""
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 3, 3)


def by_keyboard(event: QFocusEvent) -> bool:
    """Whether the reader came by key; one who clicked knows where the focus is."""
    return event.reason() in _BY_KEYBOARD
