from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from atlas.domain.plate import Window
from atlas.imaging.frame import Frame
from atlas.imaging.view import View, flipped_horizontally, turned
from atlas.ui.kit.theme import IMAGE, Look
from atlas.ui.viewport import corners
from atlas.ui.viewport.corners import edge_letters, readout, scale_bar
from atlas.ui.viewport.shown import Overlay, Shown, Words, number
from tests.ui.viewport.conftest import a_frame

VIEW = View(Window(40, 400), 1.18, (100, 80))


def test_the_window_the_zoom_and_the_value_are_read_out():
    assert readout(a_frame(), VIEW, None) == ("W 400  L 40", "118 %")
    assert readout(a_frame(), VIEW, 57.4) == ("57 HU", "W 400  L 40", "118 %")
    assert readout(a_frame(unit=""), VIEW, 57.4)[0] == "57"


def test_a_slice_of_a_stack_is_counted():
    assert readout(a_frame(stack=(12, 28)), VIEW, None) == ("12/28", "W 400  L 40", "118 %")


def test_a_colour_picture_has_no_window_to_read_out():
    frame = Frame(np.zeros((4, 4, 3), np.uint8), Window(128, 256))
    assert readout(frame, VIEW, None) == ("118 %",)


@pytest.mark.parametrize(
    ("value", "text"), [(40, "40"), (-500, "−500"), (0, "0"), (-0.001, "−0.001"), (2.54, "2.5")]
)
def test_numbers_are_as_short_as_they_can_be_read(value, text):
    assert number(value) == text


@given(st.floats(0.02, 3), st.floats(0.05, 64))
def test_a_scale_bar_is_a_round_length_that_fits(millimetres, zoom):
    bar = scale_bar(a_frame(millimetres=millimetres), zoom)
    amount, unit = bar.text.split()
    length = float(amount) * (10 if unit == "cm" else 1)
    assert bar.pixels == pytest.approx(length / millimetres * zoom)
    assert 110 / 2.6 < bar.pixels <= 110 * 1.0001
    assert f"{length:e}"[0] in "125"


def test_a_scale_bar_says_centimetres_from_one_on():
    assert scale_bar(a_frame(millimetres=0.5), 2).text == "2 cm"
    assert scale_bar(a_frame(millimetres=0.05), 2).text == "2 mm"


def test_without_the_size_of_a_pixel_there_is_no_scale_bar():
    assert scale_bar(a_frame(millimetres=None), 1) is None


def test_the_letters_of_the_patient_turn_with_the_picture():
    frame = a_frame()
    assert edge_letters(frame, VIEW) == (("R", (-1, 0)), ("A", (0, -1)))
    assert edge_letters(frame, turned(VIEW, 1)) == (("R", (0, -1)), ("A", (1, 0)))
    assert edge_letters(frame, flipped_horizontally(VIEW)) == (("R", (1, 0)), ("A", (0, -1)))
    assert edge_letters(a_frame(edges=None), VIEW) == ()


def test_what_the_corners_cover_does_not_change_with_window_and_value(qapp):
    area, look = QRectF(0, 0, 500, 400), Look(IMAGE)
    shown = Shown(Words(("CT axial",), ("Simulated",)), a_frame(), VIEW)
    covered = corners.blocks(area, shown, look)
    other = shown._replace(value=5.0, view=VIEW._replace(window=Window(1, 9000)))
    assert corners.blocks(area, other, look) == covered


def test_long_words_are_cut_before_they_meet(qapp):
    area, look = QRectF(0, 0, 300, 400), Look(IMAGE)
    shown = Shown(Words(("A very long name of a projection",) * 2, ("Simulated · variant 7",)))
    (right, *left) = corners.blocks(area, shown, look)
    assert all(not box.intersects(right) for box in left)


def painted(viewport, left, top, right, bottom):
    image = viewport.grab().toImage()
    return any(
        image.pixelColor(x, y).lightness() > 60
        for x in range(left, right)
        for y in range(top, bottom)
    )


def test_the_overlay_key_takes_away_all_corners_but_where_the_picture_comes_from(viewport):
    viewport.say(Words(("CT axial",), ("Simulated · variant 7",)))
    viewport.look(viewport.view._replace(zoom=0.5))
    top_left, top_right, bottom_left = (0, 0, 120, 40), (380, 0, 500, 40), (0, 350, 120, 400)
    assert all(painted(viewport, *box) for box in (top_left, top_right, bottom_left))
    viewport.overlay = Overlay.NOTHING
    assert not painted(viewport, *top_left)
    assert not painted(viewport, *bottom_left)
    assert painted(viewport, *top_right)


def test_corner_words_on_bright_ground_have_a_plate(viewport):
    viewport.say(Words(("CT axial",)))
    viewport.look(viewport.view._replace(zoom=6.0, inverted=True, window=Window(400, 100)))
    image = viewport.grab().toImage()
    assert image.pixelColor(9, 20).lightness() < 110
    assert image.pixelColor(60, 100).lightness() == 255
    viewport.look(viewport.view._replace(inverted=False))
    assert viewport.grab().toImage().pixelColor(9, 20).lightness() == 0


def test_where_it_is_narrow_the_words_stand_under_each_other(qapp):
    area, look = QRectF(0, 0, 350, 500), Look(IMAGE, 2.0)
    words = Words(("MR axial STIR", "Right thigh"), ("Simulated · variant 7", "version 0.1.0"))
    lines = corners._lines(area, Shown(words, a_frame(), VIEW), look)
    texts, boxes = zip(*lines, strict=True)
    assert "MR axial STIR" in texts
    assert {"R", "A"} < set(texts)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


def test_a_letter_gives_way_to_words(qapp):
    area, look = QRectF(0, 0, 250, 200), Look(IMAGE, 2.0)
    words = Words(("MR axial STIR", "Right thigh"), ("Simulated · variant 7", "version 0.1.0"))
    lines = [*corners._lines(area, Shown(words, a_frame(), VIEW), look)]
    letters = [box for text, box in lines if text in "RA"]
    others = [box for text, box in lines if text not in "RA"]
    assert not any(letter.intersects(box) for letter in letters for box in others)
