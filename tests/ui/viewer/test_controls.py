from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics

from atlas.domain.plate import Window
from atlas.ui.kit.theme import Look


@pytest.fixture
def fields(qtbot, panel, turn):
    turn("first")
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel.controls.width_field, panel.controls.level_field


def retype(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_the_window_is_shown_live(qtbot, panel, fields):
    assert [field.text() for field in fields] == ["400", "40"]
    panel.preset("lung")
    assert [field.text() for field in fields] == ["1500", "−500"]


def test_a_typed_window_is_looked_through_on_enter(qtbot, panel, fields):
    retype(qtbot, fields[0], "350")
    assert panel.viewport.view.window == Window(40, 400)
    qtbot.keyClick(fields[0], Qt.Key.Key_Return)
    assert panel.viewport.view.window == Window(40, 350)
    retype(qtbot, fields[1], "-600")
    qtbot.keyClick(fields[1], Qt.Key.Key_Return)
    assert panel.viewport.view.window == Window(-600, 350)
    assert fields[1].text() == "−600"


def test_going_to_the_next_field_applies_too(qtbot, panel, fields):
    retype(qtbot, fields[0], "1200")
    qtbot.keyClick(fields[0], Qt.Key.Key_Tab)
    assert fields[1].hasFocus()
    assert panel.viewport.view.window == Window(40, 1200)


def test_escape_restores_what_was_there_and_goes_back_to_the_image(qtbot, panel, fields):
    retype(qtbot, fields[0], "9")
    qtbot.keyClick(fields[0], Qt.Key.Key_Escape)
    assert fields[0].text() == "400"
    assert panel.viewport.view.window == Window(40, 400)
    assert panel.viewport.hasFocus()


def test_escape_in_a_field_is_not_taken_by_the_window(qtbot, panel, fields):
    taken = []
    action = QAction(panel)
    action.setShortcut("Esc")
    action.triggered.connect(lambda: taken.append("window"))
    panel.addAction(action)
    retype(qtbot, fields[0], "9")
    qtbot.keyClick(fields[0], Qt.Key.Key_Escape)
    assert fields[0].text() == "400"
    assert not taken


@pytest.mark.parametrize("text", ["0", "-5", "-", ".", ""])
def test_no_nonsense_becomes_a_width(qtbot, panel, fields, text):
    retype(qtbot, fields[0], text or " ")
    qtbot.keyClick(fields[0], Qt.Key.Key_Return)
    assert panel.viewport.view.window == Window(40, 400)
    assert fields[0].text() == "400" or not fields[0].hasAcceptableInput()


def test_letters_cannot_be_typed(qtbot, fields):
    retype(qtbot, fields[0], "3x5y0")
    assert fields[0].text() == "350"


def test_no_number_pushes_the_picture_out_of_its_values(qtbot, panel, fields):
    retype(qtbot, fields[0], "99999999")
    qtbot.keyClick(fields[0], Qt.Key.Key_Return)
    window = panel.viewport.view.window
    assert window.width == 20_000
    retype(qtbot, fields[1], "-999999")
    qtbot.keyClick(fields[1], Qt.Key.Key_Return)
    qtbot.keyClick(fields[1], Qt.Key.Key_Down)
    assert panel.viewport.view.window.level == -9960
    for field in fields:
        text = QFontMetrics(field.font()).horizontalAdvance(field.text())
        assert text <= field.width() - 2 * 5 - 4


def test_a_comma_is_a_point(qtbot, panel, fields):
    retype(qtbot, fields[1], "2,5")
    qtbot.keyClick(fields[1], Qt.Key.Key_Return)
    assert panel.viewport.view.window.level == 2.5


def test_up_and_down_step(qtbot, panel, fields):
    fields[1].setFocus()
    qtbot.keyClick(fields[1], Qt.Key.Key_Up)
    qtbot.keyClick(fields[1], Qt.Key.Key_Up)
    qtbot.keyClick(fields[1], Qt.Key.Key_Down)
    assert panel.viewport.view.window.level == 50


def test_what_is_being_typed_is_not_overwritten(qtbot, panel, fields):
    retype(qtbot, fields[0], "12")
    panel.preset("lung")
    assert fields[0].text() == "12"
    assert fields[1].text() == "−500"


def test_a_button_does_what_its_action_does_and_follows_it(qtbot, panel, fields, actions):
    (action,) = actions(1)
    action.setCheckable(True)
    panel.set_actions([], [action])
    button = panel.controls._buttons[0][0]
    assert button.accessibleName() == "Action 0"
    assert button.toolTip() == "Action 0  (Alt+0)"
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert action.isChecked()
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setText("Another")
    assert button.text() == "Another"


def test_a_click_on_the_chosen_one_of_a_group_leaves_it_chosen(qtbot, panel, fields, actions):
    made = actions(2)
    group = QActionGroup(panel)
    for action in made:
        action.setCheckable(True)
        group.addAction(action)
    made[0].setChecked(True)
    panel.set_actions([], made)
    buttons = [button for button, _, _ in panel.controls._buttons]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert [button.isChecked() for button in buttons] == [True, False]


def test_what_finds_no_room_is_behind_the_dots(panel, fields, actions):
    made = actions(12)
    panel.set_actions([], [*made[:6], None, *made[6:]])
    panel.resize(1400, 700)
    assert not panel.controls.more.isVisible()
    panel.resize(420, 700)
    shown = [button for button, _, _ in panel.controls._buttons if button.isVisible()]
    assert panel.controls.more.isVisible()
    assert panel.controls.more_menu.actions() == made[len(shown) :]
    row = [panel.controls.presets, *shown, panel.controls.more]
    for left, right in pairwise(row):
        assert left.geometry().right() < right.geometry().left()
    assert row[-1].geometry().right() < panel.controls.width()


def test_every_target_is_large_enough_to_be_hit(panel, fields, actions):
    panel.set_actions(actions(1), actions(3))
    controls = panel.controls
    for button in [controls.presets, *(button for button, _, _ in controls._buttons)]:
        assert min(button.width(), button.height()) >= 24


def test_presets_are_in_their_menu_and_the_button_says_which(panel, fields, actions):
    made = actions(3)
    panel.set_actions(made, [])
    assert panel.controls.preset_menu.actions() == made
    assert panel.controls.presets.text() == "As stored"
    panel.preset("bone")
    assert panel.controls.presets.text() == "Bone"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_slim_row_keeps_both_menus_in_sight_at_any_size_of_text(panel, fields, actions, scale):
    panel.set_actions(actions(2), actions(9))
    panel._session.dress(Look(panel._session.look.theme, scale))
    panel.resize(350, 700)
    controls = panel.controls
    row = [*fields, controls.presets, controls.more]
    assert controls.more.isVisible()
    assert row[-1].geometry().right() < controls.width()
    for left, right in pairwise(row):
        assert left.geometry().right() < right.geometry().left()


def test_a_menu_button_as_wide_as_it_asks_shows_all_its_words(panel, fields):
    button = panel.controls.presets
    assert button.text() == "As stored"
    assert button.size() == button.sizeHint()
    assert button.shown_text() == "As stored"
