"""The frames looked at last, kept so that turning back to them costs nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Source
from atlas.imaging.frame import Frame

if TYPE_CHECKING:
    from concurrent.futures import Future

Load = Callable[[Source], Frame]
ROOM = 64 * 1024 * 1024
"""Bytes of pixels that are kept."""


class Frames:
    """Answers the frame of a source, from memory or by loading it. For any thread."""

    def __init__(self, load: Load, room: int = ROOM) -> None:
        self._load = load
        self._room = room
        self._lock = Lock()
        self._kept: OrderedDict[Source, Frame] = OrderedDict()
        self._underway: dict[Source, Future[Frame]] = {}

    def held(self, source: Source) -> Frame | None:
        """The frame if it is in memory."""
        with self._lock:
            return self._touched(source)

    def get(self, source: Source) -> Frame:
        """The frame, loaded if need be: slow, for a worker. Raises AtlasError.

        Who asks for what another worker is loading waits for that one.
        """
        from concurrent.futures import Future  # not before the first paint

        with self._lock:
            if frame := self._touched(source):
                return frame
            underway = self._underway.get(source)
            mine = underway is None
            if underway is None:
                underway = self._underway[source] = Future()
        return self._loaded(source, underway) if mine else underway.result()

    def _loaded(self, source: Source, underway: Future[Frame]) -> Frame:
        try:
            frame = self._load(source)
        except BaseException as error:
            with self._lock:
                del self._underway[source]
            underway.set_exception(error)
            raise
        with self._lock:
            del self._underway[source]
            self._keep(source, frame)
        underway.set_result(frame)
        return frame

    def _touched(self, source: Source) -> Frame | None:
        if source in self._kept:
            self._kept.move_to_end(source)
        return self._kept.get(source)

    def _keep(self, source: Source, frame: Frame) -> None:
        self._kept[source] = frame
        used = sum(frame.values.nbytes for frame in self._kept.values())
        while used > self._room and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            used -= oldest.values.nbytes


def owning_up(frames: Frames, source: Source, told: Callable[[], None]) -> Frame:
    """The frame of a source; `told` of a fault, which no one else who waits for it would hear of.

    A failure that was foreseen goes its own way.
    """
    try:
        return frames.get(source)
    except AtlasError:
        raise
    except BaseException:
        told()
        raise
