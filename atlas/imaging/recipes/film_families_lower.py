"""More families of the radiograph: those first made for the pelvis and the lower limb."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.imaging.recipes.family import FamilySpec, density, on_film, placed, share
from atlas.imaging.recipes.parameters import Number


def _degrees(default: float, meaning: str) -> Number:
    return Number(-180, 180, default, "degrees", meaning)


LOWER_FAMILIES: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "avulsed-apophysis": on_film(
            "flake torn off its bed that grows to a mass of bone in three years",
            {
                **placed(),
                "years": Number(0, 3, 0, "years", "since the injury"),
                "length": Number(10, 60, 28, "mm", "of the flake at first"),
                "displacement": Number(0, 30, 8, "mm", "of the flake from its bed"),
                "angle": _degrees(45, "in which it is displaced, clockwise from the right"),
            },
            "fragment",
            "bed",
        ),
        "ring-calcifications": on_film(
            "round or oval bodies with a calcified rim, single or in a crowd",
            {
                **placed(),
                "count": Number(1, 150, 8, "", "how many"),
                "spread_x": Number(1, 200, 40, "mm", "of the crowd, across"),
                "spread_y": Number(1, 200, 40, "mm", "of the crowd, down"),
                "size": Number(2, 40, 10, "mm", "diameter of the largest"),
                "alike": share(0.3, "1 all of nearly the same size"),
                "crowding": share(0.3, "how far they may overlap"),
                "wall": Number(0.2, 4, 0.7, "mm", "thickness of the rim"),
                "filled": share(0.1, "mineral within the rim"),
                "density": density(0.7),
            },
            "rings",
        ),
        "flecks": on_film(
            "soft-tissue mass with eccentric flecks of mineral",
            {
                **placed(),
                "length": Number(10, 160, 60, "mm", "of the mass, down the picture"),
                "breadth": Number(10, 140, 44, "mm", "across"),
                "angle": _degrees(0, "of the length, clockwise from down"),
                "towards": _degrees(60, "where flecks gather, clockwise from the right"),
                "mass": share(0.6, "how dense the mass is beyond its surroundings"),
                "amount": share(0.5, "of mineral"),
                "density": density(0.7),
            },
            "mass",
            "flecks",
        ),
        "fascial-sheets": on_film(
            "streaks and sheets of mineral along fascial planes",
            {
                **placed(),
                "count": Number(1, 20, 5, "", "how many"),
                "length": Number(15, 200, 130, "mm", "of the longest"),
                "spread": Number(0, 200, 50, "mm", "across all of them"),
                "thickness": Number(1, 14, 3.2, "mm", "of a sheet from its edge"),
                "angle": _degrees(0, "of the planes, from down to the right"),
                "density": density(0.6),
            },
            "sheets",
        ),
        "subcutaneous-network": on_film(
            "net of fine mineral in the subcutis",
            {
                **placed(),
                "spread_x": Number(10, 190, 120, "mm", "across"),
                "spread_y": Number(10, 190, 160, "mm", "down"),
                "mesh": Number(3, 25, 9, "mm", "breadth of the meshes"),
                "density": density(0.5),
            },
            "network",
        ),
        "worm": on_film(
            "beaded line of a dead guinea worm, stretched or wound",
            {
                **placed(),
                "length": Number(10, 200, 120, "mm", "of limb that it takes"),
                "breadth": Number(2, 80, 16, "mm", "of its waves"),
                "turns": Number(0.5, 20, 4, "", "how many waves"),
                "loops": share(0.4, "how far the waves fold back on themselves"),
                "angle": _degrees(0, "of its length, from down to the right"),
                "thickness": Number(0.8, 5, 2, "mm", "of the cord"),
                "density": density(0.7),
            },
            "worm",
        ),
        "parosteal-mass": on_film(
            "dense lobulated mass on the cortex with a string sign: parosteal osteosarcoma",
            {
                **placed(),
                "length": Number(20, 140, 70, "mm", "along the bone"),
                "thickness": Number(10, 70, 36, "mm", "away from it"),
                "gap": Number(0, 6, 2.2, "mm", "breadth of the lucent line"),
                "angle": _degrees(0, "away from the bone, clockwise from the right"),
            },
            "mass",
            "cleft",
        ),
        "bladder-wall": on_film(
            "calcified wall of the bladder: schistosomiasis",
            {
                **placed(),
                "breadth": Number(30, 140, 84, "mm", "of the bladder"),
                "height": Number(20, 120, 66, "mm", "of the bladder"),
                "wall": Number(0.4, 5, 1.4, "mm", "thickness of the mineral"),
                "extent": share(0.8, "of the wall that is calcified"),
                "density": density(0.7),
            },
            "wall",
        ),
    }
)
