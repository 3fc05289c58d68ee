"""How a line of the contents is painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
)

from atlas.ui.browse.model import ContentsModel, Kind, Row
from atlas.ui.kit.category_mark import SIDE, paint_mark
from atlas.ui.kit.elided import plain_tip
from atlas.ui.kit.row import paint_ground, state_of
from atlas.ui.kit.theme import Look

_INDENT = {Kind.CATEGORY: 28, Kind.GROUP: 28, Kind.OVERVIEW: 28, Kind.PAGE: 44, Kind.ALSO: 44}
_RIGHT = 12


class ContentsDelegate(QStyledItemDelegate):
    """Paints categories, groups and pages; what is selected has a tint and a bar at the left."""

    def __init__(self, look: Look, contents: ContentsModel, tree: QTreeView) -> None:
        super().__init__(tree)
        self._contents = contents
        self._tree = tree
        self.look = look

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row = self._contents.row(index)
        return QSize(0, self.look.px(30 if row.kind is Kind.CATEGORY else 26))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = self._contents.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        state = state_of(self._tree, index, area)
        paint_ground(painter, area, state, self.look, can_be_chosen=row.kind.is_page)
        if row.kind is Kind.CATEGORY:
            self._mark(painter, area, row)
        right = self._right(painter, area, row, index)
        self._title(painter, area, right, row, state.chosen)
        painter.restore()

    def fits(self, row: Row, width: int) -> bool:
        """Whether the title is shown whole in a line of that width."""
        room = width - self.look.px(_INDENT[row.kind]) - self._note_width(row) - _RIGHT
        return QFontMetrics(self._font(row)).horizontalAdvance(row.title) <= room

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Only what is cut needs to be said again."""
        row = self._contents.row(index)
        if index.isValid() and not self.fits(row, option.rect.width()):
            QToolTip.showText(event.globalPos(), plain_tip(row.title), view)
        else:
            QToolTip.hideText()
        return True

    def _mark(self, painter: QPainter, area: QRect, row: Row) -> None:
        if row.category:
            top = area.center().y() - self.look.px(SIDE) // 2 + 1
            paint_mark(painter, area.x() + self.look.px(12), top, row.category, self.look)

    def _right(
        self,
        painter: QPainter,
        area: QRect,
        row: Row,
        index: QModelIndex | QPersistentModelIndex,
    ) -> int:
        """Paint what stands at the right edge and answer where the title must end."""
        edge = area.right() - _RIGHT
        words = str(row.pages) if row.pages else row.note
        if not words:
            return edge
        painter.setFont(self.look.font(11))
        painter.setPen(self.look.colour("faint"))
        box = QRect(area.x(), area.y(), edge - area.x(), area.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, words)
        return edge - self._note_width(row)

    def _note_width(self, row: Row) -> int:
        words = str(row.pages) if row.pages else row.note
        if not words:
            return 0
        return QFontMetrics(self.look.font(11)).horizontalAdvance(words) + 8

    def _title(self, painter: QPainter, area: QRect, right: int, row: Row, chosen: bool) -> None:
        left = area.x() + self.look.px(_INDENT[row.kind])
        font = self._font(row)
        painter.setFont(font)
        painter.setPen(self.look.colour(_colour(row, chosen)))
        title = QFontMetrics(font).elidedText(
            row.title, Qt.TextElideMode.ElideRight, max(right - left, 0)
        )
        box = QRect(left, area.y(), right - left, area.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _font(self, row: Row) -> QFont:
        match row.kind:
            case Kind.CATEGORY:
                return self.look.font(13, QFont.Weight.DemiBold)
            case Kind.GROUP:
                return self.look.font(12)
        return self.look.font(13)


def _colour(row: Row, chosen: bool) -> str:
    if row.kind is Kind.CATEGORY or (chosen and row.kind.is_page):
        return "strong"
    return "muted" if row.kind is Kind.GROUP else "text"
