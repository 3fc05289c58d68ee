"""The one thing that changes while the program runs: what is being read, and how it looks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from atlas.domain.library import Library
from atlas.domain.page import Page, PageId
from atlas.domain.place import Place
from atlas.domain.plate import Plate, PlateId, StatementId
from atlas.settings import Settings
from atlas.ui.kit.theme import Look


class Session(QObject):
    """Holds the library and the reader's place, and tells every panel of a move.

    Panels are given the session when they are made. They call `go` and listen
    to `place_changed`; no panel knows that another exists.
    """

    place_changed = Signal(Place)
    expected = Signal(tuple)
    """Where the reader is likely to go next has changed."""
    sign_lit = Signal(object)
    """The sign the pointer or the caret rests on, a StatementId, or None."""
    sign_chosen = Signal(object)
    """A sign that was clicked in one panel, to be brought into sight in the others."""
    settings_changed = Signal(Settings)
    look_changed = Signal(Look)
    noticed = Signal(str)
    """A sentence for the reader about what has just happened."""

    def __init__(
        self, library: Library, settings: Settings, look: Look, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.settings = settings
        self.look = look
        self._trail: list[Place] = []
        self._at = -1
        self._preview: Place | None = None
        self._lit: StatementId | None = None
        self.next_places: tuple[Place, ...] = ()

    # Where the reader is

    @property
    def place(self) -> Place | None:
        """What is shown now: a preview, or the last step of the trail."""
        if self._preview:
            return self._preview
        return self._trail[self._at] if self._trail else None

    @property
    def previewing(self) -> bool:
        """Whether what is shown is only tried, not gone to."""
        return self._preview is not None

    @property
    def page(self) -> Page | None:
        return self.library[self.place.page] if self.place else None

    @property
    def plate(self) -> Plate | None:
        """The plate looked at; None on a page without any."""
        return self.page.plate(self.place.plate) if self.page and self.place else None

    @property
    def sought(self) -> StatementId | None:
        """The sign that the reader was sent to, of those that plates of the page may show."""
        said = self.page.statements() if self.page and self.place and self.place.statement else ()
        return next((s.id for s in said if self.place and s.text == self.place.statement), None)

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at + 1 < len(self._trail)

    def go(self, place: Place) -> None:
        """Move to `place`, forgetting any places that lay ahead. An unknown page is no place.

        The trail keeps one step a page. To be sent to a sentence is a move, even if the reader
        was sent there before.
        """
        if place.page not in self.library:
            return
        sent = self.previewing or place.statement  # to settle on a preview is a move as well
        before = None if sent else self.place
        self._preview = None
        if not self._trail or place.page != self._trail[self._at].page:
            self._trail[self._at + 1 :] = [place]
            self._at = len(self._trail) - 1
        else:
            here = self._trail[self._at]
            self._trail[self._at] = place._replace(plate=place.plate or here.plate)
        self._tell(before)

    def open(self, page: PageId) -> None:
        """Move to a page, at the plate that is shown if it is that page."""
        self.go(Place(page))

    def look_at(self, plate: PlateId) -> None:
        """Turn to another plate of the same page, of which the same sentence stays in mind."""
        if self.place and self.place.plate != plate:
            before = self.place
            turned = before._replace(plate=plate)
            if self._preview:
                self._preview = turned
            else:
                self._trail[self._at] = turned
            self._tell(before)

    def step_plate(self, by: int) -> None:
        """Turn to the next plate of the page, or with -1 to the one before."""
        plates = self.page.plates if self.page else ()
        at = plates.index(self.plate) + by if self.plate in plates else -1
        if 0 <= at < len(plates):
            self.look_at(plates[at].id)

    def back(self) -> None:
        """Return to the page before this one."""
        self._step(-1)

    def forward(self) -> None:
        """Go again to the page from which the reader came back."""
        self._step(1)

    def preview(self, place: Place) -> None:
        """Show a page without going there."""
        if place.page in self.library:
            before, self._preview = self.place, place
            self._tell(before)

    def settle(self) -> None:
        """Make what is previewed a step of the trail."""
        if self._preview:
            self.go(self._preview)

    def end_preview(self) -> None:
        """Show again what was read before the preview."""
        before, self._preview = self.place, None
        self._tell(before)

    def expect(self, places: tuple[Place, ...]) -> None:
        """Say where the reader is likely to go next, so that it can be prepared."""
        if places != self.next_places:
            self.next_places = places
            self.expected.emit(places)

    # What is pointed at

    @property
    def lit(self) -> StatementId | None:
        return self._lit

    def light(self, sign: StatementId | None) -> None:
        """Point at a sign, in every panel that shows it."""
        if sign != self._lit:
            self._lit = sign
            self.sign_lit.emit(sign)

    def choose_sign(self, sign: StatementId) -> None:
        """Bring a sign into sight wherever it is shown."""
        self.light(sign)
        self.sign_chosen.emit(sign)

    # What the reader has chosen

    def choose(self, settings: Settings) -> None:
        """Take other settings; whoever keeps them is told."""
        if settings != self.settings:
            self.settings = settings
            self.settings_changed.emit(settings)

    def dress(self, look: Look) -> None:
        """Take another look; whoever paints is told."""
        if look != self.look:
            self.look = look
            self.look_changed.emit(look)

    def notice(self, sentence: str) -> None:
        """Tell the reader something, in the place the window has for it."""
        self.noticed.emit(sentence)

    def _step(self, by: int) -> None:
        before, self._preview = self.place, None
        self._at = min(max(self._at + by, 0), len(self._trail) - 1)
        self._tell(before)

    def _tell(self, before: Place | None) -> None:
        if self.place is not None and self.place != before:
            self.light(None)
            self.place_changed.emit(self.place)
            self.light(self.sought)
