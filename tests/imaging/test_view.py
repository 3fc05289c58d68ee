from __future__ import annotations

import math
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from atlas.domain.plate import Window
from atlas.imaging.frame import Frame
from atlas.imaging.view import (
    FAST,
    FINE,
    LARGEST_ZOOM,
    PRESETS,
    SMALLEST_ZOOM,
    Drag,
    Reach,
    View,
    directions,
    fitted,
    flipped_horizontally,
    flipped_vertically,
    kept,
    panning,
    preset_window,
    to_picture,
    to_screen,
    turned,
    windowing,
    windowing_down_is_darker,
    zoomed_at,
    zooming,
)

SCREEN = (640.0, 480.0)
coordinates = st.floats(-2000, 2000)
points = st.tuples(coordinates, coordinates)
windows = st.builds(Window, st.floats(-2000, 4000), st.floats(2, 5000))
views = st.builds(
    View,
    windows,
    st.floats(0.1, 30),
    points,
    st.integers(0, 3),
    st.booleans(),
    st.booleans(),
)
drags = st.builds(
    Drag, st.floats(-300, 300), st.floats(-300, 300), st.sampled_from((1, FINE, FAST))
)
tools = st.sampled_from((windowing, windowing_down_is_darker, zooming, panning))
PLAIN = View(Window(40, 400), 2.0, (50.0, 60.0))


def close(one, other, within=1e-6):
    return all(math.isclose(a, b, abs_tol=within) for a, b in zip(one, other, strict=True))


@given(views, points)
def test_a_point_seen_on_the_screen_is_found_again_in_the_picture(view, point):
    assert close(to_picture(view, SCREEN, to_screen(view, SCREEN, point)), point)


@given(views)
def test_the_centre_of_the_view_is_in_the_middle_of_the_screen(view):
    assert close(to_screen(view, SCREEN, view.centre), (320, 240))


@given(tools, views)
def test_dragging_back_to_the_start_is_an_undo(tool, view):
    assert tool(view, Drag(0, 0)) == view


@given(tools, views, drags)
def test_a_drag_and_the_same_drag_back_lead_home(tool, view, drag):
    there = tool(view, drag)
    assume(inside_the_bounds(there))
    back = tool(there, drag._replace(right=-drag.right, down=-drag.down))
    assert close((back.zoom, *back.centre), (view.zoom, *view.centre))
    assert math.isclose(back.window.width, view.window.width, rel_tol=1e-9)


def inside_the_bounds(view):
    return SMALLEST_ZOOM < view.zoom < LARGEST_ZOOM and 1 < view.window.width < 200_000


@given(views, drags)
def test_the_picture_follows_the_hand_however_it_is_turned(view, drag):
    moved = panning(view, drag)
    before, after = (to_screen(v, SCREEN, (10.0, 20.0)) for v in (view, moved))
    assert close((after[0] - before[0], after[1] - before[1]), (drag.right, drag.down))


@given(views, st.floats(0.2, 5), st.tuples(st.floats(0, 640), st.floats(0, 480)))
def test_the_point_under_the_pointer_stays_under_it_while_zooming(view, factor, at):
    under = to_picture(view, SCREEN, at)
    assert close(to_screen(zoomed_at(view, factor, at, SCREEN), SCREEN, under), at, 1e-4)


@given(views, st.floats(1e-9, 1e9))
def test_no_zoom_leaves_its_bounds(view, factor):
    assert SMALLEST_ZOOM <= zoomed_at(view, factor, (0, 0), SCREEN).zoom <= LARGEST_ZOOM


@given(views)
def test_four_quarter_turns_are_none(view):
    assert turned(turned(turned(turned(view, 1), 1), 1), 1) == view
    assert turned(turned(view, 1), -1) == view


@given(views, st.integers(-3, 3))
def test_a_turn_is_clockwise_on_the_screen_also_in_a_mirror(view, quarters):
    x, y = directions(view)[0]
    for _ in range(quarters % 4):
        x, y = -y, x
    assert directions(turned(view, quarters))[0] == (x, y)


@given(views)
def test_a_flip_changes_one_direction_of_the_screen_and_not_the_other(view):
    for before, after in zip(directions(view), directions(flipped_horizontally(view)), strict=True):
        assert after == (-before[0], before[1])
    for before, after in zip(directions(view), directions(flipped_vertically(view)), strict=True):
        assert after == (before[0], -before[1])


def test_turning_clockwise_puts_the_left_edge_on_top():
    right, down = directions(turned(PLAIN, 1))
    assert right == (0, 1)
    assert down == (-1, 0)


