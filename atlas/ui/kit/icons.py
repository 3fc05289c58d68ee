"""Icons drawn as SVG by us, in the colour of the theme and crisp at every scale."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from atlas.paths import installed


class _Drawing(QIconEngine):
    """Draws when it is looked at, in the size that is asked for: most icons never are at first."""

    def __init__(self, name: str, colour: str, muted: str) -> None:
        super().__init__()
        self._name = name
        self._colours = (colour, muted)

    def paint(
        self, painter: QPainter, rectangle: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        from PySide6.QtSvg import QSvgRenderer

        colour = self._colours[mode is QIcon.Mode.Disabled]
        drawing = _source(self._name).replace("currentColor", colour)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(rectangle))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, drawn.rect(), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Drawing(self._name, *self._colours)


def icon(name: str, colour: str, muted: str) -> QIcon:
    """The icon of that name; `muted` is its colour while it cannot be used."""
    return QIcon(_Drawing(name, colour, muted))


def emblem() -> QIcon:
    """The icon of the program itself."""
    return QIcon(str(_file("calcatlas")))


@cache
def _source(name: str) -> str:
    return _file(name).read_text(encoding="utf-8")


def _file(name: str) -> Path:
    return _folder() / f"{name}.svg"


@cache
def _folder() -> Path:
    return installed("resources") / "icons"
