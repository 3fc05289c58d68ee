from __future__ import annotations

import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent

from atlas.ui.instance import Instance, hand_over

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows is no file")

CALLER = """
import sys
from pathlib import Path
from atlas.ui.instance import hand_over
sys.exit(0 if hand_over(Path(sys.argv[1]), sys.argv[2]) else 3)
"""


@pytest.fixture
def door():
    """A path short enough for a socket, as those of tests are not."""
    with tempfile.TemporaryDirectory(prefix="door-") as folder:
        yield Path(folder) / "window.socket"


@pytest.fixture
def instance(qapp, door):
    instance = Instance(door)
    assert instance.listen()
    yield instance
    instance.close()


def knocks(door, request) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", CALLER, str(door), request])


def test_a_later_start_hands_over_what_it_was_asked_for(qtbot, instance, door):
    with qtbot.waitSignal(instance.asked, timeout=20_000) as heard:
        later = knocks(door, "calcatlas:page/gout#overlay=1")
    assert heard.args == ["calcatlas:page/gout#overlay=1"]
    assert later.wait(20) == 0


def test_a_start_that_wants_only_the_window_is_heard_too(qtbot, instance, door):
    with qtbot.waitSignal(instance.asked, timeout=20_000) as heard:
        later = knocks(door, "")
    assert heard.args == [""]
    assert later.wait(20) == 0


def test_only_its_owner_can_reach_the_window(instance, door):
    assert stat.S_IMODE(door.stat().st_mode) & 0o077 == 0


def test_without_a_window_there_is_nobody_to_hand_over_to(door):
    assert not hand_over(door, "calcatlas:page/gout")


def test_a_door_left_by_a_program_that_died_blocks_no_start(qapp, door):
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(door))
    assert door.exists()
    assert not hand_over(door, "")
    after = Instance(door)
    assert after.listen()
    after.close()


def test_whoever_hangs_behind_the_door_is_waited_for_but_a_moment(door):
    with socket.socket(socket.AF_UNIX) as hung:
        hung.bind(str(door))
        hung.listen()
        assert not hand_over(door, "")


def test_a_window_that_is_closed_takes_its_door_away(instance, door):
    instance.close()
    assert not door.exists()


def test_a_caller_that_never_ends_its_request_is_shown_out(qtbot, instance, door):
    asked = []
    instance.asked.connect(asked.append)
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(str(door))
        caller.sendall(b"x" * 10_000)
        caller.settimeout(0.01)

        def shown_out():
            try:
                return caller.recv(1) == b""
            except TimeoutError:
                return False
            except ConnectionError:
                return True

        qtbot.waitUntil(shown_out, timeout=5000)
    assert asked == []


def test_a_link_of_macos_is_heard_as_well(qapp, door):
    instance, asked = Instance(door), []
    instance.asked.connect(asked.append)
    assert instance.eventFilter(qapp, QFileOpenEvent(QUrl("calcatlas:page/gout")))
    assert not instance.eventFilter(qapp, QEvent(QEvent.Type.User))
    assert asked == ["calcatlas:page/gout"]


def test_where_no_door_can_be_there_is_a_window_without_one(qapp, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert not Instance(tmp_path / "file" / "window.socket").listen()
    assert not Instance(tmp_path / ("long" * 40) / "window.socket").listen()
