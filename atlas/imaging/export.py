"""A frame as a PNG file for print and slides, without any window on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Region, Window
from atlas.imaging.colours import region_colour
from atlas.imaging.frame import Frame, Point, Ring

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont, ImageFont

DISCLAIMER = "Not for diagnosis"
OF_SIMULATION = "Simulated, not for diagnosis"

_LINE, _EDGE = 1.8, 4.0  # pixels: the coloured line, and the dark one under it
_DARK = "#101010"
_GREY = "#c8c8c8"

Box = tuple[float, float, float, float]


def write_png(
    frame: Frame,
    window: Window,
    path: Path,
    regions: tuple[Region, ...],
    overlay: bool,
    *,
    caption: str = "",
    simulated: bool = True,
) -> None:
    """Write the frame, 8 bits deep, as it looks through `window`.

    `overlay` adds the outlines of the regions and their labels. Every picture carries the
    words of `DISCLAIMER`, a simulated one those of `OF_SIMULATION`; `caption` (variant,
    version of the program) stands beside them and in the text of the file. Raises
    AtlasError if the file cannot be written.
    """
    disclaimer = OF_SIMULATION if simulated else DISCLAIMER
    words = [word for word in (disclaimer, caption) if word]
    save_png(drawn(frame, window, regions if overlay else (), words), path, words)


def drawn(frame: Frame, window: Window, regions: tuple[Region, ...], words: list[str]) -> Image:
    """The frame through `window`, with these regions outlined and named, and `words` on it."""
    from PIL import Image

    image = Image.fromarray(frame.grey(window)).convert("RGB")
    _draw_outlines(image, frame, regions)
    _draw_labels(image, frame, regions)
    _draw_margins(image, frame, words)
    return image


def save_png(image: Image, path: Path, words: list[str]) -> None:
    """Write a picture with what is said of it, of which the first is its disclaimer.

    Raises AtlasError if the file cannot be written.
    """
    from PIL.PngImagePlugin import PngInfo

    text = PngInfo()
    text.add_text("Software", "Calcification Atlas")
    text.add_itxt("Description", ". ".join(words))
    text.add_text("Disclaimer", words[0])
    try:
        image.save(path, format="PNG", pnginfo=text)
    except OSError as error:
        reason = error.strerror or "the disk does not take it"
        raise AtlasError(f"The picture {path.name} cannot be written: {reason}.") from error


def _draw_outlines(image: Image, frame: Frame, regions: tuple[Region, ...]) -> None:
    """All dark edges first, so that no edge covers the line of a neighbour."""
    outlines = [frame.outlines.get(region.name, ()) for region in regions]
    for rings in outlines:
        _stroke(image, rings, _EDGE, _DARK)
    for number, rings in enumerate(outlines):
        _stroke(image, rings, _LINE, region_colour(number))


def _stroke(image: Image, rings: tuple[Ring, ...], breadth: float, colour: str) -> None:
    """Lines drawn several times too large and shrunk: smooth, and of a broken breadth."""
    from PIL import Image as Images
    from PIL import ImageDraw

    if not rings:
        return
    scale = max(1, min(5, 4096 // max(image.size)))
    mask = Images.new("L", (image.width * scale, image.height * scale))
    draw = ImageDraw.Draw(mask)
    for ring in rings:
        # One point more than the closing one, so that the last corner is rounded too.
        points = [(x * scale, y * scale) for x, y in (*ring, *ring[:2])]
        draw.line(points, fill=255, width=max(1, round(breadth * scale)), joint="curve")
    image.paste(colour, (0, 0), mask.resize(image.size, Images.Resampling.BOX))


def _draw_labels(image: Image, frame: Frame, regions: tuple[Region, ...]) -> None:
    """Each label beside the largest ring of its region, clear of the labels before it."""
    from PIL import ImageDraw

    draw, font = ImageDraw.Draw(image), _font(image)
    taken: list[Box] = []
    points = [p for r in regions for ring in frame.outlines.get(r.name, ()) for p in ring]
    for number, region in enumerate(regions):
        rings = frame.outlines.get(region.name, ())
        if not rings:
            continue
        extent = _extent(max(rings, key=lambda ring: _area(_extent(ring))))
        left, top, right, bottom = draw.textbbox((0, 0), region.label, font, stroke_width=2)
        width, height = right - left, bottom - top
        spots = _spots(extent, width, height, image.size)
        spot = min(spots, key=lambda spot: _hidden(spot, points, taken))
        taken.append(spot)
        draw.text(
            (spot[0] - left, spot[1] - top),
            region.label,
            region_colour(number),
            font,
            stroke_width=2,
            stroke_fill=_DARK,
        )


def _spots(extent: Box, width: float, height: float, size: tuple[int, int]) -> Iterator[Box]:
    """Places for a label: above, below, left, right of what it names, then further away."""
    left, top, right, bottom = extent
    middle_x, middle_y = (left + right - width) / 2, (top + bottom - height) / 2
    for step in range(6):
        gap = 5 + step * (height + 3)
        for x, y in (
            (middle_x, top - height - gap),
            (middle_x, bottom + gap),
            (left - width - gap, middle_y),
            (right + gap, middle_y),
        ):
            left_edge = min(max(x, 2), max(size[0] - width - 2, 2))
            top_edge = min(max(y, 2), max(size[1] - height - 2, 2))
            yield left_edge, top_edge, left_edge + width, top_edge + height


def _hidden(spot: Box, points: list[Point], taken: list[Box]) -> int:
    """How much a label there would cover: points of outlines, and far worse, other labels."""
    left, top, right, bottom = spot
    covered = sum(left <= x <= right and top <= y <= bottom for x, y in points)
    return covered + 10_000 * sum(_overlap(spot, other) for other in taken)


def _draw_margins(image: Image, frame: Frame, words: list[str]) -> None:
    """The words at the bottom left, the patient's directions at the left and top edge."""
    from PIL import ImageDraw

    draw, font = ImageDraw.Draw(image), _font(image)
    margin = max(4, image.width // 100)
    place = (margin, image.height - margin)
    draw.text(place, "\n".join(words), _GREY, font, "ld", stroke_width=1, stroke_fill=_DARK)
    if frame.edges:
        left, top = frame.edges
        draw.text((margin, image.height / 2), left, _GREY, font, "lm")
        draw.text((image.width / 2, margin), top, _GREY, font, "ma")


def _font(image: Image) -> FreeTypeFont | ImageFont:
    from PIL import ImageFont

    return ImageFont.load_default(size=max(11, max(image.size) // 36))


def _extent(ring: Ring) -> Box:
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return min(across), min(down), max(across), max(down)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _overlap(one: Box, other: Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart
