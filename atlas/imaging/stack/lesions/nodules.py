"""Small calcified balls scattered in a layer: injection granulomas."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft, solid_noise

_SCAR = Tissue(34, 0, 0, 0, hu_grain=8)
_DENSEST = 700.0
_PLACES, _SHAPE = 1, 20


def lay(bed: Bed, choice: Choice) -> Regions:
    """`count` nodules about a landmark, each a rim of mineral round scar, or solid when small."""
    middle = bed.spot(choice)
    random = choice.random(_PLACES)
    spread = np.array([choice.value(n) for n in ("spread_x", "spread_y", "spread_z")]) / 2
    whole = np.full(bed.canvas.grid.shape, 50, np.float32)
    met = False
    for number in range(int(choice.value("count"))):
        x, y, z = random.uniform(-1, 1, 3) * spread
        radius = choice.value("size") / 2 * random.uniform(0.45, 1)
        spot = Spot(middle.x + float(x), middle.y + float(y), middle.below - float(z))
        if abs(spot.below) < radius * 1.2:
            grid, edge = _nodule(bed, choice, spot, float(radius), number)
            np.minimum(grid.of(whole), edge, out=grid.of(whole))
            met = True
    return {"nodules": (bed.canvas.grid, whole)} if met else {}


def _nodule(bed: Bed, choice: Choice, spot: Spot, radius: float, number: int) -> tuple[Grid, Array]:
    reach = radius * 1.4 + 5
    grid = bed.around(spot, reach)
    noise = solid_noise(grid, choice.random(_SHAPE + number), 2.6, spot.below, reach)
    away = np.sqrt(grid.x**2 + (grid.y * 1.15) ** 2 + np.float32(spot.below**2))
    edge = away - np.float32(radius) + noise * np.float32(0.6)
    # Scar draws strands into the fat round it.
    bed.canvas.paint(grid, soft(edge, 4.0, 0.2) * soft(noise, 0.2, 1.4) * np.float32(0.6), _SCAR)
    bed.canvas.paint(grid, coverage(edge, 0.9), _SCAR, noise)
    thick = max(1.3, 0.24 * radius)
    rim = soft(np.abs(edge + thick), thick + 0.5, thick - 0.5)
    full = rim * soft(noise, -1.9, -0.7)
    if radius < 4:
        full = np.maximum(full, coverage(edge + 0.6, 0.9) * 0.8)
    bed.canvas.mineralise(grid, full * np.float32(_DENSEST))
    return grid, edge
