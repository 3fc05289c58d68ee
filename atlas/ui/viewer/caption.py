"""The line under the picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from atlas.ui.kit.theme import Look
from atlas.ui.viewer.lines import wrapped

_LINES = 3
_SIDE, _ABOVE = 12, 8


class Caption(QWidget):
    """At most three lines, cut with an ellipsis; all of it in the tooltip."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer-caption")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._look = look
        self._text = ""

    @property
    def text(self) -> str:
        return self._text

    def say(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def dress(self, look: Look) -> None:
        """Take another size of text."""
        self._look = look
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(len(self._cut(width)) * self._spacing()) + 2 * _ABOVE

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            # Only what is cut needs to be said again.
            cut = self._cut(self.width())
            self.setToolTip(self._text if "".join(cut).endswith("…") else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("muted"))
        ascent = QFontMetricsF(self._look.font(12)).ascent()
        for number, line in enumerate(self._cut(self.width())):
            painter.drawText(QPointF(_SIDE, _ABOVE + ascent + number * self._spacing()), line)

    def _spacing(self) -> float:
        return float(round(QFontMetricsF(self._look.font(12)).height() * 1.2))

    def _cut(self, width: int) -> list[str]:
        room = max(width - 2 * _SIDE, 40)
        return wrapped(self._text, self._look.font(12), room, _LINES)
