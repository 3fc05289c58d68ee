"""Writing a file whole or not at all, for all that the program keeps."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

UNFINISHED = ".part"
_FORGOTTEN = 3600.0  # seconds after which an unfinished file has no writer any more


def write_whole(path: Path, content: bytes, *, synced: bool = False) -> None:
    """Put `content` in the place of `path`, making its folder if there is none.

    Who reads meanwhile reads the old file or the new one. `synced` files outlast a power
    cut. Raises OSError, and then the old file is as it was and nothing lies beside it.
    """
    import tempfile  # a start that writes nothing need not know it

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=UNFINISHED)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if synced:
                file.flush()
                os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
    if synced:
        _sync(path.parent)


def remove_forgotten(folder: Path) -> None:
    """Remove what writers that died left in `folder`, but not what is being written."""
    with suppress(OSError):
        for path in folder.glob(f"*{UNFINISHED}"):
            if time.time() - path.stat().st_mtime > _FORGOTTEN:
                path.unlink()


def _sync(folder: Path) -> None:
    """Make the new name last as well, on systems where a folder can be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
