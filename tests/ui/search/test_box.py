"""How words may go on stands behind them, and takes nothing from the hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from atlas.search.query import Completion
from atlas.ui.kit.theme import DARK, Look
from atlas.ui.search.box import SearchBox, ghost_of


def going_on(*texts, note="word"):
    return tuple(Completion(text, len(text), text, note, 1) for text in texts)


@pytest.fixture
def box(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    window.box, window.other = SearchBox(Look(DARK)), QLineEdit()
    column.addWidget(window.box)
    column.addWidget(window.other)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.box.setFocus()
    qtbot.waitUntil(window.box.hasFocus)
    yield window.box
    window.close()


def typed(box, text, *texts):
    QTest.keyClicks(box, text)
    box.offer(going_on(*texts))


@pytest.mark.parametrize(
    ("text", "texts", "ghost"),
    [
        ("phleb", ("Phleboliths", "phlebography"), "Phleboliths"),
        ("rim mus", ("rim muscle",), "rim muscle"),
        ("ph", ("Phleboliths",), None),  # two letters are no word yet
        ("site:k", ("site:knee ",), "site:knee "),
        ("site:", ("site:knee ",), None),
        ("muscl", ("muscle", "muscles"), None),  # one letter is not worth a key
        ("calcificatoin", ("calcification",), None),  # it does not go on so
    ],
)
def test_the_likeliest_that_goes_on_as_written(text, texts, ghost):
    found = ghost_of(text, going_on(*texts))
    assert (found.text if found else None) == ghost


def test_a_title_is_offered_where_it_is_the_only_one_that_begins_so():
    words = going_on("calcification")
    one, two = going_on("Calcinosis", note="page"), going_on("Calcinosis", "Calculus", note="page")
    assert ghost_of("calc", one + words).text == "Calcinosis"
    assert ghost_of("calc", two + words).text == "calcification"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Right])
def test_tab_or_the_right_arrow_takes_what_is_offered(box, key):
    typed(box, "phleb", "phleboliths")
    assert box.ghost == "oliths"
    QTest.keyClick(box, key)
    assert box.text() == "phleboliths"
    assert box.hasFocus()
    box.undo()
    assert box.text() == "phleb"


def test_what_was_taken_is_not_offered_to_go_on_again(box):
    typed(box, "phleb", "phlebolith")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    box.offer(going_on("phleboliths and more"))
    assert box.ghost == ""


def test_without_an_offer_tab_leads_on_and_the_arrow_moves_the_caret(box):
    typed(box, "rim")
    box.setCursorPosition(1)
    QTest.keyClick(box, Qt.Key.Key_Right)
    assert box.cursorPosition() == 2
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.window().other.hasFocus()


def test_an_offer_stays_while_it_is_typed_on_and_goes_when_something_else_is(box):
    typed(box, "phl", "phleboliths")
    QTest.keyClicks(box, "eb")
    assert box.ghost == "oliths"
    QTest.keyClicks(box, "x")
    assert box.ghost == ""


def test_nothing_is_offered_in_the_middle_of_the_text_or_without_the_focus(box):
    typed(box, "phleb", "phleboliths")
    box.setCursorPosition(2)
    assert box.ghost == ""
    box.end(False)
    assert box.ghost == "oliths"
    box.window().other.setFocus()
    assert box.ghost == ""


def test_enter_and_the_arrows_are_never_the_offers(box, qtbot):
    typed(box, "phleb", "phleboliths")
    with qtbot.waitSignal(box.opened):
        QTest.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(box.moved):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.text() == "phleb"


def test_an_offer_is_painted_and_told_to_who_cannot_see_it(box):
    typed(box, "phleb")
    before = box.grab().toImage()
    box.offer(going_on("phleboliths"))
    assert box.grab().toImage() != before
    assert "phleboliths" in box.accessibleDescription()
