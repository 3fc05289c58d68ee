from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from atlas.domain.plate import Window
from atlas.imaging.frame import Frame
from atlas.imaging.view import panning, to_screen, zooming
from atlas.ui.kit.theme import IMAGE
from atlas.ui.viewport.shown import Overlay
from tests.ui.viewport.conftest import REGIONS, a_frame
from tests.ui.viewport.hands import LEFT, MIDDLE, NO_KEY, RIGHT, drag, move, wheel


def seen(viewport, point):
    """Where a picture point is on the widget."""
    return viewport.to_screen().map(QPointF(*point)).toPoint()


def colour(viewport, at):
    return viewport.grab().toImage().pixelColor(at)


# The picture


def test_a_new_picture_is_wholly_seen_in_its_own_window(viewport):
    assert viewport.view.window == Window(40, 400)
    assert viewport.fitted
    assert viewport.rect().contains(seen(viewport, (0, 0)))
    assert viewport.rect().contains(seen(viewport, (200, 160)))


def test_what_is_painted_is_what_the_window_says(viewport):
    viewport.overlay = Overlay.NOTHING
    assert colour(viewport, seen(viewport, (20, 20))).red() in (127, 128)
    viewport.look(viewport.view._replace(window=Window(-160, 400)))
    assert colour(viewport, seen(viewport, (20, 20))).red() == 255
    viewport.look(viewport.view._replace(inverted=True))
    assert colour(viewport, seen(viewport, (20, 20))).red() == 0


def test_beside_the_picture_it_is_true_black(viewport):
    outside = seen(viewport, (0, 80)) - QPoint(6, 0)
    assert colour(viewport, outside).name() == "#000000"


def test_a_fitted_picture_stays_fitted_when_the_widget_changes_its_size(viewport):
    before = viewport.view.zoom
    viewport.resize(250, 200)
    assert viewport.view.zoom < before
    viewport.zoom_by(2)
    nearer = viewport.view.zoom
    viewport.resize(500, 400)
    assert viewport.view.zoom == nearer


def test_at_100_per_cent_each_pixel_is_one_pixel(viewport):
    values = np.indices((41, 31)).sum(0) % 2 * 100.0
    viewport.show_frame(Frame(values.astype(np.float32), Window(50, 100)))
    viewport.resize(301, 300)
    viewport.look(viewport.view._replace(zoom=1.0))
    image = viewport.grab().toImage()
    origin = viewport.to_screen().map(QPointF(0, 0))
    assert origin == QPointF(origin.toPoint())
    row = [image.pixelColor(origin.toPoint() + QPoint(x, 5)).red() for x in range(6)]
    assert sorted(set(row)) == [0, 255]


def test_beyond_400_per_cent_pixels_are_crisp_squares(viewport):
    values = np.zeros((8, 8), np.float32)
    values[:, 4:] = 100
    viewport.show_frame(Frame(values, Window(50, 100)))
    for zoom, crisp in ((8.0, True), (3.0, False)):
        viewport.look(viewport.view._replace(zoom=zoom, centre=(4.0, 4.0)))
        image = viewport.grab().toImage()
        row = {image.pixelColor(x, 200).red() for x in range(245, 256)}
        assert (row == {0, 255}) == crisp


# Hands


def test_left_drag_changes_the_window(qtbot, viewport):
    drag(qtbot, viewport, LEFT, (40, 20))
    window = viewport.view.window
    assert window.width > 400
    assert window.level == 20


def test_the_direction_of_the_level_can_be_turned_round(qtbot, viewport):
    viewport.level_inverted = True
    drag(qtbot, viewport, LEFT, (0, 20))
    assert viewport.view.window.level == 60


@pytest.mark.parametrize(
    ("modifier", "level"),
    [(Qt.KeyboardModifier.ShiftModifier, 36), (Qt.KeyboardModifier.ControlModifier, -60)],
)
def test_shift_is_finer_and_ctrl_faster(qtbot, viewport, modifier, level):
    drag(qtbot, viewport, LEFT, (0, 20), modifier=modifier)
    assert viewport.view.window.level == pytest.approx(level)


def test_a_change_of_pace_in_the_middle_of_a_drag_makes_no_jump(qtbot, viewport):
    drag(qtbot, viewport, LEFT, (0, 20), release=False)
    before = viewport.view
    move(viewport, QPoint(100, 120), LEFT, Qt.KeyboardModifier.ShiftModifier)
    assert viewport.view == before
    move(viewport, QPoint(100, 130), LEFT, Qt.KeyboardModifier.ShiftModifier)
    assert viewport.view.window.level == pytest.approx(18)


def test_middle_drag_pans_and_right_drag_zooms(qtbot, viewport):
    before = viewport.view
    drag(qtbot, viewport, MIDDLE, (30, 10))
    moved = [to_screen(view, (500, 400), (0, 0)) for view in (before, viewport.view)]
    assert moved[1][0] - moved[0][0] == pytest.approx(30)
    assert moved[1][1] - moved[0][1] == pytest.approx(10)
    drag(qtbot, viewport, RIGHT, (0, -30))
    assert viewport.view.zoom > before.zoom


