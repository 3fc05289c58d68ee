from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from atlas.ui.search.model import HIT, HitModel
from tests.ui.search.test_controller import a_hit


def test_qt_finds_no_fault_with_the_model(qapp):
    model = HitModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_hits((a_hit("gout"), a_hit("cppd")))
    model.set_hits(())


def test_a_hit_is_spoken_with_its_place_and_its_sentence(qapp):
    model = HitModel()
    model.set_hits((a_hit("gout"),))
    index = model.index(0)
    assert index.data() == "gout"
    assert index.data(HIT).place.page == "gout"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole).startswith("Metabolic")