def test_right_is_wider_and_down_is_brighter():
    wider = windowing(PLAIN, Drag(100, 0)).window
    assert wider.width > 400
    assert wider.level == 40
    brighter = windowing(PLAIN, Drag(0, 100)).window
    assert brighter == Window(-60, 400)


def test_down_is_brighter_to_the_eye_on_an_inverted_picture_too():
    assert windowing(PLAIN._replace(inverted=True), Drag(0, 100)).window.level == 140


def test_a_reader_may_have_it_the_other_way_round():
    assert windowing_down_is_darker(PLAIN, Drag(0, 100)).window == Window(140, 400)


def test_shift_is_finer_and_ctrl_faster():
    plain = windowing(PLAIN, Drag(0, 100)).window.level - 40
    assert windowing(PLAIN, Drag(0, 100, FINE)).window.level - 40 == pytest.approx(plain / 5)
    assert windowing(PLAIN, Drag(0, 100, FAST)).window.level - 40 == pytest.approx(plain * 5)


@given(views, st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_no_drag_however_far_breaks_a_window(view, right, down):
    assert windowing(view, Drag(right, down, FAST)).window.width > 0


@given(views, st.integers(1, 4000), st.integers(1, 4000))
def test_a_fitted_picture_is_wholly_on_the_screen_and_touches_two_margins(view, columns, rows):
    whole = fitted(view, (columns, rows), SCREEN, 20)
    assume(SMALLEST_ZOOM < whole.zoom < LARGEST_ZOOM)
    seen = [to_screen(whole, SCREEN, point) for point in ((0, 0), (columns, rows))]
    left, right = sorted(x for x, _ in seen)
    top, bottom = sorted(y for _, y in seen)
    assert min(left, top) == pytest.approx(20)
    assert max(right - 640, bottom - 480) == pytest.approx(-20)


@given(views, drags)
def test_the_picture_cannot_be_pushed_out_of_sight(view, drag):
    far = panning(view, drag._replace(right=drag.right * 100, down=drag.down * 100))
    seen = kept(far, (300, 200), SCREEN)
    corners = [to_screen(seen, SCREEN, point) for point in ((0, 0), (300, 200))]
    (left, right), (top, bottom) = (sorted(side) for side in zip(*corners, strict=True))
    assert left < 640
    assert right > 0
    assert top < 480
    assert bottom > 0


def test_a_view_with_enough_in_sight_is_left_alone():
    assert kept(PLAIN, (300, 200), SCREEN) == PLAIN


def frame(unit="HU", shape=(4, 4)):
    values = np.linspace(-1000, 1000, num=math.prod(shape)).reshape(shape)
    return Frame(values.astype(np.uint8 if len(shape) == 3 else np.float32), Window(0, 100), unit)


def test_presets_in_hounsfield_units_mean_nothing_elsewhere():
    assert preset_window("bone", frame(), Window(1, 2)) == Window(350, 2000)
    assert preset_window("bone", frame(unit=""), Window(1, 2)) is None


def test_every_preset_that_asks_the_picture_is_answered():
    assert preset_window("stored", frame(), Window(1, 2)) == Window(1, 2)
    assert preset_window("full", frame(), Window(1, 2)) == Window(0, 2000)
    assert preset_window("auto", frame(), Window(1, 2)) == frame().automatic()


def test_a_colour_picture_has_no_window():
    assert {preset_window(p.name, frame("", (2, 2, 3)), Window(1, 2)) for p in PRESETS} == {None}


def test_names_and_keys_of_presets_are_unique():
    assert len({p.name for p in PRESETS}) == len({p.key for p in PRESETS}) == len(PRESETS)


@pytest.mark.parametrize("module", ["atlas.imaging.view", "atlas.ui.viewer.panel"])
def test_importing_it_does_not_import_numpy(module):
    code = f"import sys, {module}; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# How far a window may be pushed


def a_ramp(low, high, unit=""):
    values = np.linspace(low, high, 100, dtype=np.float32).reshape(10, 10)
    return Frame(values, Window(50, 100), unit)


def test_a_window_stays_within_ten_times_the_values_of_the_picture():
    reach = Reach.of(a_ramp(0, 1000))
    assert reach.bounded(Window(0, 99_999_999)) == Window(0, 10_000)
    assert reach.bounded(Window(99_999_999, 100)) == Window(5500, 100)
    assert reach.bounded(Window(-99_999_999, 100)) == Window(-4500, 100)
    sensible = Window(40, 400)
    assert reach.bounded(sensible) is sensible


def test_a_flat_picture_can_still_be_looked_at_through_every_preset():
    reach = Reach.of(a_ramp(40, 40, "HU"))
    assert all(reach.bounded(preset.window) == preset.window for preset in PRESETS if preset.window)
