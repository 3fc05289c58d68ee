"""Gets pictures without anyone waiting: the one wanted now, then those likely to be next."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Source
from atlas.imaging.frame import Frame
from atlas.ui.kit.tasks import Latest, Tasks
from atlas.ui.viewer.ahead import Ahead
from atlas.ui.viewer.frames import Frames, Load

PATIENCE = 150
"""Milliseconds after which the reader is told that it takes longer."""


class Pictures(QObject):
    """Answers the newest wish and no other; `delayed` says that its answer is not there yet."""

    came = Signal(Frame)
    """The picture wanted last."""
    delayed = Signal()
    refused = Signal(AtlasError)
    arrived = Signal(object, Frame)
    """Any picture of the page, with its source."""

    def __init__(self, load: Load, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._frames = Frames(load)
        self._wanted = Latest(tasks)
        self._ahead = Ahead(self._frames, tasks, self)
        self._ahead.arrived.connect(self.arrived)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.delayed)

    def want(self, source: Source) -> None:
        """Get this one: at once if it is in memory, else when it is made."""
        self.forget()
        if frame := self._frames.held(source):
            self.came.emit(frame)
            return
        self._patience.start()
        work = partial(self._frames.get, source)
        self._wanted.run(work, self._answer, self._refuse)

    def forget(self) -> None:
        """Nothing is wanted any more, now or next."""
        self._patience.stop()
        self._wanted.forget()
        self._ahead.load(())

    def look_ahead(self, sources: Iterable[Source]) -> None:
        """Get these when nothing else is to be done; those in memory arrive at once."""
        missing = []
        for source in sources:
            if frame := self._frames.held(source):
                self.arrived.emit(source, frame)
            else:
                missing.append(source)
        self._ahead.load(missing)

    def _answer(self, frame: Frame) -> None:
        self._patience.stop()
        self.came.emit(frame)

    def _refuse(self, error: AtlasError) -> None:
        self._patience.stop()
        self.refused.emit(error)
