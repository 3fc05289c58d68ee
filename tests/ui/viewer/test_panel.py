from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction

import atlas
from atlas.domain.page import PageId
from atlas.domain.place import Place
from atlas.domain.plate import PlateId, Simulated, Window
from atlas.imaging.view import flipped_horizontally, flipped_vertically, inverted, turned
from atlas.ui.kit.leisure import PAUSE
from atlas.ui.kit.theme import IMAGE, Look
from atlas.ui.viewer.frames import Wish
from atlas.ui.viewer.panel import Overlay, ViewerPanel
from atlas.ui.viewer.pictures import PATIENCE
from atlas.ui.viewer.words import body_part, corner_words, described
from atlas.ui.viewport.held_key import HELD_AFTER
from tests.ui.viewer.conftest import MASS, PLATES
from tests.ui.viewport.hands import LEFT, RIGHT, move


def on_region(panel, point):
    return panel.viewport.to_screen().map(QPointF(*point)).toPoint()


# From place to picture


def test_the_plate_of_the_place_is_shown_with_its_caption(panel, turn):
    turn()
    assert panel.has_picture
    assert panel.viewport.view.window == Window(40, 400)
    assert panel.caption.text == "Caption of first."
    assert not panel.notice.isVisible()


def test_the_window_of_the_plate_goes_before_that_of_the_picture(panel, turn):
    turn("second")
    assert panel.viewport.view.window == Window(300, 1500)
    assert panel.preset_name == "stored"


def test_a_page_opened_without_a_plate_shows_its_first(qtbot, session, panel):
    session.open(PageId("sarcoma"))
    qtbot.waitUntil(lambda: panel.has_picture)
    assert panel.strip.currentIndex().row() == 0
    assert session.place == Place(PageId("sarcoma"))


def test_a_plate_that_is_not_made_says_what_it_will_show(panel, turn):
    turn("unmade")
    assert not panel.has_picture
    assert panel.notice.text == (
        "MR axial T2 · Ankle\n"
        "This plate is not made yet. It will show: multilocular mass with fluid levels.\n"
        "– fluid level\n"
        "– tendon in contact"
    )
    assert panel.notice.text in panel.viewport.accessibleDescription()


def test_a_page_without_plates_says_so_in_one_line(panel, turn):
    turn("", page="bare")
    assert panel.notice.text == "No plate is planned for this page."
    assert not panel.strip.isVisible()


def test_a_failure_is_told_in_its_own_words_where_the_picture_would_be(panel, turn):
    turn("broken")
    assert not panel.has_picture
    assert "This picture cannot be shown." in panel.notice.text
    assert "The file is cut short." in panel.notice.text


def test_a_fault_ends_the_waiting_with_words_too(qtbot, panel, turn, loading):
    turn("first")
    with qtbot.captureExceptions() as raised:
        loading.faulty.add(panel._session.library[PageId("single")].plates[0].source)
        panel._session.open(PageId("single"))
        panel._wait()
        qtbot.waitUntil(panel.notice.isVisible)
        qtbot.waitUntil(lambda: len(raised) == 1)
    assert not panel.progress.isVisible()
    assert not panel.progress._tick.isActive()
    assert "This picture cannot be shown." in panel.notice.text
    assert "The program made a mistake" in panel.notice.text


def test_after_a_fault_the_other_pictures_are_still_loaded_ahead(qtbot, panel, turn, loading):
    with qtbot.captureExceptions():
        loading.faulty.add(PLATES[1].source)
        turn("first")
        qtbot.waitUntil(lambda: PLATES[6].source in loading.asked)


def test_after_a_failure_the_next_picture_is_shown(panel, turn):
    turn("broken")
    turn("first")
    assert panel.has_picture
    assert not panel.notice.isVisible()


def test_the_last_picture_stays_for_a_moment_and_then_a_thin_line(qtbot, panel, turn, loading):
    turn("first", page="sarcoma")
    loading.may_go_on.clear()
    single = panel._session.library[PageId("single")].plates[0]
    loading.held_up.add(single.source)
    panel._session.open(PageId("single"))
    assert panel.viewport.frame is not None
    assert not panel.has_picture
    assert not panel.progress.isVisible()
    qtbot.waitUntil(panel.progress.isVisible)
    assert panel.viewport.frame is None
    loading.may_go_on.set()
    qtbot.waitUntil(lambda: panel.has_picture)
    assert not panel.progress.isVisible()


