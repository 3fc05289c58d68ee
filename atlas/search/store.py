"""The index between two starts: one file in the reader's cache, whole or not believed.

The file begins with the SHA-256 of all the rest, so that a single flipped bit
is noticed, and is written beside its place, synced and moved there at once: a
power cut or a second program never leaves half of one.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

_log = logging.getLogger(__name__)

_MAGIC = b"calcatlas index\n"
_DIGEST = hashlib.sha256().digest_size
_SUFFIX, _UNFINISHED = ".index", ".part"
_FORGOTTEN = 3600.0  # seconds after which an unfinished file has no writer any more


class Store:
    """Keeps the files of one index under `key` in `folder`; nothing here ever raises OSError."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        self._key = key
        self.path = folder / f"{key[:32]}{_SUFFIX}"

    def load(self) -> dict[str, bytes] | None:
        """The files as they were saved; None where there is any doubt about them."""
        try:
            content = self.path.read_bytes() if self.path.is_file() else None
        except OSError as error:
            _log.info("The search index cannot be read: %s", error)
            return None
        if content is None:
            return None
        files = _unpacked(content, self._key)
        if files is None:
            _log.info("The search index %s is damaged and is built again.", self.path)
        return files

    def save(self, files: Mapping[str, bytes]) -> bool:
        """Keep `files` for the next start; False where the folder does not allow it."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(self.path, _packed(files, self._key))
        except OSError as error:
            _log.info("The search index stays in memory: %s", error)
            return False
        return True

    def tidy(self) -> None:
        """Remove indexes of other content, and what a writer that died left behind."""
        try:
            found = list(self._folder.iterdir())
        except OSError:
            return
        for path in found:
            if path.suffix == _SUFFIX and path != self.path:
                _remove(path, older_than=0.0)
            elif path.suffix == _UNFINISHED:
                _remove(path, older_than=_FORGOTTEN)


def _packed(files: Mapping[str, bytes], key: str) -> bytes:
    head = json.dumps({"key": key, "files": [[name, len(files[name])] for name in files]})
    rest = head.encode() + b"\n" + b"".join(files.values())
    return _MAGIC + hashlib.sha256(rest).digest() + rest


def _unpacked(content: bytes, key: str) -> dict[str, bytes] | None:
    start = len(_MAGIC) + _DIGEST
    rest = content[start:]
    if content[:start] != _MAGIC + hashlib.sha256(rest).digest():
        return None
    head, _, blobs = rest.partition(b"\n")  # the digest agrees: this is what `_packed` wrote
    told = json.loads(head)
    if told["key"] != key:
        return None
    files: dict[str, bytes] = {}
    at = 0
    for name, size in told["files"]:
        files[name] = blobs[at : at + size]
        at += size
    return files


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.stem}-", suffix=_UNFINISHED)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        _remove(unfinished, older_than=0.0)
        raise
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """Make the new name last as well, on systems where a folder can be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path, older_than: float) -> None:
    try:
        if not older_than or time.time() - path.stat().st_mtime > older_than:
            path.unlink()
    except OSError as error:
        _log.info("An old search index stays: %s", error)
