"""The stacks of CT slices, healthy and of our own pages."""

from __future__ import annotations

from functools import cache

from atlas.content.pack import read_pack
from atlas.domain.plate import Simulated
from atlas.imaging.recipes.objections import objection
from atlas.imaging.recipes.views import VIEWS
from atlas.paths import installed

STACK_VIEWS = tuple(name for name, view in VIEWS.items() if view.is_stack)


@cache
def every_stack() -> dict[str, Simulated]:
    """The sources of all plates that are stacks, by page and plate."""
    library = read_pack(installed("data"), objection).library
    return {
        f"{page.id}/{plate.id}": plate.source
        for page in library
        for plate in page.plates
        if isinstance(plate.source, Simulated) and plate.source.view in STACK_VIEWS
    }
