"""The atlas frozen by PyInstaller: one folder that needs no Python."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from folder import fresh, settle
from release import FILES, ROOT, Release


def frozen(release: Release) -> Path:
    """Build the folder. What PyInstaller only warns of, a library it misses, ends the build."""
    made = fresh(release.work / "frozen")
    said = release.run(
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
        "--distpath", made, "--workpath", release.work / "pyinstaller", FILES / "calcatlas.spec",
        folder=ROOT,
    )  # fmt: skip
    if "not found" in said.lower():
        raise SystemExit(f"PyInstaller misses something:\n{said}")
    tree = made / "calcatlas"
    shutil.copytree(ROOT / "resources" / "licences", tree / "licences")
    shutil.copy(ROOT / "LICENSE", tree / "LICENSE")
    settle(tree, release.epoch)
    return tree
