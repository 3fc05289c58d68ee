"""From a recipe to a frame: the body, its lesions, the scanner, the outlines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from atlas.domain.plate import Modality, Simulated
from atlas.imaging.frame import Frame
from atlas.imaging.recipes.objections import FAMILIES, regions_of
from atlas.imaging.recipes.views import VIEWS, ViewSpec
from atlas.imaging.simulate import limb, tissue
from atlas.imaging.simulate.canvas import Canvas
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.contours import joint_rings
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions import (
    arterial_calcification,
    cysticercosis,
    liposarcoma,
    myositis_ossificans,
    synovial_sarcoma,
    venous_malformation,
)
from atlas.imaging.simulate.lesions.growth import Bed, Regions
from atlas.imaging.simulate.scanner import SEQUENCES, ct_ink, scan_ct, scan_mr
from atlas.imaging.simulate.thigh import FIELD_OF_VIEW, Thigh, thigh_of
from atlas.imaging.simulate.warp import Push, Warp


@dataclass(frozen=True, slots=True)
class Family:
    """How one kind of lesion shoves its neighbours, and how it grows."""

    pushes: Callable[[Choice, Warp], tuple[Push, ...]]
    grow: Callable[[Bed, Choice], Regions]


_GROWING: Mapping[str, Family] = MappingProxyType(
    {
        "synovial-sarcoma": Family(synovial_sarcoma.pushes, synovial_sarcoma.grow),
        "myositis-ossificans": Family(myositis_ossificans.pushes, myositis_ossificans.grow),
        "liposarcoma": Family(liposarcoma.pushes, liposarcoma.grow),
        "venous-malformation": Family(venous_malformation.pushes, venous_malformation.grow),
        "cysticercosis": Family(cysticercosis.pushes, cysticercosis.grow),
        "arterial-calcification": Family(
            arterial_calcification.pushes, arterial_calcification.grow
        ),
    }
)


@dataclass(frozen=True, eq=False, slots=True)
class Scene:
    """A slice before it is scanned: what is painted, the body, and the lesions' regions."""

    canvas: Canvas
    thigh: Thigh
    regions: Mapping[str, tuple[tuple[Grid, Array], ...]]


def composed(source: Simulated, size: int) -> Scene:
    """Paint a sound recipe: the soft tissue, the lesions in it, the bone over both."""
    view = VIEWS[source.view]
    choices = _choices(source)
    thigh = thigh_of(source.seed, size, _pushes(source.seed, choices))
    canvas = _canvas(source.view, view, thigh.grid)
    limb.paint_soft_tissue(canvas, thigh, source.seed)
    regions = _grown(Bed(canvas, thigh), choices)
    limb.paint_femur(canvas, thigh)
    return Scene(canvas, thigh, regions)


def simulated(source: Simulated, size: int) -> Frame:
    """The picture of a sound recipe, `size` pixels wide and high."""
    view, scene = VIEWS[source.view], composed(source, size)
    if scene.canvas.is_ct:
        values = scan_ct(scene.canvas, -scene.thigh.skin, source.seed)
    else:
        values = scan_mr(scene.canvas, SEQUENCES[source.view], source.seed)
    return Frame(
        values.astype(np.float32, copy=False),
        view.window,
        view.unit,
        FIELD_OF_VIEW / size,
        {name: joint_rings(scene.regions.get(name, ())) for name in regions_of(source)},
        ("R", "A"),
    )


def _choices(source: Simulated) -> list[tuple[str, Choice]]:
    return [
        (one.family, Choice(FAMILIES[one.family].settled(one), source.seed, number))
        for number, one in enumerate(source.lesions)
    ]


def _pushes(seed: int, choices: list[tuple[str, Choice]]) -> tuple[Push, ...]:
    warp = Warp.of_patient(seed)
    return tuple(push for family, one in choices for push in _GROWING[family].pushes(one, warp))


def _canvas(name: str, view: ViewSpec, grid: Grid) -> Canvas:
    is_ct = view.modality is Modality.CT
    ink = ct_ink if is_ct else SEQUENCES[name].ink
    return Canvas.filled(grid, tissue.AIR, ink, is_ct=is_ct)


def _grown(
    bed: Bed, choices: list[tuple[str, Choice]]
) -> dict[str, tuple[tuple[Grid, Array], ...]]:
    """Grow every lesion; one region may have parts from several."""
    found: dict[str, tuple[tuple[Grid, Array], ...]] = {}
    for family, choice in choices:
        for name, part in _GROWING[family].grow(bed, choice).items():
            found[name] = (*found.get(name, ()), part)
    return found
