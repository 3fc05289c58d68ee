"""The notice of the first start: a strip that stays until it has been read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from atlas.ui.about.words import NOT_A_DEVICE


class NoticeStrip(QWidget):
    """Says what the program is not. It covers nothing and asks for one press."""

    read = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("noticeStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QLabel(NOT_A_DEVICE)
        words.setWordWrap(True)
        self.button = QPushButton("Understood")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._done)

    def _done(self) -> None:
        self.hide()
        self.read.emit()
