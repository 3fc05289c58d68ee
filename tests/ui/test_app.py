from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from atlas.domain.errors import AtlasError
from atlas.settings import Settings
from atlas.ui.app import look_for, require_screen


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
