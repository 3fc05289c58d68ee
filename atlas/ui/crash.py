"""What happens when something nobody foresaw happens: a log, and a dialog that can be copied."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from atlas import __version__

logger = logging.getLogger("atlas")

_OURS = "calcatlas"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def install_crash_dialog(log: Path) -> None:
    """From now on every unforeseen error reaches the reader's eyes, and once open the log."""
    qInstallMessageHandler(_log_qt)
    sys.excepthook = CrashReport(log)


def open_log(log: Path) -> None:
    """Write the log to a file that cannot grow without end; without one, to the terminal.

    Called again it does nothing. A disk that is full costs lines of the log and nothing else.
    """
    from logging.handlers import RotatingFileHandler

    if any(getattr(handler, "name", "") == _OURS for handler in logging.getLogger().handlers):
        return
    logging.raiseExceptions = False
    handler: logging.Handler
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log, maxBytes=500_000, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.set_name(_OURS)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


class CrashReport:
    """An exception hook: the program goes on, and one dialog at a time says what went wrong."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._showing = False

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        import traceback

        text = "".join(traceback.format_exception(kind, error, trace))
        open_log(self._log)
        logger.critical("%s", text)
        if sys.stderr is not None:  # a program without a terminal has none
            sys.stderr.write(text)
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        elif not self._showing and QApplication.instance():
            self._showing = True
            self._show(text)
            self._showing = False

    def _show(self, text: str) -> None:
        from PySide6.QtWidgets import QMessageBox  # no dialog is needed for the first paint

        box = QMessageBox(QMessageBox.Icon.NoIcon, "Something went wrong", "")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText("Something went wrong that nobody foresaw. You can read on.")
        box.setInformativeText(f"If it happens again, send this report. The log is {self._log}.")
        box.setDetailedText(f"Calcification Atlas {__version__}\n{text}")
        copying = box.addButton("Copy report", QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copying:
            QGuiApplication.clipboard().setText(box.detailedText())


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
