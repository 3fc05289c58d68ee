"""The key card: every command with its keys, from the same table as the menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from atlas.ui.kit.theme import Look

Card = Mapping[str, Sequence[tuple[str, str]]]
"""For each group its lines: what is done, and by which keys."""

IN_PLACE = (
    ("Show and hide the outlines", "Space"),
    ("Peek under them", "Hold I or Space"),
    ("Pan the picture", "Arrows"),
    ("Zoom the picture", "+, -"),
    ("Another plate, in the film strip", "Left, Right"),
    ("Complete what is typed", "Tab, Right"),
    ("Look at results or pages", "Up, Down"),
    ("Narrow the search by a chip", "Arrows, Space"),
    ("Open what is looked at", "Enter"),
    ("Back to what was read before", "Esc"),
)
MOUSE = (
    ("Zoom at the pointer", "Wheel"),
    ("Window and level", "Left drag"),
    ("Pan", "Middle drag"),
    ("Zoom", "Right drag"),
    ("Fine drag, fast drag", "Shift, Ctrl"),
    ("Cancel a drag", "Esc"),
    ("Maximise, restore", "Double click"),
    ("Commands of the image", "Right click"),
    ("Show a region's sentence", "Click on the region"),
    ("Back, forward", "Side buttons"),
)
COLUMNS = 4
COLUMN_WIDTH = 330  # pixels at 100 %


class KeyCard(QDialog):
    """All keys at a glance, in columns."""

    def __init__(self, look: Look, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self._look = look
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(8, 4, 16, 4)
        row.setSpacing(32)
        whole = {**card, "Keys in their place": IN_PLACE, "Mouse on the image": MOUSE}
        for groups in _columns(self._across(), whole):
            column = QVBoxLayout()
            column.setSpacing(18)
            for name, lines in groups:
                column.addLayout(self._group(name, lines))
            column.addStretch(1)
            row.addLayout(column)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(sheet)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 18, 8, 14)
        outer.addWidget(area)
        outer.addWidget(buttons)
        wanted = sheet.sizeHint()
        room = self.screen().availableGeometry()
        self.resize(
            min(wanted.width() + 60, room.width()), min(wanted.height() + 90, room.height())
        )

    def _across(self) -> int:
        """How many columns there is room for."""
        room = self.screen().availableGeometry().width() - 60
        return max(1, min(COLUMNS, room // self._look.px(COLUMN_WIDTH)))

    def _group(self, name: str, lines: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(5)
        head = QLabel(name.upper())
        head.setProperty("head", True)
        grid.addWidget(head, 0, 0, 1, 2)
        for number, (title, keys) in enumerate(lines, 1):
            grid.addWidget(QLabel(title), number, 0)
            shown = QLabel(keys)
            shown.setProperty("quiet", True)
            grid.addWidget(shown, number, 1, Qt.AlignmentFlag.AlignRight)
        return grid


def _columns(count: int, card: Card) -> list[list[tuple[str, Sequence[tuple[str, str]]]]]:
    """Groups in columns of much the same height, in the order of the table."""
    whole = sum(len(lines) + 2 for lines in card.values())
    columns: list[list[tuple[str, Sequence[tuple[str, str]]]]] = [[]]
    height = 0
    for name, lines in card.items():
        full = height + len(lines) > whole / count * 1.15
        if height > 0 and full and len(columns) < count:
            columns.append([])
            height = 0
        columns[-1].append((name, lines))
        height += len(lines) + 2
    return columns
