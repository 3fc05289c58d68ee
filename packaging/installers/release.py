"""What every installer is made of, decided once for a build."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
FILES = Path(__file__).resolve().parent / "files"


class Release(NamedTuple):
    """A version of the atlas, the moment it is dated with, and where its parts are put.

    `epoch` is in seconds; every file of every installer bears it, so that the same sources give
    the same bytes.
    """

    version: str
    epoch: int
    out: Path
    work: Path

    @classmethod
    def of_this_checkout(cls, out: Path) -> Release:
        """Dated like the last commit, or by SOURCE_DATE_EPOCH where that is set."""
        source = (ROOT / "atlas" / "__init__.py").read_text(encoding="utf-8")
        found = re.search(r'__version__ = "([^"]+)"', source)
        if found is None:
            raise SystemExit("atlas/__init__.py names no version.")
        return cls(found[1], _epoch(), out, out / "work")

    @property
    def environment(self) -> dict[str, str]:
        """For tools that date what they write."""
        return {
            **os.environ,
            "SOURCE_DATE_EPOCH": str(self.epoch),
            "PYTHONHASHSEED": "0",
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
        }

    def run(self, *words: str | Path, folder: Path | None = None) -> str:
        """Run a tool and answer all it says; what it complains of ends the build."""
        done = subprocess.run(
            [str(word) for word in words],
            env=self.environment, cwd=folder, text=True, capture_output=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"{words[0]} failed:\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
        return done.stdout + done.stderr

    def filled(self, name: str, **values: str) -> str:
        """A file of `files/` with each `@NAME@` in it replaced."""
        text = (FILES / name).read_text(encoding="utf-8")
        for key, value in {"VERSION": self.version, **values}.items():
            text = text.replace(f"@{key}@", value)
        if left := re.search(r"@[A-Z_]+@", text):
            raise SystemExit(f"{name}: nothing was given for {left[0]}")
        return text


def _epoch() -> int:
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    told = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"],
        text=True, capture_output=True, check=False,
    )  # fmt: skip
    if told.returncode:
        raise SystemExit("Outside a git checkout the build is dated by SOURCE_DATE_EPOCH; set it.")
    return int(told.stdout)
