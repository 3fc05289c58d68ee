"""Loads what the reader may look at next, one at a time, when nothing else is wanted."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Source
from atlas.imaging.frame import Frame
from atlas.ui.kit.tasks import Tasks
from atlas.ui.viewer.frames import Frames, owning_up

PAUSE = 300
"""Milliseconds that a reader stays before anything is loaded: who leafs through is not slowed."""


class Ahead(QObject):
    """A queue that never takes more than one worker, and is told anew on each page."""

    arrived = Signal(object, Frame)
    """A source and its frame."""
    _faulted = Signal(object)

    def __init__(self, frames: Frames, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._frames = frames
        self._tasks = tasks
        self._queue: deque[Source] = deque()
        self._busy = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._next)
        self._broken: set[Source] = set()
        self._faulted.connect(self._fault, Qt.ConnectionType.QueuedConnection)

    def load(self, sources: Iterable[Source]) -> None:
        """Load these and forget what was still waiting."""
        wanted = dict.fromkeys(sources)
        self._queue = deque(source for source in wanted if source not in self._broken)
        self._pause.start()

    def leave_out(self, source: Source) -> None:
        """A fault came of it: the crash dialog need not say so at every turn."""
        self._broken.add(source)

    def _next(self) -> None:
        if self._busy or self._pause.isActive() or not self._queue:
            return
        source = self._queue.popleft()
        self._busy = True
        work = partial(owning_up, self._frames, source, partial(self._faulted.emit, source))
        self._tasks.run(work, partial(self._done, source), self._failed)

    def _done(self, source: Source, frame: Frame) -> None:
        self._busy = False
        self.arrived.emit(source, frame)
        self._next()

    def _failed(self, _error: AtlasError) -> None:
        # Told to the reader when the picture is asked for, and not before.
        self._go_on()

    @Slot(object)
    def _fault(self, source: Source) -> None:
        self.leave_out(source)
        self._go_on()

    def _go_on(self) -> None:
        self._busy = False
        self._next()
