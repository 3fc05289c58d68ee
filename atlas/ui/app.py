"""Where everything is made and handed to those who need it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from atlas import settings as choices
from atlas.domain.deep_link import DeepLink, parse
from atlas.domain.errors import AtlasError
from atlas.domain.page import PageId
from atlas.domain.place import Place
from atlas.searches import RecentSearches
from atlas.settings import Settings
from atlas.ui.commands import install
from atlas.ui.instance import Instance, hand_over
from atlas.ui.kit.icons import emblem
from atlas.ui.kit.style import dress, ground
from atlas.ui.kit.tasks import Tasks
from atlas.ui.kit.theme import DARK, LIGHT, Look, Theme, theme_named
from atlas.ui.screen import instead_of_an_abort, require_screen
from atlas.ui.session import Session
from atlas.ui.window import Dialog, Window
from atlas.workspace import Workspace, frame_of

LAST_PAGE = "page"


class Atlas:
    """One running atlas: the workspace, the session, the window, and who works for them."""

    def __init__(self, application: QApplication, workspace: Workspace, notice: str = "") -> None:
        self._application = application
        self._notice = notice
        self._workspace = workspace
        self._loaded = choices.load(workspace.paths.settings)
        self._kept = self._loaded.settings
        self.session = Session(
            workspace.library, self._loaded.settings, look_for(self._loaded.settings)
        )
        ground(application, self.session.look)  # what a sheet does not name stays so
        self._tasks = Tasks(workers=1, begun=False)
        self._searching = Tasks(workers=1, begun=False)
        self.window = Window(
            self.session,
            self._tasks,
            self._searching,
            frame_of,
            workspace,
            RecentSearches(workspace.paths.searches),
            workspace.problems,
        )
        dress(application, self.session.look)  # after the panels are put together: each change of
        # a widget's parent would style anew all that is in it
        self.actions = install(self.window)
        self._listen()

    def show(self, request: str = "") -> None:
        """Open the window where it was last, at what a link asks for or the page read last."""
        link = self._link(request)
        state = _read_state(self._workspace.paths.state)
        self.window.restore(state)
        self.window.show()  # first, so that the page is laid out once, in the size it will have
        self.window.features.sight_first = True
        self._follow(link or Place(self._last_page(state)))
        at_first = self.window.contents.tree if self.window.body.contents_shown else None
        (at_first or self.window.features.text).setFocus()

    def heed(self, request: str) -> None:
        """What a later start has asked for: a link, or only that the window be seen."""
        if link := self._link(request):
            self._follow(link)
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Let all work end, and keep what is to be remembered."""
        self._tasks.close()
        self._searching.close()

    def _listen(self) -> None:
        session, window = self.session, self.window
        session.settings_changed.connect(self._keep)
        session.settings_changed.connect(self._redress)
        session.look_changed.connect(lambda look: dress(self._application, look))
        QGuiApplication.styleHints().colorSchemeChanged.connect(
            lambda: self._redress(session.settings)
        )
        window.first_painted.connect(self._after_first_paint)
        window.closing.connect(self._remember)
        window.status.tell_problems(len(self._workspace.problems))
        window.status.problems.clicked.connect(self.actions["help.problems"].trigger)
        window.asked_for.connect(self._show_dialog)

    def _after_first_paint(self) -> None:
        """What the reader does not wait for: picture, index, and notices of the start."""
        self._application.setWindowIcon(emblem())
        self.window.features.write_rest()
        self._tasks.begin()
        self._searching.begin()
        self._show_thumbs()
        self._searching.run(self._workspace.warm, lambda _: None, self._notice_failure)
        if notices := " ".join(filter(None, (self._notice, *self._loaded.notices))):
            self.session.notice(notices)  # together: one would hide the other

    def _show_thumbs(self) -> None:
        from atlas.ui.kit.thumbs import Thumbs  # as late as the pictures themselves

        thumbs = Thumbs(self._workspace.thumbnails(), self._tasks, self.window)
        self.window.viewer.strip.take_thumbs(thumbs)
        self.window.results.view.take_thumbs(thumbs)

    def _link(self, request: str) -> DeepLink | None:
        """What a link means; None without one, and where it leads nowhere, which is told."""
        if not request:
            return None
        try:
            link = parse(request)
        except AtlasError as error:
            self._tell(str(error))
            return None
        if link.page in self.session.library:
            return link
        self._tell(f"There is no page `{link.page}` in this atlas.")
        return None

    def _follow(self, to: DeepLink | Place) -> None:
        self.session.go(Place(to.page, to.plate))
        if not isinstance(to, Place):
            self.window.viewer.look_as(to.window, to.overlay)

    def _tell(self, notice: str) -> None:
        """To the reader; what comes before the window stands is told with the rest."""
        if self.window.isVisible():
            self.session.notice(notice)
        else:
            self._notice = " ".join(filter(None, (self._notice, notice)))

    def _last_page(self, state: dict[str, QByteArray]) -> PageId:
        last = PageId(bytes(state.get(LAST_PAGE, QByteArray()).data()).decode("utf-8", "replace"))
        return last if last in self.session.library else self.session.library.ids[0]

    def _show_dialog(self, dialog: Dialog) -> None:
        from atlas.ui.dialogs import Dialogs  # none is needed for the first paint

        Dialogs(self.window, self.session.look, self.actions, self._workspace.paths).show(dialog)

    # What is kept

    def _keep(self, settings: Settings) -> None:
        try:
            choices.change(self._workspace.paths.settings, self._kept, settings)
        except AtlasError as error:
            self.session.notice(str(error))
        else:
            self._kept = settings

    def _redress(self, settings: Settings) -> None:
        self.session.dress(look_for(settings))

    def _remember(self) -> None:
        place = self.session.place
        state = self.window.state()
        if place:
            state[LAST_PAGE] = QByteArray(place.page.encode())
        _write_state(self._workspace.paths.state, state)

    def _notice_failure(self, error: AtlasError) -> None:
        self.session.notice(str(error))


