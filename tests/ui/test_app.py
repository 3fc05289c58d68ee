from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from atlas.domain.errors import AtlasError
from atlas.domain.place import Place
from atlas.domain.plate import Window
from atlas.paths import Paths
from atlas.settings import Settings, change, load
from atlas.ui.app import Atlas, look_for
from atlas.ui.screen import require_screen
from atlas.ui.viewport.shown import Overlay


def test_without_a_screen_there_is_a_sentence_and_no_abort():
    with pytest.raises(AtlasError, match="There is no screen"):
        require_screen("linux", {"DISPLAY": ""})
    require_screen("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    require_screen("linux", {"QT_QPA_PLATFORM": "offscreen"})
    require_screen("win32", {})


def test_the_system_decides_until_a_theme_is_pinned(qapp, monkeypatch):
    from PySide6.QtCore import Qt

    class Hints:
        def __init__(self, scheme):
            self.colorScheme = lambda: scheme

    for scheme, theme in (
        (Qt.ColorScheme.Light, "light"),
        (Qt.ColorScheme.Dark, "dark"),
        (Qt.ColorScheme.Unknown, "dark"),
    ):
        monkeypatch.setattr(QGuiApplication, "styleHints", lambda scheme=scheme: Hints(scheme))
        assert look_for(Settings()).theme.id == theme
        assert look_for(Settings(theme="reading-room")).theme.id == "reading-room"


def test_the_text_size_is_the_scale_of_the_look(qapp):
    assert look_for(Settings(text_size=150)).scale == 1.5


@pytest.fixture
def start(qapp, qtbot, workspace, tmp_path):
    """Starts the atlas; answers it, and every sentence it has told the reader."""
    begun = []

    def begin(written: str, notice: str = "", request: str = ""):
        paths = Paths.under(tmp_path)
        paths.settings.parent.mkdir(exist_ok=True)
        paths.settings.write_text(written, encoding="utf-8")
        atlas = Atlas(qapp, replace(workspace, paths=paths), notice)
        begun.append(atlas)
        told = []
        atlas.session.noticed.connect(told.append)
        with qtbot.waitSignal(atlas.window.first_painted):
            atlas.show(request)
        return atlas, told

    yield begin
    for atlas in begun:
        atlas.window.close()
        atlas.close()


def test_a_search_begun_before_the_first_paint_is_answered(qapp, qtbot, workspace, tmp_path):
    """The panel of results is not there yet, and is made with the command."""
    atlas = Atlas(qapp, replace(workspace, paths=Paths.under(tmp_path)))
    qtbot.addWidget(atlas.window)
    atlas.actions["go.search"].trigger()
    qtbot.keyClicks(atlas.window.search_box, "gout")
    atlas.show()
    qtbot.waitUntil(lambda: atlas.window.results.model.rowCount() > 0, timeout=10_000)
    assert atlas.window.left.currentWidget() is atlas.window.results
    atlas.close()


def test_all_that_went_wrong_at_the_start_is_told_at_once(start):
    """A notice takes the place of the one before it."""
    _, (told,) = start('{"theme": "pink", "text_size": 1}', "The page `gout` cannot be read: x.")
    assert told.startswith("The page `gout` cannot be read: x. The setting `theme` cannot be ")
    assert "The setting `text_size` cannot be 1; it is as at first." in told


def test_a_choice_does_not_undo_what_another_program_has_saved(start, tmp_path):
    atlas, _ = start('{"notice_read": true}')
    path = Paths.under(tmp_path).settings
    atlas.session.choose(replace(atlas.session.settings, text_size=110))
    change(path, Settings(), Settings(theme="light"))
    atlas.session.choose(replace(atlas.session.settings, text_size=120))
    assert load(path).settings == Settings("light", 120, notice_read=True)


def test_a_link_opens_its_page_and_plate_as_it_says(start, qtbot):
    link = "calcatlas:page/liposarcoma#plate=ct-thigh&ww=350&wl=35&overlay=0"
    atlas, told = start("{}", request=link)
    assert told == []
    assert atlas.session.place == Place("liposarcoma", "ct-thigh")
    qtbot.waitUntil(lambda: atlas.window.viewer.window_chosen is not None, timeout=20_000)
    assert atlas.window.viewer.window_chosen == Window(35, 350)
    assert atlas.window.viewer.overlay is Overlay.NOTHING


def test_a_link_reaches_the_picture_that_is_there_already(start, qtbot):
    atlas, _ = start("{}", request="calcatlas:page/liposarcoma#plate=ct-thigh")
    qtbot.waitUntil(lambda: atlas.window.viewer.window_chosen is not None, timeout=20_000)
    atlas.heed("calcatlas:page/liposarcoma#plate=ct-thigh&ww=900&wl=90")
    assert atlas.window.viewer.window_chosen == Window(90, 900)


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        ("calcatlas:page/no-such-page", "There is no page `no-such-page` in this atlas."),
        ("calcatlas:settings", "`calcatlas:settings` is no link of the atlas"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_and_the_window_stays(start, request_, sentence):
    atlas, told = start("{}", request=request_)
    assert sentence in told[0]
    before = atlas.session.place
    atlas.heed(request_)
    assert sentence in told[1]
    assert atlas.session.place == before


def test_a_later_start_brings_the_window_back(start):
    atlas, _ = start("{}")
    atlas.window.showMinimized()
    atlas.heed("")
    assert not atlas.window.isMinimized()
