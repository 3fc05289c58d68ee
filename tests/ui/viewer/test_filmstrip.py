from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester

from atlas.domain.plate import PlateId
from atlas.ui.viewer.strip_model import THUMBNAIL, StripModel
from tests.ui.viewer.conftest import PLATES

Role = Qt.ItemDataRole


@pytest.fixture
def model(qapp):
    model = StripModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    yield model
    assert isinstance(tester.model(), QAbstractItemModel)


def test_a_row_for_each_plate_under_its_name(model):
    model.set_plates(PLATES)
    assert [model.index(n).data() for n in range(3)] == ["CT axial", "CT axial", "MR axial T2"]
    assert model.row_of(PLATES[2]) == 2
    assert model.row_of(None) == -1
    model.set_plates(())
    assert model.rowCount() == 0


def test_a_thumbnail_comes_to_its_plate_and_is_told(qtbot, model):
    model.set_plates(PLATES)
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.set_thumbnail(PLATES[1].source, QImage(4, 4, QImage.Format.Format_Grayscale8))
    assert changed.args[0].row() == 1
    assert isinstance(model.index(1).data(THUMBNAIL), QImage)
    assert model.index(0).data(THUMBNAIL) is None


def test_every_tile_has_words_for_who_cannot_see_it(model):
    model.set_plates(PLATES)
    assert model.index(0).data(Role.AccessibleTextRole) == "CT axial, 1 of 7"
    assert model.index(2).data(Role.AccessibleTextRole) == "MR axial T2, not made yet, 3 of 7"
    assert "fluid levels" in model.index(2).data(Role.AccessibleDescriptionRole)
    assert model.index(2).data(Role.ToolTipRole) == "MR axial T2 (not made yet)"


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
