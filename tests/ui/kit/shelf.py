"""A shelf of thumbnails in memory: white ones, which stand out on black."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from atlas.domain.errors import AtlasError


def a_png(size=48) -> bytes:
    image = QImage(size, size, QImage.Format.Format_Grayscale8)
    image.fill(255)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


class AShelf:
    """Remembers what it was asked; what is not `kept` it makes, but for what is `refused`."""

    def __init__(self, kept=(), refused=(), faulty=()) -> None:
        self._kept, self._refused, self._faulty = set(kept), set(refused), set(faulty)
        self.asked, self.making = [], []
        self._png = a_png()

    def kept(self, plate):
        self.asked.append(plate)
        return self._png if plate in self._kept else None

    def made(self, plate):
        self.making.append(plate)
        if plate in self._faulty:
            raise ZeroDivisionError
        if plate in self._refused:
            raise AtlasError("The background is missing.")
        return self._png
