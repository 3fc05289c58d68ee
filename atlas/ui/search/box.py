"""The one search box: words go in, and how they may go on stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from atlas.ui.kit.icons import icon
from atlas.ui.kit.line import ClearableLine
from atlas.ui.kit.row import MOVES
from atlas.ui.kit.theme import Look

if TYPE_CHECKING:
    from atlas.search.query import Completion

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PAGE = "page"  # the note of a completion that is a title
_FEWEST, _MORE = 3, 2  # letters of a word before it is completed, and that are then added
_WRITING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def written(event: QKeyEvent) -> str:
    """What a key writes; nothing where it commands, or is the space that takes what is chosen."""
    silent = _WRITING | event.modifiers() != _WRITING or not event.text().strip().isprintable()
    return "" if silent else event.text().strip()


def ghost_of(text: str, completions: Sequence[Completion]) -> Completion | None:
    """The likeliest completion that goes on as `text` is written; none for a mere letter or two.

    What is begun after the colon of a field is completed from its first letter on. A title is
    likely where it is the only one that begins so.
    """
    last = text.rsplit(" ", maxsplit=1)[-1]
    begun = last.rpartition(":")[2]
    if len(begun) < (1 if ":" in last else _FEWEST):
        return None
    typed = text.casefold()
    on = (one for one in completions if one.text.rstrip().casefold().startswith(typed))
    ways = tuple(on)
    titles = sum(way.note == PAGE for way in ways)
    likeliest = next((way for way in ways if titles == 1 or way.note != PAGE), None)
    worth_a_key = likeliest and len(likeliest.text.rstrip()) >= len(text) + _MORE
    return likeliest if worth_a_key else None


class SearchBox(ClearableLine):
    """Arrows, Enter and Esc are passed on to the results.

    The rest of the likeliest completion stands behind the caret, in a quiet colour; Tab or the
    right arrow takes it. Where there is none, both do what they always do.
    """

    moved = Signal(object)
    opened = Signal()
    left = Signal()
    wondered = Signal(str, int)
    """Text and caret, where what may come next is of use."""
    focus_changed = Signal()

    def __init__(self, look: Look) -> None:
        self._glass = QLabel()
        self._hint = QLabel("Ctrl K")
        self._look = look
        self._ghost: Completion | None = None
        self._taken = ""
        super().__init__(look, "Search pages, findings, abbreviations")
        self.setObjectName("searchBox")
        self.setAccessibleName("Search")
        self.setMaxLength(2000)
        self.textChanged.connect(self._typed)
        self.cursorPositionChanged.connect(self._forget_behind)
        for label in (self._glass, self._hint):
            label.setParent(self)
            label.setProperty("quiet", True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def dress(self, look: Look) -> None:
        self._look = look
        side = look.px(18)
        drawn = icon("search", look.theme.muted, look.theme.muted)
        self._glass.setPixmap(drawn.pixmap(QSize(side, side), self.devicePixelRatio()))
        super().dress(look)

    def at_left(self) -> int:
        return self._glass.sizeHint().width() + 5

    def put(self, text: str, caret: int | None = None) -> None:
        """Write another text, a step that Undo takes back; the caret at its end or where told."""
        self.selectAll()
        self.insert(text)
        self.setCursorPosition(len(text) if caret is None else caret)

    # How it may go on

    @property
    def ghost(self) -> str:
        """What stands behind the caret and is not yet typed."""
        at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        if self._ghost is None or not at_end or not self.hasFocus():
            return ""
        return self._ghost.text.rstrip()[len(self.text()) :]

    @Slot(tuple)
    def offer(self, completions: Sequence[Completion]) -> None:
        """Take how the text that stands here now may go on; one taken needs no other."""
        if self.text() != self._taken:
            self._haunt(ghost_of(self.text(), completions))

    @Slot(str)
    def _typed(self, text: str) -> None:
        """What was offered stays while it is typed on, so that nothing flickers."""
        self._haunt(ghost_of(text, (self._ghost,)) if self._ghost else None)
        self.wondered.emit(text, self.cursorPosition())

    @Slot()
    def _forget_behind(self) -> None:
        if self._ghost:
            self.update()

    def _haunt(self, completion: Completion | None) -> None:
        self._ghost = completion
        says = f"Tab completes to {completion.text.strip()}" if completion else ""
        self.setAccessibleDescription(says)
        self.update()

    def _take_ghost(self) -> bool:
        if not self.ghost or self._ghost is None:
            return False
        taken = self._ghost
        self._taken = taken.text
        self.put(taken.text, taken.caret)
        return True

    # What Qt asks

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The Tab key."""
        return (forward and self._take_ghost()) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in MOVES:
            self.moved.emit(event)
        elif event.key() in ENTER:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not (plain and event.key() == Qt.Key.Key_Right and self._take_ghost()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _ELSEWHERE:
            self.focus_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ghost = self.ghost
        if not ghost:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._look.colour("faint"))
        left = self.cursorRect().center().x() + 1
        right = self.width() - self.textMargins().right() - 8
        room = QRect(left, 0, max(right - left, 0), self.height())
        words = self.fontMetrics().elidedText(ghost, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _arrange(self) -> None:
        super()._arrange()
        self._hint.adjustSize()
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        room = self.width() - words - self.at_left() - 40
        self._hint.setVisible(not self.text() and room > self._hint.width())
        self._glass.adjustSize()
        right = self.width() - self._hint.width() - 10
        self._hint.move(right, (self.height() - self._hint.height()) // 2)
        self._glass.move(11, (self.height() - self._glass.height()) // 2)
