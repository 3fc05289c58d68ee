from __future__ import annotations

from atlas.domain.page import PageId
from atlas.domain.place import Place
from atlas.domain.plate import PlateId
from tests.ui.viewer.conftest import PLATES

MADE = [plate.source for plate in PLATES if plate.source]


def only_of(session, page):
    return session.library[PageId(page)].plates[0].source


def test_the_plates_of_the_page_are_prepared_and_then_those_of_its_neighbours(
    qtbot, session, turn, loading
):
    turn("first")
    single = only_of(session, "single")
    qtbot.waitUntil(lambda: single in loading.asked)
    assert loading.asked == [*MADE, single]


def test_what_was_found_is_prepared_before_the_neighbours(qtbot, session, turn, loading):
    turn("first")
    session.expect((Place(PageId("single")), Place(PageId("planned"))))
    qtbot.waitUntil(lambda: only_of(session, "single") in loading.asked)


def test_a_hit_is_prepared_at_the_plate_it_leads_to(qtbot, session, turn, loading):
    turn("only", page="single")
    session.expect((Place(PageId("sarcoma"), PlateId("mr")),))
    qtbot.waitUntil(lambda: len(loading.asked) >= 2)
    assert loading.asked[1] == PLATES[5].source


def test_what_is_wanted_now_comes_before_what_is_likely(qtbot, session, turn, loading):
    loading.may_go_on.clear()
    loading.held_up.add(PLATES[0].source)
    session.go(Place(PageId("sarcoma"), PlateId("first")))
    session.expect((Place(PageId("single")),))
    qtbot.wait(400)
    assert loading.asked == [PLATES[0].source]
    loading.may_go_on.set()
    qtbot.waitUntil(lambda: only_of(session, "single") in loading.asked)
