from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from atlas.ui.crash import CrashReport, open_log


def report(log, error):
    try:
        raise error
    except type(error):
        CrashReport(log)(*sys.exc_info())


@pytest.mark.expects_log
def test_a_fault_is_shown_once_with_its_trace_and_can_be_copied(
    qapp, tmp_path, monkeypatch, capsys
):
    shown = []

    def answer(box):
        shown.append(box.detailedText())
        next(b for b in box.buttons() if b.text() == "Copy report").click()

    monkeypatch.setattr(QMessageBox, "exec", answer)
    report(tmp_path / "atlas.log", ZeroDivisionError("by nought"))
    assert len(shown) == 1
    assert "ZeroDivisionError: by nought" in shown[0]
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    assert "by nought" in capsys.readouterr().err


@pytest.mark.expects_log
def test_a_fault_while_a_fault_is_shown_opens_no_second_dialog(qapp, tmp_path, monkeypatch):
    crash, shown = CrashReport(tmp_path / "atlas.log"), []

    def answer(box):
        shown.append(box)
        crash(ValueError, ValueError("second"), None)

    monkeypatch.setattr(QMessageBox, "exec", answer)
    crash(ValueError, ValueError("first"), None)
    assert len(shown) == 1


def test_the_log_is_written_where_it_can_and_never_stops_the_start(tmp_path):
    root, before = logging.getLogger(), list(logging.getLogger().handlers)
    level = root.level
    try:
        open_log(tmp_path / "cache" / "atlas.log")
        logging.getLogger("atlas").info("hello")
        assert "hello" in (tmp_path / "cache" / "atlas.log").read_text()
        (tmp_path / "file").write_text("")
        open_log(tmp_path / "file" / "atlas.log")
    finally:
        for handler in set(root.handlers) - set(before):
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)
