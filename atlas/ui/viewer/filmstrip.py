"""The plates of a page in a row, each a small picture with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from atlas.domain.plate import Plate
from atlas.ui.kit.row import state_of
from atlas.ui.kit.theme import Look
from atlas.ui.viewer.lines import wrapped
from atlas.ui.viewer.strip_model import Index, StripModel
from atlas.ui.viewer.words import told_apart

if TYPE_CHECKING:
    from atlas.ui.kit.thumbs import Thumbs  # not before the first paint

PICTURE = QSize(84, 66)
_LARGEST_SCALE = 1.35  # of a picture on a tile: larger ones would leave too little to the image
_BORDER, _GAP, _SIDE = 1, 8, 12
_NAME = 11.0
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter
_BELOW = 2
_INSET = 6
_LONGEST = "Angiography"


class TileDelegate(QStyledItemDelegate):
    """Paints one plate: its picture or, while it is not made, its modality in a dashed frame."""

    def __init__(self, look: Look, plates: StripModel, strip: QListView) -> None:
        super().__init__(strip)
        self._strip = strip
        self._plates = plates
        self.thumbs: Thumbs | None = None
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.tile + QSize(_GAP, 0)

    @property
    def tile(self) -> QSize:
        """The size of a tile, without the gap after it."""
        height = self.picture.height() + self._name_height()
        return QSize(self.picture.width() + 2 * _BORDER, height + 2 * _BORDER)

    @property
    def picture(self) -> QSize:
        """The room of the picture on a tile: never narrower than the longest modality."""
        size = PICTURE.toSizeF() * min(max(self.look.scale, 1.0), _LARGEST_SCALE)
        longest = QFontMetrics(self.look.font(_NAME)).horizontalAdvance(_LONGEST)
        return QSize(max(round(size.width()), longest + 2 * _INSET), round(size.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plate = self._plates.plate(index)
        selected, hovered, focused = state_of(self._strip, index, option.rect)
        tile = QRect(option.rect.topLeft(), self.tile)
        painter.save()
        painter.fillRect(tile, self.look.colour("raised") if hovered else QColor(0, 0, 0))
        if plate.source:
            picture = QRect(tile.topLeft() + QPoint(_BORDER, _BORDER), self.picture)
            self._paint_made(painter, picture, plate)
            self._paint_name(painter, tile, picture, plate, strong=selected or hovered)
        else:
            self._paint_unmade(painter, tile, plate, strong=selected or hovered)
        if selected or plate.source:
            ink = self.look.colour("accent" if selected else "hairline")
            self._paint_border(painter, tile, ink, 2 * _BORDER if focused else _BORDER)
        else:
            self._paint_dashes(painter, tile)
        painter.restore()

    def _paint_made(self, painter: QPainter, picture: QRect, plate: Plate) -> None:
        painter.fillRect(picture, QColor(0, 0, 0))
        if self.thumbs:
            self.thumbs.paint(painter, picture, plate)

    def _paint_name(
        self, painter: QPainter, tile: QRect, picture: QRect, plate: Plate, *, strong: bool
    ) -> None:
        """What the plate is called; where there is no room for that, what sets it apart."""
        room = tile.adjusted(_INSET, picture.bottom() + 1 - tile.top(), -_INSET, -_BORDER)
        font = self.look.font(_NAME)
        metrics = QFontMetrics(font)
        fits = metrics.horizontalAdvance(plate.name) <= room.width()
        name = plate.name if fits or not plate.projection else plate.projection
        painter.setFont(font)
        painter.setPen(self.look.colour("strong" if strong else "muted"))
        cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, cut)

    def _paint_unmade(self, painter: QPainter, tile: QRect, plate: Plate, *, strong: bool) -> None:
        """How it will be made, and under that in as many lines as there is room: what of."""
        font = self.look.font(_NAME)
        pitch = QFontMetrics(font).height()
        room = tile.adjusted(_INSET, _INSET // 2, -_INSET, -(_INSET // 2))
        most = max(room.height() // pitch - 1, 1)
        head = wrapped(plate.modality.label, font, room.width(), 2)
        of = wrapped(told_apart(plate), font, room.width(), max(most + 1 - len(head), 1))
        y = room.top() + (room.height() - pitch * (len(head) + len(of))) // 2
        painter.setFont(font)
        for number, line in enumerate((*head, *of)):
            quiet = "muted" if number < len(head) else "faint"
            painter.setPen(self.look.colour("strong" if strong else quiet))
            painter.drawText(QRect(room.left(), y, room.width(), pitch), _CENTRE, line)
            y += pitch

    def _paint_border(self, painter: QPainter, tile: QRect, ink: QColor, width: int) -> None:
        """Four bars inside the tile: half of a line on its edge would be cut off."""
        left, top, across, along = tile.x(), tile.y(), tile.width(), tile.height()
        painter.fillRect(left, top, across, width, ink)
        painter.fillRect(left, top + along - width, across, width, ink)
        painter.fillRect(left, top, width, along, ink)
        painter.fillRect(left + across - width, top, width, along, ink)

    def _paint_dashes(self, painter: QPainter, tile: QRect) -> None:
        ink = self.look.colour("faint")
        ink.setAlpha(110)
        pen = QPen(ink, _BORDER)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawRect(QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5))

    def _name_height(self) -> int:
        return QFontMetrics(self.look.font(_NAME)).height() + 6


class FilmStrip(QListView):
    """Left and Right, Home and End move; where the row is longer than the panel it scrolls."""

    plate_chosen = Signal(Plate)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("film-strip")
        self.setAccessibleName("Plates of this page")
        self._model = StripModel()
        self._tiles = TileDelegate(look, self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._tiles)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        # The tile shows the focus; a frame round the whole strip would only be louder.
        self.setStyleSheet("QListView, QListView:focus { border: 0; background: transparent }")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setViewportMargins(_SIDE, _GAP, _SIDE, 0)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._choose)
        self.dress(look)

    def show_plates(self, plates: tuple[Plate, ...]) -> None:
        """The plates of another page; a single plate that is not made needs no strip."""
        self._model.set_plates(plates)
        self.setVisible(len(plates) > 1 or any(plate.source for plate in plates))
        self._want()

    def take_thumbs(self, thumbs: Thumbs) -> None:
        """From now on there are pictures on the tiles; not before the first paint."""
        self._tiles.thumbs = thumbs
        thumbs.came.connect(self._repaint)
        self._want()

    def mark(self, plate: Plate | None) -> None:
        """Select the plate that is looked at."""
        index = self._model.index(self._model.row_of(plate))
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def dress(self, look: Look) -> None:
        """Take another size of text."""
        self._tiles.look = look
        self.setFixedHeight(self._tiles.tile.height() + 2 * _GAP + _BELOW)
        self.scheduleDelayedItemsLayout()

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        turned = event.angleDelta().y() or event.angleDelta().x()
        bar.setValue(bar.value() - turned // 2)
        event.accept()

    def _want(self) -> None:
        if self._tiles.thumbs:
            self._tiles.thumbs.want("strip", self._model.plates)

    @Slot(object)
    def _repaint(self, plate: Plate) -> None:
        for row, shown in enumerate(self._model.plates):
            if shown == plate:
                self.update(self._model.index(row))

    def _choose(self, index: Index, _before: Index) -> None:
        if index.isValid():
            self.plate_chosen.emit(self._model.plate(index))
