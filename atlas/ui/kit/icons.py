"""Icons drawn as SVG by us, in the colour of the theme and crisp at every scale."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from atlas.paths import installed

_SCALES = (1, 1.5, 2, 3)


def icon(name: str, colour: str, muted: str, size: int = 20) -> QIcon:
    """The icon of that name; `muted` is its colour while it cannot be used."""
    shown = QIcon()
    for scale in _SCALES:
        shown.addPixmap(_drawn(name, colour, size, scale), QIcon.Mode.Normal)
        shown.addPixmap(_drawn(name, muted, size, scale), QIcon.Mode.Disabled)
    return shown


def emblem() -> QIcon:
    """The icon of the program itself."""
    return QIcon(str(_file("calcatlas")))


@cache
def _source(name: str) -> str:
    return _file(name).read_text(encoding="utf-8")


def _file(name: str) -> Path:
    return installed("resources") / "icons" / f"{name}.svg"


def _drawn(name: str, colour: str, size: int, scale: float) -> QPixmap:
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
