"""From a keystroke to an answer."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from atlas.domain.errors import AtlasError
from atlas.search.query import Answer, Completion, Query
from atlas.ui.kit.tasks import Latest, Tasks


class Finder(Protocol):
    """Whoever answers; asked on a worker, and never by two at once."""

    def find(self, query: Query) -> Answer: ...

    def complete(self, text: str, caret: int) -> tuple[Completion, ...]: ...


class SearchController(QObject):
    """Asks at every key, and ignores late answers: of what is waiting only the newest is asked.

    It has no widget and no index: text comes in, answers go out. There is no pause for the
    next key, since to answer takes a fraction of the time between two.
    """

    answered = Signal(Answer)
    completed = Signal(tuple)
    """The completions of what was last typed."""
    failed = Signal(str)

    def __init__(self, finder: Finder, tasks: Tasks) -> None:
        super().__init__()
        self._finder = finder
        self._answers = Latest(tasks)
        self._completions = Latest(tasks)
        self._query = Query()

    @Slot(str)
    def set_text(self, text: str) -> None:
        """Take what stands in the box now; the same question is not asked twice."""
        query = Query.parse(text)
        if query == self._query:
            return
        self._query = query
        if query:
            self._answers.run(partial(self._finder.find, query), self.answered.emit, self._fail)
        else:
            self._answers.forget()
            self.answered.emit(Answer())

    @Slot(str, int)
    def complete(self, text: str, caret: int) -> None:
        """Ask what may be typed on at the caret, after what was asked before."""
        work = partial(self._finder.complete, text, caret)
        self._completions.run(work, self.completed.emit, self._fail)

    def _fail(self, error: AtlasError) -> None:
        self.failed.emit(str(error))
