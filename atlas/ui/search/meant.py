"""What was probably meant: a quiet line that a click or a key takes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton

from atlas.search.query import Query
from atlas.ui.kit.elided import plain_tip


class Meant(QToolButton):
    """Says only the words that are put right; the tip and the accessible name say all."""

    def __init__(self) -> None:
        super().__init__()
        self.query = ""
        """What is searched for when the line is taken."""
        self.setProperty("link", True)
        self.setText("Did you mean")
        self.setMinimumWidth(24)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def offer(self, typed: str, meant: str, room: int) -> None:
        """Offer what was meant by what was typed in so many pixels; nothing meant hides it."""
        self.query = meant
        self.setVisible(bool(meant))
        before, right = (Query.parse(text).asked for text in (typed, meant))
        changed = [word for word in right if word not in before] or right
        self.setText(self._fitted(f"{' '.join(changed)}?", room).replace("&", "&&"))
        self.setToolTip(plain_tip(f"Searches for: {meant}"))
        self.setAccessibleName(f"Did you mean {meant}?")

    def _fitted(self, words: str, room: int) -> str:
        """The words before all that introduces them."""
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(whole := f"Did you mean {words}") <= room:
            return whole
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
