"""What the image panel says of a plate, in words."""

from __future__ import annotations

import atlas
from atlas.domain.page import Page
from atlas.domain.plate import Plate, Side, Simulated
from atlas.domain.prose import plain
from atlas.imaging.frame import Frame
from atlas.ui.viewport.shown import Words

_SIDES = {Side.RIGHT: "right", Side.LEFT: "left", Side.BOTH: "both sides"}


def corner_words(plate: Plate, page: Page, time: str = "") -> Words:
    """The upper corners: what is shown on the left, where it comes from on the right."""
    finding = f"{page.title}, {time}" if time else page.title
    return Words((plate.name, body_part(plate), finding), origin(plate))


def origin(plate: Plate) -> tuple[str, ...]:
    """That a picture is simulated, by what, and that it is not for diagnosis."""
    if not isinstance(plate.source, Simulated):
        return ()
    seed, version = plate.source.seed, atlas.__version__
    return (f"Simulated · variant {seed}", f"version {version} · not for diagnosis")


def body_part(plate: Plate) -> str:
    """The part of the body and its side, each said once."""
    side = _SIDES.get(plate.side, "") if plate.side else ""
    part = plate.body_part
    if side and side not in part.lower():
        part = f"{part}, {side}"
    return part[:1].upper() + part[1:]


def told_apart(plate: Plate) -> str:
    """What sets a plate apart from others of its modality."""
    part = body_part(plate)
    if plate.projection and part:
        part = part[:1].lower() + part[1:] if part[1:2].islower() else part
    return ", ".join(said for said in (plate.projection, part) if said)


def named(plate: Plate, frame: Frame | None) -> str:
    """What the picture is called; of a stack also which slice it is."""
    number, count = frame.stack if frame and frame.stack else (0, 0)
    return f"{plate.name}, slice {number} of {count}" if count else plate.name


def caption(plate: Plate, first_seed: int | None = None) -> str:
    """The line under the picture, as plain text; of another variant it says which."""
    said = plain(plate.caption or plate.shows)
    source = plate.source
    if first_seed is None or not isinstance(source, Simulated) or source.seed == first_seed:
        return said
    return f"Variant {source.seed}; the first is {first_seed}. {said}"


def described(plate: Plate) -> str:
    """The picture for who cannot see it."""
    said = [f"{plate.name}, {body_part(plate)}.", plain(plate.shows)]
    if plate.caption and plate.caption != plate.shows:
        said.append(plain(plate.caption))
    if plate.regions:
        said.append("Outlined: " + ", ".join(region.label for region in plate.regions) + ".")
    return " ".join(said)
