"""One picture as it is drawn: its pixels, what is outlined on them, and the words around."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from atlas.domain.plate import Region
from atlas.imaging.frame import Frame, Point
from atlas.ui.kit.theme import Look
from atlas.ui.viewport import corners
from atlas.ui.viewport.ground import Ground
from atlas.ui.viewport.overlay import (
    Label,
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
from atlas.ui.viewport.shown import Overlay, Scene
from atlas.ui.viewport.stood import Stood

_LAYER = QImage.Format.Format_ARGB32_Premultiplied
_CRISP_FROM = 4.0  # from this zoom a pixel of the picture is shown as the square it is


class _Given(NamedTuple):
    """All that the overlay depends on: it is drawn again when one of these changes, not before."""

    lit: frozenset[str]
    overlay: Overlay
    to_screen: QTransform
    area: QRectF
    taken: tuple[QRectF, ...]
    look: Look
    ratio: float


class Drawing:
    """A frame and the regions of its plate; keeps what two paints have in common."""

    def __init__(self, frame: Frame, regions: Sequence[Region]) -> None:
        self.pixels = Pixels(frame)
        self.labels: tuple[Label, ...] = ()
        """The names as they were last painted."""
        self.layer = QImage()
        """The overlay as it was last painted."""
        self._outlines = outlines_of(frame, regions)
        self._given: _Given | None = None
        self._stood = Stood()

    def let_go(self) -> None:
        """Forget where names were painted: something else will be."""
        self.labels, self._given = (), None

    def named(self, at: QPointF, point: Point | None, reach: float) -> str | None:
        """The region whose name is at a point of the widget, or which a picture point hits."""
        found = label_at(self.labels, at)
        if found is None and point:
            found = hit(self._outlines, point, reach)
        return found.name if found else None

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Picture, overlay and corners, one on the other."""
        shade = self._paint_picture(painter, scene)
        if scene.overlay is not Overlay.NOTHING:
            self._draw_overlay(scene)
            shade.paint_plates(painter, (label.box for label in self.labels))
            painter.drawImage(0, 0, self.layer)
        corners.paint(painter, scene.area, scene.shown, scene.look, shade)

    def _paint_picture(self, painter: QPainter, scene: Scene) -> Shade:
        view, size = scene.view, self.pixels.frame.size
        scale = view.zoom * scene.ratio
        image = self.pixels.through(view.window, inverted=view.inverted, scale=scale)
        painter.save()
        painter.setTransform(scene.to_screen)
        smooth = QPainter.RenderHint.SmoothPixmapTransform
        painter.setRenderHint(smooth, view.zoom < _CRISP_FROM and view.zoom != 1)
        painter.drawImage(QRectF(0, 0, *size), image)
        painter.restore()
        return Shade(image, scene.to_screen, size)

    def _draw_overlay(self, scene: Scene) -> None:
        """Draw the overlay anew if anything it depends on has changed."""
        given = _Given(
            scene.lit,
            scene.overlay,
            scene.to_screen,
            scene.area,
            corners.blocks(scene.area, scene.shown, scene.look),
            scene.look,
            scene.ratio,
        )
        if given != self._given:
            self._given = given
            before = self._stood.moved(given.to_screen)
            self.layer, self.labels = _drawn(self._outlines, given, self.pixels.ground, before)
            self._stood.remember(self.labels, given.to_screen)


def _drawn(
    outlines: tuple[Outline, ...], given: _Given, ground: Ground, before: Mapping[str, QRectF]
) -> tuple[QImage, tuple[Label, ...]]:
    """The overlay as a layer of its own, and the labels on it."""
    layer = QImage(given.area.size().toSize() * given.ratio, _LAYER)
    layer.setDevicePixelRatio(given.ratio)
    layer.fill(Qt.GlobalColor.transparent)
    seen = in_sight(outlines, given.to_screen, given.area)
    named = given.lit if given.overlay is Overlay.OUTLINES else None
    spots = ground.seen(given.to_screen, given.area.size().toTuple())
    labels = labelled(seen, named, Room(given.area, given.taken, spots, before), given.look)
    painter = QPainter(layer)
    paint_outlines(painter, seen, given.lit)
    paint_labels(painter, labels, given.lit, given.look)
    painter.end()
    return layer, labels
