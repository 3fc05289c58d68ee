"""Sentence and region light each other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from atlas.domain.plate import Region
from atlas.ui.session import Session
from atlas.ui.viewport.viewport import Viewport


class SignLinks(QObject):
    """Between the regions of the plate that is shown and the signs of the page.

    A region without a sign is only lit itself.
    """

    def __init__(self, session: Session, viewport: Viewport, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._viewport = viewport
        self._regions: dict[str, Region] = {}
        self._hovered: str | None = None
        session.sign_lit.connect(self._light)
        viewport.region_hovered.connect(self._hover)
        viewport.region_clicked.connect(self._choose)

    def show(self, regions: tuple[Region, ...]) -> None:
        """Link these regions from now on."""
        self._regions = {region.name: region for region in regions}
        self._hovered = None
        self._light()

    @Slot(object)
    def _hover(self, name: str | None) -> None:
        self._hovered = name
        region = self._regions.get(name) if name else None
        self._session.light(region.sign if region else None)
        self._light()

    @Slot()
    def _light(self) -> None:
        lit = self._session.lit
        names = {region.name for region in self._regions.values() if lit and region.sign == lit}
        if self._hovered:
            names.add(self._hovered)
        self._viewport.light(frozenset(names))

    @Slot(str)
    def _choose(self, name: str) -> None:
        region = self._regions.get(name)
        if region and region.sign:
            self._session.choose_sign(region.sign)
