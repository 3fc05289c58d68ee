"""The library as it was read last time, so that a start need not parse what has not changed.

A snapshot is a pickle, which could be made to run code. So it is only ever read from
the reader's own cache, and only values of `atlas.domain` and `Reading` can come out of it.
"""

from __future__ import annotations

import hashlib
import io
import logging
import os
import pickle
import sys
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from atlas import __version__
from atlas.content.folder import Files, Objection, Reading, accept
from atlas.files import UNFINISHED, remove_forgotten, write_whole

logger = logging.getLogger(__name__)

_PACKAGE = Path(__file__).resolve().parent.parent
_FOREIGN = (  # what comes of unpickling bytes that nobody here has pickled
    pickle.UnpicklingError, AttributeError, EOFError, ImportError, LookupError, MemoryError,
    OverflowError, RecursionError, TypeError, ValueError,
)  # fmt: skip


def read_through(files: Files, folder: Path, objection: Objection = accept) -> Reading:
    """What `reading_of` answers, from `folder` where it is kept there and newly read where not.

    A missing, damaged or foreign snapshot costs a moment; a folder that cannot be
    written costs one at every start. Neither is an error.
    """
    path = folder / f"library-{_key(files)}"
    kept = _kept(path)
    if kept is not None:
        return kept
    from atlas.content.pack import reading_of  # YAML and its readers, which a snapshot spares

    reading = reading_of(files, objection)
    if not reading.problems:  # they may be mended without a change of content: a picture is added
        _keep(reading, path)
    return reading


def _key(files: Files) -> str:
    """Other content, other code or another Python: another snapshot.

    The code counts by the times of its files, so that whoever edits a checkout never
    sees yesterday's reading; a frozen program has its version alone.
    """
    digest = hashlib.sha256(f"{files.fingerprint} {__version__} {sys.version}".encode())
    digest.update(os.fsencode(files.folder))
    for part in ("content", "domain", "imaging/recipes.py"):
        place = _PACKAGE / part
        for path in sorted(place.glob("*.py")) if place.is_dir() else [place]:
            with suppress(OSError):
                digest.update(f"{path.name} {path.stat().st_mtime_ns}".encode())
    return digest.hexdigest()[:32]


def _kept(path: Path) -> Reading | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    checksum, body = content[:32], content[32:]
    if hashlib.sha256(body).digest() != checksum:
        logger.info("The snapshot %s is damaged and is made anew.", path)
        return None
    try:
        reading = _Values(io.BytesIO(body)).load()
    except _FOREIGN:
        logger.info("The snapshot %s is not ours and is made anew.", path)
        return None
    return reading if isinstance(reading, Reading) else None


def _keep(reading: Reading, path: Path) -> None:
    written = io.BytesIO()
    _Writer(written, protocol=5).dump(reading)
    body = written.getvalue()
    try:
        write_whole(path, hashlib.sha256(body).digest() + body)
        for old in path.parent.glob("library-*"):
            if old != path and old.suffix != UNFINISHED:  # which another program is writing
                old.unlink(missing_ok=True)
        remove_forgotten(path.parent)
    except OSError as error:
        logger.info("No snapshot is kept: %s", error)


class _Writer(pickle.Pickler):
    """Writes a value as its class and its fields: read back three times as fast as by default."""

    def reducer_override(self, value: object) -> Any:
        if not is_dataclass(value) or isinstance(value, type):
            return NotImplemented
        return type(value), tuple(getattr(value, field.name) for field in fields(value))


class _Values(pickle.Unpickler):
    """Lets frozen values of the domain out of a pickle, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        ours = module.startswith("atlas.domain.") or (module, name) in _OTHERS
        if not ours or "." in name:
            raise pickle.UnpicklingError(f"{module}.{name} is no value of the atlas")
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no value of the atlas")
        return found


_OTHERS = {
    ("atlas.content.folder", "Reading"),
    (Path.__module__, "PosixPath"),
    (Path.__module__, "WindowsPath"),
}