def test_a_late_picture_of_a_place_that_was_left_is_not_shown(qtbot, panel, turn, loading):
    turn("second")
    loading.may_go_on.clear()
    single = panel._session.library[PageId("single")].plates[0]
    loading.held_up.add(single.source)
    panel._session.open(PageId("single"))
    qtbot.waitUntil(lambda: single.source in loading.asked)
    panel._session.back()
    qtbot.waitUntil(lambda: panel.has_picture)
    shown = panel.viewport.frame
    loading.may_go_on.set()
    qtbot.waitUntil(lambda: panel._pictures._frames.held(Wish(single.source, 512)) is not None)
    qtbot.wait(20)
    assert panel.viewport.frame is shown
    assert panel.caption.text == "Caption of second."


def test_a_picture_that_came_in_time_is_not_taken_down_later(qtbot, panel, turn):
    turn("first")
    qtbot.wait(PATIENCE + 50)
    assert panel.has_picture
    assert not panel.progress.isVisible()


def test_turning_back_to_a_picture_loads_it_no_second_time(qtbot, panel, turn, loading):
    turn("first")
    made = [plate.source for plate in PLATES if plate.source]
    qtbot.waitUntil(lambda: set(made) <= set(loading.asked))
    loading.asked.clear()
    turn("second")
    turn("first")
    assert set(loading.asked) <= {PLATES[3].source}


def test_who_leafs_through_is_not_slowed_by_pictures_loaded_ahead(qtbot, turn, loading):
    turn("first")
    turn("only", page="single")
    qtbot.wait(PAUSE + 100)
    assert loading.asked == [PLATES[0].source, Simulated("thigh-ct", (), 9)]


def test_the_focus_stays_on_the_image_when_words_replace_it(qtbot, panel, turn):
    turn("first")
    panel.activateWindow()
    panel.focus_image()
    qtbot.waitUntil(panel.viewport.hasFocus)
    turn("unmade")
    assert panel.viewport.hasFocus()


# What is written


def test_a_simulated_picture_always_says_so_with_seed_and_version(session):
    page = session.library[PageId("sarcoma")]
    words = corner_words(PLATES[0], page)
    assert words.top_left == ("CT axial", "Thigh, right", "Synovial sarcoma")
    assert words.top_right == (
        "Simulated · variant 1",
        f"version {atlas.__version__} · not for diagnosis",
    )


def test_a_stored_picture_says_nothing_of_a_simulation(session):
    assert corner_words(PLATES[6], session.library[PageId("sarcoma")]).top_right == ()


def test_a_side_is_not_said_twice():
    assert body_part(PLATES[0]._replace(body_part="right thigh")) == "Right thigh"


def test_the_picture_is_described_for_who_cannot_see_it(panel, turn):
    turn("first")
    assert panel.viewport.accessibleName() == "CT axial"
    said = panel.viewport.accessibleDescription()
    assert said == described(PLATES[0])
    assert "a mass" in said
    assert "Outlined: the mass, a grain." in said


# What the commands do


def test_presets_look_through_their_window_and_are_called_by_their_name(panel, turn):
    turn("first")
    panel.preset("bone")
    assert panel.viewport.view.window == Window(350, 2000)
    assert panel.preset_name == "bone"
    panel.preset("full")
    assert panel.preset_name == "full"
    panel.preset("stored")
    assert panel.viewport.view.window == Window(40, 400)
    panel.viewport.look(panel.viewport.view._replace(window=Window(1, 2)))
    assert panel.preset_name == ""
    assert panel.controls.presets.text() == "Window"


def test_hounsfield_presets_do_nothing_to_another_picture(panel, turn):
    turn("mr")
    assert not panel.in_hounsfield
    panel.preset("bone")
    assert panel.viewport.view.window == Window(40, 400)
    turn("first")
    assert panel.in_hounsfield


def test_a_colour_picture_has_no_window_to_change(panel, turn):
    turn("colour")
    assert panel.in_colour
    assert not panel.controls.width_field.isEnabled()
    assert not panel.controls.presets.isEnabled()
    panel.preset("auto")
    turn("first")
    assert panel.controls.width_field.isEnabled()


def test_turns_and_flips_keep_a_whole_picture_whole(panel, turn):
    turn("first")
    right, left = partial(turned, quarters=1), partial(turned, quarters=-1)
    for step in (right, flipped_horizontally, left, flipped_vertically):
        panel.change(step)
        assert panel.viewport.fitted
        for corner in ((0, 0), (200, 160)):
            assert panel.viewport.rect().contains(on_region(panel, corner))
    assert panel.viewport.view.mirrored is False
    panel.viewport.zoom_by(3)
    panel.change(right)
    assert not panel.viewport.fitted


