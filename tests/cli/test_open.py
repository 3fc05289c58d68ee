from __future__ import annotations

import gc
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from atlas import cli
from atlas.content.folder import Reading
from atlas.domain.errors import AtlasError, Problem, Where
from atlas.domain.library import Library
from atlas.ui import app
from tests.cli.conftest import is_one_sentence


@pytest.fixture
def notices():
    """What the window was given to tell."""
    return []


@pytest.fixture
def opened(monkeypatch, notices):
    """With which page the window was opened, instead of opening it."""
    pages = []

    def run(workspace, request, notice, painted):
        assert len(workspace.library) in (67, 68)
        assert not gc.isenabled()
        painted()
        gc.unfreeze()
        assert gc.isenabled()
        pages.append(request)
        notices.append(notice)
        return 0

    monkeypatch.setattr(app, "run", run)
    return pages


def test_without_a_command_the_window_opens(call, opened):
    assert call() == (0, "", "")
    assert opened == [""]


def test_the_window_opens_at_a_page(call, opened):
    assert call("open", "gout") == (0, "", "")
    assert opened == ["calcatlas:page/gout"]


def test_a_link_is_left_to_the_window_right_or_wrong(call, opened):
    """Its reader has clicked in another program, and sees no terminal."""
    assert call("open", "calcatlas:page/no-such-page") == (0, "", "")
    assert opened == ["calcatlas:page/no-such-page"]


def test_the_status_of_the_window_is_that_of_the_command(call, monkeypatch):
    monkeypatch.setattr(app, "run", lambda *_, **__: 7)
    assert call()[0] == 7


def test_rubbish_is_collected_again_whatever_stops_the_window(call, monkeypatch):
    def stopped(*_, **__):
        raise AtlasError("The moon is full.")

    monkeypatch.setattr(app, "run", stopped)
    assert call() == (2, "", "calcatlas: The moon is full.\n")
    assert gc.isenabled()


@pytest.fixture
def broken(workspace, monkeypatch):
    """A mistake in the page on gout, which is therefore left out."""
    problem = Problem(Where("data/metabolic/gout.yaml", 3), "`titel` is not known here")
    library = Library.of(
        [page for page in workspace.library if page.id != "gout"],
        workspace.library.contents,
        workspace.library.vocabulary,
    )
    left = replace(workspace, reading=Reading(library, (problem,)))
    monkeypatch.setattr(cli, "_workspace", lambda _content: left)
    return f"The page `gout` cannot be read: {problem}"


def test_a_page_with_a_mistake_is_told_and_the_atlas_opens_all_the_same(
    call, opened, notices, broken
):
    assert call("open", "gout") == (0, "", f"calcatlas: {broken}\n")
    assert (opened, notices) == ([""], [broken])


def test_a_page_with_a_mistake_cannot_be_rendered_and_it_is_told_why(call, broken):
    assert call("render", "gout", "--out", "x.png") == (2, "", f"calcatlas: {broken}\n")


@pytest.mark.parametrize("page", ["", "Gout", "../gout", "zzz", "gout\n", "contents"])
def test_a_page_that_is_not_there_opens_nothing(call, opened, page):
    status, out, err = call("open", page)
    assert (status, out) == (2, "")
    assert err.startswith("calcatlas: There is no page `")
    assert opened == []


def test_a_page_that_resembles_one_is_answered_with_it(call, opened):
    status, _, err = call("open", "liposarkoma")
    assert status == 2
    assert err == "calcatlas: There is no page `liposarkoma`; did you mean `liposarcoma`?\n"
    assert is_one_sentence(err)


# As a program


@pytest.mark.skipif(sys.platform != "linux", reason="the screens of Linux")
@pytest.mark.parametrize(
    "where",
    [{"QT_QPA_PLATFORM": "nonsense"}, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":9999"},
     {"DISPLAY": ":9999"}],
    ids=["platform", "xcb", "display"],
)  # fmt: skip
def test_a_screen_that_is_not_there_is_told_in_one_sentence(program, environment, where):
    bare = {k: v for k, v in environment.items() if k not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    done = program(env={**bare, **where})
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b""), said
    assert is_one_sentence(said)
    assert said.startswith("calcatlas: No window can be opened: ")


PAINTED = """
import gc, sys
from PySide6.QtCore import QTimer
from atlas import cli
from atlas.ui import app

make = app.make_application
looks = []

def ending(arguments):
    application = make(arguments)
    timer = QTimer(application, interval=20)
    timer.timeout.connect(lambda: look(application))
    timer.start()
    return application

def look(application):
    looks.append(gc.isenabled())
    if looks[-1] or len(looks) > 500:
        application.exit(0 if looks[-1] else 1)

app.make_application = ending
sys.exit(cli.main([]))
"""


def test_rubbish_is_collected_again_after_the_first_paint(environment):
    here = {**environment, "QT_QPA_PLATFORM": "offscreen"}
    here["PYTHONPATH"] = str(Path(cli.__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", PAINTED], env=here, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
