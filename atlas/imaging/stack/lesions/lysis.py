"""Holes in bone filled with tumour: lytic metastases and myeloma."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, Spot, solid_noise

_TUMOUR = Tissue(44, 0, 0, 0, hu_grain=7)
_BONE = ("cortex", "spongiosa", "marrow", "diploe")
_PLACES, _SHAPE = 1, 20


def lay(bed: Bed, choice: Choice) -> Regions:
    """`count` holes about a landmark, none with a white edge, some through the cortex."""
    middle, random = bed.spot(choice), choice.random(_PLACES)
    whole = np.full(bed.canvas.grid.shape, 50, np.float32)
    bone = bed.share(*_BONE)
    met = False
    for number in range(int(choice.value("count"))):
        x, y, z = random.normal(0, choice.value("spread") / 2.4, 3) if number else np.zeros(3)
        radius = choice.value("size") / 2 * float(random.uniform(0.45, 1) if number else 1)
        spot = Spot(middle.x + float(x), middle.y + float(y), middle.below - float(z))
        if abs(spot.below) >= radius:
            continue
        reach = radius * 1.5 + 3
        grid = bed.around(spot, reach)
        noise = solid_noise(grid, choice.random(_SHAPE + number), 2.4, spot.below, reach)
        away = np.sqrt(grid.x**2 + grid.y**2 + np.float32(spot.below**2))
        edge = away - np.float32(radius) + noise * np.float32(0.12 * radius + 0.4)
        hard = grid.of(bone)
        bed.canvas.paint(grid, coverage(edge, 1.2) * np.clip(hard * 1.6, 0, 1), _TUMOUR, noise)
        inside = np.maximum(edge, (np.float32(0.3) - hard) * 6)
        np.minimum(grid.of(whole), inside, out=grid.of(whole))
        met = True
    return {"holes": (bed.canvas.grid, whole)} if met else {}
