"""The frame around the panels. It arranges; it does not decide."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from atlas.domain.deep_link import DeepLink
from atlas.domain.errors import Problem
from atlas.domain.place import Place
from atlas.searches import RecentSearches
from atlas.settings import LARGEST_TEXT, SMALLEST_TEXT
from atlas.ui.about.first_start import NoticeStrip
from atlas.ui.body import Body, Sizes
from atlas.ui.browse.panel import BrowsePanel
from atlas.ui.features.panel import FeaturePanel
from atlas.ui.kit.tasks import Tasks
from atlas.ui.kit.theme import THEMES
from atlas.ui.search.box import SearchBox
from atlas.ui.session import Session
from atlas.ui.side_buttons import SideButtons
from atlas.ui.status_line import HEIGHT as STATUS_HEIGHT
from atlas.ui.status_line import StatusLine
from atlas.ui.top_bar import HEIGHT as BAR_HEIGHT
from atlas.ui.top_bar import TopBar
from atlas.ui.viewer.panel import Load, Overlay, ViewerPanel

if TYPE_CHECKING:
    from atlas.ui.search.controller import Finder
    from atlas.ui.search.panel import SearchPanel

TITLE = "Calcification Atlas"
TEXT_STEP = 10  # per cent
MOST_PIXELS = 9999  # of a size that is remembered
FRAME = 40  # pixels that the system puts round a window, at most
_PRESETS = ("auto", "stored", "full", "soft_tissue", "bone", "lung", "faint")
_BUTTONS = (
    "window", "zoom", "pan", "", "overlay", "invert", "",
    "rotate_left", "rotate_right", "flip_horizontal", "flip_vertical", "",
    "fit", "actual_size", "reset", "maximise",
)  # fmt: skip


class Dialog(Enum):
    """A dialog of the window; none is made before it is asked for."""

    PALETTE = "palette"
    KEYS = "keys"
    ABOUT = "about"
    PROBLEMS = "problems"


class Window(QMainWindow):
    """Contents, image and features, from left to right, under one bar."""

    closing = Signal()
    first_painted = Signal()
    """The window stands on the screen, with all that it shows at first."""
    commanded = Signal()
    """A command has run; what depends on the window's state may have changed."""
    asked_for = Signal(Dialog)

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        searching: Tasks,
        load: Load,
        finder: Finder,
        searches: RecentSearches,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.session = session
        self.contents = BrowsePanel(session)
        self.search_box = SearchBox(session.look)
        self.viewer = ViewerPanel(session, tasks, load)
        self.features = FeaturePanel(session)
        self.features.setObjectName("features")
        self.left = QStackedWidget()
        self.left.setObjectName("contents")
        self.left.addWidget(self.contents)
        self.body = Body(self.left, self.viewer, self.features)
        self.top_bar = TopBar(session, self.search_box)
        self.notice_strip = NoticeStrip()
        self.status = StatusLine(len(session.library))
        self.problems = problems
        self._searching = searching
        self._finder = finder
        self._searches = searches
        self._painted = False
        self._focus_before: QWidget | None = None
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.notice_strip)
        column.addWidget(self.body, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)
        self.setMinimumSize(640, 480)
        self._size_bars()

    def _listen(self) -> None:
        session = self.session
        self._side_buttons = SideButtons(session, self)
        self.first_painted.connect(self._watch_side_buttons)
        session.place_changed.connect(self._name_page)
        session.noticed.connect(self.status.say)
        session.look_changed.connect(self.search_box.dress)
        session.look_changed.connect(self._size_bars)
        self.notice_strip.read.connect(self._keep_notice_read)
        self.notice_strip.setVisible(not session.settings.notice_read)
        self.contents.tree.clicked.connect(self._chosen_in_contents)
        self.viewer.maximise_asked.connect(self.toggle_maximised)

    @Slot()
    def _watch_side_buttons(self) -> None:
        """Of the widgets that keep a press to themselves; not before the first paint."""
        keeping = (
            self.contents.tree.viewport(),
            self.contents.filter_box,
            self.results.view.viewport(),
            self.search_box,
            self.features.text.viewport(),
            self.viewer.viewport,
            self.viewer.strip.viewport(),
        )
        self._side_buttons.watch(keeping)

    @cached_property
    def results(self) -> SearchPanel:
        """What is found, in the place of the contents; not before the first paint, or a need."""
        from atlas.ui.search.controller import SearchController
        from atlas.ui.search.panel import SearchPanel

        controller = SearchController(self._finder, self._searching)
        results = SearchPanel(self.session, controller, self.search_box, self._searches)
        self.left.addWidget(results)
        results.put_in_order()
        results.shown_changed.connect(self._show_results)
        results.done.connect(self._leave_search)
        return results

    # What the commands ask

    def focus_search(self) -> None:
        self.results.ask()

    def focus_chips(self) -> None:
        """To what narrows the search, where there is any."""
        self.results.focus_chips()

    def copy_link(self) -> None:
        """Take what is shown to the clipboard as a link, which opens it as it is looked at."""
        if place := self.session.place:
            plate, viewer = self.session.plate, self.viewer
            shown = viewer.overlay is not Overlay.NOTHING
            link = DeepLink(place.page)
            if plate and viewer.has_picture:
                link = DeepLink(place.page, plate.id, viewer.window_chosen, shown)
            QApplication.clipboard().setText(str(link))
            self.session.notice("Link copied")

    def focus_contents(self) -> None:
        """To the contents, even from the results of a search."""
        self.search_box.clear()
        self.body.show_contents(True)
        self.contents.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_filter(self) -> None:
        self.search_box.clear()
        self.body.show_contents(True)
        self.contents.focus_filter()

    def focus_next_panel(self) -> None:
        """From panel to panel, round and round: contents, image, features, search."""
        panels = [self._left_panel(), self.viewer, self.features.text, self.search_box]
        seen = [panel for panel in panels if panel.isVisible()]
        focus = QApplication.focusWidget()
        at = [n for n, panel in enumerate(seen) if focus and panel.isAncestorOf(focus)]
        at = at or [n for n, panel in enumerate(seen) if panel is focus]
        after = seen[(at[0] + 1) % len(seen)] if at else seen[0]
        if after is self.viewer:
            self.viewer.focus_image()
        else:
            (after.focusProxy() or after).setFocus(Qt.FocusReason.TabFocusReason)

    def toggle_contents(self) -> None:
        self.body.show_contents(not self.body.contents_shown)
        if self.body.contents_shown and self.body.narrow:
            self._left_panel().setFocus()

    def toggle_maximised(self) -> None:
        """Give the image the window, and the focus; and give both back."""
        if self.body.image_maximised:
            self.body.maximise_image(False)
            (self._focus_before or self.features.text).setFocus()
        else:
            self._focus_before = QApplication.focusWidget()
            self.body.maximise_image(True)
            self.viewer.focus_image()

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def step_page(self, by: int) -> None:
        """Turn to the next page of the contents, or with -1 to the one before."""
        place = self.session.place
        pages = self.session.library.ids
        if place and 0 <= (at := pages.index(place.page) + by) < len(pages):
            self.session.open(pages[at])

    def next_theme(self) -> None:
        """The next of the three themes; from then on it is pinned."""
        names = [theme.id for theme in THEMES]
        here = names.index(self.session.look.theme.id)
        after = THEMES[(here + 1) % len(THEMES)]
        self.session.notice(f"Theme: {after.title}")
        self.session.choose(replace(self.session.settings, theme=after.id))

    def choose_theme(self, name: str) -> None:
        self.session.choose(replace(self.session.settings, theme=name))

    def step_text(self, by: int) -> None:
        """Make all text larger or smaller by a step."""
        size = self.session.settings.text_size + by * TEXT_STEP
        size = min(max(size, SMALLEST_TEXT), LARGEST_TEXT)
        self.session.notice(f"Text size {size} %")
        self.session.choose(replace(self.session.settings, text_size=size))

    def plain_text_size(self) -> None:
        self.session.choose(replace(self.session.settings, text_size=100))

    def flip_setting(self, name: str) -> None:
        """Turn a yes-or-no setting over."""
        settings = self.session.settings
        turned: dict[str, Any] = {name: not getattr(settings, name)}
        self.session.choose(replace(settings, **turned))

    def ask_for(self, dialog: Dialog) -> None:
        """Whoever makes the dialogs is asked for one."""
        self.asked_for.emit(dialog)

    def set_actions(self, actions: dict[str, QAction], menu: QMenu, image_menu: QMenu) -> None:
        """Take the actions of the command table to where they are shown."""
        left = ("view.contents", "go.back", "go.forward")
        right = ("view.theme",)
        self.top_bar.show_actions([actions[i] for i in left], [actions[i] for i in right], menu)
        self.top_bar.dress(self.session.look)
        self.viewer.set_actions(
            [actions[f"image.{name}"] for name in _PRESETS],
            [actions[f"image.{name}"] if name else None for name in _BUTTONS],
            [actions[f"image.{name}"] for name in ("first_variant", "variant")],
        )
        self.viewer.context_menu_asked.connect(image_menu.popup)
        self.features.text.addActions([actions["page.find"], actions["page.copy_phrase"]])

    # What is remembered

    def state(self) -> dict[str, QByteArray]:
        """Sizes and places, by name: losing them costs nothing."""
        shared = ",".join(map(str, self.body.sizes))
        return {"geometry": self.saveGeometry(), "sizes": QByteArray(shared.encode())}

    def restore(self, state: dict[str, QByteArray]) -> None:
        """Take up sizes and places again; what does not fit is left as it is."""
        if "geometry" not in state or not self.restoreGeometry(state["geometry"]):
            self._first_size()
        kept = bytes(state.get("sizes", QByteArray()).data()).split(b",")
        if len(kept) == len(Sizes._fields) and all(size.isdigit() for size in kept):
            self.body.share(Sizes(*(min(int(size), MOST_PIXELS) for size in kept)))

    def _left_panel(self) -> QWidget:
        return self.results if self.results.active else self.contents

    def _first_size(self) -> None:
        """Most of the screen, as wide as the three panels want and no wider."""
        screen = self.screen().availableGeometry()
        if screen.height() > screen.width():
            self.resize(screen.width(), screen.height() * 9 // 10)
        else:
            self.resize(min(1440, screen.width()), min(900, screen.height() - FRAME))

    # What it hears

    @Slot(Place)
    def _name_page(self, place: Place) -> None:
        self.setWindowTitle(f"{self.session.library.title(place.page)} – {TITLE}")

    @Slot()
    def _size_bars(self) -> None:
        self.top_bar.setFixedHeight(max(BAR_HEIGHT, self.session.look.px(BAR_HEIGHT)))
        self.body.grow(self.session.look.scale)
        self.top_bar.dress(self.session.look)
        self.status.setFixedHeight(max(STATUS_HEIGHT, self.session.look.px(STATUS_HEIGHT)))

    @Slot(bool)
    def _show_results(self, shown: bool) -> None:
        self.left.setCurrentWidget(self.results if shown else self.contents)
        focus = QApplication.focusWidget()
        if shown:
            self.body.show_contents(True)
        elif focus and not self.left.isAncestorOf(focus):
            self.body.close_drawer()

    @Slot()
    def _leave_search(self) -> None:
        self.body.close_drawer()
        self.features.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _chosen_in_contents(self) -> None:
        self.body.close_drawer()

    @Slot()
    def _keep_notice_read(self) -> None:
        self.session.choose(replace(self.session.settings, notice_read=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.body.image_maximised:
            self.toggle_maximised()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._side_buttons.take(event):
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)  # after the panels in it have painted

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
