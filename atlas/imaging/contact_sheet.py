"""Many plates on one sheet, each with its name under it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from atlas.imaging.export import save_png

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont, ImageFont

_GAP = 12  # pixels round a tile
_SHAPE = 1.6  # a sheet is about so many times as wide as it is high
_GROUND, _NAME, _REST = "#131619", "#d3d8dd", "#89919a"


class Tile(NamedTuple):
    """A picture and the lines under it, of which the first is its name."""

    image: Image
    lines: tuple[str, ...]


def write_sheet(tiles: Iterable[Tile], size: int, path: Path, words: list[str]) -> None:
    """Write pictures of at most `size` pixels a side as a PNG, in rows, in the order given.

    `words` are kept in the text of the file, the disclaimer first. Raises AtlasError if the
    file cannot be written.
    """
    from PIL import Image, ImageDraw, ImageFont

    placed = list(tiles)
    pixels = max(11, size // 20)
    font, pitch = ImageFont.load_default(size=pixels), math.ceil(pixels * 1.3)
    below = pitch * max(len(tile.lines) for tile in placed)
    columns = math.ceil(math.sqrt(len(placed) * _SHAPE))
    rows = math.ceil(len(placed) / columns)
    across, down = size + _GAP, size + below + _GAP
    sheet = Image.new("RGB", (min(columns, len(placed)) * across + _GAP, rows * down + _GAP))
    sheet.paste(_GROUND, (0, 0, *sheet.size))
    draw = ImageDraw.Draw(sheet)
    for number, (image, lines) in enumerate(placed):
        left, top = _GAP + number % columns * across, _GAP + number // columns * down
        sheet.paste(image, (left + (size - image.width) // 2, top + (size - image.height) // 2))
        for line, text in enumerate(lines):
            ink = _REST if line else _NAME
            draw.text((left, top + size + line * pitch), _cut(text, font, size), ink, font)
    save_png(sheet, path, words)


def _cut(text: str, font: FreeTypeFont | ImageFont, room: float) -> str:
    """As much of a line as there is room for."""
    if font.getlength(text) <= room:
        return text
    while text and font.getlength(f"{text}…") > room:
        text = text[:-1]
    return f"{text}…"
