"""Loads what the reader may look at next, one at a time, when nothing else is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from atlas.ui.kit.leisure import Job, Leisure
from atlas.ui.viewer.frames import Frames, Wish


class Ahead:
    """Fills the memory of pictures; it knows which are not worth trying again."""

    def __init__(self, frames: Frames, leisure: Leisure) -> None:
        self._frames = frames
        self._leisure = leisure
        self._broken: set[Wish] = set()

    def load(self, wishes: Iterable[Wish]) -> None:
        """Load these and forget what was still waiting."""
        wanted = dict.fromkeys(wishes)
        self._leisure.do(self._job(wish) for wish in wanted if wish not in self._broken)

    def leave_out(self, wish: Wish) -> None:
        """A fault came of it: the crash dialog need not say so at every turn."""
        self._broken.add(wish)

    def _job(self, wish: Wish) -> Job:
        return Job(partial(self._frames.get, wish), partial(self.leave_out, wish))
