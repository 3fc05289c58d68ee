"""How much there is to be seen on each spot of a picture, coarsely, for labels to stay off it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTransform

from atlas.imaging.frame import Frame
from atlas.ui.viewport.prices import CELL

if TYPE_CHECKING:
    # numpy takes a tenth of a second to import; the window is painted before it is needed.
    import numpy as np
    from numpy.typing import NDArray

_SPOTS = 100  # along the longer side of a picture
_ANYTHING, _GREY, _DENSE, _EDGE = 0.4, 0.4, 4.0, 0.8
_BLACK, _BRIGHT = 0.075, 0.75  # of white


class Ground:
    """What a label would hide of one frame, in the window it came with.

    Not in the window that is looked through: labels would jump while that is dragged.
    """

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._spots: NDArray[np.float32] | None = None
        side = max(max(frame.size) // _SPOTS, 1)
        self._step = max(side // 2, 1)  # not every pixel is looked at
        self._side = side // self._step * self._step

    def seen(self, to_screen: QTransform, size: tuple[float, float]) -> NDArray[np.float32]:
        """The price of each square of a screen, in rows: 0 where there is nothing, to about 2."""
        import numpy as np

        if self._spots is None:
            self._spots = _priced(self._frame, self._step, self._side // self._step)
        spots = self._spots
        x, y = ((np.arange(int(side // CELL) + 1) + 0.5) * CELL for side in size)
        back = to_screen.inverted()[0]
        across = back.m11() * x[None, :] + back.m21() * y[:, None] + back.dx()
        along = back.m12() * x[None, :] + back.m22() * y[:, None] + back.dy()
        column = np.floor(across / self._side).astype(int)
        row = np.floor(along / self._side).astype(int)
        rows, columns = spots.shape
        outside = (column < 0) | (row < 0) | (column >= columns) | (row >= rows)
        found: NDArray[np.float32] = spots[row.clip(0, rows - 1), column.clip(0, columns - 1)]
        found[outside] = 0
        return found


def _priced(frame: Frame, step: int, take: int) -> NDArray[np.float32]:
    import numpy as np

    few = replace(frame, values=frame.values[::step, ::step])
    shown = few.grey(frame.window).astype(np.float32) / 255
    if shown.ndim == 3:
        shown = shown.mean(axis=2)
    rows, columns = (max(length // take, 1) for length in shown.shape)
    shown = shown[: rows * take, : columns * take]
    grey = shown.reshape(rows, shown.shape[0] // rows, columns, -1).mean(axis=3).mean(axis=1)
    price: NDArray[np.float32] = np.clip((grey - _BLACK) / _BLACK, 0, 1) * _ANYTHING + grey * _GREY
    price += np.clip(grey - _BRIGHT, 0, 0.25) * _DENSE
    edge = np.zeros_like(grey)
    edge[:, 1:] += np.abs(np.diff(grey, axis=1))
    edge[1:] += np.abs(np.diff(grey, axis=0))
    price += np.minimum(edge, 0.5) * _EDGE
    return price
