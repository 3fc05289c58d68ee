"""The program without a screen: the library and the search, on which window and terminal stand."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.content.pack import Reading, files_of, reading_of
from atlas.domain.errors import Problem
from atlas.domain.library import Library
from atlas.domain.plate import Source
from atlas.imaging.frame import Frame
from atlas.imaging.recipes import objection
from atlas.paths import Paths
from atlas.search.index import Index, open_index


@dataclass(frozen=True, slots=True)
class Workspace:
    """The content of one installation, read and checked."""

    paths: Paths
    reading: Reading
    fingerprint: str

    @classmethod
    def open(cls, paths: Paths) -> Workspace:
        """Read the content. Raises AtlasError when there is none."""
        files = files_of(paths.content)
        return cls(paths, reading_of(files, objection), files.fingerprint)

    @property
    def library(self) -> Library:
        return self.reading.library

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.reading.problems

    def index(self) -> Index:
        """The search index of this content, opened or built. Slow: call it on a worker."""
        return open_index(self.library, self.fingerprint, self.paths.index)


def frame_of(source: Source, size: int = 512) -> Frame:
    """The picture of a source. Slow: call it on a worker. Raises AtlasError without one."""
    from atlas.imaging import sources

    return sources.frame_of(source, size)
