"""The Qt picture of a frame, made anew only when its pixels change."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from atlas.domain.plate import Window
from atlas.imaging.frame import Frame
from atlas.imaging.view import Reach
from atlas.ui.viewport.ground import Ground
from atlas.ui.viewport.qimage import picture


class _Made(NamedTuple):
    window: Window
    inverted: bool


class Pixels:
    """One frame through its last window, whole and in halves.

    Smooth scaling looks at four pixels; below half size that loses lines between them, so the
    picture is halved first as often as that is needed.
    """

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.ground = Ground(frame)
        self._made: _Made | None = None
        self._halves: list[QImage] = []
        self._reach: Reach | None = None

    @property
    def reach(self) -> Reach:
        """The windows that make sense for this frame."""
        if self._reach is None:
            self._reach = Reach.of(self.frame)
        return self._reach

    def through(self, window: Window, *, inverted: bool, scale: float) -> QImage:
        """The picture to paint at `scale` device pixels a picture pixel; it may be smaller."""
        made = _Made(window, inverted)
        if made != self._made:
            whole = picture(self.frame, window, inverted=inverted)
            # The painter's fast paths want 32 bits.
            self._halves = [whole.convertToFormat(QImage.Format.Format_RGB32)]
            self._made = made
        wanted = 0
        while scale <= 0.5 ** (wanted + 1) and min(self._half(wanted).size().toTuple()) > 1:
            wanted += 1
        return self._half(wanted)

    def _half(self, times: int) -> QImage:
        while len(self._halves) <= times:
            last = self._halves[-1]
            self._halves.append(
                last.scaled(
                    max(last.width() // 2, 1),
                    max(last.height() // 2, 1),
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        return self._halves[times]
