"""Plain text on one line that gives up its end, and tips that are never markup."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # `html` takes 2 ms to import


def plain_tip(text: str) -> str:
    """A tool tip that shows `text` as it stands; Qt would read `<b>` in it as markup."""
    return f"<span>{text.translate(_ESCAPED)}</span>" if text else ""


class ElidedLabel(QLabel):
    """Shows the beginning of a text that does not fit; the tool tip has it whole."""

    def __init__(self, least: int = 0) -> None:
        super().__init__()
        self._whole = ""
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def whole(self) -> str:
        """All of the text, whatever there is room for."""
        return self._whole

    def set_text(self, text: str) -> None:
        self._whole = " ".join(text.split())
        self.setToolTip(plain_tip(text.strip(" ›")))
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, mode, max(self.width(), 0)))
