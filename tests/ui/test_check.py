"""The self-check says what is broken, whatever that is, and tries the rest all the same."""

from __future__ import annotations

import importlib
import os
import sys
from dataclasses import replace

import pytest

from atlas.content.folder import Reading
from atlas.domain.errors import Problem, Where
from atlas.domain.library import Library
from atlas.ui import app, check
from atlas.ui.window import Window
from atlas.workspace import Workspace

PARTS = ("modules", "content", "search", "plates", "window")


@pytest.fixture
def few(workspace):
    """Two pages of the atlas, one of them with a plate."""
    library = workspace.library
    made = library["liposarcoma"]
    pages = [library["gout"]._replace(plates=()), made._replace(plates=made.plates[:1])]
    reading = Reading(Library.of(pages, library.contents, library.vocabulary), ())
    return replace(workspace, reading=reading, _opened=[])


@pytest.fixture
def checked(few, qapp, monkeypatch):
    """Checks the two pages; answers the status and what is broken."""
    monkeypatch.setattr(app, "make_application", lambda _: qapp)

    def run(**changes):
        said = []
        status = check.self_check(replace(few, **changes), said.append)
        assert [line.split(":")[0] for line in said[:5]] == list(PARTS)
        assert all("\n" not in line for line in said)
        return status, [line for line in said if line.startswith("broken")]

    return run


def boom(*_, **__):
    raise ZeroDivisionError("division\nby zero")


SAID = "ZeroDivisionError: division by zero"


def test_a_sound_program_is_told_to_be_sound(checked):
    assert checked() == (0, [])


def test_a_mistake_in_the_content_is_told(checked, few):
    problem = Problem(Where("gout.yaml", 3), "`titel` is not known here")
    reading = Reading(few.library, (problem,))
    assert checked(reading=reading) == (1, [f"broken: content: {problem}"])


@pytest.mark.parametrize(
    ("owner", "name", "told"),
    [
        (Workspace, "find", f"broken: search: {SAID}"),
        (check, "frame_of", f"broken: plates: CT Axial: {SAID}"),
        (app, "Atlas", f"broken: window: {SAID}"),
        (app, "make_application", f"broken: window: {SAID}"),
        (Window, "grab", f"broken: window: {SAID}"),
    ],
)
def test_whatever_a_part_breaks_on_is_told(checked, monkeypatch, owner, name, told):
    monkeypatch.setattr(owner, name, boom)
    assert checked() == (1, [told])


def test_a_module_that_cannot_be_imported_is_told(checked, monkeypatch):
    work = importlib.import_module
    monkeypatch.setattr(
        importlib, "import_module", lambda name: boom() if name == "atlas.paths" else work(name)
    )
    assert checked() == (1, [f"broken: modules: atlas.paths: {SAID}"])


def test_what_qt_swallows_is_told_once(checked, monkeypatch):
    before = sys.excepthook
    monkeypatch.setattr(app.Atlas, "_after_first_paint", lambda _: boom())
    status, broken = checked()
    assert (status, broken) == (1, [f"broken: window: {SAID}"])
    assert sys.excepthook is before


def test_it_never_shows_a_real_window(few, monkeypatch):
    from atlas import cli

    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(cli, "_workspace", lambda _content: few)
    monkeypatch.setattr(check, "self_check", lambda *_, **__: 0)
    assert cli.main(["--self-check"]) == 0
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
