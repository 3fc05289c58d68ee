"""The library as it was read last time, so that a start need not parse what has not changed.

A snapshot is a pickle, which could be made to run code. So it is only ever read from
the reader's own cache, and only values of `atlas.domain` and `Snapshot` can come out of it.
Each page is a pickle in it, of which a start reads the few that it shows.
"""

from __future__ import annotations

import io
import logging
import os
import pickle
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from atlas import __version__
from atlas.content.folder import Objection, Reading, accept, stamp_of
from atlas.domain.library import Category, Library
from atlas.domain.page import Page, PageId
from atlas.domain.vocabulary import Vocabulary
from atlas.files import UNFINISHED, remove_forgotten, write_whole
from atlas.paths import installed

logger = logging.getLogger(__name__)

_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = ("content", "domain", "imaging/recipes")  # what decides how a page is read
_FOREIGN = (  # what comes of unpickling bytes that nobody here has pickled
    pickle.UnpicklingError, AttributeError, EOFError, ImportError, LookupError, MemoryError,
    OverflowError, RecursionError, TypeError, ValueError,
)  # fmt: skip


def read_through(content: Path, cache: Path, objection: Objection = accept) -> Reading:
    """What `read_pack` answers, from `cache` where it is kept there and newly read where not.

    A missing, damaged or foreign snapshot costs a moment; a folder that cannot be
    written costs one at every start. Neither is an error.
    Raises AtlasError when there is no folder `content`.
    """
    key = _key(content)
    path = cache / f"library-{zlib.crc32(key):08x}"
    kept = _kept(path, key)
    if kept is not None:
        return kept
    from atlas.content.pack import read_pack  # YAML and its readers, which a snapshot spares

    reading = read_pack(content, objection)
    if not reading.problems:  # they may be mended without a change of content: a picture is added
        _keep(reading, path, key)
    return reading


def _key(content: Path) -> bytes:
    """Other content, other code or another Python: another key.

    All but Python counts by the times of its files, as for `make`: nothing need be read, and
    whoever edits a checkout never sees yesterday's reading. A frozen program has its version alone.
    """
    lines = [f"{content} {__version__} {sys.version}\n", stamp_of(content)]
    code = [sorted((_PACKAGE / part).glob("*.py")) for part in _CODE]
    # A recipe of a radiograph names places of its background.
    backgrounds = sorted((installed("resources") / "backgrounds").glob("*.json"))
    for path in (*chain(*code), *backgrounds):
        with suppress(OSError):
            lines.append(f"{path.name} {path.stat().st_mtime_ns}\n")
    return os.fsencode("".join(lines)) + b"\0"  # a name may not be UTF-8


class Snapshot(NamedTuple):
    """A reading without mistakes, its pages pickled one by one."""

    pages: Mapping[PageId, bytes]
    titles: Mapping[PageId, str]
    contents: Sequence[Category]
    vocabulary: Vocabulary
    fingerprint: str

    def reading(self) -> Reading:
        """What it was made of."""
        pages = _Pages(self.pages)
        return Reading(
            Library(pages, self.titles, self.contents, self.vocabulary), (), self.fingerprint
        )


class _Pages(Mapping[PageId, Page]):
    """The pages of a snapshot, each read when it is first asked for; from any thread."""

    def __init__(self, written: Mapping[PageId, bytes]) -> None:
        self._written = written
        self._read: dict[PageId, Page] = {}

    def __getitem__(self, page_id: PageId) -> Page:
        page = self._read.get(page_id)
        if page is None:  # whoever asks at the same time gets the same one
            page = self._read.setdefault(page_id, _unpickled(self._written[page_id]))
        return page

    def __iter__(self) -> Iterator[PageId]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


def _kept(path: Path, key: bytes) -> Reading | None:
    try:
        written = path.read_bytes()
    except OSError:
        return None
    checksum, sealed = written[:4], memoryview(written)[4:]
    if zlib.crc32(sealed).to_bytes(4) != checksum:
        logger.info("The snapshot %s is damaged and is made anew.", path)
        return None
    if sealed[: len(key)] != key:
        return None
    try:
        snapshot = _unpickled(sealed[len(key) :])
        return snapshot.reading() if isinstance(snapshot, Snapshot) else None
    except _FOREIGN:
        logger.info("The snapshot %s is not ours and is made anew.", path)
        return None


def _keep(reading: Reading, path: Path, key: bytes) -> None:
    library = reading.library
    snapshot = Snapshot(
        {page.id: _pickled(page) for page in library},
        {page.id: page.title for page in library},
        library.contents,
        library.vocabulary,
        reading.fingerprint,
    )
    try:
        write_whole(path, _sealed(key + _pickled(snapshot)))
        for old in path.parent.glob("library-*"):
            if old != path and old.suffix != UNFINISHED:  # which another program is writing
                old.unlink(missing_ok=True)
        remove_forgotten(path.parent)
    except OSError as error:
        logger.info("No snapshot is kept: %s", error)


def _sealed(content: bytes) -> bytes:
    """With a checksum before it, by which damage is noticed."""
    return zlib.crc32(content).to_bytes(4) + content


def _pickled(value: object) -> bytes:
    written = io.BytesIO()
    _Writer(written, protocol=5).dump(value)
    return written.getvalue()


def _unpickled(written: bytes | memoryview) -> Any:
    return _Values(io.BytesIO(written)).load()


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
    (__name__, "Snapshot"),
    (Path.__module__, "PosixPath"),
    (Path.__module__, "WindowsPath"),
}
