"""Builds the installers that can be built on Linux: `sh packaging/build.sh help` says how."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import deb
import msi
import needs
import nsis
import report
import selfextracting
import sums
import tree
import windows
from release import ROOT, Release

TOOLS = {
    "deb": ("dpkg-deb",),
    "run": ("makeself",),
    "windows": ("makensis", "uv"),
    "msi": ("makensis", "uv", "wixl"),
}


def main() -> None:
    """Build what is asked for into `dist/`, and report."""
    asked = _arguments()
    kinds = list(TOOLS) if asked.what == "all" else [asked.what]
    needs.require(*dict.fromkeys(tool for kind in kinds for tool in TOOLS[kind]))
    release = Release.of_this_checkout(asked.out)
    release.work.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    made, folders = _build(release, kinds)
    sums.write(release, made, asked.key)
    report.write(release, made, folders, time.monotonic() - begun)


def _build(release: Release, kinds: list[str]) -> tuple[list[Path], dict[str, Path]]:
    made: list[Path] = []
    folders: dict[str, Path] = {}
    if {"deb", "run"} & {*kinds}:
        folders["Linux"] = tree.frozen(release)
    if {"windows", "msi"} & {*kinds}:
        folders["Windows"] = windows.stage(release)
    steps: dict[str, list[tuple[Callable[[Release, Path], Path], str]]] = {
        "deb": [(deb.build, "Linux")],
        "run": [(selfextracting.build, "Linux")],
        "windows": [(nsis.build, "Windows"), (windows.portable, "Windows")],
        "msi": [(msi.build, "Windows")],
    }
    for kind in kinds:
        for build, system in steps[kind]:
            made.append(build(release, folders[system]))
            print(f"made {made[-1]}", flush=True)
    return made, folders


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="sh packaging/build.sh", description=__doc__)
    parser.add_argument("what", choices=[*TOOLS, "all"], nargs="?", default="all")
    parser.add_argument(
        "--key", type=Path, help="an SSH private key that signs the checksums; default: unsigned"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="default: dist")
    asked = parser.parse_args()
    asked.out = asked.out.resolve()
    return asked


if __name__ == "__main__":
    main()
