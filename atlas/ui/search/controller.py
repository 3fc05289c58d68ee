"""From a keystroke to an answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from atlas.search.query import Answer, Query
from atlas.ui.kit.tasks import Latest, Tasks

Find = Callable[[Query], Answer]


class SearchController(QObject):
    """Waits for a pause in the typing, asks once, and ignores late answers.

    It has no widget and no index: text comes in, answers go out, and `find` may
    be anything that answers a query.
    """

    answered = Signal(Answer)
    failed = Signal(str)

    def __init__(self, find: Find, tasks: Tasks, pause_ms: int = 40) -> None:
        super().__init__()
        self._find = find
        self._answers = Latest(tasks)
        self._query = Query()
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._ask)

    @Slot(str)
    def set_text(self, text: str) -> None:
        """Take what stands in the box now; the same question is not asked twice."""
        query = Query.parse(text)
        if query == self._query:
            return
        self._query = query
        self._answers.forget()
        if query:
            self._pause.start()
        else:
            self._pause.stop()
            self.answered.emit(Answer())

    @Slot()
    def _ask(self) -> None:
        self._answers.run(
            partial(self._find, self._query),
            done=self.answered.emit,
            failed=lambda error: self.failed.emit(str(error)),
        )
