from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem

from atlas.domain.page import PageId
from atlas.domain.plate import PlateId
from atlas.ui.kit.theme import IMAGE, Look
from atlas.ui.kit.thumbs import Thumbs
from atlas.ui.viewer.filmstrip import TileDelegate
from atlas.ui.viewer.strip_model import StripModel
from tests.ui.kit.shelf import AShelf
from tests.ui.pointer import point_at
from tests.ui.viewer.conftest import PLATES

Role = Qt.ItemDataRole


@pytest.fixture
def model(qapp):
    model = StripModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    yield model
    assert isinstance(tester.model(), QAbstractItemModel)


@pytest.fixture
def white():
    return AShelf(kept={PLATES[1]})


def test_a_row_for_each_plate_under_its_name(model):
    model.set_plates(PLATES)
    assert [model.index(n).data() for n in range(3)] == ["CT axial", "CT axial", "MR axial T2"]
    assert model.row_of(PLATES[2]) == 2
    assert model.row_of(None) == -1
    model.set_plates(())
    assert model.rowCount() == 0


def test_a_thumbnail_comes_to_its_tile_and_to_no_other(qtbot, panel, turn, tasks, white):
    turn("first")
    strip = panel.strip
    tiles = [strip.visualRect(strip.model().index(row, 0)) for row in (0, 1)]
    dark = [strip.viewport().grab(tile).toImage() for tile in tiles]
    strip.take_thumbs(Thumbs(white, tasks, panel))
    qtbot.waitUntil(lambda: strip.viewport().grab(tiles[1]).toImage() != dark[1])
    middle = tiles[1].center() - tiles[1].topLeft() - QPoint(0, 10)
    assert strip.viewport().grab(tiles[1]).toImage().pixelColor(middle).name() == "#ffffff"
    assert strip.viewport().grab(tiles[0]).toImage() == dark[0]


def test_the_strip_of_another_page_wants_its_own_thumbnails(qtbot, panel, turn, tasks, white):
    turn("first")
    panel.strip.take_thumbs(Thumbs(white, tasks, panel))
    turn("only", page="single")
    only = panel._session.library[PageId("single")].plates[0]
    qtbot.waitUntil(lambda: only in white.asked)


def test_every_tile_has_words_for_who_cannot_see_it(model):
    model.set_plates(PLATES)
    assert model.index(0).data(Role.AccessibleTextRole) == "CT axial, 1 of 7"
    assert model.index(2).data(Role.AccessibleTextRole) == "MR axial T2, not made yet, 3 of 7"
    assert "fluid levels" in model.index(2).data(Role.AccessibleDescriptionRole)


def test_the_strip_is_there_when_there_is_a_choice_or_a_picture(panel, turn):
    shown = {}
    for page, plate in (
        ("sarcoma", "first"),
        ("single", "only"),
        ("planned", "unmade"),
        ("bare", ""),
    ):
        turn(plate, page=page)
        shown[page] = panel.strip.isVisible()
    assert shown == {"sarcoma": True, "single": True, "planned": False, "bare": False}


def test_a_click_on_a_tile_turns_to_its_plate(qtbot, panel, turn, session):
    turn("first")
    strip = panel.strip
    at = strip.visualRect(strip.model().index(1, 0)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.plate == PLATES[1]


def test_the_keys_move_along_the_strip(qtbot, panel, turn, session):
    turn("first")
    for key, plate in (
        (Qt.Key.Key_Right, "second"),
        (Qt.Key.Key_Right, "unmade"),
        (Qt.Key.Key_Left, "second"),
        (Qt.Key.Key_End, "film"),
        (Qt.Key.Key_Home, "first"),
    ):
        qtbot.keyClick(panel.strip, key)
        assert session.plate.id == PlateId(plate)


def test_the_tile_of_the_plate_that_is_looked_at_is_marked(panel, turn):
    turn("second")
    strip = panel.strip
    assert strip.currentIndex().row() == 1
    image = strip.viewport().grab().toImage()
    corners = [strip.visualRect(strip.model().index(n, 0)).topLeft() for n in (0, 1)]
    assert [image.pixelColor(at).name() for at in corners] == ["#22272c", "#d6a84a"]


def test_the_tooltip_says_all_of_a_plate(model):
    model.set_plates(PLATES)
    tips = [model.index(n).data(Role.ToolTipRole) for n in (0, 2)]
    assert tips == ["CT axial, thigh, right", "MR axial T2, ankle (not made yet)"]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_modality_has_room_on_a_tile_at_any_size_of_text(qapp, panel, scale):
    tiles = TileDelegate(Look(IMAGE, scale), StripModel(), panel.strip)
    metrics = QFontMetrics(tiles.look.font(11))
    for word in ("Radiograph", "Ultrasound", "Angiography"):
        assert metrics.horizontalAdvance(word) <= tiles.tile.width() - 2 * 6
    assert tiles.tile.height() >= 4 * metrics.height()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_every_side_of_a_tile_is_drawn_at_any_scale_of_the_screen(panel, turn, ratio):
    turn("first")
    tile = panel.strip._tiles.tile
    image = QImage(tile * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, tile.width(), tile.height())
    painter = QPainter(image)
    panel.strip._tiles.paint(painter, option, panel.strip.model().index(1, 0))
    painter.end()
    middle = image.height() // 2
    for edge in (0, image.width() - 1):
        assert image.pixelColor(edge, middle).name() == IMAGE.hairline


def test_hovering_a_tile_tints_it_and_draws_no_second_selection(panel, turn):
    turn("first")
    strip = panel.strip
    tile = QRect(strip.visualRect(strip.model().index(1, 0)).topLeft(), strip._tiles.tile)
    drawn = []
    for pointer in (tile.bottomRight() + QPoint(40, 0), tile.center()):
        point_at(strip, pointer)
        image = strip.viewport().grab(tile).toImage()
        at = image.width() - 3, image.height() - 3
        drawn.append((image.pixelColor(0, 9).name(), image.pixelColor(*at).name()))
    assert drawn == [(IMAGE.hairline, "#000000"), (IMAGE.hairline, IMAGE.raised)]
