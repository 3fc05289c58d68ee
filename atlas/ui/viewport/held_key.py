"""A key that does one thing when it is tapped and another while it is held."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

HELD_AFTER = 250
"""Milliseconds."""


class HeldKey(QObject):
    """Told of a key going down and up, it says whether that was a tap."""

    tapped = Signal()
    held = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._holding = False
        self._waiting = QTimer(self, singleShot=True, interval=HELD_AFTER)
        self._waiting.timeout.connect(self._hold)

    def press(self) -> None:
        self._waiting.start()

    def release(self) -> None:
        if self._waiting.isActive():
            self._waiting.stop()
            self.tapped.emit()
        self.let_go()

    def let_go(self) -> None:
        """The key can no longer be followed, as when the focus has gone: never a tap."""
        self._waiting.stop()
        if self._holding:
            self._holding = False
            self.held.emit(False)

    def _hold(self) -> None:
        self._holding = True
        self.held.emit(True)
