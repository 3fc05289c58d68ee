"""The families of lesions that are drawn in stacks of limbs, CT or MR."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.domain.plate import Modality
from atlas.imaging.recipes.family import FamilySpec, placed_in_stack, share
from atlas.imaging.recipes.parameters import Number, Parameter


def _family(
    meaning: str,
    parameters: dict[str, Parameter],
    *,
    ct: tuple[str, ...] = (),
    mr: tuple[str, ...] = (),
) -> FamilySpec:
    regions = {Modality.CT: ct, Modality.MR: mr}
    return FamilySpec(
        meaning, parameters, {of: names for of, names in regions.items() if names}, in_stacks=True
    )


def _sized(breadth: float, depth: float, length: float) -> dict[str, Parameter]:
    return {
        "breadth": Number(4, 200, breadth, "mm", "across"),
        "depth": Number(4, 200, depth, "mm", "down the picture"),
        "length": Number(4, 400, length, "mm", "through the slices"),
    }


LIMB_FAMILIES: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "zonal-mass": _family(
            "myositis ossificans: mineral rim, fluid levels and oedema while it is young",
            {
                **placed_in_stack(),
                **_sized(36, 26, 60),
                "maturity": share(0.5, "0 unmineralised with much oedema, 1 mature bone"),
                "levels": Number(0, 30, 9, "", "how many chambers hold a fluid level"),
                "oedema": share(1.0, "how much of the muscle is oedematous"),
                "spread": Number(5, 120, 45, "mm", "how far from the mass oedema reaches"),
            },
            ct=("mass", "rim", "centre"),
            mr=("mass", "rim", "fluid-levels", "oedema"),
        ),
    }
)
