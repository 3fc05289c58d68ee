"""Myositis ossificans in CT and MR, from a fresh swelling to mature bone.

The mineral is zonal: it ripens from the outside in, the centre stays low in CT, and a plane
of fat parts the mass from the cortex beside it. Young lesions hold fluid levels and the whole
muscle is oedematous; old ones have a core of fatty marrow (Kransdorf, Meis and Jelinek,
AJR 1991;157:1243; De Smet, Norris and Fisher, Skeletal Radiol 1992;21:503).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.growth import Bed, Regions, lobulated, placed
from atlas.imaging.simulate.lesions.loculi import Loculi, loculi_of, paint_loculi
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import coverage, ridge, smooth_maximum, step
from atlas.imaging.simulate.warp import Push, Warp

SITES = {
    "vastus-lateralis": (-47.0, -10.0, 84.0),
    "vastus-intermedius": (-33.0, -21.0, 62.0),
    "adductors": (26.0, 22.0, 12.0),
    "hamstrings": (-36.0, 46.0, 25.0),
}
# The muscles that swell with a lesion at each site.
SWOLLEN = {
    "vastus-lateralis": ("vastus-lateralis", "vastus-intermedius"),
    "vastus-intermedius": ("vastus-intermedius", "vastus-lateralis"),
    "adductors": ("adductor-magnus", "adductor-longus"),
    "hamstrings": ("biceps-long-head", "biceps-short-head", "semitendinosus"),
}
_OFF_BONE = 3.0  # mm between the mass and the cortex
_SLENDERNESS, _RIM, _CORE, _OEDEMA = 20, 21, 22, 23


@dataclass(frozen=True, eq=False, slots=True)
class _Mass:
    grid: Grid
    distance: Array
    rough: Array  # texture of the rim


def pushes(choice: Choice, warp: Warp) -> tuple[Push, ...]:
    """It swells within its muscle; the neighbours give way a little."""
    place, (long, short) = placed(choice, warp, SITES, 3), _radii(choice)
    return (Push(place.x, place.y, long, short, place.angle, 0.3),)


def grow(bed: Bed, choice: Choice) -> Regions:
    """Oedema first, then the plane of fat, the core with its chambers, and the rim."""
    place, radii = placed(choice, bed.thigh.warp, SITES, 3), _radii(choice)
    grid = bed.around(place, radii[0] + 10)
    shape = lobulated(grid, choice, place, radii, 5, roughness=0.55)
    shape = bed.kept_inside(grid, shape, off_bone=_OFF_BONE, under_skin=5, round_off=7)
    mass = _Mass(grid, shape, field(grid, choice.random(_RIM), 3.4, 3))
    oedema = _swell(bed, choice, mass)
    cleft = _paint_cleft(bed, mass)
    _paint_core(bed, choice, mass)
    loculi = loculi_of(grid, choice, place, radii, smooth_maximum(shape, shape + _depth(choice), 1))
    if choice.value("maturity") < 0.85:
        paint_loculi(bed.canvas, grid, loculi)
    _paint_rim(bed, choice, mass)
    return _regions(bed, choice, mass, cleft, oedema, loculi)


def _radii(choice: Choice) -> tuple[float, float]:
    long = choice.value("size") / 2
    return long, long * float(choice.random(_SLENDERNESS).uniform(0.62, 0.76))


def _depth(choice: Choice) -> np.float32:
    """How far in from the surface the rim reaches, mm."""
    return np.float32(1.4 + 2.6 * choice.value("maturity"))


def _regions(
    bed: Bed,
    choice: Choice,
    mass: _Mass,
    cleft: Array,
    oedema: tuple[Grid, Array],
    loculi: Loculi,
) -> Regions:
    inner = -(mass.distance + _depth(choice))
    rim = np.maximum(mass.distance, -_depth(choice) - mass.distance)
    regions = {"mass": (mass.grid, mass.distance), "rim": (mass.grid, rim)}
    if bed.canvas.is_ct:
        return regions | {"centre": (mass.grid, -inner), "cleft": (mass.grid, cleft)}
    return regions | {"fluid-levels": (mass.grid, loculi.cystic), "oedema": oedema}


def _paint_core(bed: Bed, choice: Choice, mass: _Mass) -> None:
    """Granulation tissue, replaced by fatty marrow and a few trabeculae as it matures."""
    maturity = choice.value("maturity")
    texture = field(mass.grid, choice.random(_CORE), 2.6, 3)
    inside = coverage(mass.distance, 0.9)
    bed.canvas.paint(mass.grid, inside, tissue.GRANULATION, np.float32(1.4) * texture)
    ripe = float(step(np.array([maturity], np.float32), 0.55, 1.0)[0])
    core = coverage(mass.distance + _depth(choice), 2.5)
    if ripe:
        # No marrow before there is bone to hold it.
        patches = step(texture + np.float32(2.6 * ripe), 1.0, 2.2) * np.float32(min(1, 4 * ripe))
        bed.canvas.paint(mass.grid, core * patches, tissue.MARROW, texture)
        mesh = ridge(texture - np.float32(0.3), 0.22) * core * patches
        bed.canvas.mineralise(mass.grid, np.float32(240 * ripe) * mesh)


def _paint_rim(bed: Bed, choice: Choice, mass: _Mass) -> None:
    """Mineral under the surface: faint flocks first, then a shell, then a cortex."""
    maturity = np.float32(choice.value("maturity"))
    fibrous = coverage(np.abs(mass.distance + np.float32(0.5)) - np.float32(0.3), 0.8)
    bed.canvas.paint(mass.grid, np.float32(0.75) * fibrous, tissue.FIBROUS)
    # Thick here and thin there; woven bone fades from it into the centre.
    depth = _depth(choice) * (1 + np.float32(0.28) * np.clip(mass.rough, -1.8, 1.8))
    middle, half = np.float32(0.45) * depth, np.float32(0.42) * depth
    layer = np.exp(-(((mass.distance + middle) / half) ** 2))
    woven = np.exp(np.minimum(mass.distance + depth, 0) / (np.float32(0.9) * depth))
    woven *= np.float32(0.2) * step(mass.rough, -0.6, 1.2) * (mass.distance < -middle)
    layer = np.maximum(layer, woven) * coverage(mass.distance, 0.8)
    # Ripe parts lie beside parts that lag behind.
    ripe = step(
        mass.rough * (np.float32(1.15) - maturity * np.float32(0.7)) + 3.9 * maturity, 0.9, 2.6
    )
    grain = 1 + np.float32(0.22) * field(mass.grid, choice.random(_RIM + 20), 0.8, 2)
    hu = (np.float32(170) + np.float32(850) * maturity) * layer * ripe * grain
    bed.canvas.mineralise(mass.grid, np.maximum(hu, 0))


def _paint_cleft(bed: Bed, mass: _Mass) -> Array:
    """The plane of fat that parts the mass from the cortex; its distance is answered."""
    bone = mass.grid.of(bed.thigh.bone)
    thin = np.float32(0.8) + np.float32(0.15) * mass.grid.of(bed.thigh.coarse)
    plane = np.abs(bone - np.float32(_OFF_BONE / 2 + 0.2)) - thin
    # Beside the mass only: where the two surfaces run near each other.
    beside = mass.distance + bone - np.float32(_OFF_BONE + 6)
    distance = smooth_maximum(plane, beside, 0.6)
    bed.canvas.paint(mass.grid, np.float32(0.9) * coverage(distance, 0.9), tissue.FAT)
    return distance


def _swell(bed: Bed, choice: Choice, mass: _Mass) -> tuple[Grid, Array]:
    """Oedema of the whole muscle, feathered along its bundles and held by its fascia."""
    thigh, muscles = bed.thigh, SWOLLEN[choice.word("site")]
    amount = choice.value("oedema") * (1 - choice.value("maturity")) ** 0.6
    grid = thigh.around_muscles(*muscles)
    inside = thigh.distance_to(grid, *muscles)
    coarse, bundles = grid.of(thigh.coarse), grid.of(thigh.bundles)
    away = _far_from(mass, grid)
    reach = np.float32(8 + 46 * amount)
    edge = away - reach + np.float32(6) * coarse + np.float32(3) * bundles
    distance = np.maximum(inside, edge * np.float32(0.6))
    if amount <= 0:
        return grid, np.full_like(distance, 9)
    feather = np.float32(0.82) + np.float32(0.06) * bundles + np.float32(0.13) * coarse
    feather += np.float32(0.04) * grid.of(thigh.fine)
    faded = step(-edge, -4, 22) * np.float32(0.35 + 0.6 * amount)
    swollen = coverage(inside, 1.4) * np.clip(feather, 0.1, 1) * faded
    shown = swollen * (np.float32(0.25) + np.float32(0.75) * grid.of(thigh.muscle))
    bed.canvas.paint(grid, shown, tissue.OEDEMA, np.float32(0.4) * bundles)
    _spill(bed, grid, inside, away, reach * np.float32(amount))
    distance = np.maximum(distance, -grid.of(thigh.bone))
    return grid, np.maximum(distance, -_elsewhere(mass, grid))


def _spill(bed: Bed, grid: Grid, inside: Array, away: Array, reach: np.float32) -> None:
    """Fluid along the fascia round the muscle, and a lattice of it in the fat outside."""
    thigh = bed.thigh
    coarse, fascia = grid.of(thigh.coarse), grid.of(thigh.fascia)
    along = ridge(inside - np.float32(0.6), 0.9) * step(reach + 4 - away, 0, 14)
    along *= np.float32(0.3) + np.float32(0.5) * step(coarse, -1.6, 1.6)
    bed.canvas.paint(grid, along * (grid.of(thigh.bone) > 0.5), tissue.FLUID)
    # A film on the fascia, and more of it along the sheets that hang on it.
    outside = np.exp(np.float32(-1 / 2.2) * np.maximum(fascia, 0)) * (fascia > 0)
    outside *= np.float32(0.3) * step(coarse, -1.8, 1.6)
    sheets = np.float32(0.75) * grid.of(thigh.septa) * step(-fascia, -11, -2)
    outside = np.maximum(outside, sheets) * step(reach - 4 - away, 0, 18)
    outside *= step(-inside, -7.5, -4)
    bed.canvas.paint(grid, outside, tissue.OEDEMA)


def _far_from(mass: _Mass, grid: Grid) -> Array:
    """Distance to the mass, a circle of the same area standing for it."""
    part, rows, columns = mass.grid, *np.nonzero(mass.distance < 0)
    x, y = part.x[0, columns], part.y[rows, 0]
    spread = np.sqrt(4 * len(x) * part.pitch**2 / np.pi) / 2
    away: Array = np.hypot(grid.x - x.mean(), grid.y - y.mean()) - np.float32(spread)
    return away


def _elsewhere(mass: _Mass, grid: Grid) -> Array:
    """Distance to the mass on another part of the picture; 30 where it was not worked out."""
    part = mass.grid
    top, left = max(grid.row, part.row), max(grid.column, part.column)
    bottom = min(grid.row + grid.rows, part.row + part.rows)
    right = min(grid.column + grid.columns, part.column + part.columns)
    found = np.full(grid.shape, 30.0, np.float32)
    if top < bottom and left < right:
        found[top - grid.row : bottom - grid.row, left - grid.column : right - grid.column] = (
            mass.distance[
                top - part.row : bottom - part.row, left - part.column : right - part.column
            ]
        )
    return found
