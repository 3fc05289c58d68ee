"""The commands, called inside this process or as a program of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from atlas import cli, paths

OPEN = cli._workspace


@pytest.fixture(scope="session")
def home(tmp_path_factory) -> Path:
    """The folders of a reader who is nobody, one for all tests so that the index is built once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def environment(home) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {
        **inherited,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LOCALAPPDATA": str(home),
    }


@pytest.fixture(autouse=True)
def ours(monkeypatch, workspace):
    """No test touches the folders of the person at the keyboard, nor reads the content again."""
    monkeypatch.setattr(cli, "_workspace", lambda _content: workspace)


@pytest.fixture
def no_content(tmp_path, monkeypatch) -> Path:
    """An installation whose content is gone."""
    gone = paths.Paths.under(tmp_path, tmp_path / "gone")
    monkeypatch.setattr(paths.Paths, "of_this_computer", lambda: gone)
    monkeypatch.setattr(cli, "_workspace", OPEN)
    return gone.content


@pytest.fixture
def call(capsys):
    """Runs a command here; answers its status, its output and what it says on stderr."""

    def run(*words: object) -> tuple[int, str, str]:
        try:
            status = cli.main([str(word) for word in words])
        except SystemExit as left:
            status = left.code or 0
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def program(environment):
    """Runs `calcatlas` as a program of its own."""

    def run(*words: object, **given: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "atlas", *map(str, words)]
        options = {"env": environment, "capture_output": True, "timeout": 60} | given
        return subprocess.run(command, check=False, **options)

    return run


def is_one_sentence(said: str) -> bool:
    """What a failure says: one line, with the name of the program, and no traceback."""
    return said.count("\n") == 1 and said.startswith("calcatlas") and "Traceback" not in said
