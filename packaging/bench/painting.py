"""For children with a window: to know when a widget has painted, and that it has."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

LONGEST = 10_000  # milliseconds to wait for what does not come


def after_paint(kind: type[Any], tell: Callable[[Any], None]) -> None:
    """Call `tell` with the widget at the end of each paint event; before any has painted."""
    paint = kind.paintEvent

    def paintEvent(self: Any, event: Any) -> None:
        paint(self, event)
        tell(self)

    kind.paintEvent = paintEvent


def is_painted(widget: QWidget) -> bool:
    """Whether the screen itself holds more than one colour where the widget is."""
    window = widget.window()
    at = widget.mapTo(window, QPoint(0, 0))
    size = widget.size()
    grabbed = window.screen().grabWindow(
        window.winId(), at.x(), at.y(), size.width(), size.height()
    )
    image = grabbed.toImage().convertToFormat(QImage.Format.Format_RGB32)
    return len(set(memoryview(image.constBits()).cast("I"))) > 2


class PaintWait:
    """Waits in an event loop, as the program does, until a kind of widget has painted."""

    def __init__(self, kind: type[Any]) -> None:
        self._loop = QEventLoop()
        self._wanted: Callable[[], bool] | None = None
        self._painted = 0.0
        self.widget: Any = None
        after_paint(kind, self._tell)

    def after(self, act: Callable[[], object], when: Callable[[], bool] = lambda: True) -> float:
        """Milliseconds from the beginning of `act` to the end of the first paint `when` true."""
        self._painted, self._wanted = 0.0, when
        given_up = QTimer(singleShot=True, interval=LONGEST)
        given_up.timeout.connect(self._loop.quit)
        given_up.start()
        begun = time.perf_counter()
        act()
        if not self._painted:
            self._loop.exec()
        given_up.stop()
        self._wanted = None
        if not self._painted:
            raise RuntimeError("it was not painted")
        return (self._painted - begun) * 1e3

    def _tell(self, widget: Any) -> None:
        if self._wanted and not self._painted and self._wanted():
            self._painted = time.perf_counter()
            self.widget = widget
            self._loop.quit()


def settle(milliseconds: int) -> None:
    """Let the program go on by itself for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle_until(reached: Callable[[], bool]) -> None:
    """Let the program go on until something is reached."""
    ends = time.monotonic() + LONGEST / 1e3
    while not reached():
        if time.monotonic() > ends:
            raise RuntimeError("what was waited for did not come")
        settle(20)
