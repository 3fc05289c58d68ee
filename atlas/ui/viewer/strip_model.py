"""The plates of a page as a Qt list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from atlas.domain.plate import Plate
from atlas.ui.viewer.words import described, told_apart

Index = QModelIndex | QPersistentModelIndex


class StripModel(QAbstractListModel):
    """A row for each plate."""

    def __init__(self) -> None:
        super().__init__()
        self.plates: tuple[Plate, ...] = ()

    def set_plates(self, plates: tuple[Plate, ...]) -> None:
        """Show the plates of another page."""
        self.beginResetModel()
        self.plates = plates
        self.endResetModel()

    def plate(self, index: Index) -> Plate:
        """The plate at an index. Not a role of its data: Qt would make a list of the tuple."""
        return self.plates[index.row()]

    def row_of(self, plate: Plate | None) -> int:
        """Where a plate stands; -1 if it does not."""
        return next((n for n, other in enumerate(self.plates) if other == plate), -1)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.plates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        plate = self.plates[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return plate.name
            case Qt.ItemDataRole.ToolTipRole:
                whole = f"{plate.modality.label} {told_apart(plate)}"
                return whole if plate.source else f"{whole} (not made yet)"
            case Qt.ItemDataRole.AccessibleTextRole:
                made = "" if plate.source else ", not made yet"
                return f"{plate.name}{made}, {index.row() + 1} of {len(self.plates)}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return described(plate)
        return None
