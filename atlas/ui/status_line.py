"""The line at the bottom: what has just happened, what is wrong, and what this is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from atlas import __version__

HEIGHT = 26
NOTICE_MS = 8000


class StatusLine(QWidget):
    """Two quiet facts, and between them a sentence that goes away by itself."""

    def __init__(self, pages: int) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.facts = QLabel(f"{pages} pages     Calcification Atlas {__version__}")
        self.problems = QToolButton()
        self.problems.hide()
        self.sentence = _OneLine()
        self.disclaimer = QLabel("Educational reference. Not a medical device.")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        row.addWidget(self.facts)
        row.addWidget(self.problems)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.disclaimer)
        self._away = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._away.timeout.connect(lambda: self.sentence.set_text(""))

    def say(self, sentence: str) -> None:
        """Show a sentence for a few seconds; the tool tip has it whole."""
        self.sentence.set_text(sentence)
        self._away.start()

    def tell_problems(self, count: int) -> None:
        """Say that content could not be read, as a button that lists what is wrong."""
        self.problems.setVisible(count > 0)
        self.problems.setText(f"{count} {'mistake' if count == 1 else 'mistakes'} in the content")


class _OneLine(QLabel):
    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName("Notice")
        self._whole = ""

    def set_text(self, text: str) -> None:
        self._whole = " ".join(text.split())
        self.setToolTip(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 16)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, mode, self.width()))
