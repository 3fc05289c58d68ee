"""How a page is set: headings, sentences, rows and boxes in a text document.

Everything goes in through a cursor as plain text with a format. No text of a page
is ever parsed as HTML, and every link is one that this module has written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from atlas.domain.page import Statement
from atlas.domain.prose import Blank, Citation, Link, Words, spans
from atlas.ui.kit.elided import plain_tip
from atlas.ui.kit.theme import Look

SIGN = QTextFormat.Property.UserProperty + 1
"""Block property: the id of the sign that the sentence states."""
SAID = SIGN + 1
"""Block property: the text of the statement that stands there, as its page has it."""
OURS = "atlas:"
"""What every link begins with that stays in the atlas; no text of a page can make one."""
CITE = "cite:"
LABEL_WIDTH, LONG_LABEL_WIDTH = 92, 124
_LABEL_LINES = 2.5  # over which a label is spread before its column is widened
_GUTTER = 12  # pixels between a label and what it labels
_RULED, _FIRST = 7, 4  # pixels above and below a ruled row; above the first that is not, at most
_LEADING, _TITLE_LEADING = 1.5, 1.25  # height of a line, in sizes of its type


class Mark(NamedTuple):
    """The square before a sign that a plate shows, and what a press on it does."""

    shape: str
    colour: QColor
    target: str
    tip: str


class Composer:
    """Writes a new document, from top to bottom, in the look it was given.

    A document on screen is laid out anew at every insertion, so it is shown only when it
    is whole; or when it fills the sight, and the rest is written as one edit of `cursor`.
    """

    def __init__(
        self, look: Look, title_of: Callable[[str], str | None], *, narrow: bool = False
    ) -> None:
        """`narrow` where a long label beside a sentence would leave it a tower of single words."""
        self.look = look
        self._title_of = title_of
        self._narrow = narrow
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(look.font(13))
        self.document.setDocumentMargin(0)
        self.cursor = QTextCursor(self.document)
        self._fresh = True

    @property
    def length(self) -> int:
        """How many letters stand there so far."""
        return self.document.characterCount()

    # Blocks

    def title(self, text: str) -> None:
        self._block(above=0, size=21, leading=_TITLE_LEADING)
        self._write(text, self.style("strong", 21, QFont.Weight.DemiBold))

    def heading(self, text: str) -> None:
        """The head of a section, in small spaced capitals."""
        block = self._block(above=20, below=4, size=11)
        block.setHeadingLevel(2)
        self.cursor.setBlockFormat(block)
        style = self.style("muted", 11, QFont.Weight.DemiBold, spaced=True)
        style.setFontCapitalization(QFont.Capitalization.AllUppercase)
        self._write(text, style)

    def subheading(self, text: str, above: int = 8) -> None:
        """The head of a part of a section."""
        block = self._block(above=above)
        block.setHeadingLevel(3)
        self.cursor.setBlockFormat(block)
        self._write(text, self.style("strong", 13, QFont.Weight.DemiBold))

    def small(self, text: str, above: int = 4, colour: str = "muted") -> None:
        """A line that is secondary."""
        self._block(above=above, size=12)
        self._write(text, self.style(colour, 12))

    def sentence(self, statement: Statement, size: float = 13, above: int = 6) -> None:
        """A statement as a paragraph of its own."""
        self._block(above=above, size=size)
        self.prose(statement, size)

    def bullets(self, statements: Iterable[Statement]) -> None:
        """Statements one under the other, each after a dot in the accent colour."""
        for statement in statements:
            self.bullet(statement)

    def bullet(self, statement: Statement, lead: str = "") -> None:
        indent = self.look.px(14)
        block = self._block(above=5)
        block.setLeftMargin(indent)
        block.setTextIndent(-indent)
        block.setTabPositions([_tab(indent)])
        self.cursor.setBlockFormat(block)
        self._write("•\t", self.style("accent", 13))
        if lead:
            self._write(f"{lead}  ", self.style("muted", 12))
        self.prose(statement)

    def link(self, text: str, target: str, size: float = 13) -> None:
        """Words at the cursor that do `target` inside the atlas."""
        self._write(text, self._anchor(target, self.style("link", size)))

    def way_out(self, text: str, address: str) -> None:
        """Words at the cursor that lead to an address outside the atlas."""
        self._write(text, self._anchor(address, self.style("link", 12), ours=False))

    def words(self, text: str, colour: str = "text", size: float = 13) -> None:
        """Plain words at the cursor."""
        self._write(text, self.style(colour, size))

    # Rows

    def rows(
        self,
        rows: Sequence[tuple[Callable[[], None], Callable[[], None]]],
        *,
        label: int = LABEL_WIDTH,
        gap: int = 4,
        ruled: bool = False,
    ) -> None:
        """Two columns: what writes the label, and what writes the value, for each row.

        `gap` is the room between rows that are not ruled. Where it is narrow, a wide label
        stands over its value.
        """
        if not rows:
            return
        self._block(above=0 if ruled else 2)
        stacked = self._narrow and label > LABEL_WIDTH
        table = self.cursor.insertTable(len(rows), 2, self._table(label))
        for number, (left, right) in enumerate(rows):
            above = _RULED if ruled else gap if number else min(gap, _FIRST)
            if stacked:
                table.mergeCells(number, 0, 1, 2)
            writers = [[left, right]] if stacked else [[left], [right]]
            for column, wrote in enumerate(writers):
                cell = table.cellAt(number, column)
                self._pad(cell, above, ruled, last=column == len(writers) - 1)
                self._enter(cell)
                for write in wrote:
                    write()
        self._leave(table)

    def column(self, labels: Iterable[str], size: float = 12, least: int = LABEL_WIDTH) -> int:
        """How wide a column must be so that no word of its labels is broken; in pixels at 100 %.

        Long labels get more than the `least`, or each would be a tower of single words.
        """
        labels = tuple(labels)
        words = [word for label in labels for word in label.replace("/", "/ ").split()]
        few_lines = min(self._widest(labels, size) / _LABEL_LINES, LONG_LABEL_WIDTH)
        return max(least, round(max(self._widest(words, size), few_lines)) + _GUTTER)

    def label(self, text: str, colour: str = "muted") -> None:
        """The left cell of a row."""
        self._block(above=0)
        self._write(text, self.style(colour, 12))

    def cell(self, statement: Statement, above: int = 0, said: str = "") -> None:
        """A statement in a cell; `said` is its text in the page where that is another."""
        self._block(above=above)
        self.prose(statement, said=said)

    def sign(self, statement: Statement, mark: Mark | None, above: int) -> None:
        """A sign; with a mark, a square before it and a sentence that lights up with its region."""
        block = self._block(above=above)
        if mark:
            block.setProperty(SIGN, str(statement.id))
            indent = self.look.px(16)
            block.setLeftMargin(indent)
            block.setTextIndent(-indent)
            block.setTabPositions([_tab(indent)])
        self.cursor.setBlockFormat(block)
        if mark:
            style = self.style("text", 12)
            style.setForeground(mark.colour)
            style.setToolTip(plain_tip(mark.tip))
            self._write(f"{mark.shape}\t", self._anchor(mark.target, style))
        self.prose(statement)

    def box(self, write: Callable[[], None], action: str, target: str) -> None:
        """A boxed text with one action at its right edge."""
        self._block(above=6)
        form = QTextTableFormat()
        form.setTopMargin(self.look.px(4))
        form.setBottomMargin(self.look.px(8))
        form.setBorder(1)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(self.look.colour("hairline"))
        form.setBorderCollapse(True)
        form.setBackground(self.look.colour("field"))
        padding = self.look.px(9)
        form.setCellPadding(padding)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.VariableLength, 0),
                QTextLength(QTextLength.Type.FixedLength, self._width_of(action, 12) + 2 * padding),
            ]
        )
        table = self.cursor.insertTable(1, 2, form)
        for column in (0, 1):
            cell = table.cellAt(0, column)
            self._borderless(cell, inner_right=column == 0)
        self._enter(table.cellAt(0, 0))
        write()
        self._enter(table.cellAt(0, 1))
        self._block(above=0)
        self.link(action, target, 12)
        self._leave(table)

    # Words

    def prose(self, statement: Statement, size: float = 13, said: str = "") -> None:
        """A statement at the cursor, its marks resolved, in a block that can be found by it."""
        block = self.cursor.blockFormat()
        block.setProperty(SAID, said or statement.text)
        self.cursor.setBlockFormat(block)
        for span in spans(statement.text):
            match span:
                case Words(text):
                    self._write(text, self.style("text", size))
                case Citation(text, numbers):
                    self._cite(text, numbers)
                case Link(page, words):
                    self.page_link(page, words)
                case Blank(name):
                    style = self.style("strong", size)
                    style.setBackground(self.look.colour("raised"))
                    self._write(f" {name} ", style)
        if statement.teaching:
            self._write("  teaching\N{NO-BREAK SPACE}knowledge", self.style("faint", 11))

    def page_link(self, page: str, words: str = "") -> None:
        """The title of a page as a link; plain words where there is no such page."""
        title = self._title_of(page)
        if title is None:
            self._write(words or page.replace("-", " "), self.style("text", 13))
        else:
            self.link(words or title, f"page:{page}")

    def style(
        self,
        colour: str,
        size: float,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        spaced: bool = False,
    ) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(self.look.font(size, weight, spaced=spaced))
        style.setForeground(self.look.colour(colour))
        return style

    # How it is done

    def _cite(self, text: str, numbers: tuple[int, ...]) -> None:
        style = self.style("faint", 11)
        if numbers:
            style = self._anchor(f"{CITE}{numbers[0]}", style)
        self._write(f"[{text}]", style)

    def _anchor(self, target: str, style: QTextCharFormat, *, ours: bool = True) -> QTextCharFormat:
        style.setAnchor(True)
        style.setAnchorHref(f"{OURS}{target}" if ours else target)
        style.setFontUnderline(False)
        return style

    def _write(self, text: str, style: QTextCharFormat) -> None:
        self.cursor.insertText(text, style)

    def _block(
        self, above: int, below: int = 0, size: float = 13, leading: float = _LEADING
    ) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setTopMargin(self.look.px(above))
        block.setBottomMargin(self.look.px(below))
        height = self.look.px(size * leading)
        block.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if self._fresh:
            self.cursor.setBlockFormat(block)
            self._fresh = False
        else:
            self.cursor.insertBlock(block, QTextCharFormat())
        return block

    def _widest(self, texts: Iterable[str], size: float) -> float:
        """In pixels at 100 %."""
        return max((self._width_of(text, size) for text in texts), default=0) / self.look.scale

    def _width_of(self, words: str, size: float) -> int:
        return QFontMetrics(self.look.font(size)).horizontalAdvance(words) + 2

    def _table(self, label: int) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setTopMargin(self.look.px(4))
        form.setBottomMargin(self.look.px(16))
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.FixedLength, self.look.px(label)),
                QTextLength(QTextLength.Type.VariableLength, 0),
            ]
        )
        return form

    def _pad(self, cell: QTextTableCell, above: int, ruled: bool, *, last: bool) -> None:
        form = cell.format().toTableCellFormat()
        form.setTopPadding(self.look.px(above))
        form.setBottomPadding(self.look.px(_RULED if ruled else 0))
        form.setRightPadding(0 if last else self.look.px(_GUTTER))
        if ruled:
            form.setTopBorder(1)
            form.setTopBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setTopBorderBrush(QBrush(self.look.colour("hairline")))
        cell.setFormat(form)

    def _borderless(self, cell: QTextTableCell, *, inner_right: bool) -> None:
        form = cell.format().toTableCellFormat()
        if inner_right:
            form.setRightBorder(0)
        else:
            form.setLeftBorder(0)
        cell.setFormat(form)

    def _enter(self, cell: QTextTableCell) -> None:
        self.cursor = cell.firstCursorPosition()
        self._fresh = True

    def _leave(self, table: QTextTable) -> None:
        """Go on after a table; the empty block that Qt keeps there takes no room."""
        self.cursor = QTextCursor(self.document)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True


def _tab(at: float) -> QTextOption.Tab:
    return QTextOption.Tab(at, QTextOption.TabType.LeftTab)
