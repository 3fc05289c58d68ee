"""Which slice of a stack is looked at, and the ones beside it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from PySide6.QtCore import QObject, Slot

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Simulated
from atlas.imaging.frame import Frame
from atlas.ui.viewer.frames import Wish
from atlas.ui.viewer.pictures import Pictures, Wishes
from atlas.ui.viewport.viewport import Viewport

_BESIDE = 4  # slices prepared each way


class Slices(QObject):
    """Scrolls the stack that is shown; every plate stays at the slice where it was left."""

    def __init__(self, viewport: Viewport, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._plate: Hashable = None
        self._wishes: Wishes = ()
        self._count = 1
        self._left_at: dict[Hashable, int] = {}
        viewport.slice_asked.connect(self._scroll)
        pictures.came.connect(self._count_slices)
        pictures.refused.connect(self._forget)

    def want(self, plate: Hashable, wishes: Wishes, *, by_hand: bool = False) -> None:
        """Get the picture of a plate; of a stack, the slice the reader left it at.

        What changes `by_hand` lets the picture before it come first.
        """
        self._plate, self._wishes, self._count = plate, wishes, 1
        ask = self._pictures.follow if by_hand else self._pictures.want
        ask(self._at(self._left_at.get(plate)))

    def beside(self) -> Iterator[Wish]:
        """The slices above and below, nearest first; none of a single picture."""
        here = self._here
        for step in range(1, _BESIDE + 1) if here else ():
            for number in (here + step, here - step):
                if 1 <= number <= self._count:
                    yield self._at(number)[0]

    @property
    def _here(self) -> int:
        """The slice that is shown; 0 of a single picture."""
        source = self._wishes[0].source if self._wishes else None
        if self._count == 1 or not isinstance(source, Simulated) or not source.slice:
            return 0
        return self._left_at.get(self._plate, source.slice)

    def _at(self, number: int | None) -> Wishes:
        return tuple(
            wish._replace(source=wish.source._replace(slice=number))
            if number and isinstance(wish.source, Simulated)
            else wish
            for wish in self._wishes
        )

    @Slot(int)
    def _scroll(self, by: int) -> None:
        if here := self._here:
            number = min(max(here + by, 1), self._count)
            if number != here:
                self._left_at[self._plate] = number
                self._pictures.want(self._at(number))

    @Slot(Frame)
    def _count_slices(self, frame: Frame) -> None:
        self._count = frame.stack[1] if frame.stack else 1

    @Slot(AtlasError)
    def _forget(self, _error: AtlasError) -> None:
        """A slice that cannot be shown is not come back to."""
        self._left_at.pop(self._plate, None)
