from __future__ import annotations

import inspect

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from atlas.ui.about.dialog import AboutDialog
from atlas.ui.about.key_card import KeyCard
from atlas.ui.about.problems import ProblemList
from atlas.ui.about.words import NOT_A_DEVICE
from atlas.ui.commands import COMMANDS, image_menu_of, shown_keys
from atlas.ui.dialogs import key_card, palette_entries
from atlas.ui.palette.palette import CommandPalette
from tests.journeys.conftest import reader, start  # noqa: F401  # a window is what commands act on


def test_ids_and_keys_are_unique():
    ids = [command.id for command in COMMANDS]
    keys = [QKeySequence(key).toString() for command in COMMANDS for key in command.keys]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)
    assert all(keys)


def test_every_title_is_a_phrase_of_its_own():
    titles = [command.title for command in COMMANDS]
    assert len(set(titles)) == len(titles)
    assert all(title[0].isupper() or title[0].isdigit() for title in titles)


DIALOGS = ("help.palette", "help.keys", "help.about", "help.problems", "help.menu", "go.quit")


def test_every_command_runs_wherever_it_may(reader):  # noqa: F811
    for command in COMMANDS:
        if command.id not in DIALOGS and reader.may(command.id):
            reader.does(command.id)
    assert reader.session.place is not None


def test_the_menu_holds_every_command_once(reader):  # noqa: F811
    menu = reader.window.top_bar.menu_button.menu()
    inner = [a for group in menu.actions() for a in group.menu().actions()]
    shown = [action.objectName() for action in inner if not action.isSeparator()]
    assert shown == [command.id for command in COMMANDS]


def test_a_right_click_on_the_image_offers_what_can_be_done_to_it(reader):  # noqa: F811
    menu = image_menu_of(COMMANDS, reader._atlas.actions, reader.window)
    shown = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert {"Invert", "Fit", "Window"} <= set(shown)
    assert not any(text.startswith("Window: ") for text in shown)


def test_every_button_has_a_name_for_those_who_cannot_see_it(reader):  # noqa: F811
    for button in reader.window.findChildren(QToolButton):
        if isinstance(button.parent(), QLineEdit):
            continue  # Qt's own, inside a box that is named
        assert button.accessibleName() or button.text(), button


def test_every_control_that_takes_the_focus_is_named(reader):  # noqa: F811
    from PySide6.QtCore import Qt

    for widget in reader.window.findChildren(QWidget):
        hidden = widget.objectName().startswith("qt_") or not widget.isVisible()
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not hidden:
            text = getattr(widget, "text", lambda: "")
            named = widget.accessibleName() or (inspect.isroutine(text) and text())
            assert named, (widget, widget.parent())


def test_the_palette_finds_by_parts_of_words_and_only_what_can_run(qtbot, reader):  # noqa: F811
    actions = reader._atlas.actions
    palette = CommandPalette(reader.session.look, palette_entries(actions), reader.window)
    qtbot.addWidget(palette)
    qtbot.keyClicks(palette.box, "rot lef")
    assert palette.model.rowCount() in (0, 1)
    palette.box.clear()
    qtbot.keyClicks(palette.box, "next theme")
    assert palette._current() is actions["view.theme"]
    palette.box.setText("back")
    titles = [palette.model.index(row, 0).data() for row in range(palette.model.rowCount())]
    assert ("Back" in titles) == actions["go.back"].isEnabled()


def test_the_key_card_shows_every_key(qtbot, reader):  # noqa: F811
    from PySide6.QtWidgets import QLabel

    card = KeyCard(reader.session.look, key_card())
    qtbot.addWidget(card)
    shown = {label.text() for label in card.findChildren(QLabel)}
    for command in COMMANDS:
        if command.keys:
            assert command.title in shown
            assert shown_keys(command.keys) in shown


def test_about_says_what_it_is_not(qtbot, reader, paths):  # noqa: F811
    from PySide6.QtWidgets import QLabel

    dialog = AboutDialog(reader.session.look, paths)
    qtbot.addWidget(dialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert NOT_A_DEVICE in said
    assert str(paths.content) in said


def test_mistakes_in_the_content_are_listed_with_their_places(qtbot):
    from atlas.domain.errors import Problem, Where

    listed = ProblemList((Problem(Where("data/gout.yaml", 3), "`titel` is not known here"),))
    qtbot.addWidget(listed)
    assert listed.text.toPlainText() == "data/gout.yaml:3: `titel` is not known here"
