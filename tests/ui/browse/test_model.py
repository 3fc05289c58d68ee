from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from atlas.domain.page import PageId
from atlas.ui.browse.model import ContentsModel, Kind


def outline(model, parent=None):
    parent = parent if parent is not None else QModelIndex()
    found = {}
    for row in range(model.rowCount(parent)):
        at = model.index(row, 0, parent)
        found[at.data()] = outline(model, at)
    return found


def test_qt_finds_no_fault_with_the_model(library, qapp):
    model = ContentsModel(library)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_filter("gout")
    model.set_filter("no such words")
    model.set_filter("")


def test_categories_hold_overview_groups_and_second_places(library, qapp):
    assert outline(ContentsModel(library)) == {
        "Metabolic": {"Tophaceous gout": {}, "Crystal": {"CPPD disease": {}}},
        "Localized": {"Phleboliths": {}, "See also": {"CPPD disease": {}}},
    }


def test_a_category_counts_the_pages_whose_first_place_it_is(library, qapp):
    model = ContentsModel(library)
    assert [model.row(model.index(row, 0)).pages for row in (0, 1)] == [2, 1]


def test_the_filter_takes_every_word_and_knows_synonyms(library, qapp):
    model = ContentsModel(library)
    model.set_filter("pseudo")
    assert outline(model) == {
        "Metabolic": {"Crystal": {"CPPD disease": {}}},
        "Localized": {"See also": {"CPPD disease": {}}},
    }
    model.set_filter("gout stones")
    assert outline(model) == {}


def test_a_page_is_found_at_its_first_place(library, qapp):
    model = ContentsModel(library)
    at = model.index_of(PageId("cppd"))
    assert model.row(at).kind is Kind.PAGE
    assert at.parent().data() == "Crystal"
    assert not model.index_of(PageId("nowhere")).isValid()


def test_a_second_place_says_where_the_first_is(library, qapp):
    model = ContentsModel(library)
    also = model.index(0, 0, model.index(1, 0, model.index(1, 0)))
    spoken = also.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert spoken == "Its first place is in Metabolic"
