"""A line to type in, with a cross at its end that empties it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from atlas.ui.kit.icons import icon
from atlas.ui.kit.theme import Look


class ClearableLine(QLineEdit):
    """The cross is there while there is something to empty, and never takes the focus."""

    def __init__(self, look: Look, placeholder: str) -> None:
        super().__init__(placeholderText=placeholder)
        self.setAccessibleName(placeholder)
        self._cross = QToolButton(self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.setAccessibleName(f"Empty: {placeholder}")
        self._cross.setToolTip("Empty (Esc)")
        self._cross.setProperty("inside", True)
        self._cross.hide()
        self._cross.clicked.connect(self.clear)
        self.textChanged.connect(self._arrange)
        self.dress(look)

    @Slot(Look)
    def dress(self, look: Look) -> None:
        """Take the colours and the size of a look."""
        side = look.px(16)
        self._cross.setIcon(QIcon(icon("close", look.theme.muted, look.theme.faint)))
        self._cross.setIconSize(QSize(side, side))
        self._cross.setFixedSize(side + 8, side + 8)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def at_left(self) -> int:
        """Pixels that something else needs at the left."""
        return 0

    @Slot()
    def _arrange(self) -> None:
        self._cross.setVisible(bool(self.text()))
        width = self._cross.width()
        self._cross.move(self.width() - width - 5, (self.height() - width) // 2)
        self.setTextMargins(self.at_left(), 0, width if self.text() else 0, 0)
