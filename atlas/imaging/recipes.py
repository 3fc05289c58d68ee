"""What the simulation can make: the names and parameters a recipe may use.

No pixel and no numpy here, so that a page can be checked without either.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from atlas.domain.plate import Lesion, Modality, Side, Simulated, Window

LARGEST_SEED = 2**32 - 1


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """One picture the simulation can make of a healthy body, lesions apart."""

    modality: Modality
    projection: str
    unit: str
    body_part: str
    side: Side
    window: Window
    field_of_view: float  # mm, both ways


@dataclass(frozen=True, slots=True)
class Number:
    """A parameter that is a number. Without a default the site decides."""

    low: float
    high: float
    default: float | None
    unit: str
    meaning: str

    def objection(self, name: str, value: float | str) -> str | None:
        """What is wrong with `value`, or None."""
        allowed = f"{self.low:g} to {self.high:g}{' ' + self.unit if self.unit else ''}"
        if isinstance(value, bool) or not isinstance(value, int | float):
            return f"`{name}` is `{value}`; it is a number from {allowed}."
        if not math.isfinite(value) or not self.low <= value <= self.high:
            return f"`{name}` is {value:g}; it may be {allowed}."
        return None


@dataclass(frozen=True, slots=True)
class Choice:
    """A parameter that is one of a few words."""

    choices: tuple[str, ...]
    default: str
    meaning: str

    def objection(self, name: str, value: float | str) -> str | None:
        """What is wrong with `value`, or None."""
        if value in self.choices:
            return None
        return f"`{name}` is `{value}`; it may be {_listed(self.choices)}."


@dataclass(frozen=True, slots=True)
class FamilySpec:
    """One kind of lesion: what may be chosen, and the regions it yields in each modality."""

    meaning: str
    parameters: Mapping[str, Number | Choice]
    regions: Mapping[Modality, tuple[str, ...]]

    def settled(self, lesion: Lesion) -> dict[str, float | str | None]:
        """Every parameter of the family: the author's where given, else the default."""
        defaults = {name: spec.default for name, spec in self.parameters.items()}
        return {**defaults, **dict(lesion.parameters)}


def _thigh(modality: Modality, projection: str, unit: str, window: Window) -> ViewSpec:
    return ViewSpec(modality, projection, unit, "Right thigh", Side.RIGHT, window, 220.0)


VIEWS: Mapping[str, ViewSpec] = MappingProxyType(
    {
        "thigh-ct": _thigh(Modality.CT, "axial", "HU", Window(50, 400)),
        "thigh-mr-t1": _thigh(Modality.MR, "axial T1", "", Window(470, 960)),
        "thigh-mr-t2": _thigh(Modality.MR, "axial T2", "", Window(430, 900)),
        "thigh-mr-stir": _thigh(Modality.MR, "axial STIR", "", Window(330, 680)),
    }
)


def _placed(*sites: str) -> dict[str, Number | Choice]:
    """The parameters that say where a lesion lies; the first site is the default."""
    return {
        "site": Choice(sites, sites[0], "where the lesion lies"),
        "x": Number(-90, 90, None, "mm", "its middle, right of the picture's middle (medial)"),
        "y": Number(-90, 90, None, "mm", "its middle, below the picture's middle (posterior)"),
    }


def _share(default: float, meaning: str) -> Number:
    return Number(0, 1, default, "", meaning)


