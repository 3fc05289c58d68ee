from __future__ import annotations

import numpy as np
import pytest

from atlas.domain.plate import Window
from atlas.imaging.frame import Frame


def a_frame(values) -> Frame:
    return Frame(np.array(values, np.float32), Window(50, 100))


def a_coloured_frame() -> Frame:
    colours = np.zeros((2, 3, 3), np.uint8)
    colours[0, 1] = (10, 20, 30)
    return Frame(colours, Window(127.5, 255))


def test_a_window_spreads_its_values_from_black_to_white():
    grey = a_frame([[-10, 0, 50, 100, 900]]).grey(Window(50, 100))
    assert grey.tolist() == [[0, 0, 127, 255, 255]]
    assert grey.dtype == np.uint8


def test_inverting_makes_black_white():
    grey = a_frame([[-10, 0, 25, 100, 900]]).grey(Window(50, 100), inverted=True)
    assert grey.tolist() == [[255, 255, 191, 0, 0]]


def test_colours_have_no_window():
    frame = a_coloured_frame()
    assert frame.in_colour
    assert frame.grey(Window(0, 1)).tolist() == frame.values.tolist()
    assert frame.grey(Window(0, 1), inverted=True)[0, 1].tolist() == [245, 235, 225]
    assert frame.automatic() == frame.full_range() == frame.window


def test_columns_come_before_rows():
    assert a_frame([[1, 2, 3], [4, 5, 6]]).size == (3, 2)


@pytest.mark.parametrize(("x", "y", "value"), [(0, 0, 1), (0.99, 0.5, 1), (2.5, 1.5, 6), (1, 1, 5)])
def test_the_value_under_a_point_is_that_of_its_pixel(x, y, value):
    assert a_frame([[1, 2, 3], [4, 5, 6]]).value_at(x, y) == value


@pytest.mark.parametrize(("x", "y"), [(-0.1, 0), (0, -0.1), (3, 0), (0, 2)])
def test_there_is_no_value_outside_the_picture(x, y):
    assert a_frame([[1, 2, 3], [4, 5, 6]]).value_at(x, y) is None


def test_there_is_no_single_value_in_colour():
    assert a_coloured_frame().value_at(1, 0) is None


def test_the_automatic_window_leaves_the_background_out():
    values = np.full((100, 100), -1000, np.float32)
    values[40:60, 40:60] = np.linspace(0, 100, 400).reshape(20, 20)
    window = a_frame(values).automatic()
    assert window.level == pytest.approx(50, abs=2)
    assert window.width == pytest.approx(98, abs=3)


def test_an_even_picture_has_a_window_all_the_same():
    even = a_frame(np.full((4, 4), 7))
    assert even.automatic() == even.full_range() == Window(7, 1)


def test_the_full_range_shows_every_value():
    assert a_frame([[-1000, 1500]]).full_range() == Window(250, 2500)


def test_pixels_cannot_be_changed():
    frame = a_frame([[1, 2]])
    with pytest.raises(ValueError, match="read-only"):
        frame.values[0, 0] = 3
