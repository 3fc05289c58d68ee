"""Words where a picture would be: not made yet, none at all, or why it cannot be shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from atlas.domain.plate import Plate
from atlas.domain.prose import plain
from atlas.ui.kit.theme import Look
from atlas.ui.viewer.words import body_part

_WIDTH = 420


class Notice(QWidget):
    """One column of text in the middle of the black."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer-notice")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look = look
        self._column = QWidget()
        self._lines = QVBoxLayout(self._column)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self._said: tuple[tuple[str, str, float], ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        outer.addWidget(self._column, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    @property
    def text(self) -> str:
        """All that is said, line by line."""
        return "\n".join(text for text, _, _ in self._said)

    def unmade(self, plate: Plate) -> None:
        """A plate that is still to be made, and what it will show."""
        head = f"{plate.name} · {body_part(plate)}"
        sentence = f"This plate is not made yet. It will show: {_begun(plain(plate.shows))}"
        points = [(f"–  {plain(point)}", "muted", 12.0) for point in plate.annotations]
        self._say([(head, "muted", 12.0), (sentence, "text", 14.0), *points])

    def no_plates(self) -> None:
        """A page without plates."""
        self._say([("No plate is planned for this page.", "muted", 13.0)])

    def failed(self, plate: Plate, sentence: str) -> None:
        """Why a picture cannot be shown."""
        head = f"{plate.name} · {body_part(plate)}"
        self._say(
            [
                (head, "muted", 12.0),
                ("This picture cannot be shown.", "strong", 14.0),
                (sentence, "text", 13.0),
            ]
        )

    def dress(self, look: Look) -> None:
        """Take another size of text."""
        self._look = look
        self._say(self._said)

    def _say(self, said: Iterable[tuple[str, str, float]]) -> None:
        self._said = tuple(said)
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for text, colour, pixels in self._said:
            self._lines.addWidget(self._label(text, colour, pixels))
        self.setAccessibleName(self.text)

    def _label(self, text: str, colour: str, pixels: float) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setStyleSheet(
            f"color: {self._look.colour(colour).name()}; background: transparent;"
            f" font-size: {self._look.px(pixels)}px"
        )
        width = self._look.px(_WIDTH)
        label.ensurePolished()
        label.setFixedSize(width, label.heightForWidth(width))
        return label


def _begun(sentence: str) -> str:
    """A sentence after a colon: small at first, but for abbreviations; with a full stop."""
    first = sentence.split(" ", 1)[0]
    if first[1:].islower() or len(first) == 1:
        sentence = sentence[:1].lower() + sentence[1:]
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
