"""The dialogs of the window, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction

from atlas.paths import Paths
from atlas.ui.about.dialog import AboutDialog
from atlas.ui.about.key_card import KeyCard
from atlas.ui.about.problems import ProblemList
from atlas.ui.commands import COMMANDS, shown_keys
from atlas.ui.kit.theme import Look
from atlas.ui.palette.palette import CommandPalette, Entry
from atlas.ui.window import Window


class Dialogs:
    """Knows which dialog goes by which name, and what each is made of."""

    def __init__(
        self, window: Window, look: Look, actions: Mapping[str, QAction], paths: Paths
    ) -> None:
        self._window = window
        self._look = look
        self._actions = actions
        self._paths = paths

    def show(self, name: str) -> None:
        """Show the dialog of that name and wait until the reader has done with it."""
        match name:
            case "palette":
                self._run_from_palette()
            case "keys":
                KeyCard(self._look, key_card(), self._window).exec()
            case "about":
                AboutDialog(self._look, self._paths, self._window).exec()
            case "problems":
                ProblemList(self._window.problems, self._window).exec()

    def _run_from_palette(self) -> None:
        entries = palette_entries(self._actions)
        if chosen := CommandPalette(self._look, entries, self._window).ask():
            chosen.trigger()


def palette_entries(actions: Mapping[str, QAction]) -> list[Entry]:
    """Every command but the palette itself."""
    return [
        Entry(command.title, command.group, shown_keys(command.keys), actions[command.id])
        for command in COMMANDS
        if command.id != "help.palette"
    ]


def key_card() -> dict[str, list[tuple[str, str]]]:
    """For each group of commands what they do and by which keys."""
    card: dict[str, list[tuple[str, str]]] = {}
    for command in COMMANDS:
        if command.keys:
            card.setdefault(command.group, []).append((command.title, shown_keys(command.keys)))
    return card
