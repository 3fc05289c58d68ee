"""All that a recipe may hold, as lines for an author."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.domain.plate import Modality
from atlas.imaging.recipes.family import FamilySpec
from atlas.imaging.recipes.objections import FAMILIES
from atlas.imaging.recipes.parameters import places_of
from atlas.imaging.recipes.views import VIEWS


def catalogue() -> Iterator[str]:
    """The views with their places, then the families with their regions and parameters.

    Raises AtlasError when a background is missing or damaged.
    """
    for name, view in VIEWS.items():
        yield _row(f"view: {name}", f"{view.modality.label} {view.projection}, {view.body_part}")
        if view.modality in (Modality.RADIOGRAPH, Modality.NUCLEAR) or view.is_stack:
            facts = places_of(name)
            for kind, places in (("landmarks", facts.landmarks), ("courses", facts.courses)):
                yield _row(f"  {kind}", ", ".join(places) or "none")
    for name, family in FAMILIES.items():
        yield ""
        yield _row(f"family: {name}", family.meaning)
        yield from _family(family)


def _family(family: FamilySpec) -> Iterator[str]:
    for modality, regions in family.regions.items():
        yield _row(f"  regions in {modality.value}", ", ".join(regions))
    for name, spec in family.parameters.items():
        usual = "" if spec.default is None else f"; {spec.default} where it is left out"
        needed = "; needed" if name in family.needed else usual
        yield _row(f"  {name}", f"{spec.meaning}: {spec.allowed}{needed}")


def _row(name: str, told: str) -> str:
    return f"{name:32} {told}"
