"""The picture of the reader's place, with everything that is done to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlas.domain.errors import AtlasError
from atlas.domain.page import Page
from atlas.domain.plate import Plate, Window
from atlas.imaging.frame import Frame
from atlas.imaging.view import Tool, View, panning, windowing, zooming
from atlas.ui.kit.tasks import Tasks
from atlas.ui.kit.theme import IMAGE, Look
from atlas.ui.session import Session
from atlas.ui.viewer.below import Below
from atlas.ui.viewer.controls import Controls
from atlas.ui.viewer.filmstrip import FilmStrip
from atlas.ui.viewer.frames import Load
from atlas.ui.viewer.likely import Likely
from atlas.ui.viewer.links import SignLinks
from atlas.ui.viewer.notice import Notice
from atlas.ui.viewer.overlay_key import OverlayKey
from atlas.ui.viewer.pictures import Pictures
from atlas.ui.viewer.presets import Presets, title_of
from atlas.ui.viewer.progress import ProgressLine
from atlas.ui.viewer.sizes import sketch_of, wishes_for
from atlas.ui.viewer.slices import Slices
from atlas.ui.viewer.versions import Key, Versions
from atlas.ui.viewer.views import Views
from atlas.ui.viewer.words import caption, corner_words, described, named
from atlas.ui.viewport.shown import Overlay, Words
from atlas.ui.viewport.viewport import Viewport

__all__ = ["Load", "Overlay", "ViewerPanel"]

TOOLS: dict[str, Tool] = {"window": windowing, "zoom": zooming, "pan": panning}


class ViewerPanel(QWidget):
    """Fetches the picture off the interface thread, and says so when it cannot."""

    state_changed = Signal()
    """What the commands of the picture can do, or what is switched on, has changed."""
    maximise_asked = Signal()
    context_menu_asked = Signal(QPoint)
    """A place on the whole screen."""

    def __init__(
        self, session: Session, tasks: Tasks, load: Load, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setAccessibleName("Image")
        look = Look(IMAGE, session.look.scale)
        self._session = session
        self._pictures = Pictures(load, tasks, self)
        self._page: Page | None = None
        self._plate: Plate | None = None
        self._shown: Key | None = None
        self._wished = 0
        self._presets = Presets()
        self._peeking = False
        self._overlay_key = OverlayKey(self)
        self.overlay = Overlay.LABELS
        """What the reader chose; `peek` does not change it."""
        self._told: tuple[object, ...] = ()
        self.viewport = Viewport(look)
        self._links = SignLinks(session, self.viewport, self)
        self._views = Views(self.viewport)
        self.versions = Versions(self)
        self._slices = Slices(self.viewport, self._pictures, self)
        self._likely = Likely(session, self._pictures, self._slices, self)
        self.notice = Notice(look)
        self.progress = ProgressLine(look, self)
        self.below = Below(look, self.versions, self)
        self.caption = self.below.caption
        self.controls = Controls(look)
        self.strip = FilmStrip(look)
        self._lay_out()
        self._listen()
        self._settle()
        self._turn()

    def _lay_out(self) -> None:
        self.setMinimumSize(280, 240)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addLayout(self.notice.over(self.viewport), 1)
        column.addLayout(self.below)
        column.addWidget(self.controls)
        column.addWidget(self.strip)

    def _listen(self) -> None:
        session, viewport = self._session, self.viewport
        session.place_changed.connect(self._turn)
        session.settings_changed.connect(self._settle)
        session.look_changed.connect(self._dress)
        self._pictures.came.connect(self._show)
        self._pictures.delayed.connect(self._wait)
        self._pictures.refused.connect(self._explain)
        self.versions.changed.connect(self._want)
        self.versions.moved.connect(partial(self._want, by_hand=True))
        viewport.view_changed.connect(self._tell)
        viewport.maximise_asked.connect(self.maximise_asked)
        viewport.context_menu_asked.connect(self.context_menu_asked)
        for key in (viewport.space, self._overlay_key):
            key.tapped.connect(self.cycle_overlay)
            key.held.connect(self.peek)
        self.controls.window_typed.connect(self._look_through)
        self.controls.left.connect(self.focus_image)
        self.strip.plate_chosen.connect(self._look_at)

    # What the commands ask

    @property
    def has_picture(self) -> bool:
        """Whether the picture of this very place is there."""
        return self._shown is not None and self._shown == self._key()

    @property
    def in_hounsfield(self) -> bool:
        """Whether presets 3 to 6 mean anything here."""
        frame = self.viewport.frame
        return self.has_picture and frame is not None and frame.unit == "HU"

    @property
    def in_colour(self) -> bool:
        """Whether there is no window to change."""
        frame = self.viewport.frame
        return self.has_picture and frame is not None and frame.in_colour

    @property
    def inverted(self) -> bool:
        return self.viewport.view is not None and self.viewport.view.inverted

    @property
    def preset_name(self) -> str:
        """The preset that is looked through; empty for a window of the reader's own."""
        view, frame = self.viewport.view, self.viewport.frame
        if not (view and frame):
            return ""
        return self._presets.name_of(view.window, frame, self._stored(frame))

    @property
    def tool(self) -> str:
        """`window`, `zoom` or `pan`."""
        return next(name for name, tool in TOOLS.items() if tool is self.viewport.tool)

    def set_actions(
        self,
        presets: Sequence[QAction],
        buttons: Sequence[QAction | None],
        variants: Sequence[QAction] = (),
    ) -> None:
        """The actions of the row under the picture, None a gap, and those beside the caption."""
        self.controls.set_actions(presets, buttons)
        self.below.set_actions(variants)
        self.setTabOrder(self.viewport, self.controls.width_field)
        self.setTabOrder(self.controls.more, self.strip)

    def look_as(self, window: Window | None, overlay: bool | None) -> None:
        """Look at the plate of this place, there or still to come, as a link says."""
        if overlay is not None:
            self.choose_overlay(Overlay.LABELS if overlay else Overlay.NOTHING)
        if window and self.has_picture:
            self._look_through(window)
        elif window and (key := self._key()):
            self._views.begin(key, window)

    @property
    def window_chosen(self) -> Window | None:
        """The band of values that is looked through; none without a picture in grey."""
        view = self.viewport.view
        return view.window if view and self.has_picture and not self.in_colour else None

    def choose_overlay(self, overlay: Overlay) -> None:
        self.overlay = overlay
        self._apply_overlay()

    def cycle_overlay(self) -> None:
        """Nothing, outlines, outlines with labels, and round again."""
        self.choose_overlay(self.overlay.following)

    def tap_or_peek(self) -> None:
        """What the overlay command asks: go on in the round, or peek while its key is held."""
        self._overlay_key.ask()

    def peek(self, begun: bool) -> None:
        """While it lasts, show the bare picture; or the labels, if the picture is bare."""
        self._peeking = begun
        self._apply_overlay()

    def change(self, step: Callable[[View], View]) -> None:
        """Look in another way; what was whole stays whole."""
        if view := self.viewport.view:
            whole = self.viewport.fitted
            self.viewport.look(step(view))
            if whole:
                self.viewport.fit()

    def reset(self) -> None:
        """The stored window, upright and whole."""
        if frame := self.viewport.frame:
            self.viewport.look(View(self._stored(frame)))
            self.viewport.fit()

    def preset(self, name: str) -> None:
        """Look through a preset of `atlas.imaging.view`; silent where it means nothing."""
        frame = self.viewport.frame
        if frame and (window := self._presets.give(name, frame, self._stored(frame))):
            self._look_through(window)
            self._tell()

    def choose_tool(self, name: str) -> None:
        """What the left button does: `window`, `zoom` or `pan`."""
        self.viewport.tool = TOOLS[name]
        self._tell()

    def focus_image(self) -> None:
        self.viewport.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # From place to picture

    @Slot()
    def _turn(self) -> None:
        page, plate = self._session.page, self._session.plate
        if page is not None and page is self._page and plate == self._plate:
            return
        self._views.keep(self._shown)
        if page is not self._page:
            self.strip.show_plates(page.plates if page else ())
        self._page, self._plate = page, plate
        self.strip.mark(plate)
        self.versions.open(self._key(), plate)
        if plate and plate.source:
            self._want()
        else:
            self._pictures.forget()
            self._say_what_is_missing()
            self._tell()

    def _want(self, *, by_hand: bool = False) -> None:
        """Get the plate as it is looked at now: roughly at first, if by hand, for more follows."""
        plate, page = self.versions.plate, self._page
        assert plate
        if page and not self.has_picture and self.viewport.frame is None:
            self._name(plate, page)
        self.caption.say(caption(plate, self.versions.first_seed))
        wishes = wishes_for(plate, self._room())
        self._wished = len(wishes)
        if by_hand:
            wishes = (*sketch_of(plate), *wishes)
        self._slices.want(self._key(), wishes, by_hand=by_hand)
        self._tell()

    @Slot(Frame)
    def _show(self, frame: Frame) -> None:
        plate, page = self.versions.plate, self._page
        if plate is None or page is None:
            return
        self.progress.end()
        if self.has_picture:  # another slice of it, another time, another variant, or sharper
            self.viewport.exchange(frame, plate.regions)
        else:
            self._put_up(frame, plate)
        self._name(plate, page)
        self.below.refresh()
        self._links.show(plate.regions)
        self.notice.hide()
        self._likely.prepare()
        self._tell()

    def _put_up(self, frame: Frame, plate: Plate) -> None:
        """A picture in the place of another, looked at as it was left."""
        self._shown = self._key()
        assert self._shown
        view, whole = self._views.recall(self._shown, frame)
        self.viewport.show_frame(frame, plate.regions, window=plate.window, view=view)
        if whole:
            self.viewport.fit()

    @Slot(AtlasError)
    def _explain(self, error: AtlasError) -> None:
        if self._plate:
            self.notice.failed(self._plate, str(error))
            self._say_instead()

    @Slot()
    def _wait(self) -> None:
        """It takes longer than the last picture may stay; a slice stays until the next is there."""
        if self.has_picture:
            self.progress.begin()
            return
        self._take_down()
        if self._plate and self._page:
            self._name(self._plate, self._page)
        self.notice.hide()
        self.progress.begin()
        self._tell()

    def _say_what_is_missing(self) -> None:
        if self._plate:
            self.notice.unmade(self._plate)
        elif self._page:
            self.notice.no_plates()
        self._say_instead()

    def _say_instead(self) -> None:
        """Words where the picture would be; the others of the page are loaded meanwhile."""
        self.progress.end()
        self._take_down()
        self.caption.say("")
        self.viewport.say(Words())
        self.viewport.setAccessibleName(self._plate.name if self._plate else "No plate")
        self.viewport.setAccessibleDescription(self.notice.text)
        self.notice.show()
        self._likely.prepare()
        self._tell()

    def _take_down(self) -> None:
        self._shown = None
        self._links.show(())
        self.viewport.clear()

    def _name(self, plate: Plate, page: Page) -> None:
        self.viewport.say(corner_words(plate, page, self.versions.time_in_words))
        self.viewport.setAccessibleName(named(plate, self.viewport.frame))
        self.viewport.setAccessibleDescription(described(plate))

    def _room(self) -> float:
        """Pixels of the screen along the longer side of the picture's place."""
        return max(self.viewport.width(), self.viewport.height()) * self.devicePixelRatioF()

    def _key(self) -> Key | None:
        return (self._page.id, self._plate.id) if self._page and self._plate else None

    @Slot(Plate)
    def _look_at(self, plate: Plate) -> None:
        if plate != self._session.plate:
            self._session.look_at(plate.id)

    # How it is looked at

    def _stored(self, frame: Frame) -> Window:
        return self._plate.window if self._plate and self._plate.window else frame.window

    @Slot(Window)
    def _look_through(self, window: Window) -> None:
        self.change(lambda view: view._replace(window=window))

    def _apply_overlay(self) -> None:
        shown = self.overlay
        if self._peeking:
            bare = shown is Overlay.NOTHING
            shown = Overlay.LABELS if bare else Overlay.NOTHING
        self.viewport.overlay = shown
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Bring the row of controls up to date, and the commands if they are concerned."""
        preset = self.preset_name
        self.controls.show_window(self.window_chosen, title_of(preset))
        can = (self.has_picture, self.in_hounsfield, self.in_colour, self.inverted)
        told = (*can, preset, self.overlay, self.tool, self._key(), self.versions.can)
        if told != self._told:
            self._told = told
            self.state_changed.emit()

    # Looks

    @Slot()
    def _settle(self) -> None:
        self.viewport.level_inverted = self._session.settings.level_inverted

    @Slot(Look)
    def _dress(self, look: Look) -> None:
        look = Look(IMAGE, look.scale)
        for part in (self.viewport, self.notice, self.below, self.controls, self.strip):
            part.dress(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        plate = self.versions.plate if self.has_picture else None
        if plate and len(wishes_for(plate, self._room())) > self._wished:
            self._want()  # a larger place wants a larger picture

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if self.strip.isVisible():
            at = self.strip.geometry()
            painter.fillRect(at, QColor(IMAGE.chrome))
            painter.fillRect(at.x(), at.y(), at.width(), 1, QColor(IMAGE.hairline))
