"""Chips that narrow what was found, each with its count: a click or a key on one is a filter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from atlas.search.query import FIELDS, Choice, Facet
from atlas.ui.kit.elided import plain_tip
from atlas.ui.kit.theme import Look
from atlas.ui.search.box import ENTER, written

FEW = 2
"""Lines of chips before the reader asks for more."""
_GAP, _SIDE, _BELOW = 4, 12, 8
_HEIGHT = 24  # pixels at 100 %: as high as a target must be
_FIRST = ("category", "site", "tissue", "pattern")


def choices_of(facets: Sequence[Facet]) -> tuple[Choice, ...]:
    """What is chosen, then the first choice of each facet, then the second of each, and so on.

    The chapter comes first, whose mark is in every row; then what the reader has before them.
    """
    rank = {field: at for at, field in enumerate(_FIRST)}
    ordered = sorted(facets, key=lambda facet: rank.get(facet.field, len(rank)))
    rounds = zip_longest(*(facet.choices for facet in ordered))
    found = [choice for several in rounds for choice in several if choice]
    return tuple(sorted(found, key=lambda choice: not choice.chosen))


class Chips(QWidget):
    """As many chips as two lines hold, which keep their room while there are any, and `More`.

    Arrows go from one to the next; Space or Enter takes one.
    """

    taken = Signal(Choice)
    left = Signal(QKeyEvent)
    """A key that is not for chips."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._choices: tuple[Choice, ...] = ()
        self._chips: list[QToolButton] = []
        self._lines = FEW
        self._wide = False
        self.more = _Chip(self)
        self.more.setText("More")
        self.more.clicked.connect(self._show_more)
        self.setAccessibleName("Narrow the search")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer other choices; a chip that has the focus keeps it while its choice is there."""
        if choices == self._choices:
            return
        focused = self._focused()
        self._choices = choices
        while len(self._chips) < len(self._choices):
            self._chips.append(self._new_chip())
        for chip, choice in zip(self._chips, self._choices, strict=False):
            _describe(chip, choice)
        self.setVisible(bool(self._choices))
        self._arrange()
        if focused:
            kept = [choice.filter for choice in self._choices]
            self._go_to(kept.index(focused.filter) if focused.filter in kept else 0)

    def focus(self) -> None:
        """Go to the first chip, where there is one."""
        self._go_to(0)

    def dress(self, look: Look) -> None:
        self._look = look
        self._arrange()

    def sizeHint(self) -> QSize:
        line = self._look.px(_HEIGHT)
        return QSize(0, self._lines * (line + _GAP) - _GAP + _BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a chip leaves to us."""
        seen = self._seen()
        at = next((number for number, chip in enumerate(seen) if chip.hasFocus()), None)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if at is not None and step:
            self._go_to(at + step)
        elif at is not None and event.key() in ENTER:
            seen[at].click()
        else:
            self.left.emit(event)

    def _seen(self) -> list[QToolButton]:
        return [chip for chip in (*self._chips, self.more) if not chip.isHidden()]

    def _go_to(self, number: int) -> None:
        if seen := self._seen():
            at = min(max(number, 0), len(seen) - 1)
            seen[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _focused(self) -> Choice | None:
        pairs = zip(self._chips, self._choices, strict=False)
        return next((choice for chip, choice in pairs if chip.hasFocus()), None)

    def _new_chip(self) -> QToolButton:
        chip = _Chip(self)
        if before := self._chips[-1] if self._chips else self.more.previousInFocusChain():
            self.setTabOrder(before, chip)
        chip.setCheckable(True)
        number = len(self._chips)
        chip.clicked.connect(lambda: self.taken.emit(self._choices[number]))
        return chip

    def _show_more(self) -> None:
        """All of them, or again the few."""
        self._wide = not self._wide
        self._arrange()

    # Where they lie

    def _arrange(self) -> None:
        """All that find room, or what finds room beside `More`; all of them when it was asked."""
        self.more.setText("Fewer" if self._wide else "More")
        self.more.setAccessibleName(f"{self.more.text()} ways to narrow")
        chips, room = self._chips[: len(self._choices)], self.width() - 2 * _SIDE
        widths = [min(chip.sizeHint().width(), room) for chip in chips]
        places = flow(widths, room)
        if places and places[-1][1] >= FEW:
            chips = [*chips, self.more]
            widths.append(self.more.sizeHint().width())
            while not self._wide and flow(widths, room)[-1][1] >= FEW:
                del chips[-2], widths[-2]
            places = flow(widths, room)
        for chip in (*self._chips, self.more):
            chip.setVisible(chip in chips)
        height = self._look.px(_HEIGHT)
        for chip, width, (x, line) in zip(chips, widths, places, strict=True):
            chip.setGeometry(_SIDE + x, line * (height + _GAP), width, height)
        self._lines = max(FEW, places[-1][1] + 1 if places else 0)
        self.updateGeometry()


def flow(widths: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Where things of these widths lie side by side, as pixels from the left and line."""
    places, x, line = [], 0, 0
    for width in widths:
        if x and x + width > room:
            x, line = 0, line + 1
        places.append((x, line))
        x += width + _GAP
    return places


class _Chip(QToolButton):
    """Leaves all keys but Space to the row it stands in."""

    def __init__(self, row: QWidget) -> None:
        super().__init__(row)
        self.setProperty("chip", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def nextCheckState(self) -> None:
        """What it shows follows the text of the box, not the click."""

    def event(self, event: QEvent) -> bool:
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and written(event):
            event.accept()  # no letter is a command of the image here
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


def _describe(chip: QToolButton, choice: Choice) -> None:
    field = FIELDS.get(choice.filter.field, "")
    pages = f"{choice.count} {'page' if choice.count == 1 else 'pages'}"
    does = "click to take it away" if choice.chosen else f"adds {choice.filter}"
    chip.setText(f"{choice.label.replace('&', '&&')}  {choice.count}")
    chip.setChecked(choice.chosen)
    chip.setAccessibleName(f"{field}: {choice.label}, {pages}")
    chip.setToolTip(plain_tip(f"{field}: {choice.label}, {pages}; {does}"))
