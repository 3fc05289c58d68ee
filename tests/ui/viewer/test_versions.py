"""Another variant and another time of a plate, as the reader meets them in the panel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from atlas.domain.page import PageId
from atlas.domain.place import Place
from atlas.domain.plate import Lesion, Modality, PlateId, Region, Simulated, Stage, TimeCourse
from atlas.imaging.view import zoomed
from atlas.ui.viewer.panel import ViewerPanel
from atlas.ui.viewer.sizes import FILM, FINE_FILM
from tests.builders import a_library, a_page, a_session
from tests.ui.viewer.conftest import a_frame, a_made_plate
from tests.ui.viewport.hands import LEFT

COURSE = TimeCourse(
    "Time since the injury",
    "week {}",
    1.0,
    6.0,
    (
        Stage(2.0, (("maturity", 0.2),), "veil", "A veil.", (Region("grain", "faint veil"),)),
        Stage(6.0, (("maturity", 0.6),), "rim"),
        Stage(12.0, (("maturity", 0.9),), "shell", "A shell."),
    ),
)
LESION = Lesion("zonal", (("maturity", 0.6),))
PLATES = (
    a_made_plate("timed", source=Simulated("thigh-ct", (LESION,), 7), time=COURSE),
    a_made_plate("film", 3)._replace(modality=Modality.RADIOGRAPH),
)


@pytest.fixture
def asked():
    """Each source with its size, in the order in which they were loaded."""
    return []


@pytest.fixture
def panel(qtbot, tasks, asked):
    def load(source, size):
        asked.append((source, size))
        frame = a_frame()
        small = size not in (512, FILM)
        return replace(frame, values=frame.values[::2, ::2].copy()) if small else frame

    session = a_session(a_library(a_page("injury", "Injury", plates=PLATES)))
    panel = ViewerPanel(session, tasks, load)
    qtbot.addWidget(panel)
    panel.resize(600, 700)
    panel.show()
    qtbot.waitExposed(panel)
    go(qtbot, panel, "timed")
    return panel


def go(qtbot, panel, plate):
    panel._session.go(Place(PageId("injury"), PlateId(plate)))
    qtbot.waitUntil(lambda: panel.has_picture)


def maturity(source):
    return source.lesions[0].parameters[0][1]


def test_another_variant_has_the_next_seed_and_says_so(qtbot, panel, asked):
    nearer = zoomed(panel.viewport.view, 2)._replace(centre=(60.0, 70.0))
    panel.viewport.look(nearer)
    panel.versions.another()
    qtbot.waitUntil(lambda: asked[-1][0].seed == 8 and "variant 8" in corner(panel))
    assert panel.caption.text == "Variant 8; the first is 7. Caption of timed."
    assert panel.viewport.view == nearer
    assert panel.has_picture


def corner(panel):
    return panel.viewport._words.top_right[0]


def test_the_way_back_leads_to_the_first_variant_from_any(qtbot, panel):
    for _ in range(3):
        panel.versions.another()
    qtbot.waitUntil(lambda: "variant 10" in corner(panel))
    panel.versions.back_to_first()
    qtbot.waitUntil(lambda: "variant 7" in corner(panel))
    assert panel.caption.text == "Caption of timed."
    assert not panel.versions.is_other


def test_a_plate_is_found_again_in_its_variant_and_at_its_time(qtbot, panel, asked):
    panel.versions.another()
    panel.versions.step(3)
    go(qtbot, panel, "film")
    assert not panel.versions.is_other
    assert panel.versions.time is None
    go(qtbot, panel, "timed")
    assert (panel.versions.plate.source.seed, panel.versions.time) == (8, 9.0)


def test_the_slider_is_there_for_a_plate_with_a_course_alone(qtbot, panel):
    row = panel.below.time_row
    assert row.isVisible()
    assert (row.slider.accessibleName(), row.slider.value()) == ("Time since the injury", 4)
    go(qtbot, panel, "film")
    assert not row.isVisible()


def test_the_keys_of_the_slider_move_through_time(qtbot, panel):
    slider = panel.below.time_row.slider
    for key, time in ((Qt.Key.Key_Right, 7), (Qt.Key.Key_Home, 2), (Qt.Key.Key_End, 12)):
        qtbot.keyClick(slider, key)
        assert panel.versions.time == time
    assert slider.accessibleDescription() == "week 12 · shell"


def test_a_drag_of_the_slider_moves_through_time(qtbot, panel):
    slider = panel.below.time_row.slider
    middle = slider.height() // 2
    qtbot.mousePress(slider, LEFT, pos=QPoint(2, middle))
    assert panel.versions.time == 2
    qtbot.mouseMove(slider, QPoint(slider.width() - 2, middle))
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(slider.width() - 2, middle))
    assert panel.versions.time == 12


def test_words_regions_and_picture_follow_the_time(qtbot, panel, asked):
    panel.versions.go_to_step(0)
    assert panel.caption.text == "A veil."
    qtbot.waitUntil(lambda: panel.viewport.frame and maturity(asked[-1][0]) == 0.2)
    qtbot.waitUntil(lambda: "week 2 · veil" in panel.viewport._words.top_left[2])
    assert "Outlined: faint veil." in panel.viewport.accessibleDescription()


def test_a_time_comes_roughly_at_once_and_sharp_when_the_hand_rests(qtbot, panel, asked):
    before = panel.viewport.picture_point(panel.viewport.rect().center().toPointF())
    del asked[:]
    panel.versions.step(1)
    qtbot.waitUntil(lambda: len(asked) >= 2)
    assert [size for _, size in asked[:2]] == [256, 512]
    qtbot.waitUntil(lambda: panel.viewport.frame.size == (200, 160))
    after = panel.viewport.picture_point(panel.viewport.rect().center().toPointF())
    assert after == pytest.approx(before, abs=1)


def test_while_the_hand_moves_only_the_newest_time_waits(qtbot, panel, asked):
    del asked[:]
    for _ in range(5):
        panel.versions.step(1)
    qtbot.waitUntil(lambda: any(size == 512 for _, size in asked))
    rough = [maturity(source) for source, size in asked if size == 256]
    assert rough == [0.65, 0.85]


def test_a_larger_place_has_a_larger_film_after_the_first(qtbot, panel, asked):
    go(qtbot, panel, "film")
    assert asked[-1][1] == FILM
    panel.resize(1300, 900)
    qtbot.waitUntil(lambda: asked[-1][1] == FINE_FILM)
    qtbot.waitUntil(lambda: panel.viewport.frame.size == (100, 80))


def test_the_buttons_stand_beside_the_caption_while_they_are_of_use(qtbot, tasks, actions, panel):
    another, first = actions(2)
    first.setEnabled(False)
    panel.set_actions([], [], [first, another])
    panel.below.refresh()
    assert [button.isVisible() for button in panel.below._buttons] == [False, True]
