"""Myositis ossificans in a stack: oedema of the muscle, chambers with levels, a rim of mineral."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.loculi import paint_loculi
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise
from atlas.imaging.stack.lesions.chambers import chambers
from atlas.imaging.stack.lesions.mass import HARD, Mass, mass_of

_RIM, _SPREAD, _GRAIN = 12, 13, 14
NOT_MUSCLE = (
    *HARD, "air", "skin", "fat", "cavity-fat", "fibrous", "tendon", "artery", "vein", "nerve",
    "joint-fluid",
)  # fmt: skip


def lay(bed: Bed, choice: Choice) -> Regions:
    """A mass round a landmark, `breadth` across, `depth` from front to back, `length` down."""
    mass = mass_of(bed, choice)
    regions: dict[str, tuple[Grid, Array]] = {}
    amount = choice.value("oedema") * (1 - choice.value("maturity")) ** 0.6
    if amount > 0 and not bed.canvas.is_ct:
        regions["oedema"] = _swell(bed, choice, mass, amount)
    if mass.edge.min() >= 0:
        return regions
    rim = _paint(bed, choice, mass)
    wanted = round(choice.value("levels") * min(1.0, (1 - choice.value("maturity")) / 0.4))
    levels = chambers(choice, mass, mass.edge + _depth(choice), wanted)
    if levels:
        paint_loculi(bed.canvas, mass.grid, levels)
    _paint_rim(bed, choice, mass)
    regions |= {"mass": (mass.grid, mass.edge), "rim": (mass.grid, rim)}
    if bed.canvas.is_ct:
        return regions | {"centre": (mass.grid, mass.edge + _depth(choice))}
    return regions | ({"fluid-levels": (mass.grid, levels.cystic)} if levels else {})


def _depth(choice: Choice) -> np.float32:
    """How far in from the surface the rim reaches, mm."""
    return np.float32(1.5 + 2.4 * choice.value("maturity"))


def _paint(bed: Bed, choice: Choice, mass: Mass) -> Array:
    """Granulation, and fatty marrow in what is ripe; answers the field of the rim."""
    maturity = choice.value("maturity")
    inside = coverage(mass.edge, 0.9)
    bed.canvas.paint(mass.grid, inside, tissue.GRANULATION, mass.noise)
    if maturity > 0.8:
        core = coverage(mass.edge + _depth(choice), 2.5) * soft(mass.noise, 0.9, -0.3)
        bed.canvas.paint(mass.grid, core * np.float32(4 * (maturity - 0.8)), tissue.MARROW)
    rim: Array = np.maximum(mass.edge, -_depth(choice) - mass.edge)
    return rim


def _paint_rim(bed: Bed, choice: Choice, mass: Mass) -> None:
    """Mineral under the surface: flocks first, then a shell; here thick and there thin."""
    maturity = choice.value("maturity")
    rough, grain = (mass.solid(choice, *one) for one in ((_RIM, 2.6), (_GRAIN, 0.9)))
    fibrous = coverage(np.abs(mass.edge + np.float32(0.5)) - np.float32(0.4), 0.8)
    bed.canvas.paint(mass.grid, np.float32(0.8) * fibrous, tissue.FIBROUS)
    depth = _depth(choice) * (1 + np.float32(0.3) * rough.clip(-1.8, 1.8))
    layer = np.exp(-(((mass.edge + 0.45 * depth) / (0.42 * depth)) ** 2))
    ripe = soft(rough * np.float32(1.15 - 0.7 * maturity) + np.float32(3.9 * maturity), 0.9, 2.4)
    hu = layer * ripe * coverage(mass.edge, 0.8) * (1 + np.float32(0.2) * grain)
    bed.canvas.mineralise(mass.grid, np.maximum(hu, 0) * np.float32(170 + 850 * maturity))


def _swell(bed: Bed, choice: Choice, mass: Mass, amount: float) -> tuple[Grid, Array]:
    """Oedema of the muscles the mass lies in, feathered, and less of it in their neighbours."""
    spot, reach = mass.spot, choice.value("spread")
    grid = bed.around(spot, reach + max(mass.radii[:2]))
    wide = reach + max(mass.radii)
    coarse = solid_noise(grid, choice.random(_SPREAD), 7, spot.below, wide)
    fine = solid_noise(grid, choice.random(_SPREAD), 1.8, spot.below, wide)
    away = mass.away(grid) + coarse * np.float32(3)
    near = soft(away, reach, 0.25 * reach) * np.float32(amount)
    own = grid.of(bed.share(*_muscles_of(bed, mass)))
    beside = grid.of(1 - bed.share(*NOT_MUSCLE)) - own
    feather = np.clip(0.82 + 0.12 * coarse + 0.09 * fine, 0.1, 1)
    swollen = own * near * feather
    swollen += beside * soft(away, 0.55 * reach, 0) * np.float32(0.45 * amount) * feather
    strands = grid.of(bed.share("cavity-fat", "fibrous", "fat")) * soft(np.abs(fine), 0.5, 0.1)
    swollen += strands * soft(away, 0.6 * reach, 0) * np.float32(0.5 * amount)
    bed.canvas.paint(grid, swollen.clip(0, 1), tissue.OEDEMA, fine * np.float32(0.5))
    seen = np.float32(0.35) - wide_blur(swollen, 0.9 / grid.pitch, 2)
    return grid, np.maximum(seen, mass.outside(bed, grid))


def _muscles_of(bed: Bed, mass: Mass) -> tuple[str, ...]:
    """The names of the muscles the middle of the mass lies in, in the slice of its landmark."""
    facts, labels = bed.volume.facts, bed.volume.labels
    part = mass.grid
    pitch = facts.millimetres
    rows = slice(*(round((part.row * part.pitch + at) / pitch) for at in _middle(part.rows, part)))
    columns = slice(
        *(round((part.column * part.pitch + at) / pitch) for at in _middle(part.columns, part))
    )
    found, counts = np.unique(labels[rows, columns], return_counts=True)
    total = counts.sum()
    return tuple(
        name
        for number, count in zip(found.tolist(), counts.tolist(), strict=True)
        if count > 0.12 * total and (name := facts.labels[number]) not in NOT_MUSCLE
    )


def _middle(count: int, part: Grid) -> tuple[float, float]:
    """mm along a side where its middle half begins and ends."""
    return 0.25 * count * part.pitch, 0.75 * count * part.pitch
