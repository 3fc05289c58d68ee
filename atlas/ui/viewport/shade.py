"""How bright the painted picture is under a rectangle, for text that must be read on it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform, qGray

from atlas.ui.viewport.geometry import box_of
from atlas.ui.viewport.ink import PLATE

_EVERY = 8.0  # pixels between the spots that are looked at along a line of text
_MOST = 16
_ROWS = (0.25, 0.75)  # of its height
_BRIGHT = 110  # of 255: grey text and coloured names are hard to read on what is brighter
_SHARE = 0.2  # of the spots


class Shade:
    """The picture as it was painted, and where."""

    def __init__(self, image: QImage, to_screen: QTransform, size: tuple[int, int]) -> None:
        """`size` is that of the picture of which `image` may be a smaller copy."""
        self._image = image
        self._back = to_screen.inverted()[0]
        self._across = image.width() / size[0]
        self._along = image.height() / size[1]

    def is_bright(self, rect: QRectF) -> bool:
        """Whether enough of what is under a rectangle is bright."""
        left, top, right, bottom = box_of(rect)
        columns = min(max(int((right - left) / _EVERY), 1), _MOST)
        spots = [
            self._at(left + (right - left) * (n + 0.5) / columns, top + (bottom - top) * share)
            for n in range(columns)
            for share in _ROWS
        ]
        return sum(spots) >= _SHARE * len(spots)

    def paint_plates(self, painter: QPainter, rects: Iterable[QRectF]) -> None:
        """Darken the picture under those lines of text that could not be read on it."""
        for rect in rects:
            if self.is_bright(rect):
                painter.fillRect(rect.adjusted(-4, 0, 4, 0), PLATE)

    def _at(self, x: float, y: float) -> bool:
        back = self._back
        column = int((back.m11() * x + back.m21() * y + back.dx()) * self._across // 1)
        row = int((back.m12() * x + back.m22() * y + back.dy()) * self._along // 1)
        if not (0 <= column < self._image.width() and 0 <= row < self._image.height()):
            return False
        return qGray(self._image.pixel(column, row)) > _BRIGHT
