from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from atlas import __version__, cli
from atlas.domain.errors import AtlasError
from tests.cli.conftest import is_one_sentence

COMMANDS = ("open", "search", "pages", "check", "recipes", "render")


def test_the_version_is_told(call):
    assert call("--version") == (0, f"calcatlas {__version__}\n", "")


def test_help_names_every_command(call):
    status, out, err = call("--help")
    assert (status, err) == (0, "")
    assert all(f"    {command} " in out for command in COMMANDS)
    assert "--self-check" in out
    assert "Not a medical device." in " ".join(out.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_its_help(call, command):
    status, out, err = call(command, "--help")
    assert (status, err) == (0, "")
    assert out.startswith(f"usage: calcatlas {command}")


@pytest.mark.parametrize(
    "words",
    [("fly",), ("--fly",), ("open", "a", "b"), ("search",), ("pages", "x"),
     ("render",), ("render", "gout"), ("check", "a", "b"), ("search", "x", "--limit", "many"),
     ("search", "x", "--limit", "0"), ("search", "x", "--limit", "-1"),
     ("--self-check", "pages"), ("--self-check", "open", "gout"),
     ("render", "gout", "--out", "")],
    ids=" ".join,
)  # fmt: skip
def test_what_is_asked_wrongly_is_told_in_one_sentence(call, words):
    status, out, err = call(*words)
    assert (status, out) == (2, "")
    assert is_one_sentence(err)
    assert "--help` says what it takes" in err


@pytest.mark.parametrize("words", [("pages",), ("search", "x"), ("render", "gout", "--out", "x"),
                                   ("open", "gout"), (), ("--self-check",)])  # fmt: skip
def test_without_content_every_command_says_so(call, no_content, words):
    said = f"calcatlas: There is no content in {no_content}: the folder is missing.\n"
    assert call(*words) == (2, "", said)


def test_a_foreseen_failure_is_one_sentence_and_another_is_not_hidden(call, monkeypatch):
    def foreseen(_content):
        raise AtlasError("The moon is full.")

    monkeypatch.setattr(cli, "_workspace", foreseen)
    assert call("pages") == (2, "", "calcatlas: The moon is full.\n")
    monkeypatch.setattr(cli, "_workspace", lambda _content: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        call("pages")


def test_one_who_stops_a_command_is_not_told_where_it_was(call, monkeypatch):
    def stopped(_content):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_workspace", stopped)
    assert call("pages") == (130, "", "")


# As a program


def test_the_module_is_the_command(program):
    done = program("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"calcatlas {__version__}")


def test_the_status_of_a_command_is_that_of_the_program(program):
    done = program("render", "goat", "--out", "x.png")
    assert done.returncode == 2
    assert done.stderr.decode() == "calcatlas: There is no page `goat`; did you mean `gout`?\n"


@pytest.mark.parametrize(
    "words", [("pages",), ("pages", "--json"), ("search", "dense mass", "--json")]
)
def test_a_reader_who_has_seen_enough_is_no_failure(program, words):
    """As `calcatlas pages | head -1`: whoever reads the output goes away."""
    reading, writing = os.pipe()
    os.close(reading)
    done = program(*words, capture_output=False, stdout=writing, stderr=-1)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
@pytest.mark.parametrize(
    "words",
    [("pages",), ("pages", "--json"), ("search", "gout"), ("search", "gout", "--json"),
     ("check",), ("--help",), ("--version",)],
    ids=" ".join,
)  # fmt: skip
def test_a_full_disk_is_told_in_one_sentence(program, words):
    with Path("/dev/full").open("wb") as full:
        done = program(*words, capture_output=False, stdout=full, stderr=-1)
    said = "calcatlas: The output cannot be written: No space left on device.\n"
    assert (done.returncode, done.stderr.decode()) == (2, said)


def test_an_error_of_the_system_elsewhere_is_not_hidden(call, monkeypatch):
    def broken(_content):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(cli, "_workspace", broken)
    with pytest.raises(OSError, match="Input/output error"):
        call("pages")


@pytest.mark.skipif(os.name == "nt", reason="a shell is needed")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_is_closed_is_no_failure(environment, closed):
    command = f'"{sys.executable}" -m atlas search - --json {closed}'
    done = subprocess.run(
        ["sh", "-c", command], env=environment, input=None if "<" in closed else b"gout\n",
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_that_lacks_a_letter_shows_another(program, environment):
    poor = {**environment, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = program("pages", env=poor)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "M?nckeberg" in done.stdout.decode("ascii")


def test_a_terminal_that_lacks_a_letter_hears_of_a_failure_too(program, environment):
    poor = {**environment, "PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"}
    done = program("open", "g\N{LATIN SMALL LETTER O WITH DIAERESIS}ut", env=poor)
    assert done.returncode == 2
    assert done.stderr.startswith(b"calcatlas: There is no page `g")


GONE = """
import os, sys
gone = sys.argv[1]
os.mkdir(gone)
os.chdir(gone)
os.rmdir(gone)
from atlas.cli import main
sys.exit(main(["pages"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="that folder cannot be removed there")
def test_a_program_started_in_a_folder_that_is_gone_still_answers(environment, tmp_path):
    here = {**environment, "PYTHONPATH": str(Path(cli.__file__).parent.parent)}
    command = [sys.executable, "-c", GONE, str(tmp_path / "gone")]
    done = subprocess.run(command, env=here, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 68
