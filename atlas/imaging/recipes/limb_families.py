"""The families of lesions that are drawn in stacks of limbs, CT or MR."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.domain.plate import Modality
from atlas.imaging.recipes.family import FamilySpec, placed_in_stack, share
from atlas.imaging.recipes.parameters import Choice, Number, Parameter


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


def _count(most: int, usual: int, meaning: str) -> Number:
    return Number(0, most, usual, "", meaning)


def _sized(breadth: float, depth: float, length: float) -> dict[str, Parameter]:
    return {
        "breadth": Number(4, 200, breadth, "mm", "across"),
        "depth": Number(4, 200, depth, "mm", "down the picture"),
        "length": Number(4, 400, length, "mm", "through the slices"),
        "turn": Number(-90, 90, 0, "degrees", "it is turned in the slice, clockwise"),
    }


_OF_A_MASS = (
    "mass", "septa", "necrosis", "nodule", "levels", "capsule", "mineral", "vessels",
)  # fmt: skip

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
        "soft-mass": _family(
            "soft-tissue mass with mineral, necrosis, fluid levels, septa or a capsule",
            {
                **placed_in_stack(),
                **_sized(50, 40, 60),
                "matrix": Choice(
                    ("cellular", "cartilage", "myxoid", "fat", "blood"), "cellular", "what it is"
                ),
                "lobes": _count(20, 8, "how many lobes its surface has"),
                "septa": share(0.0, "how thick the sheets inside are"),
                "necrosis": share(0.0, "how much of its middle is lost"),
                "nodule": share(0.0, "size of a part that is not fat, as share of the mass"),
                "levels": _count(30, 0, "how many chambers hold a fluid level"),
                "capsule": Number(0, 8, 0, "mm", "thickness of its rim of low signal"),
                "mineral": share(0.0, "amount of mineral"),
                "pattern": Choice(
                    ("flecks", "rings", "cloud", "rim"), "flecks", "how the mineral lies"
                ),
                "mineral_side": Number(
                    -180, 180, 0, "degrees", "where most of it lies, 0 right, 90 below"
                ),
                "eccentricity": share(0.5, "how far the mineral keeps to that side"),
                "oedema": share(0.0, "in the muscle round it"),
            },
            ct=_OF_A_MASS,
            mr=(*_OF_A_MASS, "oedema"),
        ),
        "joint-bodies": _family(
            "synovial chondromatosis: a recess of the joint with synovium and bodies",
            {
                **placed_in_stack(),
                **_sized(40, 20, 50),
                "count": _count(60, 14, "how many bodies"),
                "size": Number(2, 25, 10, "mm", "across the largest"),
                "mineral": share(0.5, "of the bodies that are mineralised"),
                "synovium": Number(0.5, 8, 2.2, "mm", "thickness of the synovium"),
            },
            ct=("synovium", "cartilage-bodies", "mineral-bodies"),
            mr=("synovium", "cartilage-bodies", "mineral-bodies"),
        ),
        "ossicle": _family(
            "a piece of bone in a ligament, tendon or muscle",
            {
                **placed_in_stack(),
                **_sized(7, 12, 24),
                "lobes": _count(20, 3, "how many lobes its surface has"),
                "cortex": Number(0.4, 5, 1.1, "mm", "thickness of its cortex"),
                "marrow": share(0.9, "how fatty its core is"),
                "oedema": share(0.0, "fluid round it"),
                "cord": Number(0, 30, 0, "mm", "across a tendon that ends in it from below"),
            },
            ct=("ossicle", "ligament", "tendon", "cord"),
            mr=("ossicle", "ligament", "tendon", "oedema", "cord"),
        ),
        "juxtacortical-mass": _family(
            "parosteal osteosarcoma: ossified on the bone, soft outside, into the marrow",
            {
                **placed_in_stack(),
                **_sized(56, 44, 70),
                "base": Number(-180, 180, -90, "degrees", "where the bone lies, 0 right, 90 below"),
                "soft": share(0.35, "of the mass that is not ossified"),
                "marrow": share(0.5, "how far it reaches into the marrow"),
            },
            ct=("ossified", "soft-part", "marrow"),
            mr=("ossified", "soft-part", "marrow"),
        ),
        "periosteal-bone": _family(
            "a wavy layer of bone with fatty marrow on a shaft, in venous disease",
            {
                **placed_in_stack(),
                "thickness": Number(1, 12, 5, "mm", "of the layer at its thickest"),
                "reach": Number(8, 60, 24, "mm", "from the landmark, that holds the whole bone"),
                "length": Number(20, 600, 300, "mm", "through the slices"),
                "skin": Number(0, 8, 0, "mm", "thickness of thickened skin"),
            },
            ct=("periosteal-bone", "native-marrow", "skin"),
            mr=("periosteal-bone", "native-marrow", "skin"),
        ),
        "flowing-hyperostosis": _family(
            "melorheostosis: dense bone down one side of a shaft, outwards and inwards",
            {
                **placed_in_stack(),
                "side": Number(-180, 180, 0, "degrees", "of the bone, 0 right, 90 below"),
                "width": Number(30, 300, 130, "degrees", "of the bone that has it"),
                "outwards": Number(0, 15, 5, "mm", "how far it grows outwards"),
                "inwards": Number(0, 15, 6, "mm", "how far it grows into the marrow"),
                "reach": Number(8, 60, 24, "mm", "from the landmark, that holds the whole bone"),
                "length": Number(20, 600, 300, "mm", "through the slices"),
                "mass": Number(0, 40, 0, "mm", "across a mineral mass in the soft tissue"),
            },
            ct=("outer-wax", "endosteal-wax", "soft-tissue-mineral"),
        ),
        "calcific-myonecrosis": _family(
            "a compartment of the leg turned to fluid with plaques of calcium round it",
            {
                **placed_in_stack(),
                **_sized(40, 30, 200),
                "muscles": Choice(
                    ("anterior-leg", "lateral-leg"), "anterior-leg", "the compartment"
                ),
                "mineral": share(0.6, "amount of mineral"),
            },
            ct=("mass", "centre", "plaques"),
            mr=("mass", "centre", "plaques"),
        ),
        "myositis": _family(
            "inflamed muscles, bright where fluid is, with calcium on their fasciae",
            {
                **placed_in_stack(),
                "muscles": Choice(
                    ("quadriceps", "adductors", "hamstrings"), "quadriceps", "which muscles"
                ),
                "oedema": share(0.7, "how much of them is inflamed"),
                "mineral": share(0.4, "amount of mineral"),
            },
            mr=("oedema", "calcium"),
        ),
        "insertion-calcium": _family(
            "apatite at an insertion: calcium in the tendon and an erosion under it",
            {
                **placed_in_stack(),
                **_sized(8, 10, 16),
                "base": Number(-180, 180, 90, "degrees", "where the bone lies, 0 right, 90 below"),
                "erosion": Number(0.5, 15, 4, "mm", "radius of the hole in the bone"),
            },
            ct=("calcium", "erosion", "tendon"),
        ),
        "venous-lake": _family(
            "venous malformation: a lake of slow blood with phleboliths",
            {
                **placed_in_stack(),
                **_sized(30, 18, 44),
                "count": _count(40, 6, "how many phleboliths"),
                "size": Number(1, 14, 6, "mm", "across the largest"),
            },
            ct=("channels", "phleboliths"),
            mr=("channels", "phleboliths"),
        ),
        "marrow-cartilage": _family(
            "enchondroma: lobules of cartilage in the marrow",
            {**placed_in_stack(), **_sized(16, 16, 40), "mineral": share(0.4, "amount of mineral")},
            ct=("cartilage",),
            mr=("cartilage",),
        ),
        "fat-star": _family(
            "fat necrosis: a globule of fat in a star of scar",
            {
                **placed_in_stack(),
                **_sized(26, 14, 30),
                "mineral": share(0.0, "amount of mineral"),
            },
            ct=("star", "globule"),
            mr=("star", "globule"),
        ),
    }
)
