"""How each plate was looked at when the reader left it."""

from __future__ import annotations

from atlas.domain.plate import Window
from atlas.imaging.frame import Frame
from atlas.imaging.view import View, rescaled
from atlas.ui.viewer.versions import Key
from atlas.ui.viewport.viewport import Viewport


class Views:
    """A plate may come back in another size, and is looked at as it was all the same."""

    def __init__(self, viewport: Viewport) -> None:
        self._viewport = viewport
        self._left: dict[Key, tuple[View, bool, int]] = {}

    def keep(self, key: Key | None) -> None:
        """Remember how this plate, which is shown, is looked at."""
        view, frame = self._viewport.view, self._viewport.frame
        if key and view and frame:
            self._left[key] = (view, self._viewport.fitted, frame.size[0])

    def begin(self, key: Key, window: Window) -> None:
        """Let a plate that is still to come be looked at whole, through this window."""
        self._left[key] = (View(window), True, 0)

    def recall(self, key: Key, frame: Frame) -> tuple[View | None, bool]:
        """How it was looked at, if it was, and whether it was whole."""
        if key not in self._left:
            return None, True
        view, whole, width = self._left[key]
        return rescaled(view, frame.size[0] / width) if width else view, whole