def test_actual_size_fit_invert_and_reset(panel, turn):
    turn("second")
    panel.viewport.actual_size()
    assert panel.viewport.view.zoom == 1
    panel.viewport.fit()
    assert panel.viewport.fitted
    panel.change(inverted)
    assert panel.inverted
    panel.change(partial(turned, quarters=-1))
    panel.preset("lung")
    panel.reset()
    view = panel.viewport.view
    assert (view.window, view.turns, view.inverted) == (Window(300, 1500), 0, False)
    assert panel.viewport.fitted


def test_how_a_plate_was_looked_at_is_remembered(panel, turn):
    turn("first")
    panel.viewport.zoom_by(3)
    panel.preset("bone")
    left = panel.viewport.view
    turn("second")
    assert panel.viewport.fitted
    turn("only", page="single")
    turn("first")
    assert panel.viewport.view == left
    assert not panel.viewport.fitted


def test_a_plate_left_whole_is_whole_again_in_a_window_of_another_size(panel, turn):
    turn("first")
    turn("second")
    panel.resize(400, 500)
    turn("first")
    assert panel.viewport.fitted
    assert panel.viewport.rect().contains(on_region(panel, (200, 160)))


def test_the_overlay_goes_round_and_peeking_does_not_change_it(panel, turn):
    turn("first")
    assert panel.overlay is Overlay.LABELS
    panel.peek(True)
    assert panel.viewport.overlay is Overlay.NOTHING
    assert panel.overlay is Overlay.LABELS
    panel.peek(False)
    assert panel.viewport.overlay is Overlay.LABELS
    panel.cycle_overlay()
    assert panel.overlay is panel.viewport.overlay is Overlay.NOTHING
    panel.peek(True)
    assert panel.viewport.overlay is Overlay.LABELS


def test_space_on_the_image_is_the_overlay_key(qtbot, panel, turn):
    turn("first")
    qtbot.keyClick(panel.viewport, Qt.Key.Key_Space)
    assert panel.overlay is Overlay.NOTHING


@pytest.fixture
def overlay_action(qtbot, panel, turn):
    """The command as the window would give it, with the focus away from the picture."""
    turn("first")
    action = QAction(panel)
    action.setShortcut("I")
    action.triggered.connect(panel.tap_or_peek)
    panel.addAction(action)
    panel.activateWindow()
    panel.strip.setFocus()
    qtbot.waitUntil(panel.strip.hasFocus)
    return action


def test_the_overlay_key_cycles_when_tapped_wherever_the_focus_is(qtbot, panel, overlay_action):
    qtbot.keyPress(panel.strip, Qt.Key.Key_I)
    assert panel.overlay is Overlay.LABELS
    qtbot.keyRelease(panel.strip, Qt.Key.Key_I)
    assert panel.overlay is panel.viewport.overlay is Overlay.NOTHING
    qtbot.wait(HELD_AFTER + 50)
    assert panel.viewport.overlay is Overlay.NOTHING


def test_the_overlay_key_peeks_while_it_is_held_wherever_the_focus_is(qtbot, panel, overlay_action):
    qtbot.keyPress(panel.strip, Qt.Key.Key_I)
    qtbot.keyPress(panel.strip, Qt.Key.Key_I)  # as a held key repeats itself
    qtbot.waitUntil(lambda: panel.viewport.overlay is Overlay.NOTHING)
    assert panel.overlay is Overlay.LABELS
    qtbot.keyRelease(panel.strip, Qt.Key.Key_I)
    assert panel.overlay is panel.viewport.overlay is Overlay.LABELS


def test_the_overlay_command_of_a_menu_cycles_at_once(qtbot, panel, overlay_action):
    qtbot.keyClick(panel.strip, Qt.Key.Key_Right)
    qtbot.wait(1)
    overlay_action.trigger()
    assert panel.overlay is Overlay.NOTHING


def test_tools_are_chosen_by_name(panel, turn):
    turn("first")
    for name in ("zoom", "pan", "window"):
        panel.choose_tool(name)
        assert panel.tool == name


