"""Words where a picture would be: not made yet, none at all, or why it cannot be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from atlas.domain.plate import Plate
from atlas.domain.prose import plain
from atlas.ui.kit.theme import Look
from atlas.ui.viewer.lines import wrapped
from atlas.ui.viewer.words import body_part

_WIDTH, _SIDE = 420, 24
_LINE_HEIGHT = 1.5
_SHARE_ABOVE = 0.4  # of the free height: a column in the very middle seems to sink


class _Paragraph(NamedTuple):
    text: str
    colour: str
    pixels: float
    space_above: float = 8.0
    hanging: str = ""


class Notice(QWidget):
    """One column of text on the black; the pointer goes through it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer-notice")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look = look
        self._said: tuple[_Paragraph, ...] = ()

    @property
    def text(self) -> str:
        """All that is said, line by line."""
        return "\n".join(f"{one.hanging} {one.text}".strip() for one in self._said)

    def over(self, picture: QWidget) -> QStackedLayout:
        """Both in one place. In the place of the picture, words would take the focus from it."""
        pane = QStackedLayout()
        pane.setStackingMode(QStackedLayout.StackingMode.StackAll)
        pane.addWidget(picture)
        pane.addWidget(self)
        pane.setCurrentWidget(self)
        return pane

    def unmade(self, plate: Plate) -> None:
        """A plate that is still to be made, and what it will show."""
        sentence = f"This plate is not made yet. It will show: {_begun(plain(plate.shows))}"
        points = (
            _Paragraph(plain(point), "muted", 12, 2 if number else 8, "–")
            for number, point in enumerate(plate.annotations)
        )
        self._say([_head(plate), _Paragraph(sentence, "text", 14), *points])

    def no_plates(self) -> None:
        """A page without plates."""
        self._say([_Paragraph("No plate is planned for this page.", "muted", 13)])

    def failed(self, plate: Plate, sentence: str) -> None:
        """Why a picture cannot be shown."""
        why = _Paragraph("This picture cannot be shown.", "strong", 14)
        self._say([_head(plate), why, _Paragraph(sentence, "text", 13, 4)])

    def dress(self, look: Look) -> None:
        """Take another size of text."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = min(self._look.px(_WIDTH), self.width() - 2 * _SIDE)
        left = (self.width() - width) / 2
        rows = list(self._rows(width))
        height = sum(space + pitch for _, _, space, pitch, _ in rows)
        y = max(_SIDE, (self.height() - height) * _SHARE_ABOVE)
        for text, one, space, pitch, indent in rows:
            font = self._look.font(one.pixels)
            metrics = QFontMetricsF(font)
            y += space
            baseline = y + (pitch - metrics.height()) / 2 + metrics.ascent()
            painter.setFont(font)
            painter.setPen(self._look.colour(one.colour))
            painter.drawText(QPointF(left + indent, baseline), text)
            if space and one.hanging:
                painter.drawText(QPointF(left, baseline), one.hanging)
            y += pitch

    def _rows(self, width: float) -> Iterator[tuple[str, _Paragraph, float, float, float]]:
        """Each line with its paragraph, the space above it, its height and its indent."""
        for one in self._said:
            indent = self._look.px(14) if one.hanging else 0
            pitch = float(round(self._look.px(one.pixels) * _LINE_HEIGHT))
            lines = wrapped(one.text, self._look.font(one.pixels), max(width - indent, 40))
            for number, line in enumerate(lines):
                yield line, one, 0.0 if number else one.space_above, pitch, indent

    def _say(self, said: Iterable[_Paragraph]) -> None:
        self._said = tuple(said)
        self.setAccessibleName(self.text)
        self.update()


def _head(plate: Plate) -> _Paragraph:
    return _Paragraph(f"{plate.name} · {body_part(plate)}", "muted", 12)


def _begun(sentence: str) -> str:
    """A sentence after a colon: small at first, but for abbreviations; with a full stop."""
    first = sentence.split(" ", 1)[0]
    if first[1:].islower() or len(first) == 1:
        sentence = sentence[:1].lower() + sentence[1:]
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
