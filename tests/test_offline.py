"""The program never speaks to the network: each way of starting it, with every socket watched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

WATCHED = """
import sys

HOME = ("socket.__new__", "socket.bind", "socket.gethostname", "socket.sethostname")
ABROAD = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")
seen = []

def watch(event, given):
    if event == "socket.__new__":
        import _socket
        if given[1] in (-1, _socket.AF_INET, _socket.AF_INET6):
            seen.append(f"{event} {given[1]}")
    elif event.startswith(ABROAD) and event not in HOME:
        if not isinstance(given[-1], str | bytes):  # a path is a socket of this computer
            seen.append(f"{event} {given[1:]}")

sys.addaudithook(watch)

def mapped(name):
    try:
        with open("/proc/self/maps") as maps:
            return any(name in line for line in maps)
    except OSError:
        return False

words = sys.argv[1:]
if words[0] == "-c":
    exec(words[1])
    status = 0
else:
    from atlas.cli import main
    status = main(words)
if "PySide6.QtNetwork" in sys.modules or mapped("Qt6Network"):
    seen.append("QtNetwork is loaded")
sys.exit(f"seen: {seen}" if seen else status)
"""


@pytest.fixture
def watched(tmp_path):
    """Runs a program with its sockets watched; fails where it looks out of this computer."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        alone = {
            **os.environ,
            "HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "LOCALAPPDATA": str(tmp_path),
            "QT_QPA_PLATFORM": "offscreen",
        }
        return subprocess.run(
            [sys.executable, "-c", WATCHED, *words],
            env=alone, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    return run


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("search", "gout"),
        ("pages",),
        ("render", "liposarcoma", "--size", "64", "--out", "{}"),
        ("--self-check",),
    ],
    ids=lambda words: words[0],
)
def test_the_program_never_looks_for_a_network(watched, tmp_path, words):
    done = watched(*(word.format(tmp_path / "a.png") for word in words))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.socket(socket.AF_INET6)",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request as u\ntry: u.urlopen('http://127.0.0.1:9')\nexcept OSError: pass",
        "import PySide6.QtNetwork",
    ],
)
def test_the_watch_is_awake(watched, code):
    done = watched("-c", code)
    assert done.returncode == 1
    assert done.stderr.startswith("seen: [")


def test_the_watch_lets_this_computer_speak_to_itself(watched):
    """Two windows of the program may find each other without a network."""
    code = "import socket; socket.socketpair(); s = socket.socket(socket.AF_UNIX)"
    assert watched("-c", code).returncode == 0


WINDOW = """
from PySide6.QtCore import QTimer
from atlas import cli
from atlas.ui import app

make = app.make_application

def made(arguments):
    application = make(arguments)
    QTimer.singleShot(6000, application.quit)
    return application

app.make_application = made
raise SystemExit(cli.main(["open", "calcatlas:page/liposarcoma#plate=ct-thigh"]))
"""


@pytest.mark.skipif(
    not (shutil.which("strace") and shutil.which("unshare")), reason="needs strace and unshare"
)
def test_the_whole_program_asks_for_no_socket_but_of_this_computer(tmp_path):
    """The window with its door, traced below Python, on a system that has no network at all."""
    alone = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "c")}
    away = ["unshare", "--map-root-user", "--net"]
    if subprocess.run([*away, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody take the network away")
    trace = tmp_path / "trace"
    done = subprocess.run(
        [*away, "strace", "-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", str(trace),
         sys.executable, "-c", WINDOW],
        env=alone, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    if "PTRACE" in done.stderr:
        pytest.skip("this system lets nobody be traced")
    assert done.returncode == 0, done.stderr
    asked = trace.read_text(errors="replace")
    assert "AF_UNIX" in asked, "the window has a door, so the trace was awake"
    assert [line for line in asked.splitlines() if "AF_INET" in line or "AF_PACKET" in line] == []
