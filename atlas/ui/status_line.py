"""The line at the bottom: what has just happened, what is wrong, and what this is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from atlas import __version__
from atlas.ui.kit.elided import ElidedLabel

HEIGHT = 26
NOTICE_MS = 8000


class StatusLine(QWidget):
    """Two quiet facts, and between them a sentence that goes away by itself."""

    def __init__(self, pages: int) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.facts = ElidedLabel()
        self.facts.set_text(f"{pages} pages · Calcification Atlas {__version__}")
        self.problems = QToolButton()
        self.problems.hide()
        self.sentence = ElidedLabel()
        self.disclaimer = QLabel("Educational reference. Not a medical device.")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        row.addWidget(self.facts)
        row.addWidget(self.problems)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.disclaimer)
        self._away = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._away.timeout.connect(lambda: self.sentence.set_text(""))

    def say(self, sentence: str) -> None:
        """Show a sentence for a few seconds; the tool tip has it whole."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 2 ms: not at a start

        self.sentence.set_text(sentence)
        self._away.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.sentence, sentence))

    def tell_problems(self, count: int) -> None:
        """Say that content could not be read, as a button that lists what is wrong."""
        self.problems.setVisible(count > 0)
        self.problems.setText(f"{count} {'mistake' if count == 1 else 'mistakes'} in the content")
