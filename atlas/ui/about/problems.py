"""What could not be read in the content, each mistake with its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from atlas.domain.errors import Problem


class ProblemList(QDialog):
    """The list that `calcatlas check` prints, to read and to copy."""

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Mistakes in the content")
        said = QLabel("A page with a mistake is left out until it is mended; all others are open.")
        said.setWordWrap(True)
        self.text = QPlainTextEdit("\n".join(str(problem) for problem in problems))
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Mistakes")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.resize(760, 420)
