from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from atlas.domain.errors import AtlasError
from atlas.domain.page import PageId
from atlas.domain.place import Place
from atlas.domain.plate import PlateId, Region, Simulated
from atlas.imaging.view import zoomed
from atlas.ui.viewer.panel import ViewerPanel
from tests.builders import a_library, a_page, a_session
from tests.ui.viewer.conftest import MASS, a_frame, a_made_plate
from tests.ui.viewport.hands import wheel

COUNT = 9
STACK = Simulated("brain-ct", (), 3, 4)
PLATES = (
    a_made_plate("stack", source=STACK, regions=(Region("mass", "the mass", MASS),)),
    a_made_plate("single", 8),
)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def session():
    return a_session(a_library(a_page("head", "A head", plates=PLATES)))


@pytest.fixture
def panel(qtbot, tasks, asked, session):
    def load(source, _size):
        asked.append(source)
        if source.slice == 7:
            raise AtlasError("Slice 7 is damaged.")
        frame = a_frame()
        return replace(frame, stack=(source.slice, COUNT)) if source.slice else frame

    panel = ViewerPanel(session, tasks, load)
    qtbot.addWidget(panel)
    panel.resize(600, 700)
    panel.show()
    qtbot.waitExposed(panel)
    session.go(Place(PageId("head"), PlateId("stack")))
    qtbot.waitUntil(lambda: shown(panel) == (4, COUNT))
    return panel


def shown(panel):
    return panel.viewport.frame and panel.viewport.frame.stack


def scroll(qtbot, panel, notches, to):
    wheel(panel.viewport, (100, 100), notches)
    qtbot.waitUntil(lambda: shown(panel) == (to, COUNT))


def test_scrolling_keeps_window_zoom_and_place(qtbot, panel):
    nearer = zoomed(panel.viewport.view, 2)._replace(centre=(60.0, 70.0))
    panel.viewport.look(nearer)
    scroll(qtbot, panel, -2, to=6)
    assert panel.viewport.view == nearer
    assert not panel.viewport.fitted


def test_a_slice_is_named_for_who_cannot_see_it(qtbot, panel):
    assert panel.viewport.accessibleName() == "CT axial, slice 4 of 9"
    scroll(qtbot, panel, -1, to=5)
    assert panel.viewport.accessibleName() == "CT axial, slice 5 of 9"
    panel._session.step_plate(1)
    qtbot.waitUntil(lambda: panel.has_picture and shown(panel) is None)
    assert panel.viewport.accessibleName() == "CT axial"


def test_another_variant_of_a_stack_is_looked_at_in_the_same_slice(qtbot, panel, asked):
    scroll(qtbot, panel, -1, to=5)
    panel.versions.another()
    qtbot.waitUntil(lambda: asked[-1] == STACK._replace(seed=4, slice=5) and shown(panel) == (5, 9))


def test_scrolling_ends_at_the_first_and_the_last_slice(qtbot, panel):
    scroll(qtbot, panel, 40, to=1)
    scroll(qtbot, panel, -40, to=COUNT)


def test_a_plate_is_found_again_at_the_slice_where_it_was_left(qtbot, panel, session):
    scroll(qtbot, panel, -1, to=5)
    session.step_plate(1)
    qtbot.waitUntil(lambda: panel.has_picture and shown(panel) is None)
    session.step_plate(-1)
    qtbot.waitUntil(lambda: shown(panel) == (5, COUNT))


def test_the_neighbours_of_a_slice_are_prepared(qtbot, panel, asked):
    qtbot.waitUntil(lambda: {3, 5} <= {source.slice for source in asked})


def test_a_damaged_slice_is_told_and_the_plate_comes_back_at_its_own(qtbot, panel, session):
    wheel(panel.viewport, (100, 100), -3)
    qtbot.waitUntil(lambda: "Slice 7 is damaged." in panel.notice.text)
    session.step_plate(1)
    qtbot.waitUntil(lambda: panel.has_picture)
    session.step_plate(-1)
    qtbot.waitUntil(lambda: shown(panel) == (4, COUNT))


def test_page_down_in_the_picture_scrolls(qtbot, panel):
    qtbot.keyClick(panel.viewport, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: shown(panel) == (5, COUNT))


def test_the_wheel_over_a_single_picture_zooms(qtbot, panel, session):
    session.step_plate(1)
    qtbot.waitUntil(lambda: panel.has_picture and shown(panel) is None)
    before = panel.viewport.view.zoom
    wheel(panel.viewport, (100, 100), 1)
    assert panel.viewport.view.zoom > before
    assert panel.viewport.picture_point(QPoint(100, 100).toPointF())
