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
from atlas.ui.window import Dialog, Window


class Dialogs:
    """Knows what each dialog is made of."""

    def __init__(
        self, window: Window, look: Look, actions: Mapping[str, QAction], paths: Paths
    ) -> None:
        self._window = window
        self._look = look
        self._actions = actions
        self._paths = paths

    def show(self, dialog: Dialog) -> None:
        """Show a dialog and wait until the reader has done with it."""
        match dialog:
            case Dialog.PALETTE:
                self._run_from_palette()
            case Dialog.KEYS:
                KeyCard(self._look, key_card(), self._window).exec()
            case Dialog.ABOUT:
                AboutDialog(self._look, self._paths, self._window).exec()
            case Dialog.PROBLEMS:
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
