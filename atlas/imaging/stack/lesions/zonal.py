"""Myositis ossificans in a stack: oedema of the muscle, chambers with levels, a rim of mineral."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.loculi import paint_loculi
from atlas.imaging.simulate.shapes import coverage, smooth_maximum
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft, solid_noise
from atlas.imaging.stack.lesions.chambers import chambers

_SHAPE, _RIM, _SPREAD, _GRAIN = 1, 2, 3, 4
_BONES = ("cortex", "spongiosa", "marrow", "cartilage")
_NOT_MUSCLE = (
    *_BONES, "air", "skin", "fat", "cavity-fat", "fibrous", "tendon", "artery", "vein", "nerve",
    "joint-fluid",
)  # fmt: skip


@dataclass(frozen=True, eq=False, slots=True)
class _Mass:
    grid: Grid
    spot: Spot
    radii: tuple[float, float, float]
    edge: Array  # mm, negative inside
    noise: Array


def lay(bed: Bed, choice: Choice) -> Regions:
    """A mass round a landmark, `breadth` across, `depth` from front to back, `length` down."""
    mass = _mass(bed, choice)
    regions: dict[str, tuple[Grid, Array]] = {}
    amount = choice.value("oedema") * (1 - choice.value("maturity")) ** 0.6
    if amount > 0 and not bed.canvas.is_ct:
        regions["oedema"] = _swell(bed, choice, mass, amount)
    if mass.edge.min() >= 0:
        return regions
    rim = _paint(bed, choice, mass)
    levels = chambers(choice, mass.grid, mass.spot.below, mass.radii, mass.edge + _depth(choice))
    if levels:
        paint_loculi(bed.canvas, mass.grid, levels)
    _paint_rim(bed, choice, mass)
    regions |= {"mass": (mass.grid, mass.edge), "rim": (mass.grid, rim)}
    if bed.canvas.is_ct:
        return regions | {"centre": (mass.grid, mass.edge + _depth(choice))}
    return regions | ({"fluid-levels": (mass.grid, levels.cystic)} if levels else {})


def _mass(bed: Bed, choice: Choice) -> _Mass:
    spot = bed.spot(choice)
    radii = tuple(choice.value(name) / 2 for name in ("breadth", "depth", "length"))
    a, b, c = radii
    reach = max(radii) * 1.25 + 4
    grid = bed.around(spot, reach)
    noise = solid_noise(grid, choice.random(_SHAPE), 0.3 * min(radii), spot.below, reach)
    ball = np.sqrt((grid.x / a) ** 2 + (grid.y / b) ** 2 + np.float32((spot.below / c) ** 2))
    edge = (ball - 1) * np.float32(min(radii)) + noise * np.float32(0.07 * min(radii))
    hard = wide_blur(bed.share(*_BONES), 1.6 / grid.pitch, 2)
    cover = wide_blur(bed.share("skin", "air", "fat"), 1.2 / grid.pitch, 2)
    edge = smooth_maximum(edge, (grid.of(hard) - np.float32(0.15)) * 40, 2.5)
    edge = smooth_maximum(edge, (grid.of(cover) - np.float32(0.2)) * 40, 2)
    return _Mass(grid, spot, (a, b, c), edge, noise)


def _depth(choice: Choice) -> np.float32:
    """How far in from the surface the rim reaches, mm."""
    return np.float32(1.5 + 2.4 * choice.value("maturity"))


def _paint(bed: Bed, choice: Choice, mass: _Mass) -> Array:
    """Granulation, and fatty marrow in what is ripe; answers the field of the rim."""
    maturity = choice.value("maturity")
    inside = coverage(mass.edge, 0.9)
    bed.canvas.paint(mass.grid, inside, tissue.GRANULATION, mass.noise)
    if maturity > 0.8:
        core = coverage(mass.edge + _depth(choice), 2.5) * soft(mass.noise, 0.9, -0.3)
        bed.canvas.paint(mass.grid, core * np.float32(4 * (maturity - 0.8)), tissue.MARROW)
    rim: Array = np.maximum(mass.edge, -_depth(choice) - mass.edge)
    return rim


def _paint_rim(bed: Bed, choice: Choice, mass: _Mass) -> None:
    """Mineral under the surface: flocks first, then a shell; here thick and there thin."""
    maturity = choice.value("maturity")
    reach = max(mass.radii) * 1.25 + 4
    rough, grain = (
        solid_noise(mass.grid, choice.random(key), spacing, mass.spot.below, reach)
        for key, spacing in ((_RIM, 2.6), (_GRAIN, 0.9))
    )
    fibrous = coverage(np.abs(mass.edge + np.float32(0.5)) - np.float32(0.4), 0.8)
    bed.canvas.paint(mass.grid, np.float32(0.8) * fibrous, tissue.FIBROUS)
    depth = _depth(choice) * (1 + np.float32(0.3) * rough.clip(-1.8, 1.8))
    layer = np.exp(-(((mass.edge + 0.45 * depth) / (0.42 * depth)) ** 2))
    ripe = soft(rough * np.float32(1.15 - 0.7 * maturity) + np.float32(3.9 * maturity), 0.9, 2.4)
    hu = layer * ripe * coverage(mass.edge, 0.8) * (1 + np.float32(0.2) * grain)
    bed.canvas.mineralise(mass.grid, np.maximum(hu, 0) * np.float32(170 + 850 * maturity))


def _swell(bed: Bed, choice: Choice, mass: _Mass, amount: float) -> tuple[Grid, Array]:
    """Oedema of the muscles the mass lies in, feathered, and less of it in their neighbours."""
    spot, reach = mass.spot, choice.value("spread")
    grid = bed.around(spot, reach + max(mass.radii[:2]))
    wide = reach + max(mass.radii)
    coarse = solid_noise(grid, choice.random(_SPREAD), 7, spot.below, wide)
    fine = solid_noise(grid, choice.random(_SPREAD), 1.8, spot.below, wide)
    a, b, c = mass.radii
    away = np.sqrt((grid.x / a) ** 2 + (grid.y / b) ** 2 + np.float32((spot.below / c) ** 2))
    away = (away - 1) * np.float32(min(a, b)) + coarse * np.float32(3)
    near = soft(away, reach, 0.25 * reach) * np.float32(amount)
    own = grid.of(bed.share(*_muscles_of(bed, mass)))
    beside = grid.of(1 - bed.share(*_NOT_MUSCLE)) - own
    feather = np.clip(0.82 + 0.12 * coarse + 0.09 * fine, 0.1, 1)
    swollen = own * near * feather
    swollen += beside * soft(away, 0.55 * reach, 0) * np.float32(0.45 * amount) * feather
    strands = grid.of(bed.share("cavity-fat", "fibrous", "fat")) * soft(np.abs(fine), 0.5, 0.1)
    swollen += strands * soft(away, 0.6 * reach, 0) * np.float32(0.5 * amount)
    bed.canvas.paint(grid, swollen.clip(0, 1), tissue.OEDEMA, fine * np.float32(0.5))
    beyond = np.full(bed.canvas.grid.shape, 50, np.float32)
    mass.grid.of(beyond)[:] = mass.edge
    seen = np.float32(0.35) - wide_blur(swollen, 0.9 / grid.pitch, 2)
    return grid, np.maximum(seen, -grid.of(beyond))


def _muscles_of(bed: Bed, mass: _Mass) -> tuple[str, ...]:
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
        if count > 0.12 * total and (name := facts.labels[number]) not in _NOT_MUSCLE
    )


def _middle(count: int, part: Grid) -> tuple[float, float]:
    """mm along a side where its middle half begins and ends."""
    return 0.25 * count * part.pitch, 0.75 * count * part.pitch
