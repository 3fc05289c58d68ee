"""One window a person: a second start hands what it was asked for to the window that is open."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QFileOpenEvent

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 1000  # ms; a window that is busy for longer is not waited for
LONGEST = 2000  # bytes of a request; a link has 500 characters at most
TAKEN = b"taken\n"


def hand_over(door: Path, request: str) -> bool:
    """Give a link, or nothing but the wish to see the window, to the window behind `door`.

    Answers whether it took it. A door that nobody is behind any more is as good as none.
    """
    if not _may_be_open(door):
        return False
    from PySide6.QtNetwork import QLocalSocket  # of which a first window has no need

    caller = QLocalSocket()
    caller.connectToServer(_name(door))
    if not caller.waitForConnected(PATIENCE):
        return False
    caller.write(request.encode() + b"\n")
    caller.waitForReadyRead(PATIENCE)
    return bytes(caller.readAll().data()) == TAKEN


class Instance(QObject):
    """Waits behind the door for what later starts ask for."""

    asked = Signal(str)
    """A link, or nothing where only the window is wanted."""

    def __init__(self, door: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._server: QLocalServer | None = None

    def listen(self) -> bool:
        """Open the door, to this person only; where that cannot be, each start has its window."""
        from PySide6.QtNetwork import QLocalServer

        with suppress(OSError):
            self._door.parent.mkdir(parents=True, exist_ok=True)
        QLocalServer.removeServer(_name(self._door))  # nobody is behind it: `hand_over` has asked
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        return self._server.listen(_name(self._door))

    def close(self) -> None:
        """Take the door away, so that the next start need not knock."""
        if self._server:
            self._server.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Links of macOS, which come as events to the program that runs."""
        if isinstance(event, QFileOpenEvent):
            self.asked.emit(event.url().toString())
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _answer(self) -> None:
        if self._server is None or (caller := self._server.nextPendingConnection()) is None:
            return
        caller.disconnected.connect(caller.deleteLater)
        caller.readyRead.connect(partial(self._read, caller))

    def _read(self, caller: QLocalSocket) -> None:
        if caller.canReadLine():
            request = bytes(caller.readLine(LONGEST).data()).decode(errors="replace").strip()
            caller.write(TAKEN)
            caller.flush()
            caller.disconnectFromServer()
            self.asked.emit(request)
        elif caller.bytesAvailable() > LONGEST:
            caller.abort()


def _may_be_open(door: Path) -> bool:
    return sys.platform == "win32" or door.exists()


def _name(door: Path) -> str:
    """What Qt calls it: a file, or on Windows a pipe, whose name is no path."""
    return f"calcatlas-{crc32(str(door).encode()):08x}" if sys.platform == "win32" else str(door)
