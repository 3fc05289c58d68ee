from __future__ import annotations

import pytest

from atlas.ui import app
from tests.cli.conftest import is_one_sentence


@pytest.fixture
def opened(monkeypatch):
    """With which page the window was opened, instead of opening it."""
    pages = []

    def run(workspace, page):
        assert len(workspace.library) == 68
        pages.append(page)
        return 0

    monkeypatch.setattr(app, "run", run)
    return pages


def test_without_a_command_the_window_opens(call, opened):
    assert call() == (0, "", "")
    assert opened == [None]


def test_the_window_opens_at_a_page(call, opened):
    assert call("open", "gout") == (0, "", "")
    assert opened == ["gout"]


def test_the_status_of_the_window_is_that_of_the_command(call, monkeypatch):
    monkeypatch.setattr(app, "run", lambda _workspace, _page: 7)
    assert call()[0] == 7


@pytest.mark.parametrize("page", ["Gout", "../gout", "zzz", "gout\n", "contents"])
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
