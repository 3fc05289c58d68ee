"""Choosing plates for the commands of the terminal, and drawing them without a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.domain.errors import AtlasError
from atlas.domain.page import Page
from atlas.domain.plate import Plate, Simulated
from atlas.imaging.contact_sheet import Tile
from atlas.imaging.export import DISCLAIMER, OF_SIMULATION, drawn
from atlas.workspace import frame_of


def made(pages: Iterable[Page]) -> Iterator[tuple[Page, Plate]]:
    """The plates of pages that have a picture."""
    return ((page, plate) for page in pages for plate in page.plates if plate.source)


def plate_named(page: Page, name: str | None) -> Plate:
    """A plate of the page that has been made: the one named, or the first."""
    there: dict[str, Plate] = {plate.id: plate for plate in page.plates if plate.source}
    if not there:
        raise AtlasError(f"{page.title} has no plate to render; none of its plates is made yet.")
    plate = there.get(name) if name else next(iter(there.values()))
    if plate is None:
        known = ", ".join(there)
        raise AtlasError(f"{page.title} has no plate `{name}` to render; it has {known}.")
    return plate


def plate_at(plate: Plate, time: float) -> Plate:
    """A plate at a time of its course."""
    course = plate.time
    if course is None:
        raise AtlasError(f"The plate `{plate.id}` has no time course.")
    if not course.first <= time <= course.last:
        between = f"{course.first:g} to {course.last:g}"
        raise AtlasError(f"The time of `{plate.id}` goes from {between}, so not to {time:g}.")
    return plate.at(time)


def tile_of(page: Page, plate: Plate, size: int, overlay: bool) -> Tile:
    """A plate for the contact sheet. Raises AtlasError when it cannot be made."""
    assert plate.source
    frame = frame_of(plate.source, size)
    words = [OF_SIMULATION if isinstance(plate.source, Simulated) else DISCLAIMER]
    image = drawn(frame, plate.window or frame.window, plate.regions if overlay else (), words)
    image.thumbnail((size, size))  # a stored picture has its own size
    return Tile(image, (page.id, plate.id, f"{plate.name}, {plate.body_part}"))
