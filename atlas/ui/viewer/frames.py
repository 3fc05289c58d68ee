"""The frames looked at last, kept so that turning back to them costs nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Source
from atlas.imaging.frame import Frame

if TYPE_CHECKING:
    from concurrent.futures import Future

Load = Callable[[Source, int], Frame]
ROOM = 40 * 1024 * 1024
"""Bytes of pixels that are kept."""


class Wish(NamedTuple):
    """A picture in a size: pixels of the longer side, where it is computed."""

    source: Source
    size: int


class Frames:
    """Answers the frame of a wish, from memory or by loading it. For any thread."""

    def __init__(self, load: Load, room: int = ROOM) -> None:
        self._load = load
        self._room = room
        self._lock = Lock()
        self._kept: OrderedDict[Wish, Frame] = OrderedDict()
        self._underway: dict[Wish, Future[Frame]] = {}

    def held(self, wish: Wish) -> Frame | None:
        """The frame if it is in memory."""
        with self._lock:
            return self._touched(wish)

    def get(self, wish: Wish) -> Frame:
        """The frame, loaded if need be: slow, for a worker. Raises AtlasError.

        Who asks for what another worker is loading waits for that one.
        """
        from concurrent.futures import Future  # not before the first paint

        with self._lock:
            if frame := self._touched(wish):
                return frame
            underway = self._underway.get(wish)
            mine = underway is None
            if underway is None:
                underway = self._underway[wish] = Future()
        return self._loaded(wish, underway) if mine else underway.result()

    def _loaded(self, wish: Wish, underway: Future[Frame]) -> Frame:
        try:
            frame = self._load(*wish)
        except BaseException as error:
            with self._lock:
                del self._underway[wish]
            underway.set_exception(error)
            raise
        with self._lock:
            del self._underway[wish]
            self._keep(wish, frame)
        underway.set_result(frame)
        return frame

    def _touched(self, wish: Wish) -> Frame | None:
        if wish in self._kept:
            self._kept.move_to_end(wish)
        return self._kept.get(wish)

    def _keep(self, wish: Wish, frame: Frame) -> None:
        self._kept[wish] = frame
        used = sum(frame.values.nbytes for frame in self._kept.values())
        while used > self._room and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            used -= oldest.values.nbytes


def owning_up(frames: Frames, wish: Wish, told: Callable[[], None]) -> Frame:
    """The frame of a wish; `told` of a fault, which no one else who waits for it would hear of.

    A failure that was foreseen goes its own way.
    """
    try:
        return frames.get(wish)
    except AtlasError:
        raise
    except BaseException:
        told()
        raise