def test_a_tool_changes_what_left_drag_does_and_nothing_else(qtbot, viewport):
    viewport.tool = panning
    drag(qtbot, viewport, LEFT, (30, 0))
    assert viewport.view.window == Window(40, 400)
    assert not viewport.fitted
    viewport.tool = zooming
    before = viewport.view.zoom
    drag(qtbot, viewport, LEFT, (0, -30))
    assert viewport.view.zoom > before


def test_escape_during_a_drag_goes_back_to_before_it(qtbot, viewport):
    before = viewport.view
    drag(qtbot, viewport, MIDDLE, (30, 10), release=False)
    assert viewport.view != before
    qtbot.keyClick(viewport, Qt.Key.Key_Escape)
    assert viewport.view == before
    assert viewport.fitted
    move(viewport, QPoint(300, 300), MIDDLE)
    assert viewport.view == before


def test_escape_belongs_to_the_picture_only_during_a_drag(qtbot, viewport):
    def wanted(key):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, NO_KEY)
        event.ignore()
        QApplication.sendEvent(viewport, event)
        return event.isAccepted()

    assert not wanted(Qt.Key.Key_Escape)
    drag(qtbot, viewport, LEFT, (30, 10), release=False)
    assert wanted(Qt.Key.Key_Escape)


def test_the_wheel_zooms_at_the_pointer_with_ctrl_or_without(viewport):
    for modifier in (NO_KEY, Qt.KeyboardModifier.ControlModifier):
        before, under = viewport.view.zoom, viewport.picture_point(QPointF(180, 130))
        wheel(viewport, (180, 130), 2, modifier)
        assert viewport.view.zoom > before
        assert viewport.picture_point(QPointF(180, 130)) == pytest.approx(under, abs=0.5)


def test_over_a_stack_the_wheel_scrolls_and_zooms_with_ctrl(qtbot, viewport):
    viewport.show_frame(a_frame(stack=(12, 28)), REGIONS)
    before = viewport.view.zoom
    with qtbot.waitSignal(viewport.slice_asked) as down:
        wheel(viewport, (180, 130), -1)
    with qtbot.waitSignal(viewport.slice_asked) as up:
        wheel(viewport, (180, 130), 2)
    assert (down.args, up.args, viewport.view.zoom) == ([1], [-2], before)
    with qtbot.assertNotEmitted(viewport.slice_asked):
        wheel(viewport, (180, 130), 1, Qt.KeyboardModifier.ControlModifier)
    assert viewport.view.zoom > before


def test_a_touch_pad_scrolls_a_slice_when_its_parts_make_a_whole_notch(qtbot, viewport):
    viewport.show_frame(a_frame(stack=(12, 28)), REGIONS)
    with qtbot.assertNotEmitted(viewport.slice_asked):
        wheel(viewport, (180, 130), -0.5)
    with qtbot.waitSignal(viewport.slice_asked) as asked:
        wheel(viewport, (180, 130), -0.5)
    assert asked.args == [1]


@pytest.mark.parametrize(("key", "by"), [(Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)])
def test_page_up_and_page_down_scroll_a_stack_and_nothing_else(qtbot, viewport, key, by):
    with qtbot.assertNotEmitted(viewport.slice_asked):
        qtbot.keyClick(viewport, key)
    viewport.show_frame(a_frame(stack=(12, 28)), REGIONS)
    with qtbot.waitSignal(viewport.slice_asked) as asked:
        qtbot.keyClick(viewport, key)
    assert asked.args == [by]


def test_a_right_click_that_does_not_drag_asks_for_the_menu(qtbot, viewport):
    with qtbot.waitSignal(viewport.context_menu_asked) as asked:
        qtbot.mouseClick(viewport, RIGHT, pos=QPoint(50, 60))
    assert asked.args == [viewport.mapToGlobal(QPoint(50, 60))]
    with qtbot.assertNotEmitted(viewport.context_menu_asked):
        drag(qtbot, viewport, RIGHT, (0, 30))


def test_the_menu_key_asks_for_the_menu_and_the_press_of_a_button_does_not(qtbot, viewport):
    def ask(reason):
        at = QPoint(5, 5)
        QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))

    with qtbot.assertNotEmitted(viewport.context_menu_asked):
        ask(QContextMenuEvent.Reason.Mouse)
    with qtbot.waitSignal(viewport.context_menu_asked):
        ask(QContextMenuEvent.Reason.Keyboard)


def test_a_double_click_asks_for_all_the_room_and_changes_nothing(qtbot, viewport):
    before = viewport.view
    with qtbot.waitSignal(viewport.maximise_asked):
        qtbot.mouseDClick(viewport, LEFT, pos=QPoint(50, 60))
    assert viewport.view == before


