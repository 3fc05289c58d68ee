"""What a command does not need it does not load."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from atlas.cli import main
unwanted, *words = sys.argv[1:]
try:
    status = main(words)
except SystemExit as left:
    status = left.code
loaded = [name for name in unwanted.split(",") if name in sys.modules]
sys.exit(f"loaded {loaded}" if loaded else status)
"""


@pytest.mark.parametrize(
    ("unwanted", "words"),
    [
        ("PySide6,numpy,whoosh,PIL,yaml", ["--version"]),
        ("PySide6,numpy,whoosh,PIL", ["check"]),
        ("PySide6,numpy,whoosh,PIL", ["pages"]),
        ("PySide6,PIL", ["search", "gout"]),
        ("PySide6,numpy,whoosh,PIL", ["plates"]),
        ("PySide6,whoosh", ["contact-sheet", "--page", "liposarcoma", "--out", "OUT"]),
        ("PySide6,whoosh", ["render", "liposarcoma", "--size", "64", "--out", "OUT"]),
    ],
    ids=lambda given: given[0] if isinstance(given, list) else "",
)
def test_a_command_loads_only_what_it_needs(environment, tmp_path, unwanted, words):
    words = [str(tmp_path / "a.png") if word == "OUT" else word for word in words]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, unwanted, *words],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


START = """
import sys
from atlas.paths import Paths
from atlas.workspace import Workspace
Workspace.open(Paths.of_this_computer())
import atlas.ui.app
unwanted = (
    "concurrent.futures", "hashlib", "numpy", "whoosh", "PIL",
    "atlas.ui.viewport.corners", "atlas.ui.viewer.time_row",
    "atlas.ui.kit.thumbs", "atlas.imaging.thumbnails",
    "atlas.search.query", "atlas.ui.search.panel",
)
late = [name for name in unwanted if name in sys.modules and name not in READERS]
sys.exit(f"loaded {late}" if late else 0)
"""


def test_a_start_loads_nothing_that_can_wait(environment):
    """The first start fills the cache, which takes the readers of content; the second does not."""
    for readers in (("concurrent.futures", "hashlib"), ()):
        done = subprocess.run(
            [sys.executable, "-c", START.replace("READERS", repr(readers))],
            env=environment, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


PAINTED = """
NAMES = "QStyle", "QWizard", "QAccessible", "QImage", "QRegularExpression"
import os, sys
from PySide6 import QtCore, QtGui, QtWidgets
from atlas.paths import Paths
from atlas.ui import app
from atlas.ui.features.text import PageText
from atlas.workspace import Workspace
paint = PageText.paintEvent
def painted(text, event):
    paint(text, event)
    made = {**vars(QtCore), **vars(QtGui), **vars(QtWidgets)}
    print([name for name in NAMES if name in made], flush=True)
    os._exit(0)
PageText.paintEvent = painted
app.run(Workspace.open(Paths.of_this_computer()))
"""


def test_a_first_paint_makes_neither_the_names_of_styles_nor_every_kind_of_widget(
    environment, tmp_path
):
    screen = tmp_path / "screen.json"  # a wide one: a narrow window restyles its drawer
    screen.write_text('{"screens": [{"name": "a", "x": 0, "y": 0, "width": 1920, "height": 1080}]}')
    environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    done = subprocess.run(
        [sys.executable, "-c", PAINTED],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout == "[]\n", done.stderr
