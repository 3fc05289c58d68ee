"""A screen for the window, or one sentence where there is none: Qt itself would abort."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from atlas.domain.errors import WRONG, AtlasError

_WITHOUT = "`calcatlas --help` lists the commands that need none"


def require_screen(platform: str, environment: Mapping[str, str]) -> None:
    """Raise AtlasError where nothing even names a screen."""
    windows = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if platform == "linux" and not any(environment.get(name) for name in windows):
        raise AtlasError(
            "There is no screen to open a window on (DISPLAY and WAYLAND_DISPLAY are not set); "
            f"{_WITHOUT}."
        )


@contextmanager
def instead_of_an_abort() -> Iterator[None]:
    """While the application is made: what would abort it is a sentence, and the end.

    A screen that is named may still lead nowhere, which only Qt finds out. It then says a
    fatal message and aborts, whatever anyone does; so that message is where we leave.
    """
    said: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            said.append(" ".join(message.split()).rstrip("."))
            return
        if sys.stderr is not None:
            reason = said[0] if said else "Qt does not say why"
            sys.stderr.write(f"calcatlas: No window can be opened: {reason}; {_WITHOUT}.\n")
            sys.stderr.flush()
        os._exit(WRONG)

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for message in said:
        logging.getLogger("qt").warning("%s", message)
