"""The families of lesions that are drawn in a stack of CT slices."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.imaging.recipes.family import FamilySpec, in_stack, placed_in_stack, share
from atlas.imaging.recipes.parameters import Choice, Landmark, Number
from atlas.imaging.recipes.stack_families_pelvis import STACK_FAMILIES_PELVIS
from atlas.imaging.recipes.stack_families_spine import STACK_FAMILIES_SPINE
from atlas.imaging.recipes.stack_families_thigh import STACK_FAMILIES_THIGH
from atlas.imaging.recipes.stack_families_trunk import STACK_FAMILIES_TRUNK

STACK_FAMILIES: Mapping[str, FamilySpec] = MappingProxyType(
    {
        **STACK_FAMILIES_TRUNK,
        **STACK_FAMILIES_SPINE,
        **STACK_FAMILIES_PELVIS,
        **STACK_FAMILIES_THIGH,
        "nuclear-calcification": in_stack(
            "mineral in the nuclei of the brain and where grey meets white matter, on both sides",
            {
                "caudate": share(0.5, "amount in the caudate nuclei"),
                "putamen": share(0.7, "amount in the putamina"),
                "pallidum": share(0.9, "amount in the pallida"),
                "thalamus": share(0.3, "amount in the thalami"),
                "dentate": share(0.5, "amount in the dentate nuclei"),
                "junction": share(0.0, "amount where grey meets white matter"),
            },
            "caudate", "putamen", "pallidum", "thalamus", "dentate", "junction",
        ),
        "nephrocalcinosis": in_stack(
            "mineral in the pyramids of both kidneys",
            {"amount": share(0.6, "amount of mineral")},
            "pyramids",
        ),
        "aneurysm": in_stack(
            "aneurysm of the aorta with a calcified rim",
            {
                **placed_in_stack(),
                "size": Number(25, 120, 56, "mm", "across its widest part"),
                "neck": Number(14, 40, 21, "mm", "across the aorta above and below"),
                "length": Number(30, 200, 90, "mm", "from neck to neck"),
                "extent": share(0.8, "of the wall that is calcified"),
                "thrombus": share(0.6, "how much thrombus lines it"),
                "crescent": share(0.0, "how dense a crescent of fresh blood in the thrombus is"),
                "gap": Number(0, 40, 0, "mm", "length of the gap in its rim"),
                "gap_at": Number(-180, 180, 30, "degrees", "of the gap, 0 patient's left, 90 back"),
                "leak": share(0.0, "blood in the fat beside and behind it"),
            },
            "rim", "lumen", "crescent", "gap", "haematoma",
        ),
        "hydatid-cyst": in_stack(
            "cyst with a calcified wall, its content solid",
            {
                **placed_in_stack(),
                "size": Number(15, 150, 64, "mm", "across"),
                "wall": Number(0.8, 10, 2.6, "mm", "thickness of the wall"),
                "extent": share(0.9, "of the wall that is calcified"),
                "content": share(0.3, "mineral in the folded membranes inside"),
            },
            "wall", "content",
        ),
        "organ-lines": in_stack(
            "calcified septa and capsule of the liver, like the shell of a turtle",
            {
                **placed_in_stack(),
                "cell": Number(12, 60, 27, "mm", "of liver between two septa"),
                "thickness": Number(0.6, 4, 1.5, "mm", "of a septum"),
                "extent": share(0.6, "of the septa that are calcified"),
                "capsule": share(0.8, "mineral in the capsule"),
            },
            "septa", "capsule",
        ),
        "wall-line": in_stack(
            "line of calcium in the wall of the bladder, and in the ureters",
            {
                **placed_in_stack(),
                "extent": share(0.85, "of the wall that is calcified"),
                "ureters": share(0.8, "mineral in the walls of the ureters"),
            },
            "line", "ureters",
        ),
        "calcified-collection": in_stack(
            "cold abscess with flecks of calcium and fragments of bone",
            {
                **placed_in_stack(),
                "bone": Landmark("the middle of the vertebral body it comes from"),
                "breadth": Number(12, 120, 52, "mm", "across"),
                "depth": Number(12, 120, 46, "mm", "from front to back"),
                "height": Number(20, 300, 110, "mm", "from top to bottom"),
                "calcification": share(0.5, "amount of mineral"),
                "destruction": share(0.5, "how much of the vertebral body is lost"),
            },
            "abscess", "calcium", "fragments",
        ),
        "granulomas": in_stack(
            "small calcified nodules in a layer: injection granulomas",
            {
                **placed_in_stack(),
                "count": Number(1, 40, 5, "", "how many"),
                "size": Number(3, 40, 13, "mm", "across the largest"),
                "spread_x": Number(2, 200, 50, "mm", "of the group, across"),
                "spread_y": Number(2, 200, 14, "mm", "of the group, front to back"),
                "spread_z": Number(2, 200, 60, "mm", "of the group, down"),
            },
            "nodules",
        ),
        "nodal-clumps": in_stack(
            "a group of lymph nodes with mineral in them",
            {
                **placed_in_stack(),
                "count": Number(1, 20, 5, "", "how many nodes"),
                "size": Number(5, 50, 17, "mm", "across the largest"),
                "calcification": share(0.6, "amount of mineral"),
                "pattern": Choice(
                    ("mulberry", "eggshell", "punctate"), "mulberry", "how the mineral lies"
                ),
            },
            "nodes", "calcium",
        ),
        "sedimentation": in_stack(
            "tumoral calcinosis: loculi with mineral settled under fluid",
            {
                **placed_in_stack(),
                "size": Number(20, 160, 74, "mm", "across the mass"),
                "loculi": Number(3, 60, 26, "", "how many loculi"),
                "sediment": share(0.45, "of a loculus that the sediment fills"),
                "density": share(0.6, "of the sediment"),
            },
            "mass", "fluid", "sediment", by_mr=True,
        ),
    }
)  # fmt: skip
