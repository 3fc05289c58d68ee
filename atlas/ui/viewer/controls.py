"""The slim row under the picture: the window in numbers, and the commands of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from atlas.domain.plate import Window
from atlas.ui.kit.icons import icon
from atlas.ui.kit.theme import Look
from atlas.ui.viewer.flat_button import FlatButton
from atlas.ui.viewer.window_field import WindowField

_SIDE, _HEIGHT, _GAP, _GROUP_GAP = 12, 36, 4, 12
_LEAST_PRESETS = 34


class Controls(QWidget):
    """Fields, presets and buttons; the buttons that find no room are in the menu behind `…`."""

    window_typed = Signal(Window)
    left = Signal()
    """The reader has done with a field and wants the picture again."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer-controls")
        self._look = look
        self._window: Window | None = None
        self._buttons: list[tuple[FlatButton, QAction, bool]] = []
        self.width_field = WindowField("Window width", look, self)
        self.level_field = WindowField("Window level", look, self)
        self.presets = FlatButton(look, self)
        self.presets.setAccessibleName("Window presets")
        self.presets.setToolTip("Window presets")
        self.preset_menu = QMenu(self)
        self.presets.open_menu(self.preset_menu)
        self.more = FlatButton(look, self)
        self.more.setText("…")
        self.more.setIcon(icon("more", look.theme.text, look.theme.faint))
        self.more.setAccessibleName("More commands of the picture")
        self.more.setToolTip("More")
        self.more_menu = QMenu(self)
        self.more.open_menu(self.more_menu)
        self.width_field.typed.connect(self._width_typed)
        self.level_field.typed.connect(self._level_typed)
        self.width_field.left.connect(self.left)
        self.level_field.left.connect(self.left)
        self.show_window(None, "")
        self._size()

    def set_actions(self, presets: Sequence[QAction], buttons: Sequence[QAction | None]) -> None:
        """Offer these: presets in their menu, the others as buttons; None is a gap."""
        self.preset_menu.clear()
        self.preset_menu.addActions(list(presets))
        for button, _, _ in self._buttons:
            button.deleteLater()
        self._buttons = []
        gap = False
        for action in buttons:
            if action is not None:
                button = FlatButton(self._look, self)
                button.stand_for(action)
                self._buttons.append((button, action, gap))
            gap = action is None
        self._order_tabs()
        self._arrange()

    def show_window(self, window: Window | None, preset: str) -> None:
        """Show the window as it is now, and what it is called; None where there is none."""
        self._window = window
        self.update()
        self.width_field.show_value(window.width if window else None)
        self.level_field.show_value(window.level if window else None)
        self.presets.setEnabled(window is not None)
        if preset != self.presets.text():
            self.presets.setText(preset)
            self._arrange()

    def dress(self, look: Look) -> None:
        """Take another size of text."""
        self._look = look
        self._size()
        for field in (self.width_field, self.level_field):
            field.dress(look)
        for button in (self.presets, self.more, *(button for button, _, _ in self._buttons)):
            button.dress(look)
        self._arrange()

    def _size(self) -> None:
        self.setFixedHeight(max(self._look.px(_HEIGHT), _HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("chrome"))
        painter.setPen(self._look.colour("hairline"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("muted" if self._window else "faint"))
        for letter, at in self._letters():
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, letter)

    def _order_tabs(self) -> None:
        row: list[QWidget] = [self.width_field, self.level_field, self.presets]
        row += [*(button for button, _, _ in self._buttons), self.more]
        for before, after in pairwise(row):
            self.setTabOrder(before, after)

    def _letters(self) -> tuple[tuple[str, QRect], ...]:
        across = self._letter_width()
        return tuple(
            (letter, QRect(field.x() - across - 4, 0, across, self.height()))
            for letter, field in (("W", self.width_field), ("L", self.level_field))
        )

    def _letter_width(self) -> int:
        return QFontMetrics(self._look.font(12)).horizontalAdvance("W")

    def _arrange(self) -> None:
        """Fields at the left, buttons at the right, and behind `…` what does not fit."""
        x = _SIDE
        self._fit_fields()
        for field in (self.width_field, self.level_field):
            x += self._letter_width() + 4
            self._put(field, x)
            x += field.width() + 8
        needed = self.presets.sizeHint()
        room = self.width() - _SIDE - self.more.sizeHint().width() - _GAP - x
        self.presets.resize(min(needed.width(), max(room, _LEAST_PRESETS)), needed.height())
        self._put(self.presets, x)
        x += self.presets.width() + _GROUP_GAP
        room = self.width() - _SIDE + 5 - x  # icons have air of their own at the right
        shown = self._fitting(room)
        self.more_menu.clear()
        self.more_menu.addActions([action for _, action, _ in self._buttons[shown:]])
        self.more.setVisible(shown < len(self._buttons))
        self._place_buttons(shown)

    def _fit_fields(self) -> None:
        """As wide as the largest numbers, unless that would push the menus out of a slim row."""
        others = _LEAST_PRESETS + self.more.sizeHint().width() + _GAP + 2 * _SIDE
        others += 2 * (self._letter_width() + 4 + 8)
        for field in (self.width_field, self.level_field):
            field.take((self.width() - others) // 2)

    def _fitting(self, room: int) -> int:
        """How many buttons fit, leaving room for `…` unless all do."""
        widths = [
            button.sizeHint().width() + (_GROUP_GAP if gap else _GAP)
            for button, _, gap in self._buttons
        ]
        if sum(widths) <= room:
            return len(widths)
        room -= self.more.sizeHint().width() + _GAP
        fitting = 0
        while fitting < len(widths) and sum(widths[: fitting + 1]) <= room:
            fitting += 1
        return fitting

    def _place_buttons(self, shown: int) -> None:
        x = self.width() - _SIDE + 5
        if shown < len(self._buttons):
            self.more.resize(self.more.sizeHint())
            x -= self.more.width()
            self._put(self.more, x)
            x -= _GAP
        for button, _, _ in self._buttons[shown:]:
            button.hide()
        for button, _, gap in reversed(self._buttons[:shown]):
            button.resize(button.sizeHint())
            x -= button.width()
            self._put(button, x)
            button.show()
            x -= _GROUP_GAP if gap else _GAP

    def _put(self, widget: QWidget, x: int) -> None:
        widget.move(x, (self.height() - widget.height()) // 2)

    def _width_typed(self, width: float) -> None:
        if self._window and width > 0:
            self.window_typed.emit(Window(self._window.level, width))

    def _level_typed(self, level: float) -> None:
        if self._window:
            self.window_typed.emit(Window(level, self._window.width))