def test_arrows_pan_and_plus_and_minus_zoom(qtbot, viewport):
    before = viewport.view
    qtbot.keyClick(viewport, Qt.Key.Key_Right)
    qtbot.keyClick(viewport, Qt.Key.Key_Down)
    assert viewport.view.centre > before.centre
    assert viewport.view.centre[1] > before.centre[1]
    qtbot.keyClick(viewport, Qt.Key.Key_Plus)
    assert viewport.view.zoom > before.zoom
    qtbot.keyClick(viewport, Qt.Key.Key_Minus)
    assert viewport.view.zoom == pytest.approx(before.zoom)


def test_the_point_under_the_pointer_is_told_and_none_outside(qtbot, viewport):
    told = []
    viewport.pointed.connect(told.append)
    move(viewport, seen(viewport, (100, 80)))
    assert told[-1] == pytest.approx((100, 80), abs=0.5)
    move(viewport, QPoint(2, 200))
    assert told[-1] is None


def test_without_a_picture_no_hand_does_any_harm(qtbot, viewport):
    viewport.clear()
    for button in (LEFT, MIDDLE, RIGHT):
        drag(qtbot, viewport, button, (20, 20))
    wheel(viewport, (100, 100), 1)
    qtbot.keyClick(viewport, Qt.Key.Key_Plus)
    assert viewport.view is None
    assert colour(viewport, QPoint(250, 200)).name() == "#000000"


def test_a_new_picture_ends_the_drag_of_the_last(qtbot, viewport):
    drag(qtbot, viewport, LEFT, (30, 30), release=False)
    viewport.show_frame(a_frame(), REGIONS)
    before = viewport.view
    move(viewport, QPoint(300, 300), LEFT)
    assert viewport.view == before


# Regions under the pointer


def test_hovering_a_region_is_told_once_and_leaving_it_too(qtbot, viewport):
    told = []
    viewport.region_hovered.connect(told.append)
    for point in ((60, 50), (61, 52), (20, 20)):
        move(viewport, seen(viewport, point))
    assert told == ["rim", None]


def test_a_click_chooses_a_region_and_a_drag_does_not(qtbot, viewport):
    with qtbot.waitSignal(viewport.region_clicked) as clicked:
        qtbot.mouseClick(viewport, LEFT, pos=seen(viewport, (60, 50)))
    assert clicked.args == ["rim"]
    with qtbot.assertNotEmitted(viewport.region_clicked):
        drag(qtbot, viewport, LEFT, (30, 30))


def test_the_name_of_a_region_is_as_good_as_the_region(viewport):
    viewport.grab()
    label = viewport._drawing.labels[0]
    assert viewport.region_at(label.box.center()) == label.outline.name


def test_what_is_not_drawn_cannot_be_hit(viewport):
    viewport.overlay = Overlay.NOTHING
    assert viewport.region_at(QPointF(seen(viewport, (60, 50)))) is None


def test_the_cursor_says_what_the_left_button_would_do(qtbot, viewport):
    shapes = Qt.CursorShape
    move(viewport, seen(viewport, (20, 20)))
    assert viewport.cursor().shape() == shapes.ArrowCursor
    move(viewport, seen(viewport, (60, 50)))
    assert viewport.cursor().shape() == shapes.PointingHandCursor
    viewport.tool = zooming
    assert viewport.cursor().shape() == shapes.BitmapCursor
    viewport.tool = panning
    assert viewport.cursor().shape() == shapes.OpenHandCursor
    drag(qtbot, viewport, LEFT, (20, 20), release=False)
    assert viewport.cursor().shape() == shapes.ClosedHandCursor


# The space bar and the focus


def test_a_tap_on_space_is_a_tap_and_holding_it_is_holding(qtbot, viewport):
    told = []
    viewport.space.tapped.connect(lambda: told.append("tap"))
    viewport.space.held.connect(told.append)
    qtbot.keyClick(viewport, Qt.Key.Key_Space)
    assert told == ["tap"]
    qtbot.keyPress(viewport, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: told == ["tap", True])
    qtbot.keyRelease(viewport, Qt.Key.Key_Space)
    assert told == ["tap", True, False]


def test_the_focus_is_seen_when_it_came_by_a_key_and_not_when_by_a_click(qtbot, viewport):
    viewport.activateWindow()
    qtbot.waitUntil(viewport.isActiveWindow)
    accent = IMAGE.accent
    viewport.clearFocus()
    viewport.setFocus(Qt.FocusReason.TabFocusReason)
    assert [colour(viewport, QPoint(n, 200)).name() for n in (0, 1)] == [accent, accent]
    viewport.clearFocus()
    viewport.setFocus(Qt.FocusReason.MouseFocusReason)
    assert colour(viewport, QPoint(0, 200)).name() == "#000000"
    qtbot.keyClick(viewport, Qt.Key.Key_Left)
    assert colour(viewport, QPoint(0, 200)).name() == accent
