"""A widget that shows one picture through one view, or words where none is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget

from atlas.domain.plate import Region, Window
from atlas.imaging.frame import Frame, Point
from atlas.imaging.view import View, directions, fitted, kept, rescaled, zoomed_at
from atlas.ui.kit.theme import Look
from atlas.ui.viewport.shown import Overlay, Scene, Shown, Words

if TYPE_CHECKING:
    # What draws comes with the first picture; the window is painted before.
    from atlas.ui.viewport.drawing import Drawing

FIT_MARGIN = 20.0
REACH = 3.0
"""Screen pixels by which a pointer may miss a speck, or tremble and still have clicked."""


class Stage(QWidget):
    """Everything of a viewport but hands: what it shows is changed by calling it."""

    view_changed = Signal(View)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.view: View | None = None
        self.fitted = True
        self._look = look
        self._drawing: Drawing | None = None
        self._words = Words()
        self._overlay = Overlay.LABELS
        self._lit: frozenset[str] = frozenset()
        self._value: float | None = None

    def sizeHint(self) -> QSize:
        return QSize(640, 640)

    # What is shown

    @property
    def frame(self) -> Frame | None:
        return self._drawing.pixels.frame if self._drawing else None

    def show_frame(
        self,
        frame: Frame,
        regions: Sequence[Region] = (),
        *,
        window: Window | None = None,
        view: View | None = None,
    ) -> None:
        """Show another picture: through `view`, else whole and in `window` or its own."""
        from atlas.ui.viewport.drawing import Drawing

        self._let_go()
        self._drawing = Drawing(frame, regions)
        self.view = None
        self.look(view or self._whole(View(window or frame.window)))
        self.fitted = view is None

    def exchange(self, frame: Frame, regions: Sequence[Region]) -> None:
        """Show another picture of the same body, perhaps larger: looked at as the one before."""
        from atlas.ui.viewport.drawing import Drawing

        assert self.frame
        assert self.view
        whole, view = self.fitted, rescaled(self.view, frame.size[0] / self.frame.size[0])
        self._drawing = Drawing(frame, regions)
        self.view = None
        self.look(view)
        self.fitted = whole
        if whole:
            self.fit()

    def clear(self) -> None:
        """Show no picture."""
        self._let_go()
        self._drawing, self.view = None, None
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
        if self._drawing is None:
            return
        pixels = self._drawing.pixels
        view = kept(view, pixels.frame.size, self._size())
        window = pixels.reach.bounded(view.window)
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

    def actual_size(self) -> None:
        """One pixel of the picture on one of the screen."""
        if self.view:
            self.zoom_by(1 / self.view.zoom)

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
        if self._overlay is Overlay.NOTHING or self._drawing is None or self.view is None:
            return None
        return self._drawing.named(at, self.picture_point(at), REACH / self.view.zoom)

    def _let_go(self) -> None:
        """What is under the pointer is about to change."""
        if self._drawing:
            self._drawing.let_go()

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
        if self._drawing and self.view:
            self._drawing.paint(painter, self._scene(self.view))
        elif any(self._words):
            from atlas.ui.viewport import corners  # as late as what draws

            corners.paint(painter, QRectF(self.rect()), Shown(self._words), self._look)
        if self._shows_focus():
            self._paint_focus(painter)

    def _scene(self, view: View) -> Scene:
        bare = self._overlay is Overlay.NOTHING
        return Scene(
            view,
            self.to_screen(),
            QRectF(self.rect()),
            self._overlay,
            self._lit,
            Shown(self._words, self.frame, view, self._value, only_origin=bare),
            self._look,
            self.devicePixelRatioF(),
        )

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
