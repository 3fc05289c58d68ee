"""Recipes and ways to measure pictures, shared by the tests of the imaging package."""

from __future__ import annotations

from functools import cache

import numpy as np

from atlas.content.pack import read_pack
from atlas.domain.plate import Lesion, Modality, Simulated
from atlas.imaging.recipes.objections import FAMILIES, objection
from atlas.imaging.recipes.views import VIEWS
from atlas.paths import installed

EVERY_SLICE = [
    (view, family)
    for family, spec in FAMILIES.items()
    for view, made in VIEWS.items()
    if made.modality in spec.regions and made.modality in (Modality.CT, Modality.MR)
    if not made.is_stack and not spec.in_stacks
]


@cache
def every_simulated() -> dict[str, Simulated]:
    """The recipes of all plates of our own pages, by page and plate."""
    library = read_pack(installed("data"), objection).library
    return {
        f"{page.id}/{plate.id}": plate.source
        for page in library
        for plate in page.plates
        if isinstance(plate.source, Simulated)
    }


def of_views(views) -> dict[str, Simulated]:
    """Those of them that are made in one of these views."""
    return {name: source for name, source in every_simulated().items() if source.view in views}


def a_recipe(view="thigh-ct", family=None, seed=1, **parameters) -> Simulated:
    lesions = (Lesion(family, tuple(parameters.items())),) if family else ()
    return Simulated(view, lesions, seed)


def filled(rings, size: int) -> np.ndarray:
    """The pixels whose middles lie inside rings, by the even-odd rule."""
    crossings: list[list[float]] = [[] for _ in range(size)]
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            first = max(0, int(np.ceil(min(y0, y1) - 0.5)))
            last = min(size - 1, int(np.ceil(max(y0, y1) - 0.5)) - 1)
            for row in range(first, last + 1):
                crossings[row].append(x0 + (row + 0.5 - y0) / (y1 - y0) * (x1 - x0))
    middles = np.arange(size) + 0.5
    counts = [np.searchsorted(np.sort(np.array(row)), middles) for row in crossings]
    return np.array(counts) % 2 == 1


def grown_by_a_pixel(mask: np.ndarray) -> np.ndarray:
    """The mask and the eight neighbours of each of its pixels."""
    wide = np.pad(mask, 1)
    rows, columns = mask.shape
    shifted = [wide[r : r + rows, c : c + columns] for r in range(3) for c in range(3)]
    return np.any(shifted, axis=0)


def middle_of(mask: np.ndarray) -> tuple[float, float]:
    """Column and row of the middle of a mask."""
    rows, columns = np.nonzero(mask)
    return float(columns.mean()), float(rows.mean())
