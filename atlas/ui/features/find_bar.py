"""Finding words within the page that is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from atlas.ui.features.text import PageText
from atlas.ui.kit.line import ClearableLine
from atlas.ui.kit.theme import Look


class FindBar(QWidget):
    """A line over the text; hidden until it is asked for, and by Esc again."""

    closed = Signal()

    def __init__(self, text: PageText, look: Look) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = text
        self._found: list[QTextCursor] = []
        self._at = 0
        self.box = ClearableLine(look, "Find in this page")
        self.count = QLabel()
        self.count.setProperty("quiet", True)
        back = _button("↑", "Previous match (Shift+F3)", lambda: self.step(-1))
        on = _button("↓", "Next match (F3)", lambda: self.step(1))
        away = _button("×", "Close (Esc)", self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 8, 12, 8)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.count)
        for button in (back, on, away):
            row.addWidget(button)
        self.box.textChanged.connect(self.refresh)
        self.box.installEventFilter(self)
        self.hide()

    def open_bar(self) -> None:
        self.show()
        self.box.setFocus()
        self.box.selectAll()
        self.refresh()

    def close_bar(self) -> None:
        self.hide()
        self._found = self._text.mark("")
        self.closed.emit()

    def refresh(self) -> None:
        """Look again: other words, or another page."""
        if self.isHidden():
            return
        self._found = self._text.mark(self.box.text().strip())
        self._at = 0
        self._show()

    def step(self, by: int) -> None:
        """Go to the next match, or with -1 to the one before, round at the ends."""
        if self.isHidden():
            self.open_bar()
        elif self._found:
            self._at = (self._at + by) % len(self._found)
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step(-1 if shifted else 1)
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        if self._found:
            self._text.show_match(self._found, self._at)
            self.count.setText(f"{self._at + 1} of {len(self._found)}")
        else:
            self.count.setText("not found" if self.box.text().strip() else "")


def _button(text: str, tip: str, pressed: object) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(pressed)
    return button
