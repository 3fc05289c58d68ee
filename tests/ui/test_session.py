from __future__ import annotations

import pytest

from atlas.domain.page import PageId
from atlas.domain.place import Place
from atlas.domain.plate import PlateId, StatementId
from tests.builders import a_library, a_page, a_plate, a_session

GOUT, CPPD, STONES = (PageId(name) for name in ("gout", "cppd", "phlebolith"))


@pytest.fixture
def session(qapp):
    return a_session()


@pytest.fixture
def heard(session):
    places = []
    session.place_changed.connect(lambda place: places.append(place.page))
    return places


def test_a_move_is_told_once_and_the_same_place_not_at_all(session, heard):
    session.open(GOUT)
    session.open(GOUT)
    assert heard == [GOUT]


def test_the_way_back_and_forward(session, heard):
    for page in (GOUT, CPPD, STONES):
        session.open(page)
    session.back()
    session.back()
    assert session.place.page == GOUT
    assert not session.can_go_back
    session.forward()
    assert heard == [GOUT, CPPD, STONES, CPPD, GOUT, CPPD]


def test_a_new_move_forgets_what_lay_ahead(session):
    session.open(GOUT)
    session.open(CPPD)
    session.back()
    session.open(STONES)
    assert not session.can_go_forward
    session.back()
    assert session.place.page == GOUT


def test_back_at_the_beginning_stays(session, heard):
    session.open(GOUT)
    session.back()
    session.forward()
    assert heard == [GOUT]


def test_nothing_leads_to_a_page_that_is_not_there(session, heard):
    session.open(PageId("nowhere"))
    session.preview(Place(PageId("nowhere")))
    assert heard == []
    assert session.place is None
    assert session.page is None


def test_a_preview_leaves_no_trace(session, heard):
    session.open(GOUT)
    session.preview(Place(CPPD))
    session.preview(Place(STONES))
    session.end_preview()
    assert heard == [GOUT, CPPD, STONES, GOUT]
    assert not session.can_go_back


def test_going_to_what_is_previewed_makes_it_a_step(session):
    session.open(GOUT)
    session.preview(Place(CPPD))
    session.go(Place(CPPD))
    session.end_preview()
    assert session.place.page == CPPD
    session.back()
    assert session.place.page == GOUT


def test_turning_to_another_plate_is_no_step(qapp):
    page = a_page("gout", "Gout", plates=(a_plate("ct"), a_plate("mr")))
    session = a_session(a_library(page, a_page("cppd", "CPPD")))
    session.open(GOUT)
    session.look_at(PlateId("mr"))
    assert session.plate.id == "mr"
    assert not session.can_go_back
    session.open(CPPD)
    session.back()
    assert session.plate.id == "mr"


def test_a_sign_is_lit_until_another_is_or_the_page_is_left(session):
    lit = []
    session.sign_lit.connect(lit.append)
    session.open(GOUT)
    session.light(StatementId("edge"))
    session.light(StatementId("edge"))
    session.open(CPPD)
    assert lit == ["edge", None]


def test_choosing_a_sign_lights_it_and_brings_it_into_sight(session):
    chosen = []
    session.sign_chosen.connect(chosen.append)
    session.open(GOUT)
    session.choose_sign(StatementId("edge"))
    assert session.lit == "edge"
    assert chosen == ["edge"]


def test_to_be_sent_to_a_sentence_again_is_a_move(session, heard):
    sent = Place(GOUT, statement="Something is seen.")
    session.go(sent)
    session.go(sent)
    assert heard == [GOUT, GOUT]
    assert not session.can_go_back


def test_to_open_the_page_that_is_read_forgets_the_sentence_but_not_the_plate(qapp):
    session = a_session(a_library(a_page("gout", "Gout", plates=(a_plate("a"), a_plate("b")))))
    session.go(Place(GOUT, PlateId("b"), "Something is seen."))
    session.open(GOUT)
    assert session.place == Place(GOUT, PlateId("b"))


def test_the_sentence_stays_while_the_plates_are_turned(qapp):
    session = a_session(a_library(a_page("gout", "Gout", plates=(a_plate("a"), a_plate("b")))))
    session.go(Place(GOUT, PlateId("a"), "Something is seen."))
    session.look_at(PlateId("b"))
    assert session.place == Place(GOUT, PlateId("b"), "Something is seen.")


def test_the_sign_that_the_reader_was_sent_to_is_lit_wherever_it_is_shown(session):
    session.go(Place(GOUT, statement="Overhanging edge of the erosion."))
    assert session.lit == "overhanging-edge"
    session.go(Place(CPPD, statement="A dense ring."))
    assert session.lit is None


def test_what_is_expected_is_told_when_it_changes(qtbot, session):
    with qtbot.waitSignal(session.expected) as heard:
        session.expect((Place(GOUT),))
    assert heard.args == [(Place(GOUT),)]
    with qtbot.assertNotEmitted(session.expected):
        session.expect((Place(GOUT),))
