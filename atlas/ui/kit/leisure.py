"""Work that nobody waits for, done when nothing else is wanted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from atlas.domain.errors import AtlasError
from atlas.ui.kit.tasks import Tasks

PAUSE = 300
"""Milliseconds that a reader stays before any of it is begun: who leafs through is not slowed."""


class Job(NamedTuple):
    """A piece of work; `faulted` is told of what nobody foresaw, `done` of the answer."""

    work: Callable[[], Any]
    faulted: Callable[[], None]
    done: Callable[[Any], None] = lambda _answer: None


class Leisure(QObject):
    """A queue that never takes more than one worker, and is told anew whenever things change."""

    _faulted = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None, pause: int = PAUSE) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._queue: deque[Job] = deque()
        self._busy = False
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self._next)
        self._faulted.connect(self._own_up, Qt.ConnectionType.QueuedConnection)

    def do(self, jobs: Iterable[Job]) -> None:
        """Do these and forget what was still waiting."""
        self._queue = deque(jobs)
        self._pause.start()

    def _next(self) -> None:
        if self._busy or self._pause.isActive() or not self._queue:
            return
        job = self._queue.popleft()
        self._busy = True
        self._tasks.run(partial(self._worked, job), partial(self._done, job), self._failed)

    def _worked(self, job: Job) -> Any:
        """On a worker. A fault goes on to the crash dialog, and the queue goes on without it."""
        try:
            return job.work()
        except AtlasError:
            raise
        except BaseException:
            self._faulted.emit(job)
            raise

    def _done(self, job: Job, answer: Any) -> None:
        self._busy = False
        job.done(answer)
        self._next()

    def _failed(self, _error: AtlasError) -> None:
        # Told to the reader when it is asked for, and not before.
        self._busy = False
        self._next()

    @Slot(object)
    def _own_up(self, job: Job) -> None:
        job.faulted()
        self._busy = False
        self._next()
