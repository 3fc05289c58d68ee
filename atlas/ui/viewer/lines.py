"""Plain text broken into lines, for those who paint it themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def wrapped(text: str, font: QFont, room: float, most: int | None = None) -> list[str]:
    """The lines of `text` in `room` pixels; the last of `most` ends in an ellipsis."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        starts.append(line.textStart())
    layout.endLayout()
    cut = most is not None and len(starts) > most
    starts = starts[:most]
    ends = [*starts[1:], len(text)]
    lines = [text[a:b].rstrip() for a, b in zip(starts, ends, strict=True)]
    if cut:
        elide = QFontMetricsF(font).elidedText
        lines[-1] = elide(lines[-1], Qt.TextElideMode.ElideRight, room)
    return lines
