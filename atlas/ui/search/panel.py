"""What was found, in the place of the contents: chips to narrow it, and rows to open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from atlas.domain.plate import Plate
from atlas.search.query import (
    Answer,
    Choice,
    Completion,
    Filter,
    Hit,
    Query,
    with_filter,
    without_filter,
)
from atlas.searches import RecentSearches
from atlas.ui.kit.theme import Look
from atlas.ui.search.box import ENTER, SearchBox, written
from atlas.ui.search.chips import Chips, choices_of
from atlas.ui.search.controller import SearchController
from atlas.ui.search.delegate import HitDelegate
from atlas.ui.search.meant import Meant
from atlas.ui.search.model import HIT, HitModel
from atlas.ui.search.recent import RecentPanel
from atlas.ui.session import Session

if TYPE_CHECKING:
    from atlas.ui.kit.thumbs import Thumbs  # not before the first paint

PREVIEW_MS = 120
PICTURES_MS = 60
LIKELY = 3  # hits that are prepared, from the first


class SearchPanel(QStackedWidget):
    """The answer to what stands in the box; recent searches while nothing stands in it.

    The text of the box is all there is to know of a search: chips and suggestions only edit it.
    """

    shown_changed = Signal(bool)
    """Whether there is something to be seen in the contents' place."""
    done = Signal()
    """The reader has opened a hit, or has turned away from the search."""

    def __init__(
        self,
        session: Session,
        controller: SearchController,
        box: SearchBox,
        searches: RecentSearches,
    ) -> None:
        super().__init__()
        self._session = session
        self._box = box
        self._controller = controller
        self._searches = searches
        self.model = HitModel()
        self.view = HitView(session.look, self.model, self._plate_of)
        self.chips = Chips(session.look)
        self.meant = Meant()
        self.recent = RecentPanel(searches, session.look)
        self._says = QLabel()
        self._facets: tuple[Choice, ...] = ()
        self._values: dict[Filter, Completion] = {}
        self._fresh = False
        self._preview = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self._says.setProperty("quiet", True)
        self._says.setContentsMargins(6, 0, 12, 0)
        self._says.setMinimumHeight(self._session.look.px(28))
        self._says.setWordWrap(True)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setContentsMargins(6, 4, 0, 4)
        head.addWidget(self.meant)
        head.addWidget(self._says, 1)
        answer = QWidget()
        column = QVBoxLayout(answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.chips)
        column.addWidget(self.view, 1)
        self.addWidget(answer)
        self.addWidget(self.recent)
        self.setFocusProxy(self.view)

    def _listen(self) -> None:
        box, controller = self._box, self._controller
        self._preview.timeout.connect(self._show_current)
        box.textChanged.connect(controller.set_text)
        box.textChanged.connect(self._typed)
        box.wondered.connect(controller.complete)
        box.moved.connect(self._move)
        box.opened.connect(self._open)
        box.left.connect(self.leave)
        box.focus_changed.connect(self._recall)
        controller.answered.connect(self._show_answer)
        controller.completed.connect(box.offer)
        controller.completed.connect(self._take_values)
        controller.failed.connect(self._explain)
        self.chips.taken.connect(self._narrow)
        self.chips.left.connect(self._leave_chips)
        self.meant.clicked.connect(self._take_meant)
        self.meant.installEventFilter(self)
        self.recent.chosen.connect(box.put)
        self.recent.cleared.connect(self._recall)
        self.view.clicked.connect(self._open)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.installEventFilter(self)
        self._session.look_changed.connect(self._dress)

    @property
    def active(self) -> bool:
        """Whether something is asked."""
        return bool(self._box.text().strip())

    def leave(self) -> None:
        """Turn away from the search: the page read before it comes back."""
        self._preview.stop()
        self._box.clear()
        self._session.end_preview()
        self.done.emit()

    def ask(self) -> None:
        """To the box, whose text can be typed over."""
        self._box.setFocus()
        self._box.selectAll()

    def focus_chips(self) -> None:
        """To what mends or narrows the search, by key."""
        if not self.meant.isHidden():
            self.meant.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.chips.focus()

    def put_in_order(self) -> None:
        """The round of the Tab key: box, suggestion, chips, rows."""
        for first, then in pairwise((self._box, self.meant, self.chips.more, self.view)):
            self.setTabOrder(first, then)

    # From the box

    @Slot()
    def _typed(self) -> None:
        self._show_or_hide()
        if not self.active:
            self._session.end_preview()

    @Slot()
    def _recall(self) -> None:
        """An empty box that has the focus, or has lost it, brings recent searches or hides them."""
        if not self.active:
            self._show_or_hide()

    def _show_or_hide(self) -> None:
        """The answer, or what was searched for lately, or neither."""
        recalls = not self.active and self._box.hasFocus() and self.recent.refresh()
        if self.active:
            self.setCurrentIndex(0)
        elif recalls:
            self.setCurrentWidget(self.recent)
        self.shown_changed.emit(self.active or recalls)

    @Slot(object)
    def _move(self, event: QKeyEvent) -> None:
        """The first arrow down shows the first hit, which is chosen but not yet looked at."""
        if not self.active:
            self.recent.step(event)
        elif self._fresh and event.key() == Qt.Key.Key_Down:
            self._moved()
        else:
            self.view.keyPressEvent(event)
        self._fresh = False

    @Slot()
    def _open(self) -> None:
        if not self.active:
            self._box.put(self.recent.current)
        elif hit := self._current() or self._first():
            self._preview.stop()
            self._searches.keep(self._box.text())
            self._session.go(hit.place)
            self.done.emit()

    @Slot()
    def _moved(self) -> None:
        self._preview.start()

    # From the index

    @Slot(Answer)
    def _show_answer(self, answer: Answer) -> None:
        self._preview.stop()
        self.model.set_answer(answer)
        self.view.setCurrentIndex(self.model.index(0))
        self._preview.stop()
        self._fresh = True
        self._says.setText(_said_of(answer) if self.active else "")
        self._says.setWordWrap(not answer.total)  # a count is never broken
        self._offer_meant(answer.meant)
        self._facets = choices_of(answer.facets)
        self._show_chips()
        self.view.scrollToTop()
        self._session.expect(tuple(hit.place for hit in answer.hits[:LIKELY]))

    @Slot(tuple)
    def _take_values(self, completions: tuple[Completion, ...]) -> None:
        """Offer the values of a field that is begun, in the place of what narrows."""
        begun = ":" in self._box.text()[: self._box.cursorPosition()].split(" ")[-1]
        filters = ((Query.parse(one.text).filters, one) for one in completions if begun)
        self._values = {found[-1]: one for found, one in filters if found}
        self._show_chips()

    def _show_chips(self) -> None:
        values = (Choice(f, one.label, one.count) for f, one in self._values.items())
        self.chips.show_choices(tuple(values) or self._facets)

    def _offer_meant(self, meant: str) -> None:
        """The count gives what was meant the first place."""
        room = self.width() - self._says.sizeHint().width() - 24  # pixels round both
        self.meant.offer(self._box.text(), meant, room)
        side = Qt.AlignmentFlag.AlignRight if meant else Qt.AlignmentFlag.AlignLeft
        self._says.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    @Slot(str)
    def _explain(self, sentence: str) -> None:
        """A failure arrives as words; the last good hits stay."""
        self._says.setWordWrap(True)
        self._says.setText(sentence)

    # What edits the box

    @Slot(Choice)
    def _narrow(self, choice: Choice) -> None:
        if value := self._values.get(choice.filter):
            self._box.put(value.text, value.caret)
            self._box.setFocus()
            return
        text = self._box.text()
        stands = choice.filter in Query.parse(text).filters
        self._box.put((without_filter if stands else with_filter)(text, choice.filter))

    @Slot()
    def _take_meant(self) -> None:
        self._box.put(self.meant.query)
        self._box.setFocus()

    @Slot(QKeyEvent)
    def _leave_chips(self, event: QKeyEvent) -> None:
        """Keys that mean nothing to a chip: down to the rows, up to the box, words into it."""
        if event.key() == Qt.Key.Key_Down:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Up:
            self._box.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._type_on(event)

    # What it shows

    @Slot()
    def _show_current(self) -> None:
        hit = self._current()
        if hit and self.active:
            self._session.preview(hit.place)

    def _plate_of(self, hit: Hit) -> Plate | None:
        return self._session.library[hit.place.page].plate(hit.place.plate)

    def _current(self) -> Hit | None:
        index = self.view.currentIndex()
        return index.data(HIT) if index.isValid() else None

    def _first(self) -> Hit | None:
        return self.model.index(0).data(HIT) if self.model.rowCount() else None

    @Slot(Look)
    def _dress(self, look: Look) -> None:
        self.view.dress(look)
        self.chips.dress(look)
        self.recent.dress(look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Typing goes on in the box, wherever among the results the focus is."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if written(event):
                event.accept()  # no letter is a command of the image here
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.view and event.key() in ENTER:
                self._open()
                return True
            if watched is self.meant and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
                self.chips.focus()
                return True
            if watched is self.meant and event.key() in ENTER:
                self._take_meant()
                return True
            if self._type_on(event):
                return True
        return super().eventFilter(watched, event)

    def _type_on(self, event: QKeyEvent) -> bool:
        """Esc turns away, and what can be written is written in the box."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if letters := written(event):
            self._box.setFocus()
            self._box.insert(letters)
            return True
        return False


def _said_of(answer: Answer) -> str:
    """What there is, in a line."""
    if answer.nearest:
        return "Nothing holds these words. Nearest pages:"
    if not answer.hits and not answer.cases:
        return "Nothing is asked yet: type on, or choose."
    return f"{answer.total} {'page' if answer.total == 1 else 'pages'}"


class HitView(QListView):
    """The rows of the answer; `plate_of` knows whose picture stands beside a hit."""

    def __init__(
        self, look: Look, model: HitModel, plate_of: Callable[[Hit], Plate | None]
    ) -> None:
        super().__init__()
        self.setModel(model)
        self._plate_of = plate_of
        self._delegate = HitDelegate(look, self, plate_of)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Results")
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def take_thumbs(self, thumbs: Thumbs) -> None:
        """From now on there are pictures in the rows; not before the first paint."""
        self._delegate.thumbs = thumbs
        thumbs.came.connect(self._repaint)
        # A moment after each answer: no picture is read while the words are painted.
        later = QTimer(self, singleShot=True, interval=PICTURES_MS)
        later.timeout.connect(lambda: thumbs.want("hits", filter(None, self._plates())))
        self.model().modelReset.connect(later.start)
        self.model().rowsInserted.connect(later.start)

    def _plates(self) -> Iterator[Plate | None]:
        """The plate of each row."""
        for row in range(self.model().rowCount()):
            hit: Hit | None = self.model().index(row, 0).data(HIT)
            yield self._plate_of(hit) if hit else None

    @Slot(object)
    def _repaint(self, plate: Plate) -> None:
        for row, shown in enumerate(self._plates()):
            if shown == plate:
                self.update(self.model().index(row, 0))

    @Slot(Look)
    def dress(self, look: Look) -> None:
        self._delegate.dress(look)
        self.doItemsLayout()
