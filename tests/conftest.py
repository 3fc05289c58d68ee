from __future__ import annotations

import logging
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"

import pytest

from atlas.paths import Paths, installed
from atlas.ui.kit.tasks import Tasks
from atlas.workspace import Workspace
from tests.builders import a_library


@pytest.fixture(autouse=True)
def nothing_unexpected_in_the_log(caplog, request):
    """A warning is a failure: Python's, Qt's, and our own."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    stray = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not stray, [record.getMessage() for record in stray]


@pytest.fixture
def paths(tmp_path) -> Paths:
    return Paths.under(tmp_path / "reader")


@pytest.fixture
def library():
    return a_library()


@pytest.fixture(scope="session")
def workspace(tmp_path_factory) -> Workspace:
    """The real content, read once for all tests; nothing in it ever changes."""
    return Workspace.open(Paths.under(tmp_path_factory.mktemp("reader"), installed("data")))


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()
