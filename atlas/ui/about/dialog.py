"""About this program."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from atlas import __version__
from atlas.paths import Paths
from atlas.ui.about.words import LICENCES, NOT_A_DEVICE, PICTURES, PRIVACY, WHAT_IT_IS
from atlas.ui.kit.icons import emblem
from atlas.ui.kit.theme import Look


class AboutDialog(QDialog):
    """Version, what it is, what it is not, licences, and where the reader's files are."""

    def __init__(self, look: Look, paths: Paths, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Calcification Atlas")
        icon = QLabel()
        icon.setPixmap(emblem().pixmap(QSize(64, 64), self.devicePixelRatio()))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(10)
        name = QLabel(f"Calcification Atlas {__version__}")
        name.setFont(look.font(17))
        name.setStyleSheet(f"font-size: {look.px(17)}px; font-weight: 600;")
        words.addWidget(name)
        for paragraph in (WHAT_IT_IS, NOT_A_DEVICE, PICTURES, PRIVACY, LICENCES):
            words.addWidget(_paragraph(paragraph))
        words.addWidget(_paragraph(_versions(paths), quiet=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        words.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 22, 24, 18)
        row.setSpacing(20)
        row.addWidget(icon)
        row.addLayout(words, 1)
        self.setMinimumWidth(look.px(560))


def _versions(paths: Paths) -> str:
    return (
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}\n"
        f"Content: {paths.content}\nSettings: {paths.config}\nIndex and log: {paths.cache}"
    )


def _paragraph(text: str, *, quiet: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    label.setProperty("quiet", quiet)
    return label
