"""Chips narrow by key and click, and keep their place and the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlas.search.query import Choice, Facet, Filter
from atlas.ui.kit.theme import DARK, Look
from atlas.ui.search.chips import FEW, Chips, choices_of, flow


def a_facet(field, *values, chosen=()):
    choices = (Choice(Filter(field, v), v.title(), 3, chosen=v in chosen) for v in values)
    return Facet(field, field.title(), tuple(choices))


SITES = a_facet("site", "hip", "knee", "hand", "foot")
MANY = (a_facet("pattern", "rim", "punctate", "linear", "flowing"), SITES,
        a_facet("category", "localized", "metabolic"))  # fmt: skip


@pytest.fixture
def chips(qtbot):
    chips = Chips(Look(DARK))
    qtbot.addWidget(chips)
    chips.resize(284, 60)
    chips.show_choices(choices_of(MANY))
    with qtbot.waitExposed(chips):
        chips.show()
    chips.activateWindow()
    chips.focus()
    qtbot.waitUntil(chips._seen()[0].hasFocus)
    return chips


def texts(chips):
    return [chip.text().split("  ")[0] for chip in chips._seen()]


def focused(chips):
    return next(chip.text().split("  ")[0] for chip in chips._seen() if chip.hasFocus())


def test_the_first_of_each_field_comes_before_the_second_and_what_is_chosen_before_all():
    found = choices_of((a_facet("site", "hip", "knee", chosen=("knee",)), a_facet("sex", "male")))
    assert [choice.label for choice in found] == ["Knee", "Hip", "Male"]


def test_things_that_do_not_fit_go_on_in_the_next_line():
    assert flow([60, 60, 60], 124) == [(0, 0), (64, 0), (0, 1)]


def test_two_lines_of_chips_and_the_rest_on_demand(chips):
    assert texts(chips)[0] == "Localized"
    assert texts(chips)[-1] == "More"
    few = len(texts(chips))
    low = chips.sizeHint().height()
    chips.more.click()
    assert len(texts(chips)) == 11
    assert texts(chips)[-1] == "Fewer"
    assert chips.sizeHint().height() > low
    chips.more.click()
    assert len(texts(chips)) == few


def test_their_room_is_the_same_for_few_chips_as_for_many_and_none_without(chips):
    high = chips.sizeHint().height()
    chips.show_choices(choices_of((a_facet("site", "hip"),)))
    assert chips.sizeHint().height() == high
    assert texts(chips) == ["Hip"]
    chips.show_choices(())
    assert chips.isHidden()


def test_arrows_go_from_chip_to_chip_and_space_and_enter_take_one(chips, qtbot):
    QTest.keyClick(chips._seen()[0], Qt.Key.Key_Right)
    assert focused(chips) == "Hip"
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(chips.taken) as heard:
            QTest.keyClick(chips._seen()[1], key)
        assert str(heard.args[0].filter) == "site:hip"
    QTest.keyClick(chips._seen()[1], Qt.Key.Key_Left)
    assert focused(chips) == "Localized"


def test_a_chip_keeps_the_focus_when_it_moves_to_the_front(chips):
    QTest.keyClick(chips._seen()[0], Qt.Key.Key_Right)
    chips.show_choices(choices_of((a_facet("site", "hip", "knee", chosen=("hip",)), MANY[2])))
    assert focused(chips) == "Hip"
    assert chips._seen()[0].isChecked()


def test_keys_that_are_not_for_chips_are_passed_on(chips):
    keys = []
    chips.left.connect(lambda event: keys.append(event.key()))
    QTest.keyClick(chips._seen()[0], Qt.Key.Key_Down)
    assert keys == [Qt.Key.Key_Down]


def test_a_chip_says_its_field_and_its_count_and_is_large_enough_to_hit(chips):
    chip = chips._seen()[1]
    assert chip.accessibleName() == "Site: Hip, 3 pages"
    assert chip.height() >= 24
    assert FEW == 2
