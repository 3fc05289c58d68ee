"""A row says what it is, what sets it apart and why it is there, and nothing twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem

from atlas.search.query import Answer
from atlas.ui.kit.theme import DARK, LIGHT, Look
from atlas.ui.kit.thumbs import Thumbs
from atlas.ui.search.delegate import proof_of
from atlas.ui.search.model import HitModel
from atlas.ui.search.panel import HitView
from tests.ui.kit.shelf import AShelf
from tests.ui.search.test_controller import a_hit
from tests.ui.viewer.conftest import a_made_plate

PLATE = a_made_plate("first")
HIT = replace(a_hit("gout"), snippet="An edge overhangs.", spans=((3, 7),), apart="It is dense.")


@pytest.mark.parametrize(
    ("why", "parts", "proof"),
    [
        ("key feature", {}, ("Key feature · ", "An edge overhangs.")),
        ("title", {}, ("", "An edge overhangs.")),
        ("title", {"spans": ()}, ("", "")),
        ("title", {"spans": (), "apart": ""}, ("", "An edge overhangs.")),
        ("filed under Rim", {"spans": ()}, ("Filed under Rim", "")),
        (
            "differential of Gout",
            {"snippet": "Gout: an edge overhangs."},
            ("Differential · ", "Gout: an edge overhangs."),
        ),
    ],
)
def test_the_proof_of_a_hit(why, parts, proof):
    assert proof_of(replace(HIT, why=why, **parts)) == proof


@pytest.fixture
def painted(qtbot):
    def paint(*hits, theme=DARK, cases=()):
        model = HitModel()
        model.set_answer(Answer(hits, cases))
        view = HitView(Look(theme), model, lambda _hit: PLATE)
        qtbot.addWidget(view)
        view.resize(284, 600)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return paint


def test_what_must_not_be_missed_and_every_theme_show_in_the_row(painted):
    plain = painted(HIT).grab().toImage()
    assert painted(replace(HIT, must_not_miss=True)).grab().toImage() != plain
    assert painted(HIT, theme=LIGHT).grab().toImage() != plain
    assert painted(replace(HIT, apart="It is flat.")).grab().toImage() != plain


def test_a_row_grows_with_the_text_and_is_measured_anew_in_another_look(painted):
    view = painted(HIT)
    index, option = view.model().index(0), QStyleOptionViewItem()
    low = view.itemDelegate().sizeHint(option, index).height()
    view.dress(Look(DARK, 2.0))
    assert view.itemDelegate().sizeHint(option, index).height() > low * 1.5


def test_pages_are_painted_the_same_whatever_cases_lie_below(painted):
    alone, both = painted(HIT), painted(HIT, cases=(a_hit("case"),))
    row = alone.visualRect(alone.model().index(0))
    assert both.visualRect(both.model().index(0)) == row
    assert alone.grab(row).toImage() == both.grab(row).toImage()
    assert both.visualRect(both.model().index(1)).top() >= row.bottom()


def test_a_picture_comes_later_into_a_row_that_keeps_its_height(qtbot, painted, tasks):
    view = painted(HIT, a_hit("lipoma"))
    rows = [view.visualRect(view.model().index(row)) for row in (0, 1)]
    before = view.grab(rows[0]).toImage()
    thumbs = Thumbs(AShelf(kept={PLATE}), tasks, view)
    view.take_thumbs(thumbs)
    with qtbot.waitSignal(thumbs.came):
        view.model().set_answer(Answer((HIT, a_hit("lipoma"))))
    assert [view.visualRect(view.model().index(row)) for row in (0, 1)] == rows
    assert view.grab(rows[0]).toImage() != before
    assert view.grab(rows[0]).toImage().pixelColor(38, 30).name() == "#ffffff"
