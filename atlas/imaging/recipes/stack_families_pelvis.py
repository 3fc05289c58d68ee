"""Families of lesions of pelvis and hip that are drawn in a stack of CT slices."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from atlas.imaging.recipes.family import FamilySpec, in_stack, placed_in_stack, share
from atlas.imaging.recipes.parameters import Choice, Number, Parameter

_TISSUES = ("muscle", "nerve", "blood", "kidney", "cortex", "vessel", "bladder-wall")


def _about() -> dict[str, Parameter]:
    """The parameters of what is outlined about a place."""
    return {
        **placed_in_stack(),
        "size": Number(4, 300, 40, "mm", "across the part of the slice in which it is outlined"),
        "height": Number(4, 600, 100, "mm", "of the part of the stack in which it is outlined"),
    }


STACK_FAMILIES_PELVIS: Mapping[str, FamilySpec] = MappingProxyType(
    {
        "contrast-medium": in_stack(
            "contrast medium in all vessels; those about the landmark are outlined",
            {**_about(), "amount": share(0.7, "of contrast medium")},
            "vessels",
        ),
        "outline": in_stack(
            "nothing but the outline of a healthy tissue about the landmark",
            {**_about(), "tissue": Choice(_TISSUES, "muscle", "what is outlined")},
            "outlined",
        ),
        "pelvic-phlebolith": in_stack(
            "round bead in a vein, with the tapering tail of the vein",
            {
                **placed_in_stack(),
                "size": Number(2, 14, 5, "mm", "across"),
                "tail": Number(0, 20, 11, "mm", "length of the tail"),
                "tail_at": Number(-180, 180, 60, "degrees", "of the tail, 0 left, 90 back"),
            },
            "bead", "tail",
        ),
        "ureteric-stone": in_stack(
            "stone in the ureter with a rim of soft tissue",
            {
                **placed_in_stack(),
                "size": Number(2, 14, 5, "mm", "across"),
                "rim": Number(0, 5, 2, "mm", "thickness of the rim"),
            },
            "stone", "rim",
        ),
        "ossified-lens": in_stack(
            "ossified haematoma under the periosteum of a flat bone: a lens with a shell",
            {
                **placed_in_stack(),
                "length": Number(20, 150, 70, "mm", "along the bone"),
                "thickness": Number(6, 60, 22, "mm", "of the lens"),
                "height": Number(20, 200, 80, "mm", "from top to bottom"),
                "angle": Number(-180, 180, 0, "degrees", "it bulges to, 0 patient's left, 90 back"),
                "maturity": share(0.8, "0 faint shell, 1 bone with marrow"),
            },
            "shell", "ghost", "core",
        ),
        "bone-bar": in_stack(
            "heterotopic bone with cortex, trabeculae and marrow",
            {
                **placed_in_stack(),
                "to_x": Number(-200, 200, 0, "mm", "of its other end, from the first"),
                "to_y": Number(-200, 200, 0, "mm", "of its other end, behind the first"),
                "to_z": Number(-200, 200, 60, "mm", "of its other end, below the first"),
                "bow_x": Number(-60, 60, 0, "mm", "its middle bows to the right of the picture"),
                "bow_y": Number(-60, 60, 0, "mm", "its middle bows to the back"),
                "breadth": Number(6, 90, 26, "mm", "across"),
                "gap": Number(0, 12, 0, "mm", "it stays off the bone beside it"),
                "maturity": share(0.9, "0 faint and woven, 1 with cortex and marrow"),
            },
            "bone", "gap",
        ),
        "hip-implant": in_stack(
            "total hip replacement, with what is left of the artefact of its metal",
            {
                **placed_in_stack(),
                "side": Choice(("right", "left"), "right", "of the patient"),
                "offset": Number(10, 70, 25, "mm", "of the shaft from the head, outwards"),
                "back": Number(-30, 40, 23, "mm", "of the shaft behind the head"),
                "artefact": share(0.5, "how much artefact is left"),
            },
            "implant",
        ),
    }
)  # fmt: skip
