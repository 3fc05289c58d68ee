"""The bone scans of our own pages."""

from __future__ import annotations

from atlas.domain.plate import Modality, Simulated
from atlas.imaging.recipes.views import VIEWS
from tests.imaging.recipes_used import of_views

SCAN_VIEWS = tuple(n for n, view in VIEWS.items() if view.modality is Modality.NUCLEAR)
SIZE = 384


def every_scan() -> dict[str, Simulated]:
    """The sources of all of them, by page and plate."""
    return of_views(SCAN_VIEWS)
