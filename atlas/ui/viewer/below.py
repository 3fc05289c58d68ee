"""What stands right under the picture: its time, its caption, and its variants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from atlas.ui.kit.theme import Look
from atlas.ui.viewer.caption import Caption
from atlas.ui.viewer.flat_button import FlatButton
from atlas.ui.viewer.versions import Versions

if TYPE_CHECKING:
    from atlas.ui.viewer.time_row import TimeRow  # comes with the first plate that has a course


class Below(QVBoxLayout):
    """Slider and buttons are made when a picture first has use for them, so a start has none."""

    def __init__(self, look: Look, versions: Versions, panel: QWidget) -> None:
        super().__init__()
        self._look = look
        self._versions = versions
        self._panel = panel
        self._actions: Sequence[QAction] = ()
        self._buttons: list[FlatButton] = []
        self.time_row: TimeRow | None = None
        self.caption = Caption(look)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 4, 0)  # a button has air of its own at the right
        self._line.setSpacing(0)
        self._line.addWidget(self.caption, 1)
        self.setSpacing(0)
        self.addLayout(self._line)

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """What the buttons beside the caption will do."""
        self._actions = actions

    def refresh(self) -> None:
        """Follow the plate that is looked at."""
        if self.time_row is None and self._versions.course:
            self._make_time_row()
        if self.time_row:
            self.time_row.refresh()
        if not self._buttons and self._versions.first_seed is not None:
            self._make_buttons()
        for button in self._buttons:
            button.setVisible(button.isEnabled())

    def dress(self, look: Look) -> None:
        """Take another size of text."""
        self._look = look
        for part in (self.caption, self.time_row, *self._buttons):
            if part:
                part.dress(look)

    def _make_time_row(self) -> None:
        from atlas.ui.viewer.time_row import TimeRow

        self.time_row = TimeRow(self._look, self._versions, self._panel)
        self.insertWidget(0, self.time_row)
        QWidget.setTabOrder(self.caption, self.time_row.slider)

    def _make_buttons(self) -> None:
        for action in self._actions:
            button = FlatButton(self._look, self._panel)
            button.stand_for(action)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._buttons.append(button)
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
