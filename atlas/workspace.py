"""The program without a screen: the library and the search, on which window and terminal stand."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from atlas.content.folder import Reading
from atlas.content.snapshot import read_through
from atlas.domain.errors import AtlasError, Problem
from atlas.domain.library import Library
from atlas.domain.plate import Simulated, Source
from atlas.imaging.frame import Frame
from atlas.paths import Paths

if TYPE_CHECKING:
    from atlas.search.query import Answer, Completion, Query  # not before the first paint

if TYPE_CHECKING:
    from atlas.imaging.thumbnails import Thumbnails


class Finder(Protocol):
    """What is asked: an index, once it is open."""

    def find(self, query: Query, limit: int) -> Answer: ...

    def complete(self, text: str, caret: int) -> tuple[Completion, ...]: ...


@dataclass(frozen=True, slots=True)
class Workspace:
    """The content of one installation, read and checked."""

    paths: Paths
    reading: Reading
    _opened: list[Finder] = field(default_factory=list, repr=False)
    _opening: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @classmethod
    def open(cls, paths: Paths) -> Workspace:
        """Read the content. Raises AtlasError when there is no page that can be opened."""
        reading = read_through(paths.content, paths.cache, _objection)
        if not reading.library:
            first = f"; the first mistake is {reading.problems[0]}" if reading.problems else ""
            raise AtlasError(f"No page in {paths.content} can be opened{first}.")
        return cls(paths, reading)

    @property
    def library(self) -> Library:
        return self.reading.library

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.reading.problems

    def find(self, query: Query, limit: int = 50) -> Answer:
        """The pages that answer a query, best first. Slow the first time: call it on a worker."""
        return self._index().find(query, limit)

    def complete(self, text: str, caret: int) -> tuple[Completion, ...]:
        """What may be typed on in the search box. Slow the first time: call it on a worker."""
        return self._index().complete(text, caret)

    def warm(self) -> None:
        """Open or build the index, so that the first question need not wait for it."""
        self._index()

    def thumbnails(self) -> Thumbnails:
        """Small pictures of the plates, kept in the reader's cache."""
        from atlas.imaging.thumbnails import Thumbnails  # not before the first paint

        return Thumbnails(self.paths.thumbnails)

    def _index(self) -> Finder:
        from atlas.search.index import open_index  # not before the first paint

        with self._opening:
            if not self._opened:
                index = open_index(self.library, self.reading.fingerprint, self.paths.indexes)
                self._opened.append(index)
            return self._opened[0]


def frame_of(source: Source, size: int = 512) -> Frame:
    """The picture of a source. Slow: call it on a worker. Raises AtlasError without one."""
    from atlas.imaging import sources

    return sources.frame_of(source, size)


def _objection(source: Simulated, regions: tuple[str, ...]) -> str | None:
    from atlas.imaging.recipes.objections import objection  # not when a snapshot answers

    return objection(source, regions)
