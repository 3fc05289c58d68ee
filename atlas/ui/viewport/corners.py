"""The four quiet corners of a picture, its scale bar and the letters of the patient's sides."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from atlas.domain.plate import Window
from atlas.imaging.frame import Frame
from atlas.imaging.view import View, directions
from atlas.ui.kit.theme import Look
from atlas.ui.viewport.ink import edged_lines, write
from atlas.ui.viewport.shade import Shade
from atlas.ui.viewport.shown import Shown, Words, number

MARGIN = 12
_GAP = 24  # between what stands left and what stands right
_LEAST = 0.4  # of the width, for the words at the left
_MANY = 12  # lines: less is no height for two stacks
_MOST_STEPS = 3
_LONGEST_BAR = 110.0
_TICK = 4.0


class ScaleBar(NamedTuple):
    """A round length: how long it is on the screen, in pixels, and what it is called."""

    pixels: float
    text: str


def scale_bar(frame: Frame, zoom: float, longest: float = _LONGEST_BAR) -> ScaleBar | None:
    """The longest of 1, 2 or 5 times ten that fits; None where a pixel's size is not known."""
    if not frame.millimetres:
        return None
    pixels_per_millimetre = zoom / frame.millimetres
    most = longest / pixels_per_millimetre
    power = 10.0 ** math.floor(math.log10(most))
    length = max(step * power for step in (1, 2, 5) if step == 1 or step * power <= most)
    text = f"{length / 10:g} cm" if length >= 10 else f"{length:g} mm"
    return ScaleBar(length * pixels_per_millimetre, text)


def readout(frame: Frame, view: View, value: float | None) -> tuple[str, ...]:
    """The lines of the bottom left corner; the value comes and goes on top of the others."""
    zoom = view.zoom * 100
    lines = [f"{zoom:.0f} %" if zoom >= 10 else f"{zoom:.1f} %"]
    if not frame.in_colour:
        lines.insert(0, f"W {number(view.window.width)}  L {number(view.window.level)}")
    if frame.stack:
        lines.insert(0, f"{frame.stack[0]}/{frame.stack[1]}")
    if value is not None:
        lines.insert(0, f"{number(value)} {frame.unit}".strip())
    return tuple(lines)


def edge_letters(frame: Frame, view: View) -> tuple[tuple[str, tuple[float, float]], ...]:
    """The patient's letters, each with the direction of the screen's edge where it belongs."""
    if not frame.edges:
        return ()
    right, down = directions(view)
    left, top = frame.edges
    return ((left, (-right[0], -right[1])), (top, (-down[0], -down[1])))


def paint(
    painter: QPainter, area: QRectF, shown: Shown, look: Look, shade: Shade | None = None
) -> None:
    """Write everything that is shown into the corners of `area`; on plates where it is bright."""
    font = look.font(12)
    lines = tuple(_lines(area, shown, look))
    if shade:
        bar = _bar(shown)
        boxes = [box for _, box in lines]
        shade.paint_plates(painter, [*boxes, _bar_box(area, bar, look)] if bar else boxes)
    for text, box in lines:
        baseline = QPointF(box.left(), box.top() + QFontMetricsF(font).ascent())
        write(painter, font, baseline, text, look.colour("text"))
    if bar := _bar(shown):
        _paint_bar(painter, area, bar, look)


def blocks(area: QRectF, shown: Shown, look: Look) -> tuple[QRectF, ...]:
    """The rectangles the corners cover at most: the same whatever window and value are shown."""
    if shown.frame and shown.view and not shown.frame.in_colour:
        widest = shown.view._replace(window=Window(-10_000, 10_000))
        shown = shown._replace(view=widest, value=-10_000.0)
    boxes = [box for _, box in _lines(area, shown, look)]
    if bar := _bar(shown):
        boxes.append(_bar_box(area, bar, look))
    return tuple(boxes)


