"""Everything the reader can do, as one table.

The menu, the shortcuts, the command palette, the key card and the tests are all
made from `COMMANDS`. To add a command is to add a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from atlas.imaging.view import flipped_horizontally, flipped_vertically, inverted, turned
from atlas.settings import Settings
from atlas.ui.kit.icons import icon
from atlas.ui.kit.theme import IMAGE, Look
from atlas.ui.viewer.panel import Overlay
from atlas.ui.window import Dialog, Window

Condition = Callable[[Window], bool]


def _always(_: Window) -> bool:
    return True


class Command(NamedTuple):
    """Something the reader can do, whatever the means of asking for it."""

    id: str
    group: str
    title: str
    keys: tuple[str, ...]
    run: Callable[[Window], object]
    enabled: Condition = _always
    checked: Condition | None = None
    icon: str = ""
    apart: bool = False  # a line stands before it in a menu

    @property
    def letter(self) -> bool:
        """Whether a key of it is a bare letter, digit or sign, which the reader can switch off."""
        return any(len(key.removeprefix("Shift+")) == 1 for key in self.keys)


def _reading(window: Window) -> bool:
    return window.session.place is not None


def _phrase(window: Window) -> bool:
    page = window.session.page
    return bool(page and page.report_phrases)


def _picture(window: Window) -> bool:
    return window.viewer.has_picture


def _simulated(window: Window) -> bool:
    return window.viewer.has_picture and window.viewer.versions.first_seed is not None


def _hounsfield(window: Window) -> bool:
    return window.viewer.has_picture and window.viewer.in_hounsfield


def _tool(name: str) -> Condition:
    return lambda window: window.viewer.tool == name


def _theme(name: str) -> Condition:
    return lambda window: window.session.settings.theme == name


GO, PAGE, IMAGE_MENU, VIEW, HELP = "Go", "Page", "Image", "View", "Help"
PRESET = "Window: "

COMMANDS: tuple[Command, ...] = (
    Command("go.back", GO, "Back", ("Alt+Left", "Back"), lambda w: w.session.back(),
            lambda w: w.session.can_go_back, icon="back"),
    Command("go.forward", GO, "Forward", ("Alt+Right", "Forward"), lambda w: w.session.forward(),
            lambda w: w.session.can_go_forward, icon="forward"),
    Command("go.search", GO, "Search", ("Ctrl+K",), lambda w: w.focus_search(), icon="search",
            apart=True),
    Command("go.narrow", GO, "Narrow the search", ("Ctrl+Shift+K",), lambda w: w.focus_chips()),
    Command("go.forget", GO, "Forget recent searches", (), lambda w: w.results.recent.clear()),
    Command("go.contents", GO, "Contents", ("Ctrl+T",), lambda w: w.focus_contents()),
    Command("go.filter", GO, "Filter the contents", ("Ctrl+L",), lambda w: w.focus_filter()),
    Command("go.panel", GO, "Next panel", ("F6",), lambda w: w.focus_next_panel(),
            apart=True),
    Command("go.next", GO, "Next page", ("Ctrl+PgDown",), lambda w: w.step_page(1), _reading),
    Command("go.previous", GO, "Page before", ("Ctrl+PgUp",), lambda w: w.step_page(-1), _reading),
    Command("go.quit", GO, "Quit", ("Ctrl+Q",), lambda w: w.close(),
            apart=True),

    Command("page.find", PAGE, "Find in page", ("Ctrl+F",),
            lambda w: w.features.find_in_page(), _reading),
    Command("page.find_next", PAGE, "Next match", ("F3",),
            lambda w: w.features.find_bar.step(1), _reading),
    Command("page.find_previous", PAGE, "Match before", ("Shift+F3",),
            lambda w: w.features.find_bar.step(-1), _reading),
    Command("page.copy_phrase", PAGE, "Copy the first report phrase", ("Ctrl+Shift+C",),
            lambda w: w.features.copy_phrase(), _phrase, icon="copy",
            apart=True),
    Command("page.copy_link", PAGE, "Copy a link to what is shown", ("Ctrl+Shift+L",),
            lambda w: w.copy_link(), _reading),
    Command("page.larger", PAGE, "Larger text", ("Ctrl++", "Ctrl+="), lambda w: w.step_text(1),
            apart=True),
    Command("page.smaller", PAGE, "Smaller text", ("Ctrl+-",), lambda w: w.step_text(-1)),
    Command("page.plain_size", PAGE, "Text at 100 %", (), lambda w: w.plain_text_size()),

    Command("image.focus", IMAGE_MENU, "Go to the image", ("Ctrl+I",),
            lambda w: w.viewer.focus_image()),
    Command("image.next", IMAGE_MENU, "Next plate", ("N",), lambda w: w.session.step_plate(1),
            apart=True),
    Command("image.previous", IMAGE_MENU, "Plate before", ("P",),
            lambda w: w.session.step_plate(-1)),
    Command("image.variant", IMAGE_MENU, "Another variant", ("V",),
            lambda w: w.viewer.versions.another(), _simulated,
            apart=True),
    Command("image.first_variant", IMAGE_MENU, "First variant", ("Shift+V",),
            lambda w: w.viewer.versions.back_to_first(), lambda w: w.viewer.versions.is_other),
    Command("image.earlier", IMAGE_MENU, "Earlier", (",",),
            lambda w: w.viewer.versions.step(-1), lambda w: w.viewer.versions.can_step(-1)),
    Command("image.later", IMAGE_MENU, "Later", (".",),
            lambda w: w.viewer.versions.step(1), lambda w: w.viewer.versions.can_step(1)),
    Command("image.overlay", IMAGE_MENU, "Outlines and labels", ("I",),
            lambda w: w.viewer.tap_or_peek(), _picture,
            lambda w: w.viewer.overlay is not Overlay.NOTHING, "overlay",
            apart=True),
    Command("image.window", IMAGE_MENU, "Drag for window and level", ("W",),
            lambda w: w.viewer.choose_tool("window"), _picture, _tool("window"), "window-level",
            apart=True),
    Command("image.zoom", IMAGE_MENU, "Drag to zoom", ("Z",),
            lambda w: w.viewer.choose_tool("zoom"), _picture, _tool("zoom"), "zoom"),
    Command("image.pan", IMAGE_MENU, "Drag to pan", ("T",),
            lambda w: w.viewer.choose_tool("pan"), _picture, _tool("pan"), "pan"),
    Command("image.auto", IMAGE_MENU, "Window: automatic", ("0",),
            lambda w: w.viewer.preset("auto"), _picture,
            apart=True),
    Command("image.stored", IMAGE_MENU, "Window: as stored", ("1",),
            lambda w: w.viewer.preset("stored"), _picture),
    Command("image.full", IMAGE_MENU, "Window: full range", ("2",),
            lambda w: w.viewer.preset("full"), _picture),
    Command("image.soft_tissue", IMAGE_MENU, "Window: soft tissue 400/40", ("3",),
            lambda w: w.viewer.preset("soft-tissue"), _hounsfield),
    Command("image.bone", IMAGE_MENU, "Window: bone 2000/350", ("4",),
            lambda w: w.viewer.preset("bone"), _hounsfield),
    Command("image.lung", IMAGE_MENU, "Window: lung 1500/-500", ("5",),
            lambda w: w.viewer.preset("lung"), _hounsfield),
    Command("image.faint", IMAGE_MENU, "Window: faint calcification", ("6",),
            lambda w: w.viewer.preset("faint"), _hounsfield),
    Command("image.invert", IMAGE_MENU, "Invert", ("Shift+I",),
            lambda w: w.viewer.change(inverted), _picture, icon="invert",
            apart=True),
    Command("image.rotate_left", IMAGE_MENU, "Rotate left", ("Alt+L",),
            lambda w: w.viewer.change(partial(turned, quarters=-1)), _picture, icon="rotate-left"),
    Command("image.rotate_right", IMAGE_MENU, "Rotate right", ("Alt+R",),
            lambda w: w.viewer.change(partial(turned, quarters=1)), _picture, icon="rotate-right"),
    Command("image.flip_horizontal", IMAGE_MENU, "Flip left and right", ("Alt+H",),
            lambda w: w.viewer.change(flipped_horizontally), _picture, icon="flip-horizontal"),
    Command("image.flip_vertical", IMAGE_MENU, "Flip top and bottom", ("Alt+V",),
            lambda w: w.viewer.change(flipped_vertically), _picture, icon="flip-vertical"),
    Command("image.fit", IMAGE_MENU, "Fit", ("=",), lambda w: w.viewer.viewport.fit(), _picture,
            icon="fit",
            apart=True),
    Command("image.actual_size", IMAGE_MENU, "100 %", ("Ctrl+0",),
            lambda w: w.viewer.viewport.actual_size(), _picture, icon="actual-size"),
    Command("image.reset", IMAGE_MENU, "Reset the image", ("Ctrl+R",),
            lambda w: w.viewer.reset(), _picture, icon="reset"),
    Command("image.maximise", IMAGE_MENU, "Maximise the image", ("M",),
            lambda w: w.toggle_maximised(), _always, lambda w: w.body.image_maximised, "maximise",
            apart=True),

    Command("view.contents", VIEW, "Show the contents", ("Ctrl+B",),
            lambda w: w.toggle_contents(), _always, lambda w: w.body.contents_shown, "contents"),
    Command("view.theme", VIEW, "Next theme", ("F9",), lambda w: w.next_theme(), icon="theme",
            apart=True),
    Command("view.system", VIEW, "Theme: as the system", (),
            lambda w: w.choose_theme("system"), _always, _theme("system")),
    Command("view.reading_room", VIEW, "Theme: reading room", (),
            lambda w: w.choose_theme("reading-room"), _always, _theme("reading-room")),
    Command("view.dark", VIEW, "Theme: dark", (),
            lambda w: w.choose_theme("dark"), _always, _theme("dark")),
    Command("view.light", VIEW, "Theme: light", (),
            lambda w: w.choose_theme("light"), _always, _theme("light")),
    Command("view.full_screen", VIEW, "Full screen", ("F11",), lambda w: w.toggle_full_screen(),
            _always, lambda w: w.isFullScreen(),
            apart=True),
    Command("view.letter_keys", VIEW, "Single letters are keys of the image", (),
            lambda w: w.flip_setting("letter_keys"), _always,
            lambda w: w.session.settings.letter_keys,
            apart=True),
    Command("view.level_inverted", VIEW, "Dragging down makes the image darker", (),
            lambda w: w.flip_setting("level_inverted"), _always,
            lambda w: w.session.settings.level_inverted),

    Command("help.palette", HELP, "Find a command", ("Ctrl+Shift+P",),
            lambda w: w.ask_for(Dialog.PALETTE)),
    Command("help.keys", HELP, "Key card", ("F1",), lambda w: w.ask_for(Dialog.KEYS)),
    Command("help.menu", HELP, "Menu", ("F10",), lambda w: w.top_bar.menu_button.showMenu()),
    Command("help.problems", HELP, "Mistakes in the content", (),
            lambda w: w.ask_for(Dialog.PROBLEMS),
            lambda w: bool(w.problems),
            apart=True),
    Command("help.about", HELP, "About", (), lambda w: w.ask_for(Dialog.ABOUT)),
)  # fmt: skip


def install(window: Window, commands: tuple[Command, ...] = COMMANDS) -> dict[str, QAction]:
    """Give the window one `QAction` a command, and put them where they are shown."""
    actions = {command.id: _action(command, window) for command in commands}
    window.addActions(list(actions.values()))
    _refresh_when_needed(window, commands, actions)  # first: who shows one follows each change
    window.set_actions(
        actions, menu_of(commands, actions, window), image_menu_of(commands, actions, window)
    )
    _dress_with(window, commands, actions)
    return actions


def menu_of(commands: tuple[Command, ...], actions: dict[str, QAction], window: Window) -> QMenu:
    """The menu: one submenu a group, in the order of the table."""
    menu = QMenu(window)
    for group in dict.fromkeys(command.group for command in commands):
        fill(menu.addMenu(group), [c for c in commands if c.group == group], actions)
    return menu


def image_menu_of(
    commands: tuple[Command, ...], actions: dict[str, QAction], window: Window
) -> QMenu:
    """What a right click on the image offers; the presets in a menu of their own."""
    menu = QMenu(window)
    here = [c for c in commands if c.group == IMAGE_MENU and c.id != "image.focus"]
    presets = [c for c in here if c.title.startswith(PRESET)]
    fill(menu, [c for c in here if c not in presets], actions)
    inner = QMenu("Window", menu)
    fill(inner, presets, actions)
    menu.insertMenu(actions["image.invert"], inner)
    return menu


def fill(menu: QMenu, commands: Sequence[Command], actions: Mapping[str, QAction]) -> None:
    """Put commands into a menu, with lines between those that stand apart."""
    for command in commands:
        if command.apart and menu.actions():
            menu.addSeparator()
        menu.addAction(actions[command.id])


def _action(command: Command, window: Window) -> QAction:
    action = QAction(command.title, window)
    action.setObjectName(command.id)
    action.setCheckable(command.checked is not None)
    action.setIconVisibleInMenu(False)
    action.triggered.connect(lambda: _run(command, window))
    return action


def _run(command: Command, window: Window) -> None:
    command.run(window)
    window.commanded.emit()


def _refresh_when_needed(
    window: Window, commands: tuple[Command, ...], actions: dict[str, QAction]
) -> None:
    def refresh(*_: object) -> None:
        for command in commands:
            action = actions[command.id]
            action.setEnabled(command.enabled(window))
            if command.checked:
                action.setChecked(command.checked(window))

    def bind(settings: Settings) -> None:
        for command in commands:
            silent = command.letter and not settings.letter_keys
            keys = [QKeySequence(key) for key in command.keys]
            actions[command.id].setShortcuts([] if silent else keys)
            actions[command.id].setToolTip(told(command, settings))
        refresh()

    session = window.session
    for changed in (session.place_changed, window.viewer.state_changed,
                    window.body.arranged, window.commanded):  # fmt: skip
        changed.connect(refresh)
    session.settings_changed.connect(bind)
    bind(session.settings)


def _dress_with(window: Window, commands: tuple[Command, ...], actions: dict[str, QAction]) -> None:
    """Icons in the colours of the theme; those on the image in the image's own."""

    def dress(look: Look) -> None:
        for command in commands:
            if command.icon:
                theme = IMAGE if command.group == IMAGE_MENU else look.theme
                actions[command.id].setIcon(icon(command.icon, theme.text, theme.hairline))
        window.top_bar.menu_button.setToolTip(f"Menu ({shown_keys(('F10',))})")
        window.top_bar.menu_button.setIcon(icon("more", look.theme.text, look.theme.faint))

    window.session.look_changed.connect(dress)
    dress(window.session.look)


def told(command: Command, settings: Settings) -> str:
    """The title and the keys that work now, as a tool tip says them."""
    if not command.keys or (command.letter and not settings.letter_keys):
        return command.title
    return f"{command.title} ({shown_keys(command.keys[:1])})"


def shown_keys(keys: tuple[str, ...]) -> str:
    """Keys as they stand on this system's keyboard."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys if key not in _MEDIA)


_MEDIA = ("Back", "Forward")
