"""Where labels stood when they were last drawn, so that they do not jump with each move."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from atlas.ui.viewport.overlay import Label


class Stood:
    """Keeps for each region the picture point its label pointed at, and how the label lay to it."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[QPointF, QRectF]] = {}

    def remember(self, labels: Iterable[Label], to_screen: QTransform) -> None:
        back = to_screen.inverted()[0]
        for label in labels:
            lay = label.box.translated(-label.tip)
            self._places[label.outline.name] = (back.map(label.tip), lay)

    def moved(self, to_screen: QTransform) -> dict[str, QRectF]:
        """The boxes by name, moved as their points of the picture have been."""
        return {
            name: lay.translated(to_screen.map(point))
            for name, (point, lay) in self._places.items()
        }
