"""Gets pictures without anyone waiting: the one wanted now, then those likely to be next."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Source
from atlas.imaging.frame import Frame
from atlas.ui.kit.leisure import Leisure
from atlas.ui.kit.tasks import Latest, Tasks
from atlas.ui.viewer.ahead import Ahead
from atlas.ui.viewer.frames import Frames, Load, owning_up

PATIENCE = 150
"""Milliseconds after which the reader is told that it takes longer."""
_FAULT = (
    "The program made a mistake while it made this picture. "
    "The other pictures can still be looked at."
)


class Pictures(QObject):
    """Answers the newest wish and no other; `delayed` says that its answer is not there yet."""

    came = Signal(Frame)
    """The picture wanted last."""
    delayed = Signal()
    refused = Signal(AtlasError)
    _faulted = Signal(object)

    def __init__(self, load: Load, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._frames = Frames(load)
        self._wanted = Latest(tasks)
        self._ahead = Ahead(self._frames, Leisure(tasks, self))
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.delayed)
        self._source: Source | None = None
        self._faulted.connect(self._own_up, Qt.ConnectionType.QueuedConnection)

    @property
    def wanting(self) -> bool:
        """Whether a picture is wanted that is not there yet."""
        return self._source is not None

    def want(self, source: Source) -> None:
        """Get this one: at once if it is in memory, else when it is made."""
        self.forget()
        if frame := self._frames.held(source):
            self.came.emit(frame)
            return
        self._source = source
        self._patience.start()
        told = partial(self._faulted.emit, source)
        self._wanted.run(partial(owning_up, self._frames, source, told), self._answer, self._refuse)

    def forget(self) -> None:
        """Nothing is wanted any more, now or next."""
        self._source = None
        self._patience.stop()
        self._wanted.forget()
        self._ahead.load(())

    def look_ahead(self, sources: Iterable[Source]) -> None:
        """Get these when nothing else is to be done."""
        self._ahead.load(source for source in sources if not self._frames.held(source))

    @Slot(object)
    def _own_up(self, source: Source) -> None:
        """The fault itself is for the crash dialog; the reader waits no longer."""
        self._ahead.leave_out(source)
        if source == self._source:
            self._refuse(AtlasError(_FAULT))

    def _answer(self, frame: Frame) -> None:
        self._source = None
        self._patience.stop()
        self.came.emit(frame)

    def _refuse(self, error: AtlasError) -> None:
        self._source = None
        self._patience.stop()
        self.refused.emit(error)
