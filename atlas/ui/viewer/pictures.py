"""Gets pictures without anyone waiting: the one wanted now, then those likely to be next."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from atlas.domain.errors import AtlasError
from atlas.imaging.frame import Frame
from atlas.ui.kit.leisure import Leisure
from atlas.ui.kit.tasks import Latest, Tasks
from atlas.ui.viewer.ahead import Ahead
from atlas.ui.viewer.frames import Frames, Load, Wish, owning_up

PATIENCE = 150
"""Milliseconds after which the reader is told that it takes longer."""
SHARPER_AFTER = 120
"""Milliseconds that a picture is looked at before it is made again, larger."""
_FAULT = (
    "The program made a mistake while it made this picture. "
    "The other pictures can still be looked at."
)

Wishes = tuple[Wish, ...]
"""One picture in sizes that grow: the first comes soon, the last is worth waiting for."""


class Pictures(QObject):
    """Answers the newest wish and no other; `delayed` says that its answer is not there yet."""

    came = Signal(Frame)
    """The picture wanted last, and perhaps once more, larger."""
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
        self._eye = QTimer(self, singleShot=True, interval=SHARPER_AFTER)
        self._eye.timeout.connect(self._sharpen)
        self._asked: Wish | None = None
        self._larger: Wishes = ()
        self._following: Wishes = ()
        self._faulted.connect(self._own_up, Qt.ConnectionType.QueuedConnection)

    @property
    def wanting(self) -> bool:
        """Whether a picture is wanted that is not there yet."""
        return self._asked is not None

    def want(self, wishes: Wishes) -> None:
        """Get this one: at once what is in memory, else when it is made; larger ones after it."""
        self.forget()
        for at, wish in reversed(tuple(enumerate(wishes))):
            if frame := self._frames.held(wish):
                self._show(frame, wishes[at + 1 :])
                return
        self._asked = wishes[0]
        self._patience.start()
        self._wanted.run(self._work(wishes[0]), partial(self._answer, wishes[1:]), self._refuse)

    def follow(self, wishes: Wishes) -> None:
        """As `want`, but let what is being made come first: for pictures that change by the hand.

        Of those that are asked for meanwhile only the newest is made.
        """
        if self.wanting:
            self._following = wishes
        else:
            self.want(wishes)

    def forget(self) -> None:
        """Nothing is wanted any more, now or next."""
        self._asked, self._larger, self._following = None, (), ()
        self._patience.stop()
        self._eye.stop()
        self._wanted.forget()
        self._ahead.load(())

    def look_ahead(self, wishes: Iterable[Wish]) -> None:
        """Get these when nothing else is to be done."""
        self._ahead.load(wish for wish in wishes if not self._frames.held(wish))

    def _work(self, wish: Wish) -> partial[Frame]:
        return partial(owning_up, self._frames, wish, partial(self._faulted.emit, wish))

    def _answer(self, larger: Wishes, frame: Frame) -> None:
        self._asked = None
        self._patience.stop()
        following, self._following = self._following, ()
        self._show(frame, larger)
        if following:
            self.want(following)

    def _show(self, frame: Frame, larger: Wishes) -> None:
        self._larger = larger
        if larger:
            self._eye.start()
        self.came.emit(frame)

    @Slot()
    def _sharpen(self) -> None:
        wish, *larger = self._larger
        work, show = self._work(wish), partial(self._show, larger=tuple(larger))
        self._wanted.run(work, show, lambda _error: None)  # a smaller one is there

    @Slot(object)
    def _own_up(self, wish: Wish) -> None:
        """The fault itself is for the crash dialog; the reader waits no longer."""
        self._ahead.leave_out(wish)
        if wish == self._asked:
            self._refuse(AtlasError(_FAULT))

    def _refuse(self, error: AtlasError) -> None:
        self._asked = None
        self._patience.stop()
        self.refused.emit(error)
