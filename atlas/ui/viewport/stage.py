"""A widget that paints one frame through one view, with its outlines and its corners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget

from atlas.domain.plate import Region, Window
from atlas.imaging.frame import Frame, Point
from atlas.imaging.view import View, directions, fitted, kept, zoomed_at
from atlas.ui.kit.theme import Look
from atlas.ui.viewport import corners
from atlas.ui.viewport.corners import Shown, Words
from atlas.ui.viewport.ground import Ground
from atlas.ui.viewport.overlay import (
    Label,
    Overlay,
    Room,
    in_sight,
    label_at,
    labelled,
    paint_labels,
    paint_outlines,
)
from atlas.ui.viewport.pixels import Pixels
from atlas.ui.viewport.regions import Outline, hit, outlines_of
from atlas.ui.viewport.shade import Shade
from atlas.ui.viewport.stood import Stood

FIT_MARGIN = 20.0
REACH = 3.0
"""Screen pixels by which a pointer may miss a speck, or tremble and still have clicked."""

_LAYER = QImage.Format.Format_ARGB32_Premultiplied
_CRISP_FROM = 4.0  # from this zoom a pixel of the picture is shown as the square it is


class _Given(NamedTuple):
    """All that the overlay depends on: it is drawn again when one of these changes, not before."""

    outlines: tuple[Outline, ...]
    lit: frozenset[str]
    overlay: Overlay
    to_screen: QTransform
    area: QRectF
    taken: tuple[QRectF, ...]
    look: Look
    ratio: float


_Drawn = tuple[QImage, tuple[Label, ...]]


class Stage(QWidget):
    """Everything of a viewport but hands: what it shows is changed by calling it."""

    view_changed = Signal(View)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.view: View | None = None
        self.fitted = True
        self._look = look
        self._pixels: Pixels | None = None
        self._outlines: tuple[Outline, ...] = ()
        self._labels: tuple[Label, ...] = ()
        self._given: _Given | None = None
        self._stood = Stood()
        self._layer = QImage()
        self._words = Words()
        self._overlay = Overlay.LABELS
        self._lit: frozenset[str] = frozenset()
        self._value: float | None = None

    def sizeHint(self) -> QSize:
        return QSize(640, 640)

    # What is shown

    @property
    def frame(self) -> Frame | None:
        return self._pixels.frame if self._pixels else None

    def show_frame(
        self,
        frame: Frame,
        regions: Sequence[Region] = (),
        *,
        window: Window | None = None,
        view: View | None = None,
    ) -> None:
        """Show another picture: through `view`, else whole and in `window` or its own."""
        self._let_go()
        self._pixels = Pixels(frame)
        self._outlines = outlines_of(frame, regions)
        self._stood = Stood()
        self.view = None
        self.look(view or self._whole(View(window or frame.window)))
        self.fitted = view is None

    def clear(self) -> None:
        """Show no picture."""
        self._let_go()
        self._pixels, self.view, self._outlines = None, None, ()
        self.update()

    def say(self, words: Words) -> None:
        """What stands in the corners."""
        self._words = words
        self.update()

    def dress(self, look: Look) -> None:
        """Take another size of text."""
        self._look = look
        self.update()

    @property
    def overlay(self) -> Overlay:
        return self._overlay

    @overlay.setter
    def overlay(self, overlay: Overlay) -> None:
        self._overlay = overlay
        self._let_go()
        self.update()

    def light(self, names: frozenset[str]) -> None:
        """Light these regions and no other."""
        if names != self._lit:
            self._lit = names
            self.update()

    # How it is looked at

    def look(self, view: View) -> None:
        """Look at the same picture in another way.

        It cannot be pushed out of sight, nor its window so far that nothing is seen in it.
        """
        if self._pixels is None:
            return
        view = kept(view, self._pixels.frame.size, self._size())
        window = self._pixels.reach.bounded(view.window)
        if window is not view.window:
            view = view._replace(window=window)
        if view == self.view:
            return
        if self.view and (view.zoom, view.centre) != (self.view.zoom, self.view.centre):
            self.fitted = False
        self.view = view
        self.update()
        self.view_changed.emit(view)

    def fit(self) -> None:
        """Show the whole picture, and go on doing so when the widget changes its size."""
        if self.view:
            self.look(self._whole(self.view))
            self.fitted = True

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer by `factor` round a point of the widget, or round its middle."""
        if self.view:
            at = at or QPointF(self.width() / 2, self.height() / 2)
            self.look(zoomed_at(self.view, factor, at.toTuple(), self._size()))

    def to_screen(self) -> QTransform:
        """From picture points to points of this widget, exactly as they are painted.

        The picture is set on whole device pixels: at 100 % it is as sharp as it is.
        """
        if self.view is None:
            return QTransform()
        zoom, (x, y) = self.view.zoom, self.view.centre
        (a, b), (c, d) = directions(self.view)
        shift_x = self.width() / 2 - (a * x + c * y) * zoom
        shift_y = self.height() / 2 - (b * x + d * y) * zoom
        ratio = self.devicePixelRatioF()
        shift_x, shift_y = round(shift_x * ratio) / ratio, round(shift_y * ratio) / ratio
        return QTransform(a * zoom, b * zoom, c * zoom, d * zoom, shift_x, shift_y)

    def picture_point(self, at: QPointF) -> Point | None:
        """The picture point under a point of the widget; None outside the picture."""
        if self.frame is None:
            return None
        x, y = self.to_screen().inverted()[0].map(at).toTuple()
        columns, rows = self.frame.size
        return (x, y) if 0 <= x < columns and 0 <= y < rows else None

    def region_at(self, at: QPointF) -> str | None:
        """The region under a point of the widget, or whose name is; None when none are drawn."""
        if self._overlay is Overlay.NOTHING or self.view is None:
            return None
        named = label_at(self._labels, at)
        if named is None and (point := self.picture_point(at)):
            named = hit(self._outlines, point, REACH / self.view.zoom)
        return named.name if named else None

    def _let_go(self) -> None:
        """What is under the pointer is about to change."""
        self._labels, self._given = (), None

    def _shows_focus(self) -> bool:
        return self.hasFocus()

    def _whole(self, view: View) -> View:
        assert self.frame
        return fitted(view, self.frame.size, self._size(), FIT_MARGIN)

    def _size(self) -> tuple[float, float]:
        return self.width(), self.height()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0))
        area = QRectF(self.rect())
        shown = Shown(
            self._words,
            self.frame,
            self.view,
            self._value,
            only_origin=self._overlay is Overlay.NOTHING,
        )
        shade = None
        if self._pixels and self.view:
            shade = self._paint_picture(painter, self._pixels, self.view)
            self._lay_out(self._pixels, area, shown)
            if self._overlay is not Overlay.NOTHING:
                shade.paint_plates(painter, (label.box for label in self._labels))
                painter.drawImage(0, 0, self._layer)
        corners.paint(painter, area, shown, self._look, shade)
        if self._shows_focus():
            self._paint_focus(painter)

    def _paint_picture(self, painter: QPainter, pixels: Pixels, view: View) -> Shade:
        scale = view.zoom * self.devicePixelRatioF()
        image = pixels.through(view.window, inverted=view.inverted, scale=scale)
        painter.save()
        painter.setTransform(self.to_screen())
        smooth = QPainter.RenderHint.SmoothPixmapTransform
        painter.setRenderHint(smooth, view.zoom < _CRISP_FROM and view.zoom != 1)
        painter.drawImage(QRectF(0, 0, *pixels.frame.size), image)
        painter.restore()
        return Shade(image, self.to_screen(), pixels.frame.size)

    def _lay_out(self, pixels: Pixels, area: QRectF, shown: Shown) -> None:
        """Draw the overlay anew if anything it depends on has changed."""
        if self._overlay is Overlay.NOTHING:
            return
        given = _Given(
            self._outlines,
            self._lit,
            self._overlay,
            self.to_screen(),
            area,
            corners.blocks(area, shown, self._look),
            self._look,
            self.devicePixelRatioF(),
        )
        if given != self._given:
            self._given = given
            before = self._stood.moved(given.to_screen)
            self._layer, self._labels = _drawn(given, pixels.ground, before)
            self._stood.remember(self._labels, given.to_screen)

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        colour = self._look.colour("accent")
        rect = self.rect()
        for _ in range(2):
            painter.setPen(colour)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            rect = rect.adjusted(1, 1, -1, -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.fitted:
            self.fit()
        elif self.view:
            self.look(self.view)


def _drawn(given: _Given, ground: Ground, before: Mapping[str, QRectF]) -> _Drawn:
    """The overlay as a layer of its own, and the labels on it."""
    layer = QImage(given.area.size().toSize() * given.ratio, _LAYER)
    layer.setDevicePixelRatio(given.ratio)
    layer.fill(Qt.GlobalColor.transparent)
    seen = in_sight(given.outlines, given.to_screen, given.area)
    named = given.lit if given.overlay is Overlay.OUTLINES else None
    spots = ground.seen(given.to_screen, given.area.size().toTuple())
    labels = labelled(seen, named, Room(given.area, given.taken, spots, before), given.look)
    painter = QPainter(layer)
    paint_outlines(painter, seen, given.lit)
    paint_labels(painter, labels, given.lit, given.look)
    painter.end()
    return layer, labels
