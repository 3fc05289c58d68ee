"""The one search box, and the results that stand in the place of the contents."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from atlas.search.query import Answer, Hit
from atlas.ui.kit.icons import icon
from atlas.ui.kit.line import ClearableLine
from atlas.ui.kit.row import MOVES
from atlas.ui.kit.theme import Look
from atlas.ui.search.controller import SearchController
from atlas.ui.search.delegate import HitDelegate
from atlas.ui.search.model import HIT, HitModel
from atlas.ui.session import Session

PREVIEW_MS = 120


class SearchBox(ClearableLine):
    """Text goes in; arrows, Enter and Esc are passed on to the results."""

    moved = Signal(object)
    opened = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        self._glass = QLabel()
        self._hint = QLabel("Ctrl K")
        super().__init__(look, "Search pages, findings, abbreviations")
        self.setObjectName("searchBox")
        self.setAccessibleName("Search")
        self.setMaxLength(2000)
        for label in (self._glass, self._hint):
            label.setParent(self)
            label.setProperty("quiet", True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def dress(self, look: Look) -> None:
        side = look.px(18)
        drawn = icon("search", look.theme.muted, look.theme.muted)
        self._glass.setPixmap(drawn.pixmap(QSize(side, side), self.devicePixelRatio()))
        super().dress(look)

    def at_left(self) -> int:
        return self._glass.sizeHint().width() + 5

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVES:
            self.moved.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

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


class SearchPanel(QWidget):
    """The results of what stands in the box, while something stands there.

    `active_changed` tells whether the results are to be seen in the contents' place.
    """

    active_changed = Signal(bool)
    done = Signal()
    """The reader has opened a hit, or has turned away from the search."""

    def __init__(self, session: Session, controller: SearchController, box: SearchBox) -> None:
        super().__init__()
        self._session = session
        self._box = box
        self.model = HitModel()
        self.view = _HitView(session.look, self.model)
        self._says = QLabel()
        self._says.setProperty("quiet", True)
        self._says.setContentsMargins(14, 12, 14, 10)
        self._says.setWordWrap(True)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._says)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._fresh = False
        self._preview = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._preview.timeout.connect(self._show_current)
        box.textChanged.connect(controller.set_text)
        box.textChanged.connect(self._typed)
        box.moved.connect(self._move)
        box.opened.connect(self._open)
        box.left.connect(self.leave)
        controller.answered.connect(self._show_answer)
        controller.failed.connect(self._explain)
        self.view.clicked.connect(self._open)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.installEventFilter(self)
        session.look_changed.connect(self.view.dress)

    @property
    def active(self) -> bool:
        return bool(self._box.text().strip())

    def leave(self) -> None:
        """Turn away from the search: the page read before it comes back."""
        self._preview.stop()
        self._box.clear()
        self._session.end_preview()
        self.done.emit()

    # From the box

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self.active_changed.emit(self.active)
        if not self.active:
            self._session.end_preview()

    @Slot(object)
    def _move(self, event: QKeyEvent) -> None:
        """The first arrow down shows the first hit, which is chosen but not yet looked at."""
        if self._fresh and event.key() == Qt.Key.Key_Down:
            self._moved()
        else:
            self.view.keyPressEvent(event)
        self._fresh = False

    @Slot()
    def _open(self) -> None:
        hit = self._current() or self._first()
        if hit:
            self._preview.stop()
            self._session.go(hit.place)
            self.done.emit()

    @Slot()
    def _moved(self) -> None:
        self._preview.start()

    # From the index

    @Slot(Answer)
    def _show_answer(self, answer: Answer) -> None:
        hits = answer.hits
        self._preview.stop()
        self.model.set_hits(hits)
        self.view.setCurrentIndex(self.model.index(0))
        self._preview.stop()
        self._fresh = True
        if not hits:
            self._says.setText("Nothing in the atlas holds these words." if self.active else "")
        else:
            count = f"{answer.total} {'page' if answer.total == 1 else 'pages'}"
            near = "Nothing holds these words; nearest titles:"
            self._says.setText(near if answer.nearest else count)
        self.view.scrollToTop()

    @Slot(str)
    def _explain(self, sentence: str) -> None:
        """A failure arrives as words; the last good hits stay."""
        self._says.setText(sentence)

    # What it shows

    @Slot()
    def _show_current(self) -> None:
        hit = self._current()
        if hit and self.active:
            self._session.preview(hit.place)

    def _current(self) -> Hit | None:
        index = self.view.currentIndex()
        return index.data(HIT) if index.isValid() else None

    def _first(self) -> Hit | None:
        return self.model.index(0).data(HIT) if self.model.rowCount() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Typing goes on in the box, wherever among the results the focus is."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.text().isprintable() and event.text():
                self._box.setFocus()
                self._box.insert(event.text())
                return True
        return super().eventFilter(watched, event)


class _HitView(QListView):
    def __init__(self, look: Look, model: HitModel) -> None:
        super().__init__()
        self.setModel(model)
        self._delegate = HitDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Results")
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A scroll bar that comes or goes changes the width, and with it how texts break."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @Slot(Look)
    def dress(self, look: Look) -> None:
        self._delegate.look = look
        self.doItemsLayout()
