from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from atlas.ui.crash import CrashReport, open_log


@pytest.fixture(autouse=True)
def log_of_its_own():
    """Each test opens the log anew, and leaves none behind."""
    root, before = logging.getLogger(), list(logging.getLogger().handlers)
    level, raising = root.level, logging.raiseExceptions
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.raiseExceptions = raising


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
    open_log(tmp_path / "cache" / "atlas.log")
    open_log(tmp_path / "cache" / "atlas.log")
    logging.getLogger("atlas").info("hello")
    assert (tmp_path / "cache" / "atlas.log").read_text().count("hello") == 1


def test_a_log_that_cannot_be_written_never_stops_the_start(tmp_path):
    (tmp_path / "file").write_text("")
    open_log(tmp_path / "file" / "atlas.log")
    logging.getLogger("atlas").info("hello")


@pytest.mark.expects_log
def test_a_fault_before_the_first_paint_is_in_the_log_all_the_same(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", lambda box: None)
    report(tmp_path / "atlas.log", ZeroDivisionError("by nought"))
    assert "by nought" in (tmp_path / "atlas.log").read_text()


@pytest.mark.expects_log
def test_a_program_without_a_terminal_reports_all_the_same(qapp, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    monkeypatch.setattr(sys, "stderr", None)
    report(tmp_path / "atlas.log", ValueError("quiet"))
    assert len(shown) == 1
