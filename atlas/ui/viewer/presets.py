"""What the window that is looked through is called."""

from __future__ import annotations

from atlas.domain.plate import Window
from atlas.imaging.frame import Frame
from atlas.imaging.view import PRESETS, preset_window

OWN = "Window"
"""The title of a window the reader made."""


class Presets:
    """Knows again a window it gave, without computing those that a picture has to be asked for."""

    def __init__(self) -> None:
        self._given: tuple[str, Window, Frame] | None = None

    def give(self, name: str, frame: Frame, stored: Window) -> Window | None:
        """The window of a preset; None where it means nothing to the picture."""
        window = preset_window(name, frame, stored)
        if window:
            self._given = (name, window, frame)
        return window

    def name_of(self, window: Window, frame: Frame, stored: Window) -> str:
        """The name of the preset that is this window; empty for one of the reader's own."""
        if frame.in_colour:
            return ""
        if window == stored:
            return "stored"
        if self._given and self._given[1:] == (window, frame):
            return self._given[0]
        fits = (p.name for p in PRESETS if frame.unit == "HU" and p.window == window)
        return next(fits, "")


def title_of(name: str) -> str:
    """What the reader reads for the name of a preset."""
    return next((preset.title for preset in PRESETS if preset.name == name), OWN)
