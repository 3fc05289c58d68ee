"""The radiographs of our own pages."""

from __future__ import annotations

from functools import cache

from atlas.content.pack import read_pack
from atlas.domain.plate import Modality, Simulated
from atlas.imaging.recipes.objections import objection
from atlas.imaging.recipes.views import VIEWS
from atlas.paths import installed

FILM_VIEWS = tuple(n for n, view in VIEWS.items() if view.modality is Modality.RADIOGRAPH)


@cache
def every_film() -> dict[str, Simulated]:
    """The sources of all of them, by page and plate."""
    library = read_pack(installed("data"), objection).library
    return {
        f"{page.id}/{plate.id}": plate.source
        for page in library
        for plate in page.plates
        if isinstance(plate.source, Simulated) and plate.source.view in FILM_VIEWS
    }
