"""Which slice of a stack is looked at, and the ones beside it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Slot

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Simulated, Source
from atlas.imaging.frame import Frame
from atlas.ui.viewer.pictures import Pictures
from atlas.ui.viewport.viewport import Viewport

_BESIDE = 4  # slices prepared each way


class Slices(QObject):
    """Scrolls the stack that is shown; every plate stays at the slice where it was left."""

    def __init__(self, viewport: Viewport, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._stack: Source | None = None
        self._count = 1
        self._left_at: dict[Source, int] = {}
        viewport.slice_asked.connect(self._scroll)
        pictures.came.connect(self._count_slices)
        pictures.refused.connect(self._forget)

    def want(self, source: Source) -> None:
        """Get the picture of a plate; of a stack, the slice the reader left it at."""
        self._stack, self._count = source, 1
        self._pictures.want(self._at(self._left_at.get(source)))

    def beside(self) -> Iterator[Source]:
        """The slices above and below, nearest first; none of a single picture."""
        if self._count > 1 and isinstance(self._stack, Simulated) and self._stack.slice:
            here = self._left_at.get(self._stack, self._stack.slice)
            for step in range(1, _BESIDE + 1):
                for number in (here + step, here - step):
                    if 1 <= number <= self._count:
                        yield self._at(number)

    def _at(self, number: int | None) -> Source:
        assert self._stack
        if number is None or not isinstance(self._stack, Simulated):
            return self._stack
        return self._stack._replace(slice=number)

    @Slot(int)
    def _scroll(self, by: int) -> None:
        stack = self._stack
        if isinstance(stack, Simulated) and stack.slice and self._count > 1:
            here = self._left_at.get(stack, stack.slice)
            number = min(max(here + by, 1), self._count)
            if number != here:
                self._left_at[stack] = number
                self._pictures.want(self._at(number))

    @Slot(Frame)
    def _count_slices(self, frame: Frame) -> None:
        self._count = frame.stack[1] if frame.stack else 1

    @Slot(AtlasError)
    def _forget(self, _error: AtlasError) -> None:
        """A slice that cannot be shown is not come back to."""
        if self._stack:
            self._left_at.pop(self._stack, None)
