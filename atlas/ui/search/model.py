"""The answer as Qt wants to hear it: pages first, and teaching cases below under a heading."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from atlas.search.query import Answer, Hit
from atlas.ui.kit.elided import plain_tip

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole
"""The hit of a row; None for the heading of the cases."""
CASES = "Teaching cases"


SEEN_AT_ONCE = 16
"""Rows that a view is given at first: more than find room, on a high screen too."""


class HitModel(QAbstractListModel):
    """Hits, best first; fifty of each kind at most, so each answer replaces the whole.

    A view lays out every row that it is given, so those that nobody has scrolled to wait.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Hit | None, ...] = ()
        self._given = 0

    def set_answer(self, answer: Answer) -> None:
        self.beginResetModel()
        heading = (None,) if answer.cases else ()
        self._rows = (*answer.hits, *heading, *answer.cases)
        self._given = min(SEEN_AT_ONCE, len(self._rows))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._given

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._given < len(self._rows)

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self.beginInsertRows(QModelIndex(), self._given, len(self._rows) - 1)
            self._given = len(self._rows)
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()] is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return hit
            case Qt.ItemDataRole.DisplayRole:
                return hit.title if hit else CASES
            case Qt.ItemDataRole.AccessibleDescriptionRole if hit:
                return described(hit)
            case Qt.ItemDataRole.ToolTipRole if hit:
                return plain_tip(" · ".join(_filed(hit)))
        return None


def described(hit: Hit) -> str:
    """A hit as it is spoken: all that its row shows, and what its marks stand for."""
    return ". ".join(filter(None, (*_filed(hit), hit.why, hit.snippet, hit.apart)))


def _filed(hit: Hit) -> tuple[str, ...]:
    """What the two marks of a row stand for."""
    return (hit.where, "must not be missed") if hit.must_not_miss else (hit.where,)
