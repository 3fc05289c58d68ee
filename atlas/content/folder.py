"""A folder of content as it lies on disk, and what a reading of it gives.

No YAML here: a start that finds its snapshot need not know the format at all.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from atlas.domain.errors import AtlasError, ContentError, Problem, Where
from atlas.domain.library import Library
from atlas.domain.plate import Simulated
from atlas.paths import shortened

LARGEST = 200_000  # bytes; the longest page of the atlas has under thirty thousand

Objection = Callable[[Simulated, tuple[str, ...]], str | None]
"""Says what is wrong with a recipe and the regions bound to it; None when it can be made."""


def accept(_source: Simulated, _regions: tuple[str, ...]) -> None:
    """The objection of one who knows no recipes: none."""


class Reading(NamedTuple):
    """What a folder gave: the good pages, and a complaint for all that is wrong.

    A page with a mistake of its own is left out; one that only leads nowhere is kept.
    `fingerprint` is that of the files it was read from.
    """

    library: Library
    problems: tuple[Problem, ...]
    fingerprint: str = ""


class Files(NamedTuple):
    """The content as it lies on disk: what could be read, and what could not."""

    folder: Path
    content: Mapping[Path, bytes]
    problems: tuple[Problem, ...]

    @property
    def fingerprint(self) -> str:
        """A hash of every name and byte: the same content has the same fingerprint anywhere."""
        import hashlib  # a start that finds its snapshot hashes nothing

        digest = hashlib.sha256()
        for path, content in self.content.items():
            name = path.relative_to(self.folder).as_posix()
            digest.update(os.fsencode(f"{name}\0{len(content)}\0"))  # a name may not be UTF-8
            digest.update(content)
        for problem in self.problems:
            digest.update(os.fsencode(str(problem)))
        return digest.hexdigest()


def stamp_of(folder: Path) -> str:
    """Name, size and times of every content file: another one whenever a file is written.

    Raises AtlasError when there is no such folder.
    """
    _require(folder)
    lines = []
    for entry in _below(folder):
        with suppress(OSError):
            status = entry.stat()
            times = f"{status.st_mtime_ns} {status.st_ctime_ns}"
            lines.append(f"{entry.path} {status.st_size} {times}\n")
    return "".join(sorted(lines))


def files_of(folder: Path) -> Files:
    """Every content file under `folder`. Raises AtlasError when there is no such folder."""
    content: dict[Path, bytes] = {}
    problems: list[Problem] = []
    _require(folder)
    for path in sorted(Path(entry) for entry in _below(folder)):
        try:
            content[path] = read(path)
        except ContentError as error:
            problems.append(error.problem)
    return Files(folder, content, tuple(problems))


def _require(folder: Path) -> None:
    if not folder.is_dir():
        raise AtlasError(f"There is no content in {folder}: the folder is missing.")


def _below(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """What is named as content, however deep. Not `rglob`, which takes three times as long."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".yaml"):
                yield entry
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)


def read(path: Path) -> bytes:
    """The bytes of a content file. Raises ContentError when it is too large or cannot be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would never end
            raise _unreadable(path, "this is not a file")
        if status.st_size > LARGEST:
            raise _unreadable(path, f"the file is larger than {LARGEST // 1000} kB")
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise _unreadable(path, f"the file cannot be read: {reason}") from error


def _unreadable(path: Path, message: str) -> ContentError:
    return ContentError(Where(shortened(path), 1), message)
