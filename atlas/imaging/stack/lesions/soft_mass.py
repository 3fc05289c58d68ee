"""A soft-tissue mass of one matrix, with what may lie in it: mineral, necrosis, levels, septa."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.loculi import paint_loculi
from atlas.imaging.simulate.shapes import coverage, ellipse_distance, ridge, smooth_maximum
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft
from atlas.imaging.stack.lesions.chambers import chambers
from atlas.imaging.stack.lesions.mass import Mass, mass_of
from atlas.imaging.stack.lesions.zonal import NOT_MUSCLE

# Their times lie between those of `tissue`, so that they look as they are described.
MATRICES: Mapping[str, Tissue] = MappingProxyType(
    {
        "cellular": tissue.TUMOUR,
        "cartilage": Tissue(38, 0.95, 1500, 118, 4, 0.13),
        "myxoid": Tissue(20, 0.98, 1800, 230, 3, 0.06),
        "fat": tissue.TUMOUR_FAT,
        "blood": Tissue(52, 0.92, 520, 105, 5, 0.22),
    }
)
_CAPSULE = Tissue(60, 0.25, 650, 9, 4, 0.05)  # fibrous, stained with haemosiderin
_DENSEST = 760.0
_MINERAL, _FINE, _NECROSIS, _SEPTA, _OEDEMA = 60, 61, 62, 63, 64


def lay(bed: Bed, choice: Choice) -> Regions:
    """Paint it from the outside in; each part is a region if there is any of it."""
    mass = mass_of(bed, choice, lobes=round(choice.value("lobes")))
    regions: dict[str, tuple[Grid, Array]] = {}
    if choice.value("oedema") and not bed.canvas.is_ct:
        regions["oedema"] = _paint_oedema(bed, choice, mass)
    if mass.edge.min() >= 0:
        return regions
    grid = mass.grid
    matrix = MATRICES[choice.word("matrix")]
    bed.canvas.paint(grid, coverage(mass.edge, 0.9), matrix, mass.solid(choice, _FINE, 2.4))
    regions["mass"] = grid, mass.edge
    vessels = grid.of(bed.share("artery", "vein")) * (mass.edge > 0)
    if vessels.max() > 0.5:
        regions["vessels"] = grid, np.float32(0.5) - vessels
    for name, paint in _PARTS.items():
        if choice.value(name):
            regions[name] = grid, paint(bed, choice, mass)
    if "septa" in regions and "nodule" in regions:  # which lies over them
        over = -regions["nodule"][1] * np.float32(0.1)
        regions["septa"] = grid, np.maximum(regions["septa"][1], over)
    return regions


def _paint_septa(bed: Bed, choice: Choice, mass: Mass) -> Array:
    """Fibrous sheets that part it into lobules, the thicker the more are asked for."""
    sheets = np.abs(mass.solid(choice, _SEPTA, 0.16 * min(mass.radii) + 1.6))
    half = 0.04 + 0.12 * choice.value("septa")
    shown = soft(sheets, 2.2 * half, half) * coverage(mass.edge + 0.5, 1.0)
    bed.canvas.paint(mass.grid, shown * np.float32(0.9), tissue.FIBROUS)
    field: Array = np.float32(0.5) - shown
    return field


def _paint_necrosis(bed: Bed, choice: Choice, mass: Mass) -> Array:
    """The middle gone, its edge ragged."""
    amount = choice.value("necrosis")
    rough = mass.solid(choice, _NECROSIS, 0.22 * min(mass.radii) + 1)
    core = mass.edge + np.float32(min(mass.radii) * (1.0 - 0.85 * amount)) + 3.0 * rough
    field: Array = np.maximum(core, mass.edge + 2.5)
    bed.canvas.paint(mass.grid, coverage(field, 2.0), tissue.NECROSIS, rough)
    return field


def _paint_nodule(bed: Bed, choice: Choice, mass: Mass) -> Array:
    """A part that is not fat, against the wall."""
    a, b, c = mass.radii
    share = choice.value("nodule")
    away = np.float32(mass.spot.below / (share * c))
    middle = (0.42 * a, 0.3 * b)
    flat = float(np.sqrt(max(1 - float(away) ** 2, 0.0)))
    radii = (max(share * a * flat, 0.1), max(share * b * flat, 0.1))
    field = ellipse_distance(mass.grid, middle, radii) + mass.noise * np.float32(1.4)
    field = smooth_maximum(field, mass.edge + 1, 1.5) if flat else np.abs(mass.edge) + 9
    bed.canvas.paint(mass.grid, coverage(field, 1.2), tissue.TUMOUR, mass.noise)
    return field


def _paint_levels(bed: Bed, choice: Choice, mass: Mass) -> Array:
    found = chambers(choice, mass, mass.edge + 2.5, round(choice.value("levels")))
    if not found:
        return np.abs(mass.edge) + 9
    paint_loculi(bed.canvas, mass.grid, found)
    return found.cystic


def _paint_capsule(bed: Bed, choice: Choice, mass: Mass) -> Array:
    """A rim of low signal, uneven."""
    thick = choice.value("capsule") * (1 + 0.35 * mass.noise.clip(-1.8, 2))
    field: Array = np.maximum(mass.edge, -thick.astype(np.float32) - mass.edge)
    bed.canvas.paint(mass.grid, coverage(field, 0.8), _CAPSULE, mass.noise)
    return field


def _paint_mineral(bed: Bed, choice: Choice, mass: Mass) -> Array:
    """Flecks, rings and arcs, a cloud or a rim; more of it towards `mineral_side`."""
    amount = choice.value("mineral")
    fine, lumps = mass.solid(choice, _MINERAL, 1.7), mass.solid(choice, _MINERAL + 10, 3.6)
    inside = coverage(mass.edge + 1.5, 1.5)
    turn = np.radians(choice.value("mineral_side"))
    lean = (mass.grid.x * np.cos(turn) / mass.radii[0]) + (
        mass.grid.y * np.sin(turn) / mass.radii[1]
    )
    lean = lean.astype(np.float32) * np.float32(choice.value("eccentricity"))
    full: Array
    match choice.word("pattern"):
        case "rings":
            cells = ridge(np.abs(lumps) - np.float32(0.5), 0.26) * soft(fine, -0.9, 0.3)
            full = cells * soft(lean + 0.5 * lumps, 0.9 - 1.6 * amount, 1.5 - 1.6 * amount)
        case "cloud":
            depth = -mass.edge / np.float32(min(mass.radii))
            full = soft(depth + 0.28 * lumps + 0.2 * fine + lean * 0.4, 1 - amount, 1.3 - amount)
        case "rim":
            rim = np.exp(-(((mass.edge + 2.2) / 1.6) ** 2))
            full = rim * soft(fine * 0.5 + lumps + lean, 1.4 - 2.6 * amount, 2.0 - 2.6 * amount)
        case _:
            full = soft(fine + 0.7 * lumps + 1.2 * lean, 2.6 - 2.2 * amount, 3.3 - 2.2 * amount)
    mineral = np.maximum(full * inside, 0)
    bed.canvas.mineralise(mass.grid, mineral * np.float32(_DENSEST))
    return np.float32(0.25) - wide_blur(mineral.astype(np.float32), 0.7 / mass.grid.pitch, 2)


def _paint_oedema(bed: Bed, choice: Choice, mass: Mass) -> tuple[Grid, Array]:
    """Fluid in the muscle round the mass, feathered."""
    spread = 6 + 24 * choice.value("oedema")
    grid = bed.around(mass.spot, max(mass.radii[:2]) + spread + 4)
    away = mass.away(grid)
    noise = mass.solid(choice, _OEDEMA, 2.6)
    whole = np.zeros(bed.canvas.grid.shape, np.float32)
    mass.grid.of(whole)[:] = noise
    muscle = grid.of(1 - bed.share(*NOT_MUSCLE))
    shown = muscle * soft(away + 3 * grid.of(whole), spread, 0) * np.float32(0.6)
    bed.canvas.paint(grid, shown, tissue.OEDEMA)
    seen: Array = np.float32(0.3) - wide_blur(shown, 0.9 / grid.pitch, 2)
    return grid, np.maximum(seen, mass.outside(bed, grid))


# Painted in this order: what comes later lies over what came before.
_PARTS: Mapping[str, Callable[[Bed, Choice, Mass], Array]] = MappingProxyType(
    {
        "septa": _paint_septa,
        "necrosis": _paint_necrosis,
        "nodule": _paint_nodule,
        "levels": _paint_levels,
        "capsule": _paint_capsule,
        "mineral": _paint_mineral,
    }
)