FAMILIES: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "synovial-sarcoma": FamilySpec(
            "lobulated soft-tissue mass with eccentric punctate to flocculent calcification",
            {
                **_placed("posterolateral", "posterior", "posteromedial", "anterolateral"),
                "size": Number(30, 95, 68, "mm", "longest diameter"),
                "calcification": _share(0.5, "amount of mineral"),
                "necrosis": _share(0.5, "share of cystic or necrotic tissue"),
            },
            {Modality.CT: ("mass", "calcification", "necrosis")},
        ),
        "myositis-ossificans": FamilySpec(
            "zonal mass in muscle: mineral rim, fluid levels and oedema while it is young",
            {
                **_placed("vastus-lateralis", "vastus-intermedius", "adductors", "hamstrings"),
                "size": Number(20, 80, 56, "mm", "longest diameter"),
                "maturity": _share(0.5, "0 unmineralised with much oedema, 1 mature bone"),
                "levels": Number(0, 16, 7, "", "how many loculi hold a fluid level"),
                "oedema": _share(1.0, "how much of the muscle is oedematous"),
            },
            {
                Modality.CT: ("mass", "rim", "centre", "cleft"),
                Modality.MR: ("mass", "rim", "fluid-levels", "oedema"),
            },
        ),
        "liposarcoma": FamilySpec(
            "large fatty mass with thick septa and a calcified nodule that is not fat",
            {
                **_placed("posteromedial", "posterior", "posterolateral"),
                "size": Number(45, 120, 88, "mm", "longest diameter"),
                "nodule": Number(0.15, 0.6, 0.36, "", "size of the nodule, as part of the mass"),
                "calcification": _share(0.5, "amount of mineral"),
            },
            {Modality.CT: ("mass", "fat", "septa", "nodule", "calcification")},
        ),
        "venous-malformation": FamilySpec(
            "tortuous venous channels in muscle with fat between them and phleboliths",
            {
                **_placed("vastus-lateralis", "adductors", "hamstrings", "vastus-medialis"),
                "size": Number(25, 110, 70, "mm", "longest diameter"),
                "channels": Number(3, 24, 12, "", "how many channels"),
                "phleboliths": Number(0, 20, 6, "", "how many phleboliths"),
            },
            {
                Modality.CT: ("channels", "phleboliths"),
                Modality.MR: ("channels", "phleboliths"),
            },
        ),
        "cysticercosis": FamilySpec(
            "many rice-grain calcifications in muscle and subcutis, along the fibres",
            {
                "grains": Number(3, 120, 44, "", "how many grains"),
                "length": Number(4, 10, 7, "mm", "length of a grain; its breadth is under half"),
            },
            {Modality.CT: ("grains",)},
        ),
        "arterial-calcification": FamilySpec(
            "calcified walls of the femoral and deep femoral artery",
            {
                "vessels": Choice(("both", "femoral", "deep"), "both", "which arteries"),
                "extent": _share(0.6, "share of the circumference that is calcified"),
            },
            {Modality.CT: ("wall",)},
        ),
    }
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
        yield f"`view` `{source.view}` is not known; known are {_listed(VIEWS)}."
        return
    if isinstance(source.seed, bool) or not isinstance(source.seed, int):
        yield f"`seed` is `{source.seed}`; it is a whole number."
    elif not 0 <= source.seed <= LARGEST_SEED:
        yield f"`seed` is {source.seed}; it may be 0 to {LARGEST_SEED}."
    for lesion in source.lesions:
        yield from _lesion_objections(source.view, lesion)
    made = regions_of(source)
    for name in regions:
        if name not in made:
            known = f"made are {_listed(made)}" if made else "it makes none"
            yield f"region `{name}` is not made by this recipe; {known}."


def _lesion_objections(view: str, lesion: Lesion) -> Iterator[str]:
    family = FAMILIES.get(lesion.family)
    if not family:
        yield f"`lesion` `{lesion.family}` is not known; known are {_listed(FAMILIES)}."
        return
    if VIEWS[view].modality not in family.regions:
        fit = [name for name, spec in VIEWS.items() if spec.modality in family.regions]
        yield f"`{lesion.family}` cannot be drawn in `{view}`; it can be in {_listed(fit)}."
    names = [name for name, _ in lesion.parameters]
    for name, value in lesion.parameters:
        spec = family.parameters.get(name)
        if not spec:
            known = _listed(family.parameters)
            yield f"`{name}` is not a parameter of `{lesion.family}`; they are {known}."
        elif names.count(name) > 1:
            yield f"`{name}` is given {names.count(name)} times; once is enough."
        elif wrong := spec.objection(name, value):
            yield wrong


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
