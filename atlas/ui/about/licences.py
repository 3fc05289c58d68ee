"""Every licence that the program is under, and what it is made of, to read and to copy."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

PARTS = "What it is made of"


def papers(resources: Path) -> dict[str, str]:
    """The text of each licence by its title, and the list of parts from the bill of materials."""
    folder = resources / "licences"
    found = {
        paper.stem.replace("-", " "): paper.read_text(encoding="utf-8")
        for paper in sorted(folder.glob("*.txt"), key=lambda paper: paper.stem.lower())
    }
    return {PARTS: parts(resources / "sbom.cdx.json"), **found}


def parts(bill: Path) -> str:
    """A line for each part with its version, from a bill of materials in CycloneDX."""
    told = json.loads(bill.read_text(encoding="utf-8"))
    lines = {f"{part['name']} {part['version']}" for part in told["components"]}
    return "\n".join([*sorted(lines), "", f"In full: {bill}"])


class LicencesDialog(QDialog):
    """Titles to the left, the text to the right."""

    def __init__(self, resources: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Licences")
        self._papers = papers(resources)
        self.titles = QListWidget()
        self.titles.addItems(list(self._papers))
        self.titles.setAccessibleName("Licences")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Text of the licence")
        self.titles.currentTextChanged.connect(self._show)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(self.titles)
        sides.addWidget(self.text)
        sides.setSizes([200, 600])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(sides)
        column.addWidget(buttons)
        self.resize(840, 520)
        self.titles.setCurrentRow(0)

    @Slot(str)
    def _show(self, title: str) -> None:
        self.text.setPlainText(self._papers[title])
