"""A command that is carried out when its key comes up, or for as long as the key is held."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from atlas.ui.viewport.held_key import HeldKey


class OverlayKey(HeldKey):
    """Finds out for a command whether a key asked for it, wherever in the window the focus is.

    A shortcut takes the key going down for itself and tells nobody which key it was. But before
    it does, the key is offered to every widget up to the window, and there it is seen.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._window: QWidget | None = None
        self._offered: int | None = None
        self._down: int | None = None
        self._forgets = QTimer(self, singleShot=True, interval=0)
        self._forgets.timeout.connect(self._forget)
        widget.installEventFilter(self)

    def ask(self) -> None:
        """The command is asked for: at once by a click, and by a key when that comes up."""
        if self._down is not None:
            return  # it repeats itself
        if self._offered is None:
            self.tapped.emit()
            return
        self._down = self._offered
        _program().installEventFilter(self)
        self.press()

    def let_go(self) -> None:
        if self._down is not None:
            self._down = None
            _program().removeEventFilter(self)
        super().let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Show and watched is self._widget:
            self._listen()
        if kind == QEvent.Type.ShortcutOverride and watched is self._window:
            assert isinstance(event, QKeyEvent)
            self._offered = event.key()
            self._forgets.start()
        elif kind == QEvent.Type.WindowDeactivate and watched is self._window:
            self.let_go()
        elif kind == QEvent.Type.KeyRelease and self._down is not None:
            assert isinstance(event, QKeyEvent)
            if event.key() == self._down and not event.isAutoRepeat():
                self.release()
        return False

    def _listen(self) -> None:
        window = self._widget.window()
        if self._window and self._window not in (self._widget, window):
            self._window.removeEventFilter(self)
        window.installEventFilter(self)
        self._window = window

    def _forget(self) -> None:
        self._offered = None


def _program() -> QCoreApplication:
    program = QCoreApplication.instance()
    assert program
    return program
