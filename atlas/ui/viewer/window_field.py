"""A number of the window, shown live and typed in directly."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from atlas.ui.kit.theme import Look
from atlas.ui.viewport.shown import number

_STEP = 10.0
_SHORTEST, _WIDEST = "−500", "−100000"
_NUMBER = r"\s*[-−–+]?\d{0,6}([.,]\d{0,3})?\s*"


class WindowField(QLineEdit):
    """Enter or leaving it applies, Esc restores, Up and Down step. What is no number is dropped."""

    typed = Signal(float)
    left = Signal()
    """The reader has done with the field by Esc."""

    def __init__(self, name: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}: type a number, Enter applies, Esc restores")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._value: float | None = None
        self.editingFinished.connect(self._apply)
        self.dress(look)

    def show_value(self, value: float | None) -> None:
        """Show the value as it is now, unless the reader is just typing another."""
        self._value = value
        self.setEnabled(value is not None)
        if value is not None and self.validator() is None:
            self._take_numbers_only()
        if not (self.hasFocus() and self.isModified()) or value is None:
            self._restore()

    def dress(self, look: Look) -> None:
        """Take another size of text."""
        advance = QFontMetrics(look.font(12)).horizontalAdvance
        self._widths = advance(_SHORTEST) + 18, advance(_WIDEST) + 18
        self.take(self._widths[1])
        self.setFixedHeight(max(look.px(22), 22))
        self.setStyleSheet(
            f"""QLineEdit {{
                background: transparent; color: {look.theme.strong};
                border: 1px solid {look.theme.hairline}; border-radius: 3px;
                font-size: {look.px(12)}px; padding: 0 4px; min-height: 0;
                selection-background-color: {look.theme.accent};
                selection-color: {look.theme.background};
            }}
            QLineEdit:hover {{ border-color: {look.theme.faint}; }}
            QLineEdit:focus {{ border: 2px solid {look.theme.accent}; padding: 0 3px; }}
            QLineEdit:disabled {{ color: {look.theme.faint}; border-color: transparent; }}"""
        )

    def take(self, room: int) -> None:
        """Be as wide as the largest numbers, or less where there is less room."""
        self.setFixedWidth(min(max(room, self._widths[0]), self._widths[1]))

    def event(self, event: QEvent) -> bool:
        # Esc leaves the field, whatever else it does in the window.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._restore()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._value is not None:
            step = _STEP if event.key() == Qt.Key.Key_Up else -_STEP
            self.setModified(False)
            self.typed.emit(self._value + step)
        else:
            super().keyPressEvent(event)

    def _take_numbers_only(self) -> None:
        from PySide6.QtCore import QRegularExpression  # a start has no value yet
        from PySide6.QtGui import QRegularExpressionValidator

        self.setValidator(QRegularExpressionValidator(QRegularExpression(_NUMBER), self))

    def _apply(self) -> None:
        if not self.isModified():
            return
        value = _read(self.text())
        self.setModified(False)
        if value is None:
            self._restore()
        else:
            self.typed.emit(value)
            self._restore()

    def _restore(self) -> None:
        self.setText("–" if self._value is None else number(self._value))
        self.setModified(False)
        self.setCursorPosition(0)  # the figures that count, if there is no room for all
        if self.hasFocus():
            self.selectAll()


def _read(text: str) -> float | None:
    """The number a reader meant, with any minus and a comma or a point; None for no number."""
    plain = text.strip().replace("−", "-").replace("–", "-").replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None
