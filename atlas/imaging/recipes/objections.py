"""What is wrong with a recipe. No pixel and no numpy here, so that a page is checked without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Lesion, Simulated
from atlas.imaging.recipes.family import FamilySpec
from atlas.imaging.recipes.film_families import FILM_FAMILIES
from atlas.imaging.recipes.limb_families import LIMB_FAMILIES
from atlas.imaging.recipes.parameters import listed
from atlas.imaging.recipes.scan_families import SCAN_FAMILIES
from atlas.imaging.recipes.slice_families import SLICE_FAMILIES
from atlas.imaging.recipes.stack_families import STACK_FAMILIES
from atlas.imaging.recipes.views import VIEWS, ViewSpec
from atlas.imaging.stack.facts import stack_facts_of

LARGEST_SEED = 2**32 - 1

FAMILIES: Mapping[str, FamilySpec] = MappingProxyType(
    {**SLICE_FAMILIES, **STACK_FAMILIES, **LIMB_FAMILIES, **FILM_FAMILIES, **SCAN_FAMILIES}
)


def regions_of(source: Simulated) -> tuple[str, ...]:
    """The names of the regions a sound recipe yields, each once."""
    modality = VIEWS[source.view].modality
    named = (n for one in source.lesions for n in FAMILIES[one.family].regions[modality])
    return tuple(dict.fromkeys(named))


def objection(source: Simulated, regions: tuple[str, ...]) -> str | None:
    """What is wrong with a recipe and the regions bound to it, or None if it can be made."""
    return next(_objections(source, regions), None)


def _objections(source: Simulated, regions: tuple[str, ...]) -> Iterator[str]:
    if source.view not in VIEWS:
        yield f"`view` `{source.view}` is not known; known are {listed(VIEWS)}."
        return
    if isinstance(source.seed, bool) or not isinstance(source.seed, int):
        yield f"`seed` is `{source.seed}`; it is a whole number."
    elif not 0 <= source.seed <= LARGEST_SEED:
        yield f"`seed` is {source.seed}; it may be 0 to {LARGEST_SEED}."
    yield from _slice_objections(source)
    for lesion in source.lesions:
        yield from _lesion_objections(source.view, lesion)
    made = regions_of(source)
    for name in regions:
        if name not in made:
            known = f"made are {listed(made)}" if made else "it makes none"
            yield f"region `{name}` is not made by this recipe; {known}."


def _slice_objections(source: Simulated) -> Iterator[str]:
    """A stack is asked for one of its slices, and nothing else is."""
    if not VIEWS[source.view].is_stack:
        if source.slice is not None:
            yield f"`{source.view}` is one picture; `slice` means nothing to it."
        return
    if source.slice is None:
        yield f"`{source.view}` is a stack; `slice` says which of its slices is shown first."
        return
    try:
        most = stack_facts_of(source.view).slices
    except AtlasError:
        return  # told by the plate, not by its recipe
    if not 1 <= source.slice <= most:
        yield f"`slice` is {source.slice}; `{source.view}` has 1 to {most}."


def _fits(family: FamilySpec, view: ViewSpec) -> bool:
    return view.modality in family.regions and family.in_stacks == view.is_stack


def _lesion_objections(view: str, lesion: Lesion) -> Iterator[str]:
    family = FAMILIES.get(lesion.family)
    if not family:
        yield f"`lesion` `{lesion.family}` is not known; known are {listed(FAMILIES)}."
        return
    if not _fits(family, VIEWS[view]):
        fit = [name for name, spec in VIEWS.items() if _fits(family, spec)]
        yield f"`{lesion.family}` cannot be drawn in `{view}`; it can be in {listed(fit)}."
        return
    yield from _parameter_objections(view, lesion, family)


def _parameter_objections(view: str, lesion: Lesion, family: FamilySpec) -> Iterator[str]:
    names = [name for name, _ in lesion.parameters]
    for name, value in lesion.parameters:
        spec = family.parameters.get(name)
        if not spec:
            known = listed(family.parameters)
            yield f"`{name}` is not a parameter of `{lesion.family}`; they are {known}."
        elif names.count(name) > 1:
            yield f"`{name}` is given {names.count(name)} times; once is enough."
        elif wrong := spec.objection(name, value, view):
            yield wrong
    for name in family.needed:
        if name not in names:
            yield f"`{lesion.family}` needs `{name}`: {family.parameters[name].meaning}."
