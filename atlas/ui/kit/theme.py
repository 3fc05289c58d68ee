"""Every colour and size of the window, in one place.

A theme never touches the pixels of an image: the image panel is black in all of them.
"""

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase

from atlas.domain.library import CategoryId
from atlas.imaging import colours

_SOUGHT = 0.1  # more would take from what is faint the contrast that it must have
FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")


class Theme(NamedTuple):
    """The colours of one theme, as `#rrggbb`."""

    id: str
    title: str
    background: str
    chrome: str
    panel: str
    raised: str
    field: str
    hairline: str
    text: str
    strong: str
    muted: str
    faint: str
    selection: str
    accent: str
    link: str
    highlight: str
    danger: str
    categories: tuple[str, str, str, str, str]

    @property
    def sought(self) -> str:
        """The ground of the sentence that was sought: the panel, with some of the highlight."""
        ground, bright = QColor(self.panel), QColor(self.highlight)
        return QColor.fromRgbF(
            ground.redF() + (bright.redF() - ground.redF()) * _SOUGHT,
            ground.greenF() + (bright.greenF() - ground.greenF()) * _SOUGHT,
            ground.blueF() + (bright.blueF() - ground.blueF()) * _SOUGHT,
        ).name()

    def category(self, category: CategoryId) -> str:
        """The muted colour of a category; it never stands without the word or a mark."""
        return self.categories[tuple(CategoryId).index(category)]


_CATEGORIES = ("#d08b4a", "#d8c48a", "#5fae9f", "#cf7280", "#8d9ae0")
_CATEGORIES_ON_LIGHT = ("#9c5a1c", "#7d6a24", "#2f7a6c", "#a8475a", "#5563b8")

READING_ROOM = Theme(
    id="reading-room",
    title="Reading room",
    background="#0d0f11",
    chrome="#121417",
    panel="#131619",
    raised="#23282d",
    field="#0e1012",
    hairline="#22272c",
    text="#b6bdc4",
    strong="#d3d8dd",
    muted="#89919a",
    faint="#858d96",
    selection="#1e252d",
    accent="#d6a84a",
    link="#8fb4dc",
    highlight="#e0b252",
    danger="#e08a7d",
    categories=_CATEGORIES,
)
DARK = Theme(
    id="dark",
    title="Dark",
    background="#1b1e22",
    chrome="#22262b",
    panel="#24282d",
    raised="#343a41",
    field="#1b1e22",
    hairline="#363c43",
    text="#dde1e5",
    strong="#f4f6f8",
    muted="#a6aeb6",
    faint="#9ca4ac",
    selection="#323a44",
    accent="#e0b252",
    link="#9cc3ee",
    highlight="#f0c468",
    danger="#f0a093",
    categories=_CATEGORIES,
)
LIGHT = Theme(
    id="light",
    title="Light",
    background="#f5f6f7",
    chrome="#fbfbfc",
    panel="#ffffff",
    raised="#e8ebee",
    field="#f4f5f7",
    hairline="#dde1e5",
    text="#23282d",
    strong="#0d1013",
    muted="#555e67",
    faint="#626b74",
    selection="#eef2f7",
    accent="#9a6a00",
    link="#1f5fa8",
    highlight="#8a5c00",
    danger="#a3281a",
    categories=_CATEGORIES_ON_LIGHT,
)
THEMES = (READING_ROOM, DARK, LIGHT)

# The image panel is the same in every theme: pictures lie on true black.
IMAGE = READING_ROOM._replace(id="image", background="#000000", chrome="#0b0c0e", panel="#000000")


def region_colour(number: int) -> QColor:
    """The colour of the region at that position on a plate, as it is painted."""
    return QColor(colours.region_colour(number))


class Look(NamedTuple):
    """A theme at a text size: what everything that paints is given."""

    theme: Theme
    scale: float = 1.0

    def px(self, pixels: float) -> int:
        """A length or a size of type, grown with the reader's text size."""
        return round(pixels * self.scale)

    def colour(self, name: str) -> QColor:
        """A colour of the theme by the name of its token."""
        return QColor(getattr(self.theme, name))

    def font(
        self, pixels: float, weight: QFont.Weight = QFont.Weight.Normal, *, spaced: bool = False
    ) -> QFont:
        """The interface font with tabular figures; `spaced` for small capitals of section heads."""
        return QFont(_font(max(self.px(pixels), 1), weight, spaced))


@cache
def _families() -> list[str]:
    """Those that this computer has; for one that it lacks, Qt looks through all fonts each time."""
    return [family for family in FAMILIES if QFontDatabase.hasFamily(family)]


@cache
def _font(pixels: int, weight: QFont.Weight, spaced: bool) -> QFont:
    font = QFont()
    if families := _families():
        font.setFamilies(families)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if spaced:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return font


def theme_named(name: str) -> Theme:
    """The theme with that id; the dark one for any other name."""
    return next((theme for theme in THEMES if theme.id == name), DARK)
