"""The contrasts that LOOK and WCAG 2.2 AA ask for, computed from the tokens themselves."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from atlas.domain.library import CategoryId
from atlas.imaging.colours import REGION_COLOURS
from atlas.ui.kit.style import sheet
from atlas.ui.kit.theme import DARK, IMAGE, LIGHT, READING_ROOM, THEMES, Look


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    shares = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    red, green, blue = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("ground", ["panel", "chrome", "field", "selection", "sought"])
@pytest.mark.parametrize("ink", ["text", "strong", "muted", "faint", "link", "danger"])
def test_every_text_can_be_read_on_every_ground(theme, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_a_highlighted_word_and_a_match_can_be_read(theme):
    assert contrast(theme.highlight, theme.selection) >= 4.5
    assert contrast(theme.panel, theme.highlight) >= 4.5
    assert contrast(theme.panel, theme.muted) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_focus_and_the_squares_of_categories_stand_out(theme):
    assert contrast(theme.accent, theme.panel) >= 3
    for category in CategoryId:
        assert contrast(theme.category(category), theme.chrome) >= 3


@pytest.mark.parametrize("colour", REGION_COLOURS)
def test_outlines_and_corner_words_stand_out_on_black(colour):
    assert contrast(colour, "#000000") >= 4.5
    assert contrast(IMAGE.muted, IMAGE.background) >= 4.5


def test_the_reading_room_is_darker_than_dark_and_dark_than_light():
    grounds = [luminance(theme.panel) for theme in (READING_ROOM, DARK, LIGHT)]
    assert grounds == sorted(grounds)


def test_the_style_sheet_has_no_token_left_and_grows_with_the_text():
    assert "@" not in sheet(Look(DARK))
    assert "font-size: 26px" in sheet(Look(DARK, 2.0))
