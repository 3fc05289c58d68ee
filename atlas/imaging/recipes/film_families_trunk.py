"""More families of the radiograph: those first made for the trunk, the breast and the head."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.imaging.recipes.family import FamilySpec, density, on_film, placed, share
from atlas.imaging.recipes.parameters import Course, Number

TRUNK_FAMILIES: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "calcified-nodes": on_film(
            "lymph nodes filled with lumps of calcium: healed tuberculosis",
            {
                **placed(),
                "count": Number(1, 20, 5, "", "how many"),
                "spread_x": Number(1, 120, 24, "mm", "of the group, across"),
                "spread_y": Number(1, 160, 34, "mm", "of the group, down"),
                "size": Number(4, 40, 15, "mm", "diameter of the largest"),
                "calcification": share(0.7, "of each node"),
                "density": density(0.7),
            },
            "nodes",
            "calcium",
        ),
        "irradiated-plaque": on_film(
            "coarse plaque that ends straight at the edge of a field of radiotherapy",
            {
                **placed(),
                "length": Number(10, 160, 70, "mm", "from the far end to beyond the straight edge"),
                "breadth": Number(10, 160, 60, "mm", "along the straight edge"),
                "angle": Number(
                    -180, 180, 0, "degrees", "0 has the straight edge below; clockwise"
                ),
                "amount": share(0.5, "of mineral"),
                "thickness": Number(0.3, 8, 2.4, "mm", "of the plaque"),
                "density": density(0.7),
            },
            "plaque",
        ),
        "sand-nodule": on_film(
            "smooth nodule filled with mineral like sand: pilomatricoma",
            {
                **placed(),
                "length": Number(3, 60, 15, "mm", "longest diameter"),
                "breadth": Number(3, 60, 11, "mm", "across"),
                "angle": Number(-180, 180, 0, "degrees", "of the length, clockwise from down"),
                "amount": share(0.6, "of mineral"),
                "density": density(0.7),
            },
            "nodule",
        ),
        "skin-thickening": on_film(
            "thick skin where the beam grazes it",
            {
                "along": Course("the skin"),
                "thickness": Number(1, 12, 4, "mm", "of the skin"),
            },
            "skin",
        ),
        "ossified-shell": on_film(
            "shell of bone over a haematoma under the periosteum of the skull",
            {
                "along": Course(
                    "the surface of the bone, with the outside on the right of the way"
                ),
                "height": Number(2, 30, 10, "mm", "of the swelling"),
                "wall": Number(0.4, 5, 1.2, "mm", "thickness of the shell"),
                "density": density(0.8),
            },
            "shell",
            "limits",
        ),
    }
)
