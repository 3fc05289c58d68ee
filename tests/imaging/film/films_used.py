"""The radiographs of our own pages."""

from __future__ import annotations

from atlas.domain.plate import Modality, Simulated
from atlas.imaging.recipes.views import VIEWS
from tests.imaging.recipes_used import of_views

FILM_VIEWS = tuple(n for n, view in VIEWS.items() if view.modality is Modality.RADIOGRAPH)
BODIES = tuple(name for name in FILM_VIEWS if name != "slabs")  # which show nobody, and no side


def every_film() -> dict[str, Simulated]:
    """The sources of all of them, by page and plate."""
    return of_views(FILM_VIEWS)
