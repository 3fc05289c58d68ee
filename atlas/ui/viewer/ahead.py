"""Loads what the reader may look at next, one at a time, when nothing else is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from atlas.domain.plate import Source
from atlas.ui.kit.leisure import Job, Leisure
from atlas.ui.viewer.frames import Frames


class Ahead:
    """Fills the memory of pictures; it knows which are not worth trying again."""

    def __init__(self, frames: Frames, leisure: Leisure) -> None:
        self._frames = frames
        self._leisure = leisure
        self._broken: set[Source] = set()

    def load(self, sources: Iterable[Source]) -> None:
        """Load these and forget what was still waiting."""
        wanted = dict.fromkeys(sources)
        self._leisure.do(self._job(source) for source in wanted if source not in self._broken)

    def leave_out(self, source: Source) -> None:
        """A fault came of it: the crash dialog need not say so at every turn."""
        self._broken.add(source)

    def _job(self, source: Source) -> Job:
        return Job(partial(self._frames.get, source), partial(self.leave_out, source))
