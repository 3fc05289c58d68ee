"""Families of lesions of chest and belly that are drawn in a stack of CT slices."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.imaging.recipes.family import FamilySpec, in_stack, placed_in_stack, share
from atlas.imaging.recipes.parameters import Course, Number

STACK_FAMILIES_TRUNK: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "lung-deposits": in_stack(
            "fluffy nodules of high attenuation in both lungs, most and densest at the top",
            {
                **placed_in_stack(),
                "amount": share(0.6, "how many nodules, at the level of the landmark"),
                "size": Number(3, 14, 6, "mm", "across a nodule"),
                "density": share(0.6, "of their mineral"),
                "depth": Number(30, 400, 150, "mm", "below the landmark, where the last are met"),
            },
            "nodules",
        ),
        "lung-fibrosis": in_stack(
            "dense shrunken lung with open airways, ending along a line: radiation fibrosis",
            {
                **placed_in_stack(),
                "size": Number(10, 90, 40, "mm", "across the scar"),
                "height": Number(10, 200, 60, "mm", "above and below the landmark"),
                "angle": Number(-180, 180, 90, "degrees", "to healthy lung; 0 left, 90 back"),
            },
            "fibrosis",
        ),
        "lytic-holes": in_stack(
            "holes in bone without a white edge, filled with tumour",
            {
                **placed_in_stack(),
                "count": Number(1, 30, 5, "", "how many holes"),
                "size": Number(4, 60, 14, "mm", "across the largest"),
                "spread": Number(0, 200, 24, "mm", "of the group"),
            },
            "holes",
        ),
        "field-plaque": in_stack(
            "coarse plaque in subcutis and muscle with straight edges, where a field ended",
            {
                **placed_in_stack(),
                "breadth": Number(10, 200, 70, "mm", "of the field, across"),
                "height": Number(10, 300, 110, "mm", "of the field, from top to bottom"),
                "amount": share(0.6, "of the wall in the field that is calcified"),
            },
            "plaque", "field-edge",
        ),
        "alveolar-mass": in_stack(
            "alveolar echinococcosis: a mass growing through the liver, with scattered calcium",
            {
                **placed_in_stack(),
                "size": Number(20, 150, 80, "mm", "across"),
                "necrosis": share(0.5, "how much of it is dead"),
                "calcification": share(0.5, "amount of mineral"),
            },
            "mass", "necrosis", "calcium",
        ),
        "fatty-mass": in_stack(
            "liposarcoma of the belly: fat, septa, and a solid part that calcifies",
            {
                **placed_in_stack(),
                "breadth": Number(30, 220, 110, "mm", "across"),
                "depth": Number(30, 220, 100, "mm", "from front to back"),
                "height": Number(30, 300, 150, "mm", "from top to bottom"),
                "nodule": Number(8, 120, 42, "mm", "across the solid part"),
                "nodule_x": Number(-100, 100, 0, "mm", "of the solid part, from the middle"),
                "nodule_y": Number(-100, 100, 0, "mm", "of the solid part, behind the middle"),
                "nodule_z": Number(-100, 100, 0, "mm", "of the solid part, below the middle"),
                "calcification": share(0.5, "amount of mineral in the solid part"),
            },
            "mass", "fat", "septa", "solid", "calcium",
        ),
        "thick-colon": in_stack(
            "thick wall of the colon",
            {
                **placed_in_stack(),
                "size": Number(20, 160, 80, "mm", "across what is affected"),
                "height": Number(10, 300, 120, "mm", "of what is affected"),
                "thickness": Number(3, 20, 9, "mm", "of the wall"),
            },
            "wall",
        ),
        "vessel-walls": in_stack(
            "calcified wall of a vessel: rings, dots, or two lines",
            {
                "along": Course("the course of the vessel"),
                "diameter": Number(0.8, 30, 3, "mm", "of the vessel"),
                "wall": Number(0.3, 3, 0.6, "mm", "thickness of the mineral"),
                "extent": share(0.8, "of the wall that is calcified"),
            },
            "walls",
        ),
    }
)  # fmt: skip
