"""Small pictures for whoever lists plates. They come later, and never hold up what is listed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Plate
from atlas.ui.kit.leisure import Job, Leisure
from atlas.ui.kit.tasks import Tasks

_ROOM = 300  # pictures that are held, each of about 60 kB


class Shelf(Protocol):
    """Where thumbnails are kept; asked on a worker."""

    def kept(self, plate: Plate) -> bytes | None: ...

    def made(self, plate: Plate) -> bytes: ...


class _Held(NamedTuple):
    """A thumbnail, and as it was painted, by size and ratio of the screen."""

    image: QImage
    painted: dict[tuple[int, int, float], QImage]


class Thumbs(QObject):
    """Holds what was seen lately; reads what is kept at once, and makes the rest at leisure."""

    came = Signal(object)
    """The plate whose picture can be painted now."""

    def __init__(self, shelf: Shelf, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._tasks = tasks
        self._leisure = Leisure(tasks, self)
        self._held: OrderedDict[Plate, _Held] = OrderedDict()
        self._wanted: dict[str, tuple[Plate, ...]] = {}
        self._broken: set[Plate] = set()

    def paint(self, painter: QPainter, room: QRect, plate: Plate) -> None:
        """The picture of a plate, if it came, in the middle of `room` and as large as fits."""
        held = self._held.get(plate)
        if held is None:
            return
        ratio = painter.device().devicePixelRatio()
        key = (room.width(), room.height(), ratio)
        small = held.painted.get(key)
        if small is None:
            small = held.image.scaled(
                room.size() * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            small.setDevicePixelRatio(ratio)
            held.painted[key] = small
        size = small.deviceIndependentSize()
        at = QRectF(room).center() - QPointF(size.width() / 2, size.height() / 2)
        painter.drawImage(at.toPoint(), small)

    def want(self, asker: str, plates: Iterable[Plate]) -> None:
        """Get these for a list; what it wanted before and still waits for is given up."""
        self._wanted[asker] = tuple(plate for plate in plates if plate.source)
        if missing := self._missing():
            read = partial(_read, self._shelf, missing)
            self._tasks.run(read, self._take, lambda _error: None)
        else:
            self._leisure.do(())

    def _missing(self) -> tuple[Plate, ...]:
        wanted = (plate for plates in self._wanted.values() for plate in plates)
        apart = dict.fromkeys(wanted)
        return tuple(one for one in apart if one not in self._held and one not in self._broken)

    def _take(self, found: dict[Plate, QImage]) -> None:
        for plate, image in found.items():
            self._hold(plate, image)
        self._leisure.do(
            Job(
                partial(_make, self._shelf, plate),
                partial(self._broken.add, plate),
                partial(self._hold, plate),
            )
            for plate in self._missing()
        )

    def _hold(self, plate: Plate, image: QImage | None) -> None:
        if image is None:
            self._broken.add(plate)  # its page will say why
            return
        self._held[plate] = _Held(image, {})
        if len(self._held) > _ROOM:
            self._held.popitem(last=False)
        self.came.emit(plate)


def _read(shelf: Shelf, plates: tuple[Plate, ...]) -> dict[Plate, QImage]:
    """Those that are kept."""
    contents = ((plate, shelf.kept(plate)) for plate in plates)
    images = ((plate, QImage.fromData(content)) for plate, content in contents if content)
    return {plate: image for plate, image in images if not image.isNull()}


def _make(shelf: Shelf, plate: Plate) -> QImage | None:
    try:
        return QImage.fromData(shelf.made(plate))
    except AtlasError:
        return None
