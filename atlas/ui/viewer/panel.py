"""The picture of the reader's place, with everything that is done to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from atlas.domain.errors import AtlasError
from atlas.domain.page import Page, PageId
from atlas.domain.plate import Plate, PlateId, Region, Window
from atlas.imaging.frame import Frame
from atlas.imaging.view import (
    PRESETS,
    Tool,
    View,
    flipped_horizontally,
    flipped_vertically,
    panning,
    preset_window,
    turned,
    windowing,
    zooming,
)
from atlas.ui.kit.tasks import Latest, Tasks
from atlas.ui.kit.theme import IMAGE, Look
from atlas.ui.session import Session
from atlas.ui.viewer.ahead import Ahead
from atlas.ui.viewer.caption import Caption
from atlas.ui.viewer.controls import Controls
from atlas.ui.viewer.filmstrip import FilmStrip
from atlas.ui.viewer.frames import Frames, Load
from atlas.ui.viewer.notice import Notice
from atlas.ui.viewer.progress import HEIGHT, ProgressLine
from atlas.ui.viewer.words import caption, corner_words, described
from atlas.ui.viewport.overlay import Overlay
from atlas.ui.viewport.viewport import Viewport

__all__ = ["Load", "Overlay", "ViewerPanel"]

PATIENCE = 150
"""Milliseconds the last picture stays while the next is made."""

TOOLS: dict[str, Tool] = {"window": windowing, "zoom": zooming, "pan": panning}

_Key = tuple[PageId, PlateId]


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
        self._frames = Frames(load)
        self._wanted = Latest(tasks)
        self._ahead = Ahead(self._frames, tasks, self)
        self._page: Page | None = None
        self._plate: Plate | None = None
        self._shown: _Key | None = None
        self._views: dict[_Key, tuple[View, bool]] = {}
        self._named = ("stored", Window(0, 1))
        self._hovered: str | None = None
        self._peeking = False
        self._overlay = Overlay.LABELS
        self._told: tuple[object, ...] = ()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self.viewport = Viewport(look)
        self.notice = Notice(look)
        self.progress = ProgressLine(look, self)
        self.caption = Caption(look)
        self.controls = Controls(look)
        self.strip = FilmStrip(look)
        self._stack = QStackedWidget()
        self._lay_out()
        self._listen()
        self._settle()
        self._turn()

    def _lay_out(self) -> None:
        self.setMinimumSize(280, 240)
        self.progress.setFixedHeight(HEIGHT)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self._stack.addWidget(self.viewport)
        self._stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addWidget(self._stack, 1)
        column.addWidget(self.caption)
        column.addWidget(self.controls)
        column.addWidget(self.strip)

    def _listen(self) -> None:
        session, viewport = self._session, self.viewport
        session.place_changed.connect(self._turn)
        session.sign_lit.connect(self._light)
        session.settings_changed.connect(self._settle)
        session.look_changed.connect(self._dress)
        self._patience.timeout.connect(self._wait)
        self._ahead.arrived.connect(self.strip.show_picture)
        viewport.view_changed.connect(self._tell)
        viewport.region_hovered.connect(self._hover)
        viewport.region_clicked.connect(self._choose_region)
        viewport.maximise_asked.connect(self.maximise_asked)
        viewport.context_menu_asked.connect(self.context_menu_asked)
        viewport.space.tapped.connect(self.cycle_overlay)
        viewport.space.held.connect(self.peek)
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
        if not (view and frame) or frame.in_colour:
            return ""
        if view.window == self._stored(frame):
            return "stored"
        if view.window == self._named[1]:
            return self._named[0]
        fits = (p.name for p in PRESETS if frame.unit == "HU" and p.window == view.window)
        return next(fits, "")

    @property
    def overlay(self) -> Overlay:
        return self._overlay

    @property
    def tool(self) -> str:
        """`window`, `zoom` or `pan`."""
        return next(name for name, tool in TOOLS.items() if tool is self.viewport.tool)

    def set_actions(self, presets: Sequence[QAction], buttons: Sequence[QAction | None]) -> None:
        """The actions of the row under the picture; None among the buttons is a gap."""
        self.controls.set_actions(presets, buttons)

    def choose_overlay(self, overlay: Overlay) -> None:
        self._overlay = overlay
        self._apply_overlay()

    def cycle_overlay(self) -> None:
        """Nothing, outlines, outlines with labels, and round again."""
        self.choose_overlay(self._overlay.following)

    def peek(self, begun: bool) -> None:
        """While it lasts, show the bare picture; or the labels, if the picture is bare."""
        self._peeking = begun
        self._apply_overlay()

    def invert(self) -> None:
        self._change(lambda view: replace(view, inverted=not view.inverted))

    def fit(self) -> None:
        self.viewport.fit()

    def actual_size(self) -> None:
        """One pixel of the picture on one of the screen."""
        if view := self.viewport.view:
            self.viewport.zoom_by(1 / view.zoom)

    def rotate_left(self) -> None:
        self._change(partial(turned, quarters=-1))

    def rotate_right(self) -> None:
        self._change(partial(turned, quarters=1))

    def flip_horizontal(self) -> None:
        self._change(flipped_horizontally)

    def flip_vertical(self) -> None:
        self._change(flipped_vertically)

    def reset(self) -> None:
        """The stored window, upright and whole."""
        if frame := self.viewport.frame:
            self.viewport.look(View(self._stored(frame)))
            self.viewport.fit()

    def preset(self, name: str) -> None:
        """Look through a preset of `atlas.imaging.view`; silent where it means nothing."""
        frame = self.viewport.frame
        if frame and (window := preset_window(name, frame, self._stored(frame))):
            self._named = (name, window)
            self._look_through(window)
            self._tell()

    def choose_tool(self, name: str) -> None:
        """What the left button does: `window`, `zoom` or `pan`."""
        self.viewport.tool = TOOLS[name]
        self._tell()

    def next_plate(self) -> None:
        self._step_plate(1)

    def previous_plate(self) -> None:
        self._step_plate(-1)

    def focus_image(self) -> None:
        self.viewport.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # From place to picture

    @Slot()
    def _turn(self) -> None:
        page, plate = self._session.page, self._session.plate
        before, self._page = self._page, page
        if page is not before:
            self.strip.show_plates(page.plates if page else ())
        elif plate == self._plate and page is not None:
            return
        self._remember()
        self._plate = plate
        self.strip.mark(plate)
        self.caption.say(caption(plate) if plate and plate.source else "")
        self._patience.stop()
        self._wanted.forget()
        if page is not before:
            self._ahead.load(())
        self._open()
        self._tell()

    def _open(self) -> None:
        """Show the plate, or words in its place."""
        plate = self._plate
        if plate and plate.source:
            frame = self._frames.held(plate.source)
            if frame:
                self._show(frame)
                return
            self._patience.start()
            work = partial(self._frames.get, plate.source)
            self._wanted.run(work, self._show, self._explain)
            return
        if plate:
            self.notice.unmade(plate)
        elif self._page:
            self.notice.no_plates()
        self._say_instead()

    def _show(self, frame: Frame) -> None:
        plate, page = self._plate, self._page
        if plate is None or page is None or plate.source is None:
            return
        self._patience.stop()
        self.progress.end()
        self._shown = self._key()
        view, was_fitted = self._views.get((page.id, plate.id), (None, True))
        self._name(plate, page)
        self.viewport.show_frame(frame, plate.regions, window=plate.window, view=view)
        if was_fitted:
            self.viewport.fit()
        self._stack.setCurrentWidget(self.viewport)
        self._light()
        self.strip.show_picture(plate.source, frame)
        self._look_ahead()
        self._tell()

    def _explain(self, error: AtlasError) -> None:
        if self._plate:
            self.notice.failed(self._plate, str(error))
            self._say_instead()
            self._tell()

    def _say_instead(self) -> None:
        """Words where the picture would be; the others of the page may be loaded meanwhile."""
        self._patience.stop()
        self.progress.end()
        self._shown = None
        self.viewport.clear()
        self._stack.setCurrentWidget(self.notice)
        self._look_ahead()

    def _wait(self) -> None:
        """It takes longer than the last picture may stay."""
        self._shown = None
        self.viewport.clear()
        if self._plate and self._page:
            self._name(self._plate, self._page)
        self._stack.setCurrentWidget(self.viewport)
        self.progress.begin()
        self._tell()

    def _look_ahead(self) -> None:
        plates = self._page.plates if self._page else ()
        sources = [plate.source for plate in plates if plate.source]
        for source in sources:
            if frame := self._frames.held(source):
                self.strip.show_picture(source, frame)
        self._ahead.load(source for source in sources if not self._frames.held(source))

    def _name(self, plate: Plate, page: Page) -> None:
        self.viewport.say(corner_words(plate, page))
        self.viewport.setAccessibleName(plate.name)
        self.viewport.setAccessibleDescription(described(plate))

    def _remember(self) -> None:
        """How the picture that is being left was looked at."""
        if self._shown and self.viewport.view:
            self._views[self._shown] = (self.viewport.view, self.viewport.fitted)

    def _key(self) -> _Key | None:
        return (self._page.id, self._plate.id) if self._page and self._plate else None

    def _step_plate(self, by: int) -> None:
        plates = self._page.plates if self._page else ()
        at = plates.index(self._plate) + by if self._plate in plates else -1
        if 0 <= at < len(plates):
            self._session.look_at(plates[at].id)

    @Slot(Plate)
    def _look_at(self, plate: Plate) -> None:
        if plate != self._session.plate:
            self._session.look_at(plate.id)

    # How it is looked at

    def _stored(self, frame: Frame) -> Window:
        return self._plate.window if self._plate and self._plate.window else frame.window

    def _change(self, step: Callable[[View], View]) -> None:
        """Look in another way; what was whole stays whole."""
        if view := self.viewport.view:
            whole = self.viewport.fitted
            self.viewport.look(step(view))
            if whole:
                self.viewport.fit()

    @Slot(Window)
    def _look_through(self, window: Window) -> None:
        self._change(lambda view: replace(view, window=window))

    def _apply_overlay(self) -> None:
        shown = self._overlay
        if self._peeking:
            bare = shown is Overlay.NOTHING
            shown = Overlay.LABELS if bare else Overlay.NOTHING
        self.viewport.overlay = shown
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Bring the row of controls up to date, and the commands if they are concerned."""
        view = self.viewport.view
        named = self.preset_name
        title = next((p.title for p in PRESETS if p.name == named), "Window")
        has_window = view is not None and self.has_picture and not self.in_colour
        self.controls.show_window(view.window if view and has_window else None, title)
        told = (
            self.has_picture,
            self.in_hounsfield,
            self.in_colour,
            self.inverted,
            named,
            self._overlay,
            self.tool,
            self._key(),
        )
        if told != self._told:
            self._told = told
            self.state_changed.emit()

    # Sentence and region

    @Slot(object)
    def _hover(self, name: str | None) -> None:
        self._hovered = name
        sign = next((region.sign for region in self._regions() if region.name == name), None)
        self._session.light(sign)
        self._light()

    @Slot()
    def _light(self) -> None:
        lit = self._session.lit
        names = {region.name for region in self._regions() if lit and region.sign == lit}
        self.viewport.light(frozenset(names | ({self._hovered} if self._hovered else set())))

    @Slot(str)
    def _choose_region(self, name: str) -> None:
        for region in self._regions():
            if region.name == name and region.sign:
                self._session.choose_sign(region.sign)

    def _regions(self) -> tuple[Region, ...]:
        return self._plate.regions if self._plate else ()

    # Looks

    @Slot()
    def _settle(self) -> None:
        self.viewport.level_inverted = self._session.settings.level_inverted

    @Slot(Look)
    def _dress(self, look: Look) -> None:
        look = Look(IMAGE, look.scale)
        for part in (self.viewport, self.notice, self.caption, self.controls, self.strip):
            part.dress(look)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if self.strip.isVisible():
            look = Look(IMAGE)
            painter.fillRect(self.strip.geometry(), look.colour("chrome"))
            painter.setPen(look.colour("hairline"))
            painter.drawLine(0, self.strip.y(), self.width(), self.strip.y())
