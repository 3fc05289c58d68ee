from __future__ import annotations

import numpy as np

from atlas.domain.plate import Window
from atlas.ui.viewport.pixels import Pixels
from atlas.ui.viewport.qimage import to_qimage
from tests.ui.viewport.conftest import a_frame


def test_odd_widths_survive_and_the_array_may_go(qapp):
    grey = np.arange(15, dtype=np.uint8).reshape(3, 5)
    image = to_qimage(grey)
    grey[:] = 0
    del grey
    assert [image.pixelColor(x, 2).red() for x in range(5)] == [10, 11, 12, 13, 14]


def test_colours_keep_their_order(qapp):
    image = to_qimage(np.array([[[10, 20, 30]] * 3], dtype=np.uint8))
    assert image.pixelColor(2, 0).getRgb()[:3] == (10, 20, 30)


def test_rows_that_are_not_in_order_in_memory_are_set_in_order(qapp):
    grey = np.arange(6, dtype=np.uint8).reshape(3, 2).T
    image = to_qimage(grey)
    assert [image.pixelColor(x, 1).red() for x in range(3)] == [1, 3, 5]


def test_pixels_are_made_anew_only_for_another_window(qapp):
    pixels = Pixels(a_frame())
    first = pixels.through(Window(40, 400), inverted=False, scale=1)
    assert pixels.through(Window(40, 400), inverted=False, scale=1) is first
    assert pixels.through(Window(41, 400), inverted=False, scale=1) is not first
    assert pixels.through(Window(41, 400), inverted=True, scale=1).pixelColor(0, 0).red() == 128


def test_far_away_the_picture_is_halved_first_so_that_no_line_is_lost(qapp):
    pixels = Pixels(a_frame())
    sizes = [
        pixels.through(Window(40, 400), inverted=False, scale=scale).width()
        for scale in (1, 0.6, 0.5, 0.3, 0.25)
    ]
    assert sizes == [200, 200, 100, 100, 50]
