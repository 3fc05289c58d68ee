"""The plates of a page: where each picture comes from and what is outlined in it."""

from __future__ import annotations

import yaml

from atlas.content.fields import Fields
from atlas.content.folder import Objection
from atlas.content.timecourse import read_course, read_region
from atlas.domain.plate import (
    COARSEST,
    FARTHEST,
    FINEST,
    NARROWEST,
    WIDEST,
    Lesion,
    Modality,
    Picture,
    Plate,
    PlateId,
    Region,
    Side,
    Simulated,
    Source,
    Window,
)


def read_plate(fields: Fields, objection: Objection) -> Plate:
    """One plate of a page; its complaints are in the document of `fields`."""
    regions = tuple(fields.each("regions", read_region))
    source = _source(fields, regions, objection)
    name = PlateId(fields.text("id"))
    if name:
        fields.document.define("plate", fields.at("id"), name)
    return Plate(
        id=name,
        modality=fields.one_of("modality", Modality) or Modality.RADIOGRAPH,
        projection=fields.text("projection", ""),
        body_part=fields.text("body_part"),
        shows=fields.text("shows"),
        caption=fields.text("caption", ""),
        side=fields.maybe_one_of("side", Side),
        source=source,
        window=_window(fields),
        regions=regions,
        annotations=fields.texts("annotations"),
        time=read_course(fields, source, regions, objection),
    )


def _source(fields: Fields, regions: tuple[Region, ...], objection: Objection) -> Source | None:
    if "simulated" in fields and "picture" in fields:
        fields.complain("picture", "a plate is `simulated` or a `picture`, not both")
    if "picture" in fields:
        return _picture(fields)
    recipe = fields.inner("simulated")
    if recipe is None:
        if regions:
            fields.complain("regions", "regions need a picture: say where it comes from first")
        return None
    source = Simulated(
        view=recipe.text("view"),
        lesions=tuple(recipe.each("lesions", _lesion)),
        seed=_whole(recipe, "seed") or 0,
        slice=_whole(recipe, "slice"),
    )
    recipe.close()
    names = tuple(region.name for region in regions)
    if source.view and (wrong := objection(source, names)):
        fields.complain("simulated", wrong)
    return source


def _whole(recipe: Fields, name: str) -> int | None:
    number = recipe.number(name)
    if number is None:
        return None
    if number != int(number):
        recipe.complain(name, f"`{name}` is {number:g}; it must be a whole number")
    return int(number)


def _lesion(fields: Fields) -> Lesion:
    family = fields.text("family")
    given = [(k, _value(fields, k, node)) for k, node in fields.names() if k != "family"]
    return Lesion(family, tuple(given))


def _value(fields: Fields, name: str, node: yaml.Node) -> float | str:
    text = fields.scalar(node, f"`{name}`")
    try:
        return float(text)
    except ValueError:
        return text


def _picture(fields: Fields) -> Picture | None:
    name = fields.text("picture")
    folder = fields.document.path.parent
    try:
        path = (folder / name).resolve()
        inside, there = path.is_relative_to(folder.resolve()), path.is_file()
    except (OSError, RuntimeError, ValueError):  # no name of a file, or a circle of links
        fields.complain("picture", f"`{name:.40}` cannot be the name of a file")
        return None
    if not inside:
        fields.complain("picture", f"`{name}` lies outside the folder of the page")
        return None
    if not there:
        fields.complain("picture", f"there is no file `{name}` beside the page")
        return None
    return Picture(path, fields.number("millimetres", FINEST, COARSEST))


def _window(fields: Fields) -> Window | None:
    inner = fields.inner("window")
    if inner is None:
        return None
    level = inner.number("level", -FARTHEST, FARTHEST) or 0.0
    width = inner.number("width", NARROWEST, WIDEST)
    if "width" not in inner:
        inner.complain("width", "`width` is missing")
    inner.close()
    return None if width is None else Window(level, width)
