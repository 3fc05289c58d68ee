"""Plaque in the tissues under the skin that ends in a straight line, where a field ended."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft, solid_noise

_SCAR = Tissue(38, 0, 0, 0, hu_grain=9)
_DENSEST = 860.0
_SHAPE, _GRAIN, _GAPS = 1, 2, 3


def lay(bed: Bed, choice: Choice) -> Regions:
    """Coarse plates along the layers between skin and ribs, within a field of stated breadth."""
    spot = bed.spot(choice)
    across, high = choice.value("breadth") / 2, choice.value("height") / 2
    if abs(spot.below) >= high:
        return {}
    grid = bed.around(spot, across + 8, across + 8)
    reach = max(across + 8, high)
    noise = solid_noise(grid, choice.random(_SHAPE), 7, spot.below, reach)
    grain = solid_noise(grid, choice.random(_GRAIN), 2.1, spot.below, reach)
    gaps = solid_noise(grid, choice.random(_GAPS), 11, spot.below, reach)
    in_field = np.abs(grid.x) - np.float32(across)
    layers = _layers(bed, grid, spot)
    amount = choice.value("amount")
    # Plates follow the layers: where noise that is slow along them comes near its middle.
    band = soft(layers + 0.3 * noise, 0.15, 0.75) * soft(layers, 1.9, 1.3)
    band = band * soft(np.abs(0.8 * noise + 1.6 * layers - 1.6), 1.5, 0.6)
    inside = soft(in_field + 0.3 * grain, 0.6, -0.6)
    scar = inside * soft(layers, -0.6, 0.2) * soft(layers, 2.6, 1.8)
    bed.canvas.paint(grid, scar * np.float32(0.6) * soft(noise, -0.9, 0.6), _SCAR, grain)
    bare = 1.5 - 2.6 * amount
    full = band * inside * soft(gaps + 0.35 * grain, bare - 0.3, bare + 0.4)
    mineral = full * np.clip(0.72 + 0.3 * grain, 0.12, 1.3).astype(np.float32)
    bed.canvas.mineralise(grid, mineral * np.float32(_DENSEST))
    seen = wide_blur(mineral, 0.8 / grid.pitch, 2)
    return {
        "plaque": (grid, np.float32(0.2) - seen),
        "field-edge": (grid, _edges(grid, layers, across)),
    }


def _layers(bed: Bed, grid: Grid, spot: Spot) -> Array:
    """0 where the fat under the skin begins, 1 at the muscle, 2 at ribs and pleura."""
    fat = wide_blur(grid.of(bed.share("fat", "skin", "air")), 3 / grid.pitch, 2)
    deep = wide_blur(
        grid.of(bed.share("lung", "cortex", "spongiosa", "cavity-fat", "blood")), 5 / grid.pitch, 2
    )
    outside = wide_blur(grid.of(bed.share("air", "skin")), 3 / grid.pitch, 2)
    layers: Array = 1 - fat + 1.4 * soft(deep, 0.2, 0.6) - 1.6 * soft(outside, 0.05, 0.3) + 0.4
    return layers


def _edges(grid: Grid, layers: Array, across: float) -> Array:
    """A narrow strip along each straight edge, in the wall only."""
    strip = np.abs(np.abs(grid.x) - np.float32(across)) - np.float32(1.6)
    in_wall = np.abs(layers - np.float32(0.9)) * 8 - 8
    found: Array = np.maximum(np.broadcast_to(strip, layers.shape), in_wall)
    return found
