"""A thin line at the top of a place that waits."""

from __future__ import annotations

import math
from time import monotonic

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from atlas.ui.kit.theme import Look

HEIGHT = 2
_TELLS_EVERY = 100  # milliseconds
_USUAL = 1.5  # seconds until about two thirds of the line are lit


class ProgressLine(QWidget):
    """How long it has been, towards an end nobody knows: quick at first, never quite there."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("The picture is being made")
        self._look = look
        self._since = 0.0
        self._tick = QTimer(self, interval=_TELLS_EVERY)
        self._tick.timeout.connect(self.update)
        self.setFixedHeight(HEIGHT)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing moves when it comes or goes
        self.setSizePolicy(policy)
        self.hide()

    def begin(self) -> None:
        self._since = monotonic()
        self._tick.start()
        self.show()
        self.raise_()

    def end(self) -> None:
        self._tick.stop()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        done = 1 - math.exp(-(monotonic() - self._since + 0.2) / _USUAL)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("hairline"))
        lit = QRect(0, 0, round(self.width() * done), self.height())
        painter.fillRect(lit, self._look.colour("accent"))
