"""The families of lesions that are drawn in a slice, CT or MR."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.domain.plate import Modality
from atlas.imaging.recipes.family import FamilySpec, share
from atlas.imaging.recipes.parameters import Choice, Number, Parameter


def _placed(*sites: str) -> dict[str, Parameter]:
    """The parameters that say where a lesion lies; the first site is the default."""
    return {
        "site": Choice(sites, sites[0], "where the lesion lies"),
        "x": Number(-90, 90, None, "mm", "its middle, right of the picture's middle (medial)"),
        "y": Number(-90, 90, None, "mm", "its middle, below the picture's middle (posterior)"),
    }


SLICE_FAMILIES: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "synovial-sarcoma": FamilySpec(
            "lobulated soft-tissue mass with eccentric punctate to flocculent calcification",
            {
                **_placed("posterolateral", "posterior", "posteromedial", "anterolateral"),
                "size": Number(30, 95, 68, "mm", "longest diameter"),
                "calcification": share(0.5, "amount of mineral"),
                "necrosis": share(0.5, "share of cystic or necrotic tissue"),
            },
            {Modality.CT: ("mass", "calcification", "necrosis")},
        ),
        "myositis-ossificans": FamilySpec(
            "zonal mass in muscle: mineral rim, fluid levels and oedema while it is young",
            {
                **_placed("vastus-lateralis", "vastus-intermedius", "adductors", "hamstrings"),
                "size": Number(20, 80, 56, "mm", "longest diameter"),
                "maturity": share(0.5, "0 unmineralised with much oedema, 1 mature bone"),
                "levels": Number(0, 16, 7, "", "how many loculi hold a fluid level"),
                "oedema": share(1.0, "how much of the muscle is oedematous"),
            },
            {
                Modality.CT: ("mass", "rim", "centre", "cleft"),
                Modality.MR: ("mass", "rim", "fluid-levels", "oedema"),
            },
        ),
        "liposarcoma": FamilySpec(
            "large fatty mass with thick septa and a calcified nodule that is not fat",
            {
                **_placed("posteromedial", "posterior", "posterolateral"),
                "size": Number(45, 120, 88, "mm", "longest diameter"),
                "nodule": Number(0.15, 0.6, 0.36, "", "size of the nodule, as part of the mass"),
                "calcification": share(0.5, "amount of mineral"),
            },
            {Modality.CT: ("mass", "fat", "septa", "nodule", "calcification")},
        ),
        "venous-malformation": FamilySpec(
            "tortuous venous channels in muscle with fat between them and phleboliths",
            {
                **_placed("vastus-lateralis", "adductors", "hamstrings", "vastus-medialis"),
                "size": Number(25, 110, 70, "mm", "longest diameter"),
                "channels": Number(3, 24, 12, "", "how many channels"),
                "phleboliths": Number(0, 20, 6, "", "how many phleboliths"),
            },
            {
                Modality.CT: ("channels", "phleboliths"),
                Modality.MR: ("channels", "phleboliths"),
            },
        ),
        "cysticercosis": FamilySpec(
            "many rice-grain calcifications in muscle and subcutis, along the fibres",
            {
                "grains": Number(3, 120, 44, "", "how many grains"),
                "length": Number(4, 10, 7, "mm", "length of a grain; its breadth is under half"),
            },
            {Modality.CT: ("grains",)},
        ),
        "arterial-calcification": FamilySpec(
            "calcified walls of the femoral and deep femoral artery",
            {
                "vessels": Choice(("both", "femoral", "deep"), "both", "which arteries"),
                "extent": share(0.6, "share of the circumference that is calcified"),
            },
            {Modality.CT: ("wall",)},
        ),
    }
)
