"""A PySide6 window with the same kinds of widgets and nothing behind them: the reference."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

SIZE = (1440, 900)  # that of the atlas on a large screen
BESIDE = (1920, 0)
"""Where a second window covers nothing of the first."""

_BRANCHES, _ROWS = 6, 14  # 90 rows in all


class BareText(QTextBrowser):
    """Where the text stands."""


class BarePicture(QWidget):
    """Paints one image as large as fits."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.image = image

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        side = min(self.width(), self.height()) - 40
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, side, side), self.image)


class BareWindow(QMainWindow):
    """Tree, picture and text from left to right, a line to type in above them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.line = QLineEdit(placeholderText="Search")
        self.tree = QTreeView(headerHidden=True)
        self.tree.setModel(_rows())
        self.tree.expandAll()
        self.picture = BarePicture(grey_image(512))
        self.text = BareText()
        self.text.setPlainText(text)
        across = QSplitter()
        reading = QSplitter()
        reading.addWidget(self.picture)
        reading.addWidget(self.text)
        across.addWidget(self.tree)
        across.addWidget(reading)
        across.setSizes([280, 1160])
        reading.setSizes([660, 500])
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.addWidget(self.line)
        column.addWidget(across, 1)
        self.setCentralWidget(middle)
        self.resize(*SIZE)


class FurnishedWindow(BareWindow):
    """The bare window with every other kind of widget the atlas has, and as many of them.

    Counted in the window of the atlas: 25 buttons, 11 labels, 64 actions with their keys in
    9 menus, two more lines to type in, a stack with a list, and a strip of pictures.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._furnish_bar()
        self._furnish_menu()
        middle = self.centralWidget()
        row = QHBoxLayout()
        for _ in range(2):
            row.addWidget(QLineEdit("40"))
        stack, hits, strip = QStackedWidget(), QListView(), QListView()
        stack.addWidget(hits)
        for view in (hits, strip):
            view.setModel(QStandardItemModel(self))
            view.setMaximumHeight(60)
        column = middle.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(row)
        column.addWidget(stack)
        column.addWidget(strip)

    def _furnish_bar(self) -> None:
        column = self.centralWidget().layout()
        assert isinstance(column, QVBoxLayout)
        row = QHBoxLayout()
        for number in range(25):
            button = QToolButton()
            button.setText(str(number))
            row.addWidget(button)
        for number in range(11):
            row.addWidget(QLabel(f"Label {number}"))
        row.addWidget(QPushButton("Understood"))
        column.insertLayout(0, row)

    def _furnish_menu(self) -> None:
        menus = [QMenu(f"Menu {number}", self) for number in range(9)]
        for number in range(64):
            action = QAction(f"Command {number}", self)
            action.setShortcut(QKeySequence(f"Ctrl+Alt+{chr(65 + number % 26)}, {number // 26}"))
            menus[number % 9].addAction(action)
            self.addAction(action)


def grey_image(size: int) -> QImage:
    """A picture of as many rows as columns, in 32 bits, with something to see."""
    row = bytes(at * 255 // size for at in range(size))
    grey = QImage(row * size, size, size, size, QImage.Format.Format_Grayscale8)
    return grey.convertToFormat(QImage.Format.Format_RGB32)


def _rows() -> QStandardItemModel:
    model = QStandardItemModel()
    for branch in range(_BRANCHES):
        above = QStandardItem(f"Branch {branch} of the contents")
        for row in range(_ROWS):
            above.appendRow(QStandardItem(f"Page {row} of branch {branch}"))
        model.appendRow(above)
    return model
