"""What the reader may look at next, so that it is there by then."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Slot

from atlas.domain.page import Page
from atlas.ui.session import Session
from atlas.ui.viewer.frames import Wish
from atlas.ui.viewer.pictures import Pictures
from atlas.ui.viewer.sizes import first_wish
from atlas.ui.viewer.slices import Slices


class Likely(QObject):
    """Slices beside the one shown, then plates of this page, of what was found, of neighbours."""

    def __init__(
        self, session: Session, pictures: Pictures, slices: Slices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = pictures
        self._slices = slices
        session.expected.connect(self._expect)

    def prepare(self) -> None:
        """Begin, as soon as the reader stays; what was begun for another place is given up."""
        self._pictures.look_ahead(self._wishes())

    @Slot(tuple)
    def _expect(self) -> None:
        if not self._pictures.wanting:
            self.prepare()

    def _wishes(self) -> Iterator[Wish]:
        yield from self._slices.beside()
        page = self._session.page
        for plate in page.plates if page else ():
            yield from first_wish(plate)
        for place in self._session.next_places:
            yield from first_wish(self._session.library[place.page].plate(place.plate))
        if page:
            yield from self._beside(page)

    def _beside(self, page: Page) -> Iterator[Wish]:
        """Of the pages after and before this one, as Page Down and Page Up turn to them."""
        pages = list(self._session.library)
        at = pages.index(page)
        for beside in (at + 1, at - 1):
            if 0 <= beside < len(pages):
                yield from first_wish(pages[beside].plate(None))
