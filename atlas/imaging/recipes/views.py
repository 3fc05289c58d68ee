"""The pictures of a healthy body the simulation can make. A radiograph is one line here,
and so is a stack of slices.

Its pixels and places lie in `resources/backgrounds`; packaging/anatomy says how they are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from atlas.domain.plate import Modality, Side, Window


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """One picture the simulation can make of a healthy body, lesions apart.

    `edges` are the letters of the patient's direction at the left and top edge of a slice.
    `background` is the stack a view shows where that has another name: CT and MR share one.
    """

    modality: Modality
    projection: str
    unit: str
    body_part: str
    side: Side
    window: Window
    is_stack: bool = False
    background: str = ""
    edges: tuple[str, str] = ("R", "A")


_FILM = Window(2048, 4096)


def _thigh(modality: Modality, projection: str, unit: str, window: Window) -> ViewSpec:
    return ViewSpec(modality, projection, unit, "Right thigh", Side.RIGHT, window)


def _stack(body_part: str, window: Window, side: Side = Side.BOTH) -> ViewSpec:
    return ViewSpec(Modality.CT, "axial", "HU", body_part, side, window, is_stack=True)


def _limb(stack: str, body_part: str, projection: str = "axial", **more: Any) -> ViewSpec:
    """CT of a stack of the right side of the body that MR may show as well."""
    window = Window(50, 400)
    return ViewSpec(
        Modality.CT, projection, "HU", body_part, Side.RIGHT, window, True, stack, **more
    )


def _scan(stack: str, body_part: str, projection: str, window: Window, **more: Any) -> ViewSpec:
    """MR of a stack of the right side of the body that CT may show as well."""
    return ViewSpec(Modality.MR, projection, "", body_part, Side.RIGHT, window, True, stack, **more)


def _bone_scan(body_part: str, darkest: float) -> ViewSpec:
    """Scintigraphy from the front; so many counts in a pixel are black."""
    window = Window(darkest / 2, darkest)
    return ViewSpec(Modality.NUCLEAR, "anterior", "counts", body_part, Side.BOTH, window)


def _sagittal(body_part: str) -> ViewSpec:
    window, edges = Window(350, 1600), ("A", "H")
    return ViewSpec(
        Modality.CT, "sagittal", "HU", body_part, Side.MIDLINE, window, True, edges=edges
    )


def _film(projection: str, body_part: str, side: Side = Side.RIGHT) -> ViewSpec:
    return ViewSpec(Modality.RADIOGRAPH, projection, "", body_part, side, _FILM)


VIEWS: Mapping[str, ViewSpec] = MappingProxyType(
    {
        "thigh-ct": _thigh(Modality.CT, "axial", "HU", Window(50, 400)),
        "thigh-mr-t1": _thigh(Modality.MR, "axial T1", "", Window(470, 960)),
        "thigh-mr-t2": _thigh(Modality.MR, "axial T2", "", Window(430, 900)),
        "thigh-mr-stir": _thigh(Modality.MR, "axial STIR", "", Window(330, 680)),
        "brain-ct": _stack("Head", Window(40, 90)),
        "chest-ct": _stack("Chest", Window(40, 400)),
        "pelvis-ct": _stack("Pelvis", Window(40, 400)),
        "hip-ct": _stack("Right hip", Window(40, 400), Side.RIGHT),
        "abdomen-ct": _stack("Abdomen", Window(40, 400)),
        "mid-thigh-ct": _limb("mid-thigh", "Right thigh"),
        "elbow-ct": _limb("elbow", "Right elbow"),
        "elbow-mr-t2fs": _scan("elbow", "Right elbow", "axial T2 fat-saturated", Window(400, 820)),
        "knee-ct": _limb("knee", "Right knee"),
        "knee-mr-t1": _scan("knee", "Right knee", "axial T1", Window(470, 960)),
        "knee-mr-t2": _scan("knee", "Right knee", "axial T2", Window(430, 900)),
        "knee-sagittal-mr-pd": _scan(
            "knee-sagittal", "Right knee", "sagittal PD", Window(520, 1060), edges=("A", "H")
        ),
        "knee-sagittal-mr-t2fs": _scan(
            "knee-sagittal",
            "Right knee",
            "sagittal T2 fat-saturated",
            Window(400, 820),
            edges=("A", "H"),
        ),
        "knee-coronal-mr-pd": _scan(
            "knee-coronal", "Right knee", "coronal PD", Window(520, 1060), edges=("R", "H")
        ),
        "knee-coronal-mr-t2fs": _scan(
            "knee-coronal",
            "Right knee",
            "coronal T2 fat-saturated",
            Window(400, 820),
            edges=("R", "H"),
        ),
        "calf-ct": _limb("calf", "Right leg"),
        "calf-mr-t1": _scan("calf", "Right leg", "axial T1", Window(470, 960)),
        "calf-mr-stir": _scan("calf", "Right leg", "axial STIR", Window(330, 680)),
        "thigh-axial-mr-t1": _scan("thigh-axial", "Right thigh", "axial T1", Window(470, 960)),
        "thigh-axial-mr-t2": _scan("thigh-axial", "Right thigh", "axial T2", Window(430, 900)),
        "thigh-axial-mr-t1fs": _scan(
            "thigh-axial", "Right thigh", "axial T1 fat-saturated", Window(300, 620)
        ),
        "thigh-axial-mr-stir": _scan("thigh-axial", "Right thigh", "axial STIR", Window(330, 680)),
        "shoulder-ct": _limb("shoulder", "Right shoulder"),
        "shoulder-mr-t2": _scan("shoulder", "Right shoulder", "axial T2", Window(430, 900)),
        "pelvis-mr-t1": ViewSpec(
            Modality.MR, "axial T1", "", "Pelvis", Side.BOTH, Window(470, 960), True, "pelvis-ct"
        ),
        "pelvis-ap": _film("AP", "Pelvis", Side.BOTH),
        "pelvis-ap-adolescent": _film("AP", "Pelvis", Side.BOTH),
        "hip-ap": _film("AP", "Right hip"),
        "leg-ap": _film("AP", "Right leg"),
        "thigh-ap": _film("AP", "Right thigh"),
        "thigh-lateral": _film("lateral", "Right thigh"),
        "elbow-lateral": _film("lateral", "Right elbow"),
        "hand-pa": _film("PA", "Right hand"),
        "hand-pa-short-metacarpals": _film("PA", "Right hand"),
        "shoulder-ap": _film("AP", "Right shoulder"),
        "elbow-ap": _film("AP", "Right elbow"),
        "ankle-lateral": _film("lateral", "Right ankle"),
        "ankle-lateral-charcot": _film("lateral", "Right ankle"),
        "infant-leg-ap": _film("AP", "Right leg of an infant"),
        "wrist-pa": _film("PA", "Right wrist"),
        "feet-ap-short-great-toes": _film("dorsoplantar", "Feet", Side.BOTH),
        "foot-ap": _film("dorsoplantar", "Right foot"),
        "great-toe-ap": _film("dorsoplantar", "Right great toe"),
        "knee-ap": _film("AP", "Right knee"),
        "knee-lateral": _film("lateral", "Right knee"),
        "lumbar-spine-lateral": _film("lateral", "Lumbar spine", Side.MIDLINE),
        "lumbar-spine-lateral-narrow-discs": _film("lateral", "Lumbar spine", Side.MIDLINE),
        "lumbar-spine-ap": _film("AP", "Lumbar spine", Side.BOTH),
        "lumbar-spine-ap-collapsed-body": _film("AP", "Lumbar spine", Side.BOTH),
        "thoracic-spine-lateral": _film("lateral", "Thoracic spine", Side.MIDLINE),
        "cervical-spine-lateral": _film("lateral", "Cervical spine", Side.MIDLINE),
        "cervical-spine-lateral-fused-facets": _film("lateral", "Cervical spine", Side.MIDLINE),
        "neck-ct": _stack("Neck", Window(60, 400)),
        "spine-ct-sagittal": _sagittal("Thoracolumbar spine"),
        "cervicothoracic-ct-sagittal": _sagittal("Cervico-thoracic junction"),
        "chest-pa": _film("PA", "Chest", Side.BOTH),
        "breast-mediolateral": _film("mediolateral oblique", "Right breast"),
        "slabs": _film("composite", "Slabs of soft tissue", Side.MIDLINE),
        "hip-ap-arthroplasty": _film("AP", "Right hip"),
        "abdomen-ap": _film("AP", "Abdomen", Side.BOTH),
        "trunk-bone-scan": _bone_scan("Trunk", 34),
        "hips-bone-scan": _bone_scan("Hips", 102),
        "thighs-bone-scan": _bone_scan("Thighs", 50),
        "skull-infant-ap": _film("AP", "Skull of an infant", Side.BOTH),
    }
)


def background_of(view: str) -> str:
    """The name under which the stack of a view is stored."""
    return VIEWS[view].background or view
