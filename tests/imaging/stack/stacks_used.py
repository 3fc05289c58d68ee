"""The stacks of slices, CT and MR, healthy and of our own pages."""

from __future__ import annotations

from atlas.domain.plate import Modality, Simulated
from atlas.imaging.recipes.views import VIEWS
from tests.imaging.recipes_used import of_views

STACK_VIEWS = tuple(name for name, view in VIEWS.items() if view.is_stack)
CT_VIEWS = tuple(name for name in STACK_VIEWS if VIEWS[name].modality is Modality.CT)
MR_VIEWS = tuple(name for name in STACK_VIEWS if VIEWS[name].modality is Modality.MR)


def every_stack() -> dict[str, Simulated]:
    """The sources of all plates that are stacks, by page and plate."""
    return of_views(STACK_VIEWS)


def every_mr() -> dict[str, Simulated]:
    """Those of them that are MR."""
    return of_views(MR_VIEWS)
