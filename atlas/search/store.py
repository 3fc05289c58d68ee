"""The index between two starts: one file in the reader's cache, whole or not believed.

The file begins with the SHA-256 of its key and all the rest, so that a single
flipped bit is noticed, and the index of something else. It is written beside its
place, synced and moved there at once: a power cut or a second program never leaves
half of one.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Collection, Mapping
from pathlib import Path

from atlas.files import remove_forgotten, write_whole

_log = logging.getLogger(__name__)

_MAGIC = b"calcatlas index\n"
_DIGEST = hashlib.sha256().digest_size
_SUFFIX = ".index"


class Store:
    """Keeps the files of one index under `key` in `folder`; nothing here ever raises OSError."""

    def __init__(self, folder: Path, key: str) -> None:
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
            write_whole(self.path, _packed(files, self._key), synced=True)
        except OSError as error:
            _log.info("The search index stays in memory: %s", error)
            return False
        return True


def tidy(folder: Path, kept: Collection[Path]) -> None:
    """Remove indexes of other content, and what a writer that died left behind."""
    for path in folder.glob(f"*{_SUFFIX}"):
        if path not in kept:
            _remove(path)
    remove_forgotten(folder)


def _packed(files: Mapping[str, bytes], key: str) -> bytes:
    head = json.dumps([[name, len(content)] for name, content in files.items()])
    rest = head.encode() + b"\n" + b"".join(files.values())
    return _beginning(rest, key) + rest


def _unpacked(content: bytes, key: str) -> dict[str, bytes] | None:
    rest = content[len(_MAGIC) + _DIGEST :]
    if content[: len(_MAGIC) + _DIGEST] != _beginning(rest, key):
        return None
    head, _, blobs = rest.partition(b"\n")  # the digest agrees: this is what `_packed` wrote
    files: dict[str, bytes] = {}
    at = 0
    for name, size in json.loads(head):
        files[name] = blobs[at : at + size]
        at += size
    return files


def _beginning(rest: bytes, key: str) -> bytes:
    """What a file begins with: the digest is of the key as well, so no other index has it."""
    digest = hashlib.sha256(key.encode())
    digest.update(rest)
    return _MAGIC + digest.digest()


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        _log.info("An old search index stays: %s", error)
