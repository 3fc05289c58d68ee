"""The contents on screen: a filter, and the tree under it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QTreeView, QVBoxLayout, QWidget

from atlas.domain.place import Place
from atlas.ui.browse.delegate import ContentsDelegate
from atlas.ui.browse.model import ContentsModel
from atlas.ui.kit.line import ClearableLine
from atlas.ui.kit.theme import Look
from atlas.ui.session import Session


class BrowsePanel(QWidget):
    """Goes where it is clicked, and follows the reader who goes by other ways."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.filter_box = ClearableLine(session.look, "Filter contents")
        self.tree = _Tree(session)
        self._empty = QLabel("No title or synonym holds these words. Ctrl+K searches the text.")
        self._empty.setProperty("quiet", True)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(14, 8, 14, 8)
        self._empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        box = QVBoxLayout()
        box.setContentsMargins(12, 10, 12, 8)
        box.addWidget(self.filter_box)
        column.addLayout(box)
        column.addWidget(self._empty)
        column.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)
        self.filter_box.textChanged.connect(self._filter)
        session.look_changed.connect(self.filter_box.dress)

    def focus_filter(self) -> None:
        self.filter_box.setFocus()
        self.filter_box.selectAll()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.tree.show_only(text)
        self._empty.setVisible(not self.tree.contents.rowCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the filter leaves to us."""
        filtering = self.filter_box.hasFocus()
        if filtering and event.key() == Qt.Key.Key_Escape and self.filter_box.text():
            self.filter_box.clear()
        elif filtering and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tree.enter_first_page()
        else:
            super().keyPressEvent(event)


class _Tree(QTreeView):
    """The tree itself. A category or group opens and closes.

    Arrows preview pages; a click, Enter, or leaving the tree makes the page a step.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.contents = ContentsModel(session.library)
        self._delegate = ContentsDelegate(session.look, self.contents, self)
        self.setAccessibleName("Contents")
        self.setModel(self.contents)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self._open_groups()
        self.clicked.connect(self._clicked)
        self.selectionModel().currentChanged.connect(self._go)
        session.place_changed.connect(self._follow)
        session.look_changed.connect(self._dress)

    def show_only(self, text: str) -> None:
        """Filter; everything found is unfolded, and folded again when the filter is empty."""
        self.contents.set_filter(text)
        if text.strip():
            self.expandAll()
        else:
            self._open_groups()
        if self._session.place:
            self._follow(self._session.place)

    def enter_first_page(self) -> None:
        """From the filter down into the tree: to the current page, or the first one shown."""
        self.setFocus()
        at = self.currentIndex()
        if not at.isValid() or not self.contents.row(at).kind.is_page:
            at = self.contents.index(0, 0)
            while at.isValid() and not self.contents.row(at).kind.is_page:
                at = self.indexBelow(at)
            self.setCurrentIndex(at)

    def _open_groups(self) -> None:
        for number in range(self.contents.rowCount()):
            category = self.contents.index(number, 0)
            for group in range(self.contents.rowCount(category)):
                self.expand(self.contents.index(group, 0, category))

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if not self.contents.row(index).kind.is_page:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self._session.settle()

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        page = self.contents.row(index).page if index.isValid() else None
        place = self._session.place
        if page and not (place and place.page == page):  # following the reader is no move
            self._session.preview(Place(page))

    @Slot(Place)
    def _follow(self, place: Place) -> None:
        here = self.currentIndex()
        if self._session.previewing:
            return
        if here.isValid() and self.contents.row(here).page == place.page:
            return
        index = self.contents.index_of(place.page)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @Slot(Look)
    def _dress(self, look: Look) -> None:
        self._delegate.look = look
        self.doItemsLayout()

    # What Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._clicked(index)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._session.settle()
