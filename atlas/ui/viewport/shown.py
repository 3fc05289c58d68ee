"""What is shown over a picture, before anything of it is drawn."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from atlas.imaging.frame import Frame
from atlas.imaging.view import View
from atlas.ui.kit.theme import Look


class Overlay(Enum):
    """How much is drawn over the picture."""

    NOTHING = "nothing"
    OUTLINES = "outlines"
    LABELS = "labels"

    @property
    def following(self) -> Overlay:
        """The next one round."""
        every = list(Overlay)
        return every[(every.index(self) + 1) % len(every)]


class Words(NamedTuple):
    """What the corners say of a plate, line by line."""

    top_left: tuple[str, ...] = ()
    top_right: tuple[str, ...] = ()


class Shown(NamedTuple):
    """Everything the corners say at one moment. Nothing but `words` while no picture is there."""

    words: Words
    frame: Frame | None = None
    view: View | None = None
    value: float | None = None
    only_origin: bool = False  # the reader wants the picture bare; where it comes from stays


class Scene(NamedTuple):
    """How a picture is looked at in one paint, in points of the widget that is painted.

    `lit` are the names of the regions that are pointed at, `ratio` the device pixels a point has.
    """

    view: View
    to_screen: QTransform
    area: QRectF
    overlay: Overlay
    lit: frozenset[str]
    shown: Shown
    look: Look
    ratio: float


def number(value: float) -> str:
    """A measured value as it is read out: whole from ten on, with a true minus."""
    text = f"{value:.0f}" if abs(value) >= 10 else f"{value:.2g}"
    return text.replace("-", "−") if float(text) else "0"