def run(
    workspace: Workspace,
    request: str = "",
    notice: str = "",
    painted: Callable[[], object] = lambda: None,
) -> int:
    """Open the window and stay until it is closed, or leave all to the window that is open.

    `request` is a link to what shall be shown, empty for the page read last; `notice` is a
    sentence for the reader; `painted` is called after the first paint.
    Raises AtlasError without any page to show, or any screen to show it on.
    """
    require_screen(sys.platform, os.environ)
    if not len(workspace.library):
        raise AtlasError(f"There is no page to show in {workspace.paths.content}.")
    if hand_over(workspace.paths.door, request):
        return 0
    from atlas.ui.crash import install_crash_dialog, open_log

    with instead_of_an_abort():
        application = make_application(sys.argv[:1])
    install_crash_dialog(workspace.paths.log)
    atlas = Atlas(application, workspace, notice)
    atlas.window.first_painted.connect(partial(open_log, workspace.paths.log))
    atlas.window.first_painted.connect(painted)
    instance = Instance(workspace.paths.door)
    instance.asked.connect(atlas.heed)
    atlas.window.first_painted.connect(instance.listen)
    if sys.platform == "darwin":
        application.installEventFilter(instance)
    atlas.show(request)
    try:
        return application.exec()
    finally:
        instance.close()
        atlas.close()


def make_application(arguments: list[str]) -> QApplication:
    """The one QApplication, drawing with a style that obeys the theme on every system."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication([*arguments, "-style", "Fusion"])  # `setStyle` would make QStyle
    application.setApplicationName("calcatlas")
    application.setDesktopFileName("calcatlas")
    return application


def look_for(settings: Settings) -> Look:
    """The look that settings ask for; `system` follows the system, dark where it says nothing."""
    return Look(_theme_for(settings.theme), settings.text_size / 100)


def _theme_for(name: str) -> Theme:
    if name != "system":
        return theme_named(name)
    light = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Light
    return LIGHT if light else DARK


def _read_state(path: Path) -> dict[str, QByteArray]:
    """What was remembered; a file that cannot be read has nothing in it."""
    kept = QSettings(str(path), QSettings.Format.IniFormat)
    found = {key: kept.value(key) for key in kept.allKeys()}
    return {key: value for key, value in found.items() if isinstance(value, QByteArray)}


def _write_state(path: Path, state: dict[str, QByteArray]) -> None:
    with suppress(OSError):  # losing it costs nothing
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = QSettings(str(path), QSettings.Format.IniFormat)
        for key, value in state.items():
            kept.setValue(key, value)
        kept.sync()
