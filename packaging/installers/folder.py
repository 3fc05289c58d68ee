"""Folders whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import os
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path


def fresh(folder: Path) -> Path:
    """The folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def settle(folder: Path, epoch: int) -> None:
    """Date all that is in a folder alike, and leave plain modes: 755 what runs, 644 the rest."""
    for path in [*sorted(folder.rglob("*"), reverse=True), folder]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _runs(path) else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file() and not p.is_symlink())


def zipped(folder: Path, to: Path, epoch: int) -> None:
    """The folder as a zip file, with its own name on top."""
    date = datetime.fromtimestamp(epoch, UTC).timetuple()[:6]
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(str(path.relative_to(folder.parent)), date)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = (0o755 if _runs(path) else 0o644) << 16
                archive.writestr(entry, path.read_bytes(), compresslevel=9)


def _runs(path: Path) -> bool:
    """A program, though not a library: Debian wants those not to be executable."""
    return bool(path.stat().st_mode & 0o100) and ".so" not in path.suffixes
