from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from atlas.search.query import Answer
from atlas.ui.search.model import CASES, HIT, SEEN_AT_ONCE, HitModel
from tests.ui.search.test_controller import a_hit


def test_qt_finds_no_fault_with_the_model(qapp):
    model = HitModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_answer(Answer((a_hit("gout"), a_hit("cppd")), (a_hit("case"),)))
    model.set_answer(Answer())


def test_a_hit_is_spoken_with_its_place_and_its_sentence(qapp):
    model = HitModel()
    model.set_answer(Answer((a_hit("gout"),)))
    index = model.index(0)
    assert index.data() == "gout"
    assert index.data(HIT).place.page == "gout"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole).startswith("Metabolic")


def test_cases_stand_below_the_pages_under_a_heading_that_cannot_be_chosen(qapp):
    model = HitModel()
    model.set_answer(Answer((a_hit("gout"), a_hit("cppd")), (a_hit("case"),)))
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [row.data() for row in rows] == ["gout", "cppd", CASES, "case"]
    assert not rows[2].flags() & Qt.ItemFlag.ItemIsSelectable
    assert rows[2].data(HIT) is None


def test_what_the_marks_of_a_row_stand_for_is_said_in_words(qapp):
    model = HitModel()
    model.set_answer(Answer((replace(a_hit("gout"), must_not_miss=True),)))
    said = model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    for words in (said, tip):
        assert "Metabolic" in words
        assert "must not be missed" in words


def test_rows_that_nobody_has_scrolled_to_wait(qapp):
    model = HitModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_answer(Answer(tuple(a_hit(f"page {number}") for number in range(50))))
    assert model.rowCount() == SEEN_AT_ONCE
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 50
    assert not model.canFetchMore(QModelIndex())
