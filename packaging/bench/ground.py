"""Where measuring happens: folders of its own, a screen, and how often each thing is done."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bench.children import run_child
from bench.cold import Emptier

T = TypeVar("T")

# Wide enough for two windows side by side: what is covered on X cannot be looked at.
_SCREEN = {"name": "bench", "x": 0, "y": 0, "width": 3840, "height": 1080}
_OURS = "calcatlas"
_BYTECODE = "bytecode"


@dataclass(frozen=True, slots=True)
class Repeats:
    """How often each thing is done."""

    warm: int = 15
    cold: int = 7
    first: int = 7
    rounds: int = 3
    redraws: int = 200
    plates: int = 3
    index: int = 7
    imports: int = 11
    memory: int = 3
    keys: int = 2000
    cases: int = 100_000

    @classmethod
    def quick(cls) -> Repeats:
        return cls(5, 2, 2, 1, 60, 1, 2, 3, 1, 500, 10_000)


@dataclass(frozen=True, slots=True)
class Ground:
    """A reader who does not exist, with folders below one that is removed afterwards."""

    folder: Path
    environment: dict[str, str]
    repeats: Repeats
    platform: str
    emptier: Emptier

    @classmethod
    @contextmanager
    def prepared(cls, repeats: Repeats, *, xvfb: bool) -> Iterator[Ground]:
        """Everything in place: folders, screen, and the caches that a second start finds."""
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
            environment = _environment(folder)
            platform = "offscreen"
            if xvfb and shutil.which("Xvfb"):
                environment["DISPLAY"] = stack.enter_context(_screen())
                platform = "xcb under Xvfb"
                environment["QT_QPA_PLATFORM"] = "xcb"
            emptier = Emptier.of_this_computer(folder / _BYTECODE)
            ground = cls(folder, environment, repeats, platform, emptier)
            ground.child("prime", ground.page_text)
            yield ground

    @property
    def page_text(self) -> Path:
        """The words of the page a start shows, so that the bare window has as many."""
        return self.folder / "page.txt"

    @property
    def emptied_by(self) -> str:
        return self.emptier.way

    def child(self, name: str, *arguments: object) -> dict[str, Any]:
        """Run a child for the reader who does not exist."""
        return run_child(name, *arguments, environment=self.environment)

    def forget_reader(self) -> None:
        """As if the atlas had never been started: no cache, no settings, no window state."""
        for kind in ("cache", "config"):
            shutil.rmtree(self.folder / kind / _OURS, ignore_errors=True)

    def forget_bytecode(self) -> None:
        """As if nothing had ever been imported: every module is compiled again."""
        shutil.rmtree(self.folder / _BYTECODE, ignore_errors=True)


def alternating(times: int, ours: Callable[[], T], other: Callable[[], T]) -> list[tuple[T, T]]:
    """Both, turn by turn, each first half of the time: noise and warmth hit both alike."""
    pairs = []
    for turn in range(times):
        if turn % 2:
            second = other()
            pairs.append((ours(), second))
        else:
            pairs.append((ours(), other()))
    return pairs


def _environment(folder: Path) -> dict[str, str]:
    """That of this process, but for where files go and where windows are painted.

    Python's own switches are dropped: one that forbids bytecode would have all of it compiled
    at each start, which no reader sees. It is kept in a folder of ours, so that none is
    written into the checkout.
    """
    screen = folder / "screen.json"
    screen.write_text(json.dumps({"screens": [_SCREEN]}), "utf-8")
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTHON"))
    }
    return {
        **kept,
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_DATA_HOME": str(folder / "data"),
        "PYTHONPATH": str(Path(__file__).resolve().parents[1]),
        "PYTHONPYCACHEPREFIX": str(folder / _BYTECODE),
        "PYTHONSAFEPATH": "1",  # a child's own folder hides no module
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "LC_ALL": "C.UTF-8",
    }


@contextmanager
def _screen() -> Iterator[str]:
    """An X server of our own, on a display that was free."""
    reading, writing = os.pipe()
    size = f"{_SCREEN['width']}x{_SCREEN['height']}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
