"""More families of the radiograph: those of the spine and what lies before it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.imaging.recipes.family import FamilySpec, density, on_film, share
from atlas.imaging.recipes.parameters import Course, Number, Parameter


def _aortic(extent: float) -> dict[str, Parameter]:
    return {
        "along": Course("the axis of the aorta, from above down"),
        "diameter": Number(8, 40, 18, "mm", "of the healthy aorta"),
        "wall": Number(0.2, 4, 0.8, "mm", "thickness of the mineral"),
        "extent": share(extent, "of the wall that is calcified"),
        "density": density(0.7),
    }


SPINE_FAMILIES: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "end-plate-bands": on_film(
            "sclerosis along both end plates of a vertebra: the rugger-jersey spine",
            {
                "upper": Course("the upper end plate"),
                "lower": Course("the lower end plate"),
                "breadth": Number(0.1, 0.45, 0.28, "", "of a band, as part of the height"),
                "softness": share(0.6, "how slowly a band fades into the middle"),
                "density": density(0.7),
            },
            "band",
            "centre",
        ),
        "aortic-wall": on_film(
            "plaques in the wall of an aorta seen from the side",
            _aortic(0.7),
            "wall",
            "anterior-wall",
            "posterior-wall",
        ),
        "aortic-aneurysm": on_film(
            "aneurysm of an aorta seen from the side, its calcified walls spread apart",
            {
                **_aortic(0.85),
                "sac": Number(15, 120, 54, "mm", "across the aneurysm"),
                "sac_at": share(0.6, "where the aneurysm is widest, along the course"),
                "sac_length": Number(20, 250, 110, "mm", "of the aneurysm"),
            },
            "wall",
            "anterior-wall",
            "posterior-wall",
            "sac",
        ),
        "disc-calcification": on_film(
            "wafers of calcium in a disc, parallel to its end plates, and gas between them",
            {
                "along": Course("the middle of the disc"),
                "apart": Number(0, 12, 2.4, "mm", "between the two layers"),
                "thickness": Number(0.3, 6, 1.1, "mm", "of a layer"),
                "extent": share(0.8, "of the layers that is calcified"),
                "vacuum": share(0, "gas in a cleft between the layers"),
                "density": density(0.7),
            },
            "wafer",
            "vacuum",
        ),
        "flowing-ossification": on_film(
            "bone that flows along the front of the spine, with a lucent line before bodies",
            {
                "along": Course("the anterior ligament, from above down, two points a vertebra"),
                "from": share(0.1, "where it begins along the course"),
                "to": share(0.9, "where it ends"),
                "thickness": Number(1, 15, 4, "mm", "before a body"),
                "bulge": Number(0, 15, 3.5, "mm", "how much thicker it is before a disc"),
                "before": Number(2, 20, 7, "mm", "how far a bulge reaches from its disc"),
                "gap": Number(0, 6, 1.6, "mm", "between it and the body"),
                "density": density(0.7),
            },
            "bone",
            "gap",
        ),
        "psoas-abscess": on_film(
            "cold abscess in the sheath of a psoas, seen from in front",
            {
                "along": Course("the axis of the muscle"),
                "breadth": Number(15, 120, 66, "mm", "across its widest part"),
                "middle": share(0.45, "where it is widest, along the muscle"),
                "length": Number(0.1, 1, 0.5, "", "from there to its ends, along the muscle"),
                "calcification": share(0.5, "amount of mineral"),
                "density": density(0.7),
            },
            "abscess",
            "calcium",
        ),
    }
)
