"""The one door between numpy and Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from atlas.domain.plate import Window
from atlas.imaging.frame import Frame

if TYPE_CHECKING:
    # numpy takes a tenth of a second to import; the window is painted before it is needed.
    import numpy as np
    from numpy.typing import NDArray


def to_qimage(pixels: NDArray[np.uint8]) -> QImage:
    """Rows x columns of grey, or x 3 of colours, as a picture that owns its pixels."""
    import numpy as np

    rows, columns = pixels.shape[:2]
    pixels = np.ascontiguousarray(pixels)
    grey = pixels.ndim == 2
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    return QImage(pixels.data, columns, rows, pixels.strides[0], form).copy()


def picture(frame: Frame, window: Window, *, inverted: bool = False) -> QImage:
    """A frame through a window, one pixel for each of its own."""
    return to_qimage(frame.grey(window, inverted=inverted))
