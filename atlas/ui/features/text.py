"""The text of a page on screen: links, the lit sentence, and matches of a search in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QTextEdit

from atlas.domain.plate import StatementId
from atlas.ui.features.composer import CITE, OURS, SAID, SIGN
from atlas.ui.kit.focus import by_keyboard, focus_ring
from atlas.ui.kit.style import restyle
from atlas.ui.kit.theme import Look

PADDING = 22
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_HIGH = 1 / 3  # of the sight: where that sentence stands when it was scrolled to
WIDEST = 572  # pixels at 100 %: about 68 characters of the body text beside a label


class PageText(QTextBrowser):
    """Shows a document that a `Composer` has written. It knows no session."""

    sign_hovered = Signal(object)
    followed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lit: StatementId | None = None
        self._sought = ""
        self._hovered: StatementId | None = None
        self.setObjectName("pageText")
        self.setAccessibleName("Features of the page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))

    def show_document(self, document: QTextDocument, look: Look) -> None:
        """Show a document that is whole, in the look it was written in.

        The text owns it from now on; Qt deletes the one before.
        """
        self._look = look
        document.setParent(self)
        self._set_margins(document)
        self.setDocument(document)

    # The sentence that the reader was sent to

    def seek(self, statement: str) -> None:
        """Mark a sentence, given as its page has it, until another is sought; none without text."""
        if statement != self._sought:
            self._sought = statement
            self.viewport().update()

    def bring_sought_into_sight(self) -> None:
        """Scroll to the marked sentence, with what stands before it in sight, and announce it."""
        if blocks := self._blocks_with(SAID, self._sought):
            self._show_whole(blocks)
            bar, top = self.verticalScrollBar(), self._rectangle(blocks[0]).top()
            wanted = self.viewport().height() * _HIGH
            if bar.value() and not 0 < top < wanted:
                bar.setValue(round(bar.value() + top - wanted))
            self._announce(blocks[0].text().strip())

    def _announce(self, words: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 3 ms: not at a start

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # The lit sentence

    def light(self, sign: StatementId | None) -> None:
        """Put a tint under the sentence of a sign."""
        if sign != self._lit:
            self._lit = sign
            self.viewport().update()

    def bring_into_sight(self, sign: StatementId) -> None:
        """Scroll as little as needed to see the sentence of a sign."""
        blocks = self._blocks_with(SIGN, sign)
        if blocks:
            self._show_whole(blocks)

    def bring_reference_into_sight(self, number: int) -> None:
        """Scroll to a reference by its number; references are the last section."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        backwards = QTextDocument.FindFlag.FindBackward
        found = self.document().find(f"[{number}]", cursor, backwards)
        if not found.isNull():
            found.setPosition(found.selectionStart())
            self.setTextCursor(found)
            self.ensureCursorVisible()

    def sign_at(self, point: QPoint) -> StatementId | None:
        """The sign whose sentence lies under a point of the viewport."""
        block = self.cursorForPosition(point).block()
        sign = block.blockFormat().property(SIGN)
        if sign and self._rectangle(block).contains(point):
            return StatementId(sign)
        return None

    def _blocks_with(self, kind: int, wanted: str) -> list[QTextBlock]:
        """The blocks whose property of that kind is that text."""
        found, block = [], self.document().begin()
        while wanted and block.isValid():
            if block.blockFormat().property(kind) == wanted:
                found.append(block)
            block = block.next()
        return found

    def _rectangle(self, block: QTextBlock) -> QRectF:
        rectangle = self.document().documentLayout().blockBoundingRect(block)
        return rectangle.translated(-self.horizontalScrollBar().value(), -self._scrolled())

    def _scrolled(self) -> int:
        return self.verticalScrollBar().value()

    # Finding in the page

    def mark(self, words: str) -> list[QTextCursor]:
        """Highlight every place where `words` stand; they are returned from top to bottom."""
        found: list[QTextCursor] = []
        cursor = QTextCursor(self.document())
        while words and len(found) < 500:
            cursor = self.document().find(words, cursor, QTextDocument.FindFlag(0))
            if cursor.isNull():
                break
            found.append(QTextCursor(cursor))
        self._paint_marks(found, None)
        return found

    def show_match(self, found: list[QTextCursor], number: int) -> None:
        """Scroll to one of the matches and set it apart from the others."""
        caret = QTextCursor(found[number])
        caret.setPosition(caret.selectionStart())
        self.setTextCursor(caret)
        self.ensureCursorVisible()
        self._paint_marks(found, number)

    def _paint_marks(self, found: list[QTextCursor], current: int | None) -> None:
        marks = []
        for number, cursor in enumerate(found):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            style = mark.format
            style.setForeground(self._look.colour("panel"))
            style.setBackground(self._look.colour("highlight" if number == current else "muted"))
            mark.format = style
            marks.append(mark)
        self.setExtraSelections(marks)

    # What Qt asks

    def paintEvent(self, event: QPaintEvent) -> None:
        lit = self._blocks_with(SIGN, self._lit or "")
        sought = self._blocks_with(SAID, self._sought)
        if lit:  # without, the first paint need not ask for the viewport (decision 12)
            self._tint(lit, "selection")
        if sought:
            self._tint(sought, "sought")
        super().paintEvent(event)
        if sought:
            self._bar_beside(sought)
        self._frame_link()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copying, and the commands that the window has given to the text."""
        menu = QMenu(self)
        menu.addAction("Copy", self.copy).setEnabled(self.textCursor().hasSelection())
        menu.addAction("Select all", self.selectAll)
        menu.addSeparator()
        menu.addActions(self.actions())
        menu.exec(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.sign_at(event.position().toPoint()))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab passes over citations: a dozen of them may stand before the next way on."""
        moved = super().focusNextPrevChild(forward)
        while moved and self.hasFocus() and self._chosen_link().startswith(f"{OURS}{CITE}"):
            moved = super().focusNextPrevChild(forward)
        return moved

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_ring(by_keyboard(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_ring(False)

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _ENDS:
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
            return
        super().keyPressEvent(event)
        sign = self.textCursor().block().blockFormat().property(SIGN)
        self._hover(StatementId(sign) if sign else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins(self.document())

    def _show_whole(self, blocks: list[QTextBlock]) -> None:
        """Scroll as little as needed to see all of them, or the first if there is no room."""
        end = QTextCursor(blocks[-1])
        end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(end)
        self.setTextCursor(QTextCursor(blocks[0]))
        self.ensureCursorVisible()

    def _around(self, block: QTextBlock) -> QRectF:
        return self._rectangle(block).adjusted(-8, -1, 6, 3)

    def _bar_beside(self, blocks: list[QTextBlock]) -> None:
        """What marks a sentence for those who do not see the tint, or where a box lies over it."""
        painter = QPainter(self.viewport())
        for block in blocks:
            around = self._around(block)
            around.setWidth(3)
            painter.fillRect(around, self._look.colour("accent"))
        painter.end()

    def _chosen_link(self) -> str:
        """Where the link leads that the keyboard has come to, from either side."""
        cursor = self.textCursor()
        end = QTextCursor(cursor)
        end.setPosition(cursor.selectionEnd())
        return end.charFormat().anchorHref() if cursor.hasSelection() else ""

    def _tint(self, blocks: list[QTextBlock], colour: str) -> None:
        """A ground under the words of blocks."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(colour))
        for block in blocks:
            painter.drawRoundedRect(self._around(block), 4, 4)
        painter.end()

    def _frame_link(self) -> None:
        """The outline of the link the keyboard has come to, over the dots that Qt draws."""
        cursor = self.textCursor()
        if not (self.hasFocus() and self._chosen_link()):
            return
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        area = self.cursorRect(first).united(self.cursorRect(last))
        if self.cursorRect(first).y() != self.cursorRect(last).y():  # it is broken over lines
            area.setLeft(0)
            area.setRight(self.viewport().width() - self._look.px(PADDING))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus_ring(painter, area.adjusted(-4, -2, 4, 2), self._look)
        painter.end()

    def _show_ring(self, shown: bool) -> None:
        if bool(self.property("ring")) != shown:
            self.setProperty("ring", shown)
            restyle(self)

    def _hover(self, sign: StatementId | None) -> None:
        if sign != self._hovered:
            self._hovered = sign
            self.sign_hovered.emit(sign)

    def _set_margins(self, document: QTextDocument) -> None:
        """Lines stay readable: what is wider than they may be becomes margin at both sides."""
        least = self._look.px(PADDING)
        side = max(least, (self.width() - self._look.px(WIDEST)) // 2)
        self.setViewportMargins(least, 0, 0, 0)
        frame = document.rootFrame()
        form = frame.frameFormat()
        wanted = (side - least, self._look.px(18), side, self._look.px(28))
        found = (form.leftMargin(), form.topMargin(), form.rightMargin(), form.bottomMargin())
        if found != wanted:
            form.setLeftMargin(wanted[0])
            form.setTopMargin(wanted[1])
            form.setRightMargin(wanted[2])
            form.setBottomMargin(wanted[3])
            frame.setFrameFormat(form)
