"""Mineral in the layers of a limb: milk of calcium between muscles, plates from skin to muscle."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage, rotated
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise, spot_of
from atlas.imaging.stack.pushing import Push
from atlas.imaging.stack.volume import Volume

_WALL = Tissue(50, 0, 0, 0, hu_grain=5)
_FLUID = Tissue(22, 0, 0, 0, hu_grain=3)
_SCAR = Tissue(24, 0, 0, 0, hu_grain=6)
_FIRM = ("cortex", "spongiosa", "marrow", "skin", "air")
_LACE_AND_PLATES = 900.0  # HU
_SHAPE, _FINE, _GAPS, _BENT = 1, 2, 3, 4


def pushes(volume: Volume, choice: Choice) -> tuple[Push, ...]:
    """The muscles give way to the collection."""
    spot = spot_of(volume, choice)
    shrunk = spot.shrunk(choice.value("height") / 2)
    radius = float(np.sqrt(choice.value("length") * choice.value("thickness"))) / 2 * shrunk
    return (Push(spot.x, spot.y, radius, radius, 0.5),) if radius > 2 else ()


def lay_milk(bed: Bed, choice: Choice) -> Regions:
    """A flat collection between muscles with a level: fluid above, milk of calcium below."""
    spot = bed.spot(choice)
    shrunk = spot.shrunk(choice.value("height") / 2)
    long, thick = (choice.value(n) / 2 * shrunk for n in ("length", "thickness"))
    if thick < 2:
        return {}
    grid = bed.around(spot, long * 1.25 + 8)
    reach = max(long * 1.25 + 8, choice.value("height") / 2)
    along, across = rotated(grid.x, grid.y, np.deg2rad(choice.value("angle")))
    shape = solid_noise(grid, choice.random(_SHAPE), 9, spot.below, reach)
    fine = solid_noise(grid, choice.random(_FINE), 2.2, spot.below, reach)
    across = across + np.float32(0.006) * along**2  # it follows the curve of the fascia
    edge = (np.hypot(along / long, across / thick) - 1) * np.float32(thick)
    edge = edge + np.float32(0.16 * thick) * shape + np.float32(0.25) * fine
    firm = grid.of(bed.share(*_FIRM))
    edge = np.maximum(edge, (wide_blur(firm, 2.4 / grid.pitch, 2) - np.float32(0.1)) * 80)
    if edge.min() > -1.5:
        return {}
    level = grid.y - np.float32(_surface(grid, edge, choice.value("sediment")))
    fluid, settled = np.maximum(edge + 1.1, level), np.maximum(edge + 1.1, -level)
    bed.canvas.paint(grid, coverage(edge, 1.0), _WALL, fine)
    bed.canvas.paint(grid, coverage(fluid, 0.8), _FLUID, fine)
    dense = 260 + 420 * choice.value("density")
    milk = coverage(settled, 0.7) * np.clip(1 + level * np.float32(0.012), 0.8, 1.2)
    bed.canvas.mineralise(grid, milk * np.float32(dense) * (1 + 0.06 * fine))
    flecks = soft(np.abs(edge + 0.4), 0.9, 0.3) * soft(shape + 0.6 * fine, 0.7, 1.3)
    bed.canvas.mineralise(grid, flecks * np.float32(dense * 0.7))
    return {"collection": (grid, edge), "fluid": (grid, fluid), "sediment": (grid, settled)}


def _surface(grid: Grid, edge: Array, share: float) -> float:
    """How far down the level lies, so that a share of the collection is below it."""
    filled = np.cumsum((edge < -1).sum(1)[::-1])[::-1]
    row = int(np.searchsorted(-filled, -share * max(filled[0], 1)))
    return float(grid.y[min(row, grid.rows - 1), 0])


def lay_fascial(bed: Bed, choice: Choice) -> Regions:
    """Sheets along the planes of fat between muscles and along the deep fascia, in patches."""
    spot = bed.spot(choice)
    size = choice.value("size") / 2
    grid = bed.around(spot, size)
    reach = max(size, abs(spot.below)) + 1
    gaps = solid_noise(grid, choice.random(_GAPS), 7, spot.below, reach)
    fine = solid_noise(grid, choice.random(_FINE), 1.8, spot.below, reach)
    muscle = grid.of(bed.share("muscle"))
    soft_parts = grid.of(bed.share("fat", "fibrous"))
    meeting = soft_parts * soft(wide_blur(muscle, 3.0 / grid.pitch, 2), 0.25, 0.5)
    bare = 1.5 - 3 * choice.value("amount")
    here = soft(np.hypot(grid.x, grid.y), size, 0.8 * size)
    full = meeting * soft(gaps + 0.4 * fine, bare, bare + 0.6) * here
    thick = np.clip(wide_blur(full, 0.7 / grid.pitch, 2) * 1.5, 0, 1)
    bed.canvas.mineralise(grid, thick * np.float32(_LACE_AND_PLATES))
    return {"sheets": (grid, np.float32(0.25) - thick)}


def lay_plates(bed: Bed, choice: Choice) -> Regions:
    """Bone from the skin inwards, through the fascia into muscle: lace first, plates below."""
    spot = bed.spot(choice)
    size, high = choice.value("size") / 2, choice.value("height") / 2
    if abs(spot.below) >= high:
        return {}
    grid = bed.around(spot, size)
    reach = max(size, high)
    gaps = solid_noise(grid, choice.random(_GAPS), 8, spot.below, reach)
    fine = solid_noise(grid, choice.random(_FINE), 1.5, spot.below, reach)
    bent = solid_noise(grid, choice.random(_BENT), 6, spot.below, reach)
    inside = soft(np.hypot(grid.x, grid.y * 0.9) + 3 * gaps, size, 0.75 * size)
    inside = inside * soft(abs(spot.below) + 4 * gaps, high, 0.8 * high)
    found: dict[str, tuple[Grid, Array]] = {}
    fat, muscle = grid.of(bed.share("fat", "skin")), grid.of(bed.share("muscle"))
    deep = soft(wide_blur(muscle, 4 / grid.pitch, 2), 0.2, 0.7)
    depth = choice.value("depth")
    into = np.clip(wide_blur(muscle, 14 / grid.pitch, 4), 0, 1)
    lace = soft(np.abs(fine + 0.5 * bent), 0.62, 0.2) * fat * (1 - deep) * soft(gaps, -0.7, 0.3)
    sheet = soft(np.abs(deep - 0.42 + 0.07 * bent), 0.2, 0.08) * soft(gaps, -1.2, -0.3)
    plates = (
        soft(np.abs(bent + 0.15 * fine), 0.5, 0.2)
        * muscle
        * soft(into, 0.2 + 0.8 * depth, 0.1 + 0.5 * depth)
    )
    for name, share, hu in (
        ("subcutis", lace, 0.62),
        ("fascia", sheet, 0.9),
        ("muscle", plates, 1),
    ):
        part = share * inside
        bed.canvas.paint(grid, np.clip(wide_blur(part, 1.5 / grid.pitch, 2), 0, 0.6), _SCAR)
        rough = np.clip(0.75 + 0.3 * fine, 0.15, 1.3)
        bed.canvas.mineralise(grid, part * rough * np.float32(_LACE_AND_PLATES * hu))
        seen = wide_blur(part, 1.2 / grid.pitch, 2)
        found[name] = grid, np.float32(0.2) - seen
    return found
