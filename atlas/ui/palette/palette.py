"""Finding a command by typing a part of its name."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from atlas.ui.kit.row import MOVES, paint_chosen
from atlas.ui.kit.theme import Look

WIDTH, ROWS, ROW_HEIGHT = 520, 11, 30
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette: what it does, under which menu, by which keys."""

    title: str
    group: str
    keys: str
    action: QAction


class CommandPalette(QDialog):
    """A box over the window; what is chosen runs after the box is gone."""

    def __init__(self, look: Look, entries: list[Entry], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle("Find a command")
        self.setModal(True)
        self._entries = entries
        self.chosen: QAction | None = None
        self.box = QLineEdit(placeholderText="Find a command")
        self.box.setAccessibleName("Find a command")
        self.model = QStandardItemModel(self)
        self.view = QListView()
        self.view.setAccessibleName("Commands")
        self.view.setModel(self.model)
        self.view.setItemDelegate(_EntryDelegate(look, self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.box)
        column.addWidget(self.view)
        width = min(look.px(WIDTH), parent.width() - 40)
        height = min(look.px(ROWS * ROW_HEIGHT + 56), parent.height() - 100)
        self.setFixedSize(width, height)
        self.move(parent.mapToGlobal(QPoint((parent.width() - width) // 2, 60)))
        self.box.textChanged.connect(self._fill)
        self.box.installEventFilter(self)
        self.view.clicked.connect(self.accept)
        self._fill("")

    def ask(self) -> QAction | None:
        """Show the box; the command that was chosen, or None."""
        self.box.setFocus()
        return self._current() if self.exec() else None

    def _fill(self, text: str) -> None:
        words = text.casefold().split()
        self.model.clear()
        for entry in self._entries:
            name = f"{entry.group} {entry.title}".casefold()
            if all(word in name for word in words) and entry.action.isEnabled():
                item = QStandardItem(entry.title)
                item.setData(entry, _ENTRY)
                item.setEditable(False)
                self.model.appendRow(item)
        self.view.setCurrentIndex(self.model.index(0, 0))

    def _current(self) -> QAction | None:
        entry: Entry | None = self.view.currentIndex().data(_ENTRY)
        return entry.action if entry else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
                return True
            if event.key() in MOVES:
                self.view.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(0, self._look.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        entry: Entry = index.data(_ENTRY)  # type: ignore[attr-defined]
        area: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint_chosen(painter, area, self._look)
        inner = area.adjusted(14, 0, -12, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.font(13))
        painter.setPen(self._look.colour("strong"))
        painter.drawText(inner, left, entry.title)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("muted"))
        painter.drawText(inner, right, entry.keys or entry.group)
        painter.restore()
