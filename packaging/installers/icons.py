"""The emblem as bitmaps, for systems that do not take the drawing."""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICO_SIZES = (16, 24, 32, 48, 64, 256)  # pixels


def png(drawing: Path, size: int) -> bytes:
    """A drawing as a PNG of so many pixels each way, with nothing in it but pixels."""
    _application()
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(QByteArray(buffer.data()).data())


def ico(drawing: Path) -> bytes:
    """A drawing as an icon of Windows, in all the sizes that Windows asks for."""
    from PIL import Image

    pictures = [Image.open(io.BytesIO(png(drawing, size))) for size in ICO_SIZES]
    out = io.BytesIO()
    pictures[-1].save(
        out, "ICO", sizes=[(size, size) for size in ICO_SIZES], append_images=pictures[:-1]
    )
    return out.getvalue()


@cache
def _application() -> QGuiApplication:
    return QGuiApplication.instance() or QGuiApplication([])  # type: ignore[return-value]
