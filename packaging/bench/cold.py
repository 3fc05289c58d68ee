"""Making the files cold: whatever reads them next waits for the disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_SWITCH = Path("/proc/sys/vm/drop_caches")
_PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Emptier:
    """Takes files out of the memory of the system, in the best way that is allowed."""

    way: str
    bytecode: Path

    @classmethod
    def of_this_computer(cls, bytecode: Path) -> Emptier:
        """The best way here; `bytecode` is a folder that a start reads as well."""
        try:
            with _SWITCH.open("w") as switch:
                switch.write("3")
        except OSError:
            told = hasattr(os, "posix_fadvise")
            way = "POSIX_FADV_DONTNEED on interpreter and atlas" if told else "nothing"
            return cls(way, bytecode)
        return cls(str(_SWITCH), bytecode)

    def empty(self) -> None:
        """Make everything cold that a start reads."""
        os.sync()
        if self.way == str(_SWITCH):
            with _SWITCH.open("w") as switch:
                switch.write("3")
        elif hasattr(os, "posix_fadvise"):
            _forget(_files([self.bytecode, *_read_by_a_start()]))


def _read_by_a_start() -> Iterator[Path]:
    yield Path(sys.prefix)
    yield Path(os.__file__).parent
    yield Path(sys.executable).resolve()
    for name in ("atlas", "data", "resources"):
        yield _PROJECT / name


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        yield from (place.rglob("*") if place.is_dir() else [place])


def _forget(files: Iterable[Path]) -> None:
    for path in files:
        with suppress(OSError):
            handle = os.open(path, os.O_RDONLY)
            try:
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(handle)
