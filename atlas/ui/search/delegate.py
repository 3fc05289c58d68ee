"""How a hit is painted: category, title, where, and the sentence that matched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from atlas.search.query import Hit
from atlas.ui.kit.row import paint_ground
from atlas.ui.kit.theme import Look
from atlas.ui.search.model import HIT

_LEFT, _RIGHT, _ABOVE, _BELOW = 30, 12, 8, 9
LINES = 3  # of a snippet


class HitDelegate(QStyledItemDelegate):
    """Lays out each text once for the size and once for the paint; it parses nothing."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self.look = look
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hit: Hit = index.data(HIT)
        width = self._view.viewport().width() - _LEFT - _RIGHT
        height = sum(layout.boundingRect().height() for layout in self._layouts(hit, width))
        return QSize(width, _ABOVE + round(height) + 2 + _BELOW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: Hit = index.data(HIT)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, option.state)
        self._square(painter, area, hit)
        top = float(area.top() + _ABOVE)
        for layout in self._layouts(hit, area.width() - _LEFT - _RIGHT):
            layout.draw(painter, QPointF(area.left() + _LEFT, top))
            top += layout.boundingRect().height() + 1
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        paint_ground(painter, area, state, self.look, can_be_chosen=True)
        line = QRect(area.x(), area.bottom(), area.width(), 1)
        painter.fillRect(line, self.look.colour("hairline"))

    def _square(self, painter: QPainter, area: QRect, hit: Hit) -> None:
        side = self.look.px(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.theme.category(hit.category)))
        painter.drawRoundedRect(
            area.x() + 12, area.y() + _ABOVE + self.look.px(5), side, side, 2, 2
        )

    def _layouts(self, hit: Hit, width: int) -> list[QTextLayout]:
        bold, small, plain = (
            self.look.font(13, QFont.Weight.DemiBold),
            self.look.font(11),
            self.look.font(12),
        )
        where = f"{hit.where} · {hit.why}"
        layouts = [
            self._laid(hit.title, bold, "strong", width, 2, hit.title_spans),
            self._laid(where, small, "faint", width, 2),
        ]
        if hit.snippet:
            layouts.append(self._laid(hit.snippet, plain, "muted", width, LINES, hit.spans))
        return layouts

    def _laid(
        self,
        text: str,
        font: QFont,
        colour: str,
        width: int,
        lines: int,
        marked: Sequence[tuple[int, int]] = (),
    ) -> QTextLayout:
        """A text in at most so many lines; where it is longer, it ends in an ellipsis."""
        layout = self._broken(text, font, colour, width, lines, marked)
        last = layout.lineAt(layout.lineCount() - 1)
        end = last.textStart() + last.textLength()
        if end >= len(text):
            return layout
        rest = text[last.textStart() :]
        tail = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width - 4)
        whole = text[: last.textStart()] + tail
        kept = [(begin, stop) for begin, stop in marked if stop < len(whole)]
        return self._broken(whole, font, colour, width, lines, kept)

    def _broken(
        self,
        text: str,
        font: QFont,
        colour: str,
        width: int,
        lines: int,
        marked: Sequence[tuple[int, int]],
    ) -> QTextLayout:
        layout = QTextLayout(text, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        ink, bright = self.look.colour(colour), self.look.colour("highlight")
        found = [_range(begin, end, bright, QFont.Weight.DemiBold) for begin, end in marked]
        layout.setFormats([_range(0, len(text), ink, None), *found])
        layout.beginLayout()
        top = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top))
            top += line.height() * 1.15
        layout.endLayout()
        return layout


def _range(
    begin: int, end: int, colour: QColor, weight: QFont.Weight | None
) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setForeground(colour)
    if weight is not None:
        style.setFontWeight(weight)
    marked = QTextLayout.FormatRange()
    marked.start, marked.length, marked.format = begin, end - begin, style
    return marked