def _lines(area: QRectF, shown: Shown, look: Look) -> Iterator[tuple[str, QRectF]]:
    metrics = QFontMetricsF(look.font(12))
    inner = area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    lines = [*_stack(shown.words.top_right, inner, metrics, at_right=True)]
    if not shown.only_origin:
        lines += _top_left(shown.words, inner, metrics)
        if shown.frame and shown.view:
            read = readout(shown.frame, shown.view, shown.value)
            height = _spacing(metrics) * len(read)
            lines += _stack(read, inner.adjusted(0, inner.height() - height, 0, 0), metrics)
            lines += _letters(inner, shown.frame, shown.view, metrics, [box for _, box in lines])
    yield from lines


def _top_left(words: Words, inner: QRectF, metrics: QFontMetricsF) -> Iterator[tuple[str, QRectF]]:
    """Beside what stands at the right; under it, where that leaves too little room."""
    right = max(map(metrics.horizontalAdvance, words.top_right), default=0.0)
    room = inner.width() - _GAP - right
    high = inner.height() > _MANY * _spacing(metrics)
    if high and room < _LEAST * inner.width():
        inner = inner.adjusted(0, _spacing(metrics) * len(words.top_right), 0, 0)
        room = inner.width()
    cut = Qt.TextElideMode.ElideRight
    left = tuple(metrics.elidedText(line, cut, room) for line in words.top_left)
    return _stack(left, inner, metrics)


def _stack(
    lines: tuple[str, ...], inner: QRectF, metrics: QFontMetricsF, *, at_right: bool = False
) -> Iterator[tuple[str, QRectF]]:
    for number_, line in enumerate(lines):
        size = QSizeF(metrics.horizontalAdvance(line), _spacing(metrics))
        x = inner.right() - size.width() if at_right else inner.left()
        yield line, QRectF(QPointF(x, inner.top() + number_ * size.height()), size)


def _letters(
    inner: QRectF, frame: Frame, view: View, metrics: QFontMetricsF, taken: Sequence[QRectF]
) -> Iterator[tuple[str, QRectF]]:
    """In the middle of an edge; further in, where words already stand there."""
    for letter, (x, y) in edge_letters(frame, view):
        size = QSizeF(metrics.horizontalAdvance(letter), _spacing(metrics))
        reach_x = (inner.width() - size.width()) / 2
        reach_y = (inner.height() - size.height()) / 2
        middle = inner.center() + QPointF(x * reach_x, y * reach_y)
        box = QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)
        inwards = QPointF(-x, -y) * size.height()
        for _ in range(_MOST_STEPS):
            if not any(box.intersects(other) for other in taken):
                yield letter, box
                break
            box = box.translated(inwards)


def _spacing(metrics: QFontMetricsF) -> float:
    return float(round(metrics.height() * 1.15))


def _bar(shown: Shown) -> ScaleBar | None:
    if shown.only_origin or not (shown.frame and shown.view):
        return None
    return scale_bar(shown.frame, shown.view.zoom)


def _bar_box(area: QRectF, bar: ScaleBar, look: Look) -> QRectF:
    metrics = QFontMetricsF(look.font(12))
    width = bar.pixels + 8 + metrics.horizontalAdvance(bar.text)
    right, bottom = area.right() - MARGIN, area.bottom() - MARGIN
    height = _spacing(metrics)
    return QRectF(right - width, bottom - height, width, height)


def _paint_bar(painter: QPainter, area: QRectF, bar: ScaleBar, look: Look) -> None:
    box = _bar_box(area, bar, look)
    metrics = QFontMetricsF(look.font(12))
    baseline = box.top() + metrics.ascent()
    # Half a pixel off the grid, where a line one pixel wide is one pixel and not two grey ones.
    middle = math.floor(baseline - metrics.xHeight() / 2) + 0.5
    left = math.floor(box.left()) + 0.5
    right = left + round(bar.pixels)
    ruler = (
        QLineF(left, middle, right, middle),
        QLineF(left, middle - _TICK, left, middle + _TICK),
        QLineF(right, middle - _TICK, right, middle + _TICK),
    )
    colour = look.colour("text")
    edged_lines(painter, ruler, colour)
    write(painter, look.font(12), QPointF(right + 8, baseline), bar.text, colour)
