"""A PySide6 window with the same kinds of widgets and nothing behind them: the reference."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QLineEdit,
    QMainWindow,
    QSplitter,
    QTextBrowser,
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
