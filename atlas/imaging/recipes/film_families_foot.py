"""More families of the radiograph: those first made for the foot and the wrist."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.imaging.recipes.family import FamilySpec, density, on_film, placed, share
from atlas.imaging.recipes.parameters import Course, Number

FOOT_FAMILIES: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "tophus": on_film(
            "mass of urate in an erosion of the bone beside it, under an overhanging edge: gout",
            {
                **placed(),
                "size": Number(4, 60, 18, "mm", "of the mass"),
                "erosion": Number(2, 30, 9, "mm", "across what is punched out"),
                "towards": Number(-180, 180, 0, "degrees", "out of the bone, from the right"),
                "mass": share(0.6, "how dense the mass is beyond flesh"),
                "flecks": share(0, "amount of calcium in it"),
            },
            "tophus",
            "erosion",
            "edge",
        ),
        "candle-wax": on_film(
            "dense bone that runs down one side of a shaft like wax: melorheostosis",
            {
                "along": Course("the surface of the bone, downwards, the bone on its left"),
                "outer": Number(0.5, 25, 7, "mm", "how far it stands out"),
                "inner": Number(0.5, 25, 5, "mm", "how far it narrows the marrow"),
                "density": density(1),
            },
            "wax",
            "endosteal",
        ),
        "chondroid-nodule": on_film(
            "nodule of cartilage with rings and arcs, pressed into the bone beside it",
            {
                **placed(),
                "length": Number(6, 80, 24, "mm", "down the picture"),
                "breadth": Number(5, 80, 17, "mm", "across"),
                "angle": Number(-180, 180, 0, "degrees", "of the length, clockwise from down"),
                "lobules": Number(3, 60, 22, "", "how many have mineral"),
                "lobule": Number(1, 15, 4.4, "mm", "diameter of one"),
                "density": density(0.8),
            },
            "mass",
            "matrix",
            "scalloping",
        ),
    }
)