def test_next_and_previous_plate_stop_at_the_ends(turn, session):
    turn("first")
    session.step_plate(-1)
    assert session.plate == PLATES[0]
    session.step_plate(1)
    assert session.plate == PLATES[1]
    turn("film")
    session.step_plate(1)
    assert session.plate == PLATES[-1]


def test_the_commands_are_told_of_what_concerns_them_and_not_of_each_move(qtbot, panel, turn):
    turn("first")
    with qtbot.waitSignal(panel.state_changed):
        panel.choose_tool("pan")
    with qtbot.waitSignal(panel.state_changed):
        panel.change(inverted)
    with qtbot.assertNotEmitted(panel.state_changed):
        panel.viewport.zoom_by(1.1)


def test_without_a_picture_no_command_does_any_harm(panel):
    for act in (
        lambda: panel.change(inverted),
        panel.viewport.fit,
        panel.viewport.actual_size,
        panel.versions.another,
        panel.versions.back_to_first,
        lambda: panel.versions.step(1),
        panel.reset,
        panel.cycle_overlay,
        lambda: panel.preset("auto"),
    ):
        act()
    assert not panel.has_picture


def test_double_click_and_right_click_ask_the_window(qtbot, panel, turn):
    turn("first")
    with qtbot.waitSignal(panel.maximise_asked):
        qtbot.mouseDClick(panel.viewport, LEFT)
    with qtbot.waitSignal(panel.context_menu_asked):
        qtbot.mouseClick(panel.viewport, RIGHT)


# Sentence and region


def test_pointing_at_a_region_lights_its_sentence_and_leaving_puts_it_out(qtbot, panel, turn):
    turn("first")
    move(panel.viewport, on_region(panel, (100, 80)))
    assert panel._session.lit == MASS
    assert panel.viewport._lit == {"mass"}
    move(panel.viewport, on_region(panel, (180, 150)))
    assert panel._session.lit is None
    assert panel.viewport._lit == frozenset()


def test_pointing_at_a_sentence_lights_its_region(panel, turn, session):
    turn("first")
    session.light(MASS)
    assert panel.viewport._lit == {"mass"}
    session.light(None)
    assert panel.viewport._lit == frozenset()


def test_a_sentence_lit_before_the_picture_came_lights_it_too(panel, turn, session):
    turn("unmade")
    session.light(MASS)
    turn("second")
    session.light(MASS)
    assert panel.viewport._lit == {"mass"}


def test_a_click_on_a_region_finds_the_sentence(qtbot, panel, turn, session):
    turn("first")
    with qtbot.waitSignal(session.sign_chosen) as chosen:
        qtbot.mouseClick(panel.viewport, LEFT, pos=on_region(panel, (100, 80)))
    assert chosen.args == [MASS]


def test_a_region_without_a_sign_lights_only_itself(qtbot, panel, turn, session):
    turn("first")
    move(panel.viewport, on_region(panel, (25, 25)))
    assert panel.viewport._lit == {"grain"}
    assert session.lit is None
    with qtbot.assertNotEmitted(session.sign_chosen):
        qtbot.mouseClick(panel.viewport, LEFT, pos=on_region(panel, (25, 25)))


# Looks


def test_the_panel_is_black_and_its_text_follows_the_readers_size(panel, turn, session):
    turn("first")
    before = panel.controls.width_field.width()
    session.dress(Look(session.look.theme, 1.5))
    assert panel.controls.width_field.width() > before
    assert panel.grab().toImage().pixelColor(3, 30).name() == "#000000"
    panel.resize(600, 800)
    at = panel.strip.geometry().bottomRight()
    assert panel.grab().toImage().pixelColor(at).name() == IMAGE.chrome


@pytest.mark.parametrize("inverted", [False, True])
def test_the_direction_of_the_level_is_a_setting(qtbot, panel, turn, session, inverted):
    turn("first")
    session.choose(replace(session.settings, level_inverted=inverted))
    viewport = panel.viewport
    qtbot.mousePress(viewport, LEFT, pos=viewport.rect().center())
    move(viewport, viewport.rect().center() + QPoint(0, 40), LEFT)
    assert (viewport.view.window.level > 40) == inverted


def test_a_panel_made_late_shows_where_the_reader_is(qtbot, session, tasks, loading):
    session.go(Place(PageId("sarcoma"), PlateId("second")))
    panel = ViewerPanel(session, tasks, loading)
    qtbot.addWidget(panel)
    qtbot.waitUntil(lambda: panel.has_picture)
    assert panel.viewport.view.window == Window(300, 1500)
