"""The features of the reader's page, beside its image."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlas.domain.page import Page, PageId
from atlas.domain.place import Place
from atlas.domain.plate import Plate, PlateId, StatementId
from atlas.domain.prose import plain
from atlas.ui.features.composer import OURS, Composer
from atlas.ui.features.find_bar import FindBar
from atlas.ui.features.sections import PageWriter
from atlas.ui.features.text import PageText
from atlas.ui.kit.theme import Look
from atlas.ui.session import Session

_NARROW = 330  # pixels at 100 %, under which wide labels stand over what they label
_LETTER = 140  # square pixels, in lines without a gap


class FeaturePanel(QWidget):
    """Shows the page the reader is on; its sentences and the plate's regions light each other."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._place: Place | None = None
        self._written: tuple[Page, Plate | None, Look, bool] | None = None
        self._whole = False
        self._rest: Callable[[], None] | None = None
        self.sight_first = False
        """Whether of a page only as much is written as can be seen, until `write_rest`."""
        self.text = PageText(session.look)
        self.find_bar = FindBar(self.text, session.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.text, 1)
        self.setFocusProxy(self.text)
        self.find_bar.closed.connect(self.text.setFocus)
        self.text.followed.connect(self._follow)
        self.text.sign_hovered.connect(session.light)
        session.place_changed.connect(self._show)
        session.look_changed.connect(self._dress)
        session.sign_lit.connect(self.text.light)
        session.sign_chosen.connect(self.text.bring_into_sight)

    @Slot()
    def write_rest(self) -> None:
        """What lies below the sight of a page that was written only as far."""
        self.sight_first = False
        if self._rest:
            self._rest()
            self._rest = None

    # What the commands ask

    def find_in_page(self) -> None:
        """Open the line that finds words in the page."""
        self.find_bar.open_bar()

    def copy_phrase(self, number: int = 0) -> None:
        """Put a report phrase on the clipboard as plain text and say exactly what it is."""
        page = self._session.page
        if page and number < len(page.report_phrases):
            phrase = plain(page.report_phrases[number].text)
            QGuiApplication.clipboard().setText(phrase)
            self._session.notice(f"Copied: {phrase}")

    # What it hears

    @Slot(Place)
    def _show(self, place: Place) -> None:
        page = self._session.page
        if self._written is None or self._written[0] is not page:
            self._whole = False
            self._write()
            self.text.verticalScrollBar().setValue(0)
        else:
            self._write()
        self.text.seek(place.statement)
        if not self._only_turned(place):
            self.text.bring_sought_into_sight()
        self._place = place

    def _only_turned(self, place: Place) -> bool:
        """Whether the reader has only turned to another plate, and reads where they are."""
        before = self._place
        return (
            before is not None
            and before.plate != place.plate
            and before._replace(plate=place.plate) == place
        )

    @Slot(Look)
    def _dress(self, look: Look) -> None:
        self.find_bar.box.dress(look)
        self._write()

    def _write(self, *, again: bool = False) -> None:
        page, plate, look = self._session.page, self._session.plate, self._session.look
        narrow = self.width() < look.px(_NARROW)
        if page is None or (self._written == (page, plate, look, narrow) and not again):
            return
        self._written = (page, plate, look, narrow)
        at = self.text.verticalScrollBar().value()
        library = self._session.library
        composer = Composer(look, self._title_of, narrow=narrow)
        writer = PageWriter(composer, library, page, plate, whole=self._whole)
        self._rest = None
        if self.sight_first:
            writer.write(self._letters_in_sight())
            self._rest = partial(_write_at_once, writer, composer)
        else:
            writer.write()
        self.text.show_document(composer.document, look)
        self.text.verticalScrollBar().setValue(at)
        self.find_bar.refresh()

    def _letters_in_sight(self) -> float:
        """More than find room, by the smallest room that a letter takes."""
        return self.text.width() * self.text.height() / (_LETTER * self._session.look.scale**2)

    def _title_of(self, name: str) -> str | None:
        page, library = PageId(name), self._session.library
        return library.title(page) if page in library else None

    # What Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._written:
            self._write()

    # What a link does

    @Slot(str)
    def _follow(self, target: str) -> None:
        if not target.startswith(OURS):
            self._ask_to_leave(target)
            return
        kind, _, rest = target.removeprefix(OURS).partition(":")
        match kind:
            case "page":
                self._session.open(PageId(rest))
            case "sign":
                self._session.choose_sign(StatementId(rest))
            case "copy":
                self.copy_phrase(int(rest))
            case "cite":
                self._show_reference(int(rest))
            case "more":
                self._whole = True
                self._write(again=True)
            case "plate":
                plate, _, sign = rest.partition(":")
                self._session.look_at(PlateId(plate))
                self._session.choose_sign(StatementId(sign))

    def _show_reference(self, number: int) -> None:
        page = self._session.page
        if page and 0 < number <= len(page.references):
            self.text.bring_reference_into_sight(number)
            self._session.notice(f"[{number}] {page.references[number - 1].text}")

    def _ask_to_leave(self, target: str) -> None:
        """Nothing leaves the program unasked: the address is shown and may be copied instead."""
        # No dialog is needed for the first paint, nor a way out.
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices
        from PySide6.QtWidgets import QMessageBox

        asking = QMessageBox(self.window())
        asking.setWindowTitle("Leave the atlas?")
        asking.setTextFormat(Qt.TextFormat.PlainText)
        asking.setText("This address lies outside the atlas, on the internet.")
        asking.setInformativeText(target)
        opening = asking.addButton("Open", QMessageBox.ButtonRole.AcceptRole)
        copying = asking.addButton("Copy address", QMessageBox.ButtonRole.ActionRole)
        asking.addButton(QMessageBox.StandardButton.Cancel)
        asking.setDefaultButton(copying)
        asking.exec()
        if asking.clickedButton() is opening:
            if not QDesktopServices.openUrl(QUrl(target)):
                self._session.notice("No program of this computer opens web addresses.")
        elif asking.clickedButton() is copying:
            QGuiApplication.clipboard().setText(target)
            self._session.notice(f"Copied: {target}")


def _write_at_once(writer: PageWriter, composer: Composer) -> None:
    """Write the rest of a document that is on screen, which lays it out once."""
    edit = QTextCursor(composer.document)
    edit.beginEditBlock()
    writer.write()
    edit.endEditBlock()
