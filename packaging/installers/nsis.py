"""The installer of Windows, made by NSIS from the staged folder."""

from __future__ import annotations

from pathlib import Path

from release import FILES, Release


def build(release: Release, root: Path) -> Path:
    """Pack the folder and answer the installer."""
    made = release.out / f"calcatlas-{release.version}-windows-x64-setup.exe"
    release.run(
        "makensis", "-V2", f"-DVERSION={release.version}", f"-DSTAGE={root}", f"-DOUT={made}",
        FILES / "calcatlas.nsi",
    )  # fmt: skip
    return made
