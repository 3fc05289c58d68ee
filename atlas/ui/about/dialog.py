"""About this program."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from atlas import __version__
from atlas.paths import Paths, installed
from atlas.ui.about.licences import LicencesDialog
from atlas.ui.about.words import (
    ANATOMY,
    LICENCES,
    NOT_A_DEVICE,
    PICTURES,
    PRIVACY,
    WHAT_IT_IS,
)
from atlas.ui.kit.icons import emblem
from atlas.ui.kit.theme import Look

WIDTH = 500  # of the text, in pixels at 100 %
FRAME = 40  # pixels that the system puts round a window, at most


class AboutDialog(QDialog):
    """Version, what it is, what it is not, licences, and where the reader's files are."""

    def __init__(self, look: Look, paths: Paths, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Calcification Atlas")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        licences = buttons.addButton("Licences", QDialogButtonBox.ButtonRole.ActionRole)
        licences.clicked.connect(self._show_licences)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        sheet = self._sheet(look, paths)
        area.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(area)
        column.addWidget(buttons)
        room = self.screen().availableGeometry()
        wanted = sheet.size()
        width, height = wanted.width() + 72, wanted.height() + look.px(40) + 52
        self.resize(min(width, room.width()), min(height, room.height() - FRAME))

    @Slot()
    def _show_licences(self) -> None:
        LicencesDialog(installed("resources"), self).exec()

    def _sheet(self, look: Look, paths: Paths) -> QWidget:
        sheet = QWidget()
        width = min(look.px(WIDTH), self.screen().availableGeometry().width() - 110)
        name = QLabel(f"Calcification Atlas {__version__}")
        name.setFont(look.font(17, QFont.Weight.DemiBold))
        name.setProperty("name", True)
        icon = QLabel()
        icon.setPixmap(emblem().pixmap(QSize(48, 48), self.devicePixelRatio()))
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(icon)
        top.addWidget(name, 1)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        for paragraph in (WHAT_IT_IS, NOT_A_DEVICE, PICTURES, PRIVACY, LICENCES, ANATOMY):
            column.addWidget(_paragraph(paragraph, width))
        column.addWidget(_paragraph(_versions(paths), width, quiet=True))
        sheet.adjustSize()
        return sheet


def _versions(paths: Paths) -> str:
    return (
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}\n"
        f"Content: {paths.content}\nSettings: {paths.config}\nIndex and log: {paths.cache}"
    )


def _paragraph(text: str, width: int, *, quiet: bool = False) -> QLabel:
    """Text of a width that is known, so that its height is known as well."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    label.setProperty("quiet", quiet)
    label.setFixedWidth(width)
    label.ensurePolished()
    label.setFixedHeight(label.heightForWidth(width))
    return label
