"""Every folder the program touches, given to those who need one and never fetched."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

NAME = "calcatlas"


class Paths(NamedTuple):
    """Where the content lies, and where the reader's own files go."""

    content: Path
    config: Path
    cache: Path

    @classmethod
    def of_this_computer(cls) -> Paths:
        """The folders of this installation and of the person at the keyboard."""
        if portable := portable_folder(Path(sys.executable)):
            return cls.under(portable)
        config, cache = readers_folders(sys.platform, os.environ)
        return cls(installed("data"), config, cache)

    @classmethod
    def under(cls, folder: Path, content: Path | None = None) -> Paths:
        """All of the reader's folders below one: for tests and for a portable copy."""
        return cls(
            content=content or installed("data"),
            config=folder / "config",
            cache=folder / "cache",
        )

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def searches(self) -> Path:
        """What the reader has searched for lately."""
        return self.config / "searches.json"

    @property
    def state(self) -> Path:
        """Sizes and places of the window: losing it costs nothing."""
        return self.config / "state.ini"

    @property
    def log(self) -> Path:
        return self.cache / "calcatlas.log"

    @property
    def door(self) -> Path:
        """Where a later start finds the window that is open on the same content."""
        return self.cache / f"window-{crc32(str(self.content).encode()):08x}.socket"

    @property
    def indexes(self) -> Path:
        return self.cache / "index"

    @property
    def thumbnails(self) -> Path:
        return self.cache / "thumbnails"


def portable_folder(executable: Path) -> Path | None:
    """Where a portable copy keeps what is the reader's; None where the program is installed.

    A copy is portable where a file `portable` lies beside the program, or beside the folder of
    the Python that runs it.
    """
    for folder in executable.parents[:2]:
        if (folder / "portable").is_file():
            return folder / "reader"
    return None


def readers_folders(platform: str, environment: Mapping[str, str]) -> tuple[Path, Path]:
    """Where that system wants settings and caches to lie."""
    home = Path.home()
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", "").strip()
        ours = (Path(local) if local else home / "AppData" / "Local") / NAME
        return ours, ours / "Cache"
    if platform == "darwin":
        library = home / "Library"
        return library / "Application Support" / NAME, library / "Caches" / NAME
    config = environment.get("XDG_CONFIG_HOME", "").strip()
    cache = environment.get("XDG_CACHE_HOME", "").strip()
    return Path(config or home / ".config") / NAME, Path(cache or home / ".cache") / NAME


def installed(name: str) -> Path:
    """A folder that travels with the program.

    A wheel and a frozen program hold it inside the package, a checkout beside it.
    """
    package = Path(__file__).resolve().parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


def shortened(path: Path) -> str:
    """A path as it is shown to a person: relative to where they stand, if that is shorter."""
    try:
        relative = os.path.relpath(path) if path.is_absolute() else str(path)
    except (OSError, ValueError):  # they stand in a folder that is gone, or on another drive
        return str(path)
    return min(relative, str(path), key=len)
