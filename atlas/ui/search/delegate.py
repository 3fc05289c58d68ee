"""How a row of the answer is painted: what it is, what sets it apart, and what was found in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from atlas.domain.plate import Plate
from atlas.search.query import Hit
from atlas.ui.kit.category_mark import SIDE, paint_mark
from atlas.ui.kit.row import RowState, paint_ground, state_of
from atlas.ui.kit.theme import Look
from atlas.ui.search.model import CASES, HIT

if TYPE_CHECKING:
    from atlas.ui.kit.thumbs import Thumbs  # not before the first paint

PICTURE = QSize(52, 44)
_LARGEST_SCALE = 1.35  # of a picture, which takes its room from the words
_LEFT, _RIGHT, _ABOVE, _BELOW, _BEFORE_MARK, _AFTER_MARK = 12, 12, 8, 9, 10, 7
_BETWEEN = 1  # pixels between the texts of a row
_TITLE_LINES, _APART_LINES, _PROOF_LINES = 2, 2, 3
_GRAVE = "▲"  # as on the page: it must not be missed
_PLAIN = ("title", "nearest title", "synonym", "abbreviation", "related name")  # said by the words
_KEPT = 200  # rows whose texts stay laid out

_Row = list[QTextLayout]
_Range = QTextLayout.FormatRange


class HitDelegate(QStyledItemDelegate):
    """Lays out the texts of a row once for the size and the paints; it parses nothing."""

    def __init__(
        self, look: Look, view: QListView, plate_of: Callable[[Hit], Plate | None]
    ) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._plate_of = plate_of
        self.thumbs: Thumbs | None = None
        self._laid: dict[tuple[Hit, int], _Row] = {}

    def dress(self, look: Look) -> None:
        """Take another look."""
        self._look = look
        self._laid.clear()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hit: Hit | None = index.data(HIT)
        width = self._room
        if hit is None:
            return QSize(width, self._look.px(34))
        texts = sum(layout.boundingRect().height() + _BETWEEN for layout in self._row(hit, width))
        return QSize(width, _ABOVE + max(round(texts), self._picture.height()) + _BELOW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: Hit | None = index.data(HIT)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hit:
            self._ground(painter, area, state_of(self._view, index, area))
            self._paint_picture(painter, area, hit)
            self._marks(painter, area, hit)
            self._texts(painter, area, hit)
        else:
            self._heading(painter, area)
        painter.restore()

    @property
    def _room(self) -> int:
        """The width of a row beside a scroll bar, even where none is: texts break once."""
        return self._view.width() - self._view.verticalScrollBar().sizeHint().width()

    @property
    def _picture(self) -> QSize:
        """The room of the picture; a page without one keeps it, so that all texts begin alike."""
        return PICTURE * min(max(self._look.scale, 1.0), _LARGEST_SCALE)

    @property
    def _mark(self) -> int:
        """Where the mark of the category stands, behind the picture."""
        return _LEFT + self._picture.width() + _BEFORE_MARK

    @property
    def _left(self) -> int:
        """Where the texts begin, behind the mark."""
        return self._mark + self._look.px(SIDE) + _AFTER_MARK

    def _ground(self, painter: QPainter, area: QRect, state: RowState) -> None:
        paint_ground(painter, area, state, self._look, can_be_chosen=True)
        line = QRect(area.x(), area.bottom(), area.width(), 1)
        painter.fillRect(line, self._look.colour("hairline"))

    def _paint_picture(self, painter: QPainter, area: QRect, hit: Hit) -> None:
        plate = self._plate_of(hit)
        if plate is None or plate.source is None:
            return
        room = QRect(area.topLeft() + QPoint(_LEFT, _ABOVE), self._picture)
        painter.fillRect(room, QColor(0, 0, 0))  # on black in every theme
        if self.thumbs:
            self.thumbs.paint(painter, room, plate)

    def _marks(self, painter: QPainter, area: QRect, hit: Hit) -> None:
        """Before the first line its category; at its end whether it must not be missed."""
        first = QFontMetrics(self._look.font(13)).height()
        top = area.top() + _ABOVE + (first - self._look.px(SIDE)) / 2
        paint_mark(painter, area.left() + self._mark, top, hit.category, self._look)
        if hit.must_not_miss:
            painter.setFont(self._look.font(9))
            painter.setPen(self._look.colour("danger"))
            line = QRect(area.left(), area.top() + _ABOVE, area.width() - _RIGHT, first)
            ends = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, ends, _GRAVE)

    def _texts(self, painter: QPainter, area: QRect, hit: Hit) -> None:
        top = float(area.top() + _ABOVE)
        for layout in self._row(hit, self._room):
            layout.draw(painter, QPointF(area.left() + self._left, top))
            top += layout.boundingRect().height() + _BETWEEN

    def _heading(self, painter: QPainter, area: QRect) -> None:
        painter.setFont(self._look.font(11, QFont.Weight.DemiBold, spaced=True))
        painter.setPen(self._look.colour("muted"))
        box = area.adjusted(_LEFT, 0, -_RIGHT, -self._look.px(6))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, CASES.upper()
        )

    def _row(self, hit: Hit, width: int) -> _Row:
        """The texts of a row from top to bottom."""
        if (hit, width) not in self._laid:
            if len(self._laid) >= _KEPT:
                self._laid.clear()
            self._laid[hit, width] = self._lay(hit, width - self._left - _RIGHT)
        return self._laid[hit, width]

    def _lay(self, hit: Hit, width: int) -> _Row:
        look = self._look
        bold, plain = look.font(13, QFont.Weight.DemiBold), look.font(12)
        beside = look.px(14) if hit.must_not_miss else 0
        bright = look.colour("highlight")
        title = [_range(0, len(hit.title), look.colour("strong"))]
        title += [_lit(span, bright) for span in hit.title_spans]
        row = [_laid_out(hit.title, bold, title, width - beside, _TITLE_LINES)]
        if hit.apart:
            all_of_it = [_range(0, len(hit.apart), look.colour("text"))]
            row.append(_laid_out(hit.apart, plain, all_of_it, width, _APART_LINES))
        why, proof = proof_of(hit)
        if why or proof:
            formats = [
                _range(0, len(why), look.colour("faint")),
                _range(len(why), len(proof), look.colour("muted")),
            ]
            spans = hit.spans if proof else ()
            formats += [_lit((a + len(why), b + len(why)), bright) for a, b in spans]
            row.append(_laid_out(why + proof, plain, formats, width, _PROOF_LINES))
        return row


def proof_of(hit: Hit) -> tuple[str, str]:
    """Why it is there, and the words of the page that say so; nothing that is seen already."""
    if hit.apart and not hit.spans:
        return ("" if hit.why in _PLAIN else hit.why[:1].upper() + hit.why[1:], "")
    if hit.why in _PLAIN:
        return "", hit.snippet
    kind, _, name = hit.why.partition(" of ")
    why = kind if name and hit.snippet.startswith(name) else hit.why
    return f"{why[:1].upper()}{why[1:]} · ", hit.snippet


def _laid_out(text: str, font: QFont, formats: list[_Range], width: int, lines: int) -> QTextLayout:
    """A text in at most so many lines; where it is longer, it ends in an ellipsis."""
    layout = _broken(text, font, formats, width, lines)
    last = layout.lineAt(layout.lineCount() - 1)
    if last.textStart() + last.textLength() >= len(text):
        return layout
    rest = text[last.textStart() :]
    tail = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width - 4)
    return _broken(text[: last.textStart()] + tail, font, formats, width, lines)


def _broken(text: str, font: QFont, formats: list[_Range], width: int, lines: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.setFormats(formats)
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


def _range(start: int, length: int, colour: QColor) -> _Range:
    form = QTextCharFormat()
    form.setForeground(colour)
    marked = QTextLayout.FormatRange()
    marked.start, marked.length, marked.format = start, length, form
    return marked


def _lit(span: tuple[int, int], colour: QColor) -> _Range:
    """A word that was found: brighter, and heavier for those who do not see the colour."""
    marked = _range(span[0], span[1] - span[0], colour)
    form = marked.format
    form.setFontWeight(QFont.Weight.DemiBold)
    marked.format = form
    return marked
