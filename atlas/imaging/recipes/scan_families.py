"""What may be added to a bone scan."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.domain.plate import Modality
from atlas.imaging.recipes.family import FamilySpec, placed, share
from atlas.imaging.recipes.parameters import Number


def _taken_up(meaning: str, region: str, size: float, patchiness: float) -> FamilySpec:
    return FamilySpec(
        meaning,
        {
            **placed(),
            "length": Number(6, 400, size, "mm", "of the oval, down"),
            "breadth": Number(6, 300, size, "mm", "of the oval, across"),
            "angle": Number(-180, 180, 0, "degrees", "it is turned, clockwise"),
            "bend": Number(-100, 100, 0, "mm", "its ends are moved to the right of its middle"),
            "patchiness": share(patchiness, "of uptake that varies from place to place"),
            "strength": Number(0.05, 5, 0.5, "", "of the uptake; 1 is that of the lumbar spine"),
        },
        {Modality.NUCLEAR: (region,)},
    )


SCAN_FAMILIES: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "uptake": _taken_up("bone tracer in soft tissue or an organ", "uptake", 60, 0.15),
        "bone-focus": _taken_up("bone that takes up more than its fellows", "focus", 16, 0.0),
    }
)
