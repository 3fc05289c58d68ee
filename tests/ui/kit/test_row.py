from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, QStringListModel
from PySide6.QtWidgets import QListView

from atlas.ui.kit.row import RowState, state_of
from tests.ui.pointer import point_at


@pytest.fixture
def view(qtbot):
    view = QListView()
    view.setModel(QStringListModel(["one", "two"], view))
    view.setGridSize(QSize(100, 40))
    view.setContentsMargins(20, 30, 0, 0)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    point_at(view, QPoint(5, view.viewport().height() - 5))
    return view


def state(view, row):
    index = view.model().index(row, 0)
    return state_of(view, index, view.visualRect(index))


def test_a_row_is_quiet_until_something_happens_to_it(view):
    assert state(view, 1) == RowState(chosen=False, hovered=False, focused=False)


def test_a_row_is_hovered_while_the_pointer_is_on_it(view):
    point_at(view, view.visualRect(view.model().index(1, 0)).center())
    assert (state(view, 0).hovered, state(view, 1).hovered) == (False, True)


def test_the_current_row_is_chosen_and_has_the_focus_of_its_view(qtbot, view):
    view.setCurrentIndex(view.model().index(1, 0))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert state(view, 1) == RowState(chosen=True, hovered=False, focused=True)
    view.clearFocus()
    assert state(view, 1) == RowState(chosen=True, hovered=False, focused=False)
    assert state(view, 0) == RowState(chosen=False, hovered=False, focused=False)
