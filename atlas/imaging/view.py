"""How a picture is looked at, and the tools that change it.

A tool is a function: given the view when the button went down and the drag
since, it answers the view now. Nothing accumulates, so dragging back to the
start is an undo. Screen lengths are pixels of the screen as Qt counts them
(device-independent), picture lengths pixels of the picture.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from atlas.domain.plate import NARROWEST, WIDEST, Window
from atlas.imaging.frame import Frame, Point

Size = tuple[float, float]

SMALLEST_ZOOM, LARGEST_ZOOM = 0.05, 64.0
FINE, FAST = 0.2, 5.0
"""Paces of a drag: with Shift, with Ctrl."""

_TIMES = 10.0  # the range of a picture's values: beyond, a window shows nothing but one grey
_HOUNSFIELD = 2000.0  # what presets may ask of a picture in HU, however flat it is
_WINDOW_PIXELS = 400.0  # a drag this long moves the level by one width
_ZOOM_PIXELS = 140.0  # a drag this long magnifies e times
_LARGEST_POWER = 40.0  # of e: beyond every bound, before a float overflows


class View(NamedTuple):
    """Window, magnification, and the picture point at the centre of the screen.

    `zoom` is screen pixels per picture pixel. The picture is turned `turns` quarters
    clockwise, then mirrored left to right.
    """

    window: Window
    zoom: float = 1.0
    centre: Point = (0.0, 0.0)
    turns: int = 0
    mirrored: bool = False
    inverted: bool = False


class Drag(NamedTuple):
    """How far the pointer has come since the button went down, in screen pixels."""

    right: float
    down: float
    pace: float = 1.0


Tool = Callable[[View, Drag], View]


class Preset(NamedTuple):
    """A window under a name and a key. Without `window` the picture itself answers.

    A preset with a window is in Hounsfield units and says nothing about other pictures.
    """

    name: str
    title: str
    key: str
    window: Window | None = None


# Faint calcification: mineral too thin or too sparse for bone windows is 130 to 250 HU once partial
# volume has had its share. 120 +- 100 puts muscle (55 HU) at dark grey and fat at black, and spends
# the greys on the first trace of mineral; it is white from 220 HU, where no one overlooks it.
PRESETS = (
    Preset("auto", "Automatic", "0"),
    Preset("stored", "As stored", "1"),
    Preset("full", "Full range", "2"),
    Preset("soft-tissue", "Soft tissue", "3", Window(40, 400)),
    Preset("bone", "Bone", "4", Window(350, 2000)),
    Preset("lung", "Lung", "5", Window(-500, 1500)),
    Preset("faint", "Faint calcification", "6", Window(120, 200)),
)


def preset_window(name: str, frame: Frame, stored: Window) -> Window | None:
    """The window of a preset for one picture; None where the preset means nothing to it."""
    preset = next(preset for preset in PRESETS if preset.name == name)
    if frame.in_colour:
        return None
    if preset.window:
        return preset.window if frame.unit == "HU" else None
    if name == "stored":
        return stored
    return frame.automatic() if name == "auto" else frame.full_range()


class Reach(NamedTuple):
    """The windows that make sense for one picture."""

    middle: float
    span: float

    @classmethod
    def of(cls, frame: Frame) -> Reach:
        """Ten times the values of a picture, or the window it came with if that is wider."""
        full = frame.full_range()
        least = _HOUNSFIELD if frame.unit == "HU" else 0.0
        return cls(full.level, max(full.width, frame.window.width, least) * _TIMES)

    def bounded(self, window: Window) -> Window:
        """The nearest window within reach."""
        low, high = self.middle - self.span / 2, self.middle + self.span / 2
        level, width = min(max(window.level, low), high), min(window.width, self.span)
        return window if (level, width) == (window.level, window.width) else Window(level, width)


# The tools


def windowing(view: View, drag: Drag) -> View:
    """Right is wider, down is brighter, in steps that grow with the window.

    Brighter is what the eye sees, so on an inverted picture the level rises.
    """
    window = view.window
    power = _power(drag.right * drag.pace / _WINDOW_PIXELS)
    narrowest = min(NARROWEST, window.width)
    width = min(max(window.width * math.exp(power), narrowest), max(WIDEST, window.width))
    step = window.width / _WINDOW_PIXELS * drag.pace
    level = window.level - drag.down * step * (-1 if view.inverted else 1)
    return view._replace(window=Window(level, width))


def windowing_down_is_darker(view: View, drag: Drag) -> View:
    """`windowing` for readers used to the other direction."""
    return windowing(view, drag._replace(down=-drag.down))


def zooming(view: View, drag: Drag) -> View:
    """Up comes nearer, within bounds; the middle of the screen stays."""
    return zoomed(view, math.exp(_power(-drag.down * drag.pace / _ZOOM_PIXELS)))


def panning(view: View, drag: Drag) -> View:
    """The picture follows the hand, however it is turned."""
    right, down = _to_picture_direction(view, (drag.right, drag.down))
    x, y = view.centre
    return view._replace(centre=(x - right, y - down))


# Steps


def zoomed(view: View, factor: float) -> View:
    """Nearer by `factor`, within bounds, round the middle of the screen."""
    return view._replace(zoom=_bounded(view.zoom * factor))


def zoomed_at(view: View, factor: float, at: Point, screen: Size) -> View:
    """Nearer by `factor`, within bounds; the picture point under screen point `at` stays there."""
    x, y = to_picture(view, screen, at)
    nearer = zoomed(view, factor)
    right, down = _to_picture_direction(nearer, (at[0] - screen[0] / 2, at[1] - screen[1] / 2))
    return nearer._replace(centre=(x - right, y - down))


def rescaled(view: View, factor: float) -> View:
    """The same look at a picture that has `factor` times as many pixels a side."""
    x, y = view.centre
    return view._replace(zoom=_bounded(view.zoom / factor), centre=(x * factor, y * factor))


def fitted(view: View, picture: Size, screen: Size, margin: float = 0.0) -> View:
    """The whole picture, as large as fits with `margin` screen pixels free on each side."""
    across, along = picture if view.turns % 2 == 0 else picture[::-1]
    zoom = min((screen[0] - 2 * margin) / across, (screen[1] - 2 * margin) / along)
    return view._replace(zoom=_bounded(zoom), centre=(picture[0] / 2, picture[1] / 2))


def kept(view: View, picture: Size, screen: Size, in_sight: float = 48.0) -> View:
    """The same view, moved just so far that `in_sight` screen pixels of the picture are seen."""
    (x1, y1), (x2, y2) = (to_screen(view, screen, point) for point in ((0.0, 0.0), picture))
    right = _back_in(min(x1, x2), max(x1, x2), screen[0], in_sight)
    down = _back_in(min(y1, y2), max(y1, y2), screen[1], in_sight)
    return panning(view, Drag(right, down)) if right or down else view


def inverted(view: View) -> View:
    """Black for white, and back."""
    return view._replace(inverted=not view.inverted)


def turned(view: View, quarters: int) -> View:
    """Turned clockwise as seen on the screen, mirrored or not."""
    by = -quarters if view.mirrored else quarters
    return view._replace(turns=(view.turns + by) % 4)


def flipped_horizontally(view: View) -> View:
    """Left and right of the screen change places."""
    return view._replace(mirrored=not view.mirrored)


def flipped_vertically(view: View) -> View:
    """Top and bottom of the screen change places."""
    return view._replace(turns=(view.turns + 2) % 4, mirrored=not view.mirrored)


# Between picture and screen


def directions(view: View) -> tuple[Point, Point]:
    """Where the picture's right and the picture's down point on the screen, as unit steps."""
    return _to_screen_direction(view, (1.0, 0.0)), _to_screen_direction(view, (0.0, 1.0))


def to_screen(view: View, screen: Size, point: Point) -> Point:
    """Where a picture point is seen on a screen of that size."""
    away = (point[0] - view.centre[0], point[1] - view.centre[1])
    right, down = _to_screen_direction(view, away)
    return screen[0] / 2 + right * view.zoom, screen[1] / 2 + down * view.zoom


def to_picture(view: View, screen: Size, point: Point) -> Point:
    """The picture point seen at a screen point, also outside the picture."""
    away = (point[0] - screen[0] / 2, point[1] - screen[1] / 2)
    right, down = _to_picture_direction(view, away)
    return view.centre[0] + right, view.centre[1] + down


def _to_screen_direction(view: View, step: Point) -> Point:
    x, y = _quarter_turns(step, view.turns)
    return (-x, y) if view.mirrored else (x, y)


def _to_picture_direction(view: View, step: Point) -> Point:
    x, y = step[0] / view.zoom, step[1] / view.zoom
    return _quarter_turns((-x, y) if view.mirrored else (x, y), -view.turns)


def _quarter_turns(step: Point, quarters: int) -> Point:
    x, y = step
    for _ in range(quarters % 4):
        x, y = -y, x
    return x, y


def _bounded(zoom: float) -> float:
    return min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)


def _power(power: float) -> float:
    return min(max(power, -_LARGEST_POWER), _LARGEST_POWER)


def _back_in(low: float, high: float, screen: float, in_sight: float) -> float:
    in_sight = min(in_sight, screen / 2, (high - low) / 2)
    if high < in_sight:
        return in_sight - high
    return min(0.0, screen - in_sight - low)
