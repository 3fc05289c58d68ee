"""Families of lesions between the muscles of a limb that are drawn in a stack of CT slices."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.imaging.recipes.family import FamilySpec, in_stack, placed_in_stack, share
from atlas.imaging.recipes.parameters import Choice, Number

STACK_FAMILIES_THIGH: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "milk-of-calcium": in_stack(
            "flat collection between muscles with a level of milk of calcium",
            {
                **placed_in_stack(),
                "length": Number(10, 150, 56, "mm", "along the plane between the muscles"),
                "thickness": Number(5, 80, 24, "mm", "across the plane"),
                "height": Number(10, 300, 90, "mm", "from top to bottom"),
                "angle": Number(-180, 180, 0, "degrees", "of the plane, clockwise from level"),
                "sediment": share(0.45, "of the collection that the sediment fills"),
                "density": share(0.6, "of the sediment"),
            },
            "collection", "fluid", "sediment",
        ),
        "calcified-fascia": in_stack(
            "sheets of calcium along the planes between muscles",
            {
                **placed_in_stack(),
                "size": Number(10, 240, 80, "mm", "across what is affected"),
                "amount": share(0.4, "of the planes that are calcified"),
            },
            "sheets",
        ),
        "dermal-plates": in_stack(
            "bone from skin through fascia into muscle: lace, then plates with trabeculae",
            {
                **placed_in_stack(),
                "size": Number(10, 200, 80, "mm", "across what is affected"),
                "height": Number(10, 300, 120, "mm", "of what is affected"),
                "depth": share(0.6, "how deep plates reach into muscle"),
            },
            "subcutis", "fascia", "muscle",
        ),
        "mineral-sarcoma": in_stack(
            "sarcoma of soft tissue that makes bone or cartilage",
            {
                **placed_in_stack(),
                "breadth": Number(10, 150, 64, "mm", "across"),
                "depth": Number(10, 150, 54, "mm", "from front to back"),
                "height": Number(10, 300, 90, "mm", "from top to bottom"),
                "matrix": Choice(("osteoid", "cartilage"), "osteoid", "how its mineral looks"),
                "amount": share(0.5, "of mineral"),
                "side": Number(-180, 180, 0, "degrees", "of its cartilage, 0 right, 90 back"),
                "necrosis": share(0.4, "how much of it is dead"),
                "enhancement": share(0.0, "of its margin by contrast medium"),
            },
            "mass", "mineral", "necrosis", "plain",
        ),
    }
)  # fmt: skip
