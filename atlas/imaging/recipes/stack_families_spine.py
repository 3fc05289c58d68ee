"""Families of lesions of neck and spine that are drawn in a stack of CT slices."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.imaging.recipes.family import FamilySpec, density, in_stack, placed_in_stack, share
from atlas.imaging.recipes.parameters import Course, Number

STACK_FAMILIES_SPINE: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "flowing-bone": in_stack(
            "sagittal slices: bone that flows before the spine, a lucent line before bodies",
            {
                "along": Course("the anterior ligament, from above down, two points a vertebra"),
                "from": share(0.1, "where it begins along the course"),
                "to": share(0.9, "where it ends"),
                "z": Number(-40, 40, -6, "mm", "its middle, to the patient's left"),
                "width": Number(4, 60, 30, "mm", "from right to left"),
                "thickness": Number(1, 15, 5, "mm", "before a body"),
                "bulge": Number(0, 15, 4, "mm", "how much thicker it is before a disc"),
                "gap": Number(0, 6, 1.6, "mm", "between it and the body"),
            },
            "bone", "gap",
        ),
        "calcified-disc": in_stack(
            "sagittal slices: layers of mineral along a disc, and gas between them",
            {
                "along": Course("the middle of the disc"),
                "z": Number(-40, 40, 0, "mm", "its middle, to the patient's left"),
                "width": Number(4, 60, 40, "mm", "from right to left"),
                "apart": Number(0, 12, 2, "mm", "between the two layers"),
                "thickness": Number(0.3, 6, 1.4, "mm", "of a layer"),
                "extent": share(0.8, "of the layers that is calcified"),
                "vacuum": share(0, "gas in a cleft between the layers"),
                "density": density(0.8),
            },
            "wafer", "vacuum",
        ),
        "body-fracture": in_stack(
            "sagittal slices: a cleft across a vertebral body, wide in front",
            {
                **placed_in_stack(),
                "length": Number(10, 120, 46, "mm", "from the front to the back"),
                "angle": Number(-60, 60, 0, "degrees", "by which its back lies lower"),
                "opening": Number(0.5, 20, 6, "mm", "of the cleft at its front"),
            },
            "fracture", "opening",
        ),
        "crowned-dens": in_stack(
            "an arc of mineral in the ligament behind and beside the dens",
            {
                **placed_in_stack(),
                "radius": Number(4, 16, 8.4, "mm", "from the middle of the dens"),
                "thickness": Number(0.5, 8, 2.6, "mm", "of the arc"),
                "arc": Number(20, 340, 210, "degrees", "of the circle, its middle behind"),
                "height": Number(4, 50, 20, "mm", "from top to bottom"),
                "density": density(0.8),
            },
            "crown",
        ),
        "longus-colli-calcium": in_stack(
            "chalk in the longus colli, and fluid that spreads before the spine",
            {
                **placed_in_stack(),
                "side_x": Number(-30, 30, -7, "mm", "of the chalk, right of the landmark"),
                "length": Number(3, 60, 14, "mm", "of the chalk, from top to bottom"),
                "breadth": Number(2, 40, 9, "mm", "of the chalk, across"),
                "fluid": Number(0, 20, 6, "mm", "depth of the fluid"),
                "fluid_height": Number(5, 150, 60, "mm", "of the fluid, from top to bottom"),
                "density": density(0.8),
            },
            "calcium", "fluid",
        ),
        "paraspinal-chalk": in_stack(
            "lobules of chalk about a facet joint that reach into the canal",
            {
                **placed_in_stack(),
                "size": Number(6, 80, 28, "mm", "across"),
                "height": Number(5, 120, 36, "mm", "from top to bottom"),
                "density": density(0.8),
            },
            "mass", "canal",
        ),
    }
)  # fmt: skip
