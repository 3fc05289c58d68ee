"""The stacks of CT slices, healthy and of our own pages."""

from __future__ import annotations

from atlas.domain.plate import Simulated
from atlas.imaging.recipes.views import VIEWS
from tests.imaging.recipes_used import of_views

STACK_VIEWS = tuple(name for name, view in VIEWS.items() if view.is_stack)


def every_stack() -> dict[str, Simulated]:
    """The sources of all plates that are stacks, by page and plate."""
    return of_views(STACK_VIEWS)
