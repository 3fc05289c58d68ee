"""The side buttons of the mouse: back and forward, over whatever panel the pointer is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from atlas.ui.session import Session


class SideButtons(QObject):
    """Watches the widgets that would keep a press to themselves; all others let it through."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def watch(self, widgets: Iterable[QWidget]) -> None:
        """Look at presses before these widgets do."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return self.take(event)
        return False

    def take(self, event: QMouseEvent) -> bool:
        """Go back or forward if it is such a button; whether it was."""
        match event.button():
            case Qt.MouseButton.BackButton:
                self._session.back()
            case Qt.MouseButton.ForwardButton:
                self._session.forward()
            case _:
                return False
        return True
