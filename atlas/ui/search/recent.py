"""What was searched for lately, while the empty box has the focus."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from atlas.searches import RecentSearches
from atlas.ui.kit.row import paint_ground, state_of
from atlas.ui.kit.theme import Look


class RecentPanel(QWidget):
    """A list that never takes the focus: the box keeps it, and passes its arrows on."""

    chosen = Signal(str)
    cleared = Signal()

    def __init__(self, searches: RecentSearches, look: Look) -> None:
        super().__init__()
        self._searches = searches
        self._model = QStringListModel(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setAccessibleName("Recent searches")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setMouseTracking(True)
        self._delegate = _TextDelegate(look, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.clicked.connect(lambda index: self.chosen.emit(index.data()))
        clear = QToolButton()
        clear.setText("Clear")
        clear.setProperty("link", True)
        clear.setToolTip("Forget what was searched for")
        clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        clear.clicked.connect(self.clear)
        head = QLabel("RECENT SEARCHES")
        head.setProperty("head", True)
        line = QHBoxLayout()
        line.setContentsMargins(12, 8, 8, 4)
        line.addWidget(head, 1)
        line.addWidget(clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.view, 1)

    @property
    def current(self) -> str:
        """What the arrows have come to; empty before they have moved."""
        index = self.view.currentIndex()
        return str(index.data()) if index.isValid() else ""

    def refresh(self) -> bool:
        """Show what is kept now, with none chosen; whether there is anything."""
        self._model.setStringList(list(self._searches.texts))
        return bool(self._searches.texts)

    def step(self, event: QKeyEvent) -> None:
        """Go where an arrow of the box leads."""
        if self.current:
            self.view.keyPressEvent(event)
        else:
            self.view.setCurrentIndex(self._model.index(0))

    def dress(self, look: Look) -> None:
        self._delegate.look = look
        self.view.doItemsLayout()

    def clear(self) -> None:
        """Forget all of them."""
        self._searches.clear()
        self.refresh()
        self.cleared.emit()


class _TextDelegate(QStyledItemDelegate):
    """One line of text on the ground that all rows have."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self.look = look
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self.look.px(28))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area: QRect = option.rect
        painter.save()
        paint_ground(
            painter, area, state_of(self._view, index, area), self.look, can_be_chosen=True
        )
        painter.setFont(self.look.font(13))
        painter.setPen(self.look.colour("text"))
        room = area.adjusted(12, 0, -12, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
