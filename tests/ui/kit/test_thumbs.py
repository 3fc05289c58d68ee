from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from atlas.ui.kit.thumbs import Thumbs
from tests.builders import a_plate
from tests.ui.kit.shelf import AShelf
from tests.ui.viewer.conftest import a_made_plate

FIRST, SECOND, THIRD = (a_made_plate(name, seed) for seed, name in enumerate("abc"))


@pytest.fixture
def given(qapp, tasks):
    """Thumbs over a shelf, and the plates in the order in which they came."""

    def give(**parts):
        shelf, came = AShelf(**parts), []
        thumbs = Thumbs(shelf, tasks)
        thumbs.came.connect(came.append)
        return thumbs, shelf, came

    return give


def test_what_is_kept_comes_first_and_the_rest_is_made(qtbot, given):
    thumbs, shelf, came = given(kept={SECOND})
    thumbs.want("strip", (FIRST, SECOND, THIRD))
    qtbot.waitUntil(lambda: came == [SECOND, FIRST, THIRD])
    assert shelf.making == [FIRST, THIRD]


def test_what_came_is_not_asked_again(qtbot, given):
    thumbs, shelf, came = given(kept={FIRST})
    thumbs.want("strip", (FIRST,))
    qtbot.waitUntil(lambda: came == [FIRST])
    thumbs.want("hits", (FIRST,))
    assert shelf.asked == [FIRST]


def test_what_a_list_does_not_want_any_more_is_not_made(qtbot, given):
    thumbs, shelf, came = given()
    thumbs.want("hits", (FIRST, SECOND))
    thumbs.want("hits", (THIRD,))
    qtbot.waitUntil(lambda: came == [THIRD])
    assert shelf.making == [THIRD]


def test_two_lists_do_not_take_each_others_wishes_away(qtbot, given):
    thumbs, _, came = given()
    thumbs.want("strip", (FIRST,))
    thumbs.want("hits", (SECOND,))
    qtbot.waitUntil(lambda: came == [FIRST, SECOND])


def test_a_plate_that_is_not_made_yet_has_no_thumbnail(qtbot, given):
    thumbs, shelf, came = given()
    thumbs.want("strip", (a_plate("planned"), FIRST))
    qtbot.waitUntil(lambda: came == [FIRST])
    assert shelf.asked == [FIRST]


def test_a_picture_that_cannot_be_made_holds_up_no_other_and_is_not_tried_again(qtbot, given):
    thumbs, shelf, came = given(refused={FIRST})
    thumbs.want("strip", (FIRST, SECOND))
    qtbot.waitUntil(lambda: came == [SECOND])
    thumbs.want("strip", (FIRST, THIRD))
    qtbot.waitUntil(lambda: came == [SECOND, THIRD])
    assert shelf.making == [FIRST, SECOND, THIRD]


def test_a_fault_goes_to_the_crash_dialog_once_and_holds_up_no_other(qtbot, given):
    thumbs, _, came = given(faulty={FIRST})
    with qtbot.captureExceptions() as raised:
        thumbs.want("strip", (FIRST, SECOND))
        qtbot.waitUntil(lambda: came == [SECOND])
        thumbs.want("strip", (FIRST, THIRD))
        qtbot.waitUntil(lambda: came == [SECOND, THIRD])
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_picture_is_painted_whole_in_the_middle_of_its_room(qtbot, given, ratio):
    thumbs, _, came = given(kept={FIRST})
    thumbs.want("strip", (FIRST,))
    qtbot.waitUntil(lambda: bool(came))
    image = QImage(round(90 * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    thumbs.paint(painter, QRect(0, 0, 90, 60), SECOND)
    assert image.pixelColor(image.rect().center()).name() == "#000000"
    thumbs.paint(painter, QRect(0, 0, 90, 60), FIRST)
    painter.end()
    row = [image.pixelColor(x, image.height() // 2).red() for x in range(image.width())]
    assert sum(value == 255 for value in row) == 60 * ratio
    assert row == row[::-1]
