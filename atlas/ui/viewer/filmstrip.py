"""The plates of a page in a row, each a small picture with its name."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from atlas.domain.plate import Plate, Source
from atlas.imaging.frame import Frame
from atlas.ui.kit.theme import Look
from atlas.ui.viewer.strip_model import PLATE, THUMBNAIL, Index, StripModel
from atlas.ui.viewport.qimage import thumbnail

PICTURE = QSize(84, 66)
_LARGEST_SCALE = 1.35  # of a tile: larger text is cut rather than the image made small
_BORDER, _GAP, _SIDE = 1, 8, 12
_NAME = 11.0
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter
_BELOW = 2


class TileDelegate(QStyledItemDelegate):
    """Paints one plate: its picture or, while it is not made, its modality in a dashed frame."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
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
        """The room of the picture on a tile."""
        return (PICTURE.toSizeF() * min(max(self.look.scale, 1.0), _LARGEST_SCALE)).toSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plate: Plate = index.data(PLATE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        tile = QRect(option.rect.topLeft(), self.tile)
        picture = QRect(tile.topLeft() + QPoint(_BORDER, _BORDER), self.picture)
        painter.save()
        painter.fillRect(tile, QColor(0, 0, 0))
        small = index.data(THUMBNAIL)
        if isinstance(small, QImage):
            size = small.deviceIndependentSize()
            at = QRectF(picture).center() - QPointF(size.width() / 2, size.height() / 2)
            painter.drawImage(at.toPoint(), small)
        elif not plate.source:
            self._paint_unmade(painter, picture, plate)
        self._paint_name(painter, tile, picture, plate.name, strong=selected or hovered)
        self._paint_border(
            painter,
            tile,
            selected=selected,
            hovered=hovered,
            focused=bool(option.state & QStyle.StateFlag.State_HasFocus),
            made=bool(plate.source),
        )
        painter.restore()

    def _paint_unmade(self, painter: QPainter, picture: QRect, plate: Plate) -> None:
        painter.setPen(self.look.colour("faint"))
        self._write(painter, picture.adjusted(6, 0, -6, 0), plate.modality.label, _CENTRE)

    def _paint_name(
        self, painter: QPainter, tile: QRect, picture: QRect, name: str, *, strong: bool
    ) -> None:
        room = QRect(tile.left() + 6, picture.bottom() + 1, tile.width() - 12, self._name_height())
        painter.setPen(self.look.colour("strong" if strong else "muted"))
        self._write(painter, room, name, _LEFT)

    def _write(self, painter: QPainter, room: QRect, text: str, where: Qt.AlignmentFlag) -> None:
        font = self.look.font(_NAME)
        painter.setFont(font)
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, where, cut)

    def _paint_border(
        self,
        painter: QPainter,
        tile: QRect,
        *,
        selected: bool,
        hovered: bool,
        focused: bool,
        made: bool,
    ) -> None:
        colour = "accent" if selected else "faint" if hovered else "hairline"
        ink = self.look.colour(colour)
        if not made and not selected:
            ink = self.look.colour("faint")
            ink.setAlpha(255 if hovered else 110)
        pen = QPen(ink, _BORDER)
        if not made and not selected:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawRect(tile.adjusted(0, 0, -1, -1))
        if focused:
            painter.drawRect(tile.adjusted(1, 1, -2, -2))

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
        self._tiles = TileDelegate(look, self)
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

    def show_picture(self, source: Source, frame: Frame) -> None:
        """Put the picture on its tile; in the window of the plate where it has one."""
        for row in range(self._model.rowCount()):
            plate: Plate = self._model.index(row).data(PLATE)
            if plate.source == source:
                window = plate.window or frame.window
                small = thumbnail(frame, window, self._tiles.picture, self.devicePixelRatioF())
                self._model.set_thumbnail(source, small)
                return

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

    def _choose(self, index: Index, _before: Index) -> None:
        if index.isValid():
            self.plate_chosen.emit(index.data(PLATE))
