"""New bone on a shaft: a layer with marrow under the periosteum, or wax inside and outside."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise
from atlas.imaging.stack.lesions.skin import thicken_skin
from atlas.imaging.stack.lesions.surface import away_from

_LUMPS, _FINE, _MASS = 100, 101, 102
_DRAWN_OUT = 0.2  # lumps are five times as long as broad, along the shaft
_BONE = ("cortex", "spongiosa", "marrow")


def lay_periosteal(bed: Bed, choice: Choice) -> Regions:
    """A wavy layer on the shaft round a landmark: its own thin cortex, fat under it."""
    grid, off, lumps, _ = _shaft(bed, choice)
    thick = np.float32(choice.value("thickness"))
    height = thick * soft(lumps, -1.3, 1.0) * _level(bed, choice)
    layer = np.maximum(off - height, -off)
    regions: dict[str, tuple[Grid, Array]] = {"native-marrow": (grid, _marrow(bed, grid))}
    if (layer < -0.4).any():
        bed.canvas.paint(grid, coverage(layer - 0.2, 0.7), tissue.CORTEX)
        inner = np.maximum(off - height + 0.9, 0.4 - off)
        bed.canvas.paint(grid, coverage(inner, 0.7), tissue.MARROW, lumps)
        regions["periosteal-bone"] = grid, layer
    if choice.value("skin"):
        regions["skin"] = bed.canvas.grid, thicken_skin(bed, choice, choice.value("skin"))
    return regions


def lay_wax(bed: Bed, choice: Choice) -> Regions:
    """Dense bone that flows down one side of a shaft, outwards and into the marrow cavity."""
    grid, off, lumps, fine = _shaft(bed, choice)
    turn = np.radians(choice.value("side"))
    way = (grid.x * np.cos(turn) + grid.y * np.sin(turn)) / np.hypot(grid.x, grid.y).clip(1)
    width = np.cos(np.radians(choice.value("width") / 2))
    here = soft(way.astype(np.float32) + 0.12 * lumps, float(width) - 0.1, float(width) + 0.18)
    here = here * _level(bed, choice)
    outer = np.maximum(off - here * np.float32(choice.value("outwards")) + 0.3 * fine, -off)
    inside = grid.of(bed.share("spongiosa", "marrow"))
    depth = here * np.float32(choice.value("inwards")) * soft(lumps, -1.6, 0.6)
    inner = np.maximum(-off - np.float32(4.4) - depth, np.float32(0.5) - inside)
    dense = np.maximum(coverage(outer, 0.9), coverage(inner, 0.9) * inside * (here > 0.05))
    bed.canvas.paint(grid, dense, tissue.CORTEX, fine)
    regions: dict[str, tuple[Grid, Array]] = {
        "outer-wax": (grid, np.where(here > 0.05, outer, np.abs(outer) + 1)),
        "endosteal-wax": (grid, np.where(here > 0.05, inner, np.abs(inner) + 1)),
    }
    if choice.value("mass"):
        regions["soft-tissue-mineral"] = _soft_tissue_mineral(bed, choice)
    return {name: part for name, part in regions.items() if part[1].min() < 0}


def _shaft(bed: Bed, choice: Choice) -> tuple[Grid, Array, Array, Array]:
    """Pixels round one bone, roughly mm from its surface, and noise along it."""
    spot, reach = bed.spot(choice), choice.value("reach")
    grid = bed.around(spot, reach + 12)
    off = away_from(bed, grid, spot, reach, *_BONE)
    wide = reach + 14
    lumps, fine = (
        solid_noise(grid, choice.random(key), spacing, _DRAWN_OUT * spot.below, wide)
        for key, spacing in ((_LUMPS, 4.2), (_FINE, 1.2))
    )
    return grid, off, lumps, fine


def _level(bed: Bed, choice: Choice) -> np.float32:
    """1 in the middle of the length, fading to its ends."""
    away = abs(bed.spot(choice).below) / (choice.value("length") / 2)
    return np.float32(min(max((1 - away) * 3, 0), 1))


def _marrow(bed: Bed, grid: Grid) -> Array:
    field: Array = np.float32(0.5) - grid.of(bed.share("marrow", "spongiosa"))
    return field


def _soft_tissue_mineral(bed: Bed, choice: Choice) -> tuple[Grid, Array]:
    """A lumpy ossified mass off the bone on the same side."""
    spot, turn = bed.spot(choice), np.radians(choice.value("side"))
    grid = bed.around(spot, choice.value("reach") + 16)
    wide = choice.value("reach") + 18
    noise = solid_noise(grid, choice.random(_MASS), 2.6, _DRAWN_OUT * spot.below, wide)
    far = choice.value("reach") - 3
    x, y = far * np.cos(turn), far * np.sin(turn)
    size = choice.value("mass") / 2 * float(_level(bed, choice))
    away = np.hypot((grid.x - x) * 0.8, (grid.y - y) * 1.2)
    field = (away - size + 1.6 * noise).astype(np.float32)
    field = np.maximum(field, (grid.of(bed.share(*_BONE, "skin", "air")) - 0.2) * 6)
    full = coverage(field, 1.2) * soft(noise, 1.4, -0.4)
    bed.canvas.mineralise(grid, full * np.float32(900))
    return grid, field
