"""Alveolar echinococcosis: a mass that grows through the liver, with necrosis and calcium."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise

_MASS = Tissue(33, 0, 0, 0, hu_grain=4)
_NECROSIS = Tissue(14, 0, 0, 0, hu_grain=3)
_DENSEST = 520.0
_SHAPE, _RAGGED, _POOLS, _SPECKS, _CLUSTERS = 1, 2, 3, 4, 5


def lay(bed: Bed, choice: Choice) -> Regions:
    """A mass without a capsule about a landmark; it stays in the liver and reaches its edge."""
    spot = bed.spot(choice)
    radius = choice.value("size") / 2
    reach = radius * 1.5 + 6
    if abs(spot.below) > radius * 1.4:
        return {}
    grid = bed.around(spot, reach)
    random = choice.random
    shape = solid_noise(grid, random(_SHAPE), radius * 0.45, spot.below, reach)
    ragged = solid_noise(grid, random(_RAGGED), radius * 0.16, spot.below, reach)
    away = np.sqrt(grid.x**2 + (grid.y * 1.12) ** 2 + np.float32((spot.below * 1.1) ** 2))
    edge = away - np.float32(radius) * (1 + 0.2 * shape) + ragged * np.float32(0.11 * radius)
    liver = grid.of(bed.share("liver", "blood", "bile"))
    pools = solid_noise(grid, random(_POOLS), radius * 0.3, spot.below, reach)
    bed.canvas.paint(grid, soft(edge, 2.2, -2.2) * liver, _MASS, ragged)
    hollow = choice.value("necrosis")
    pool = np.maximum(
        (1.5 - 2.4 * hollow - pools + 0.25 * ragged) * np.float32(0.22 * radius),
        edge + np.float32(0.24 * radius),
    )
    bed.canvas.paint(grid, soft(pool, 1.2, -1.2) * liver, _NECROSIS, ragged)
    specks = solid_noise(grid, random(_SPECKS), 1.7, spot.below, reach)
    clusters = solid_noise(grid, random(_CLUSTERS), radius * 0.24, spot.below, reach)
    amount = choice.value("calcification")
    bare = 1.9 - 1.1 * amount
    # Grains lie in clusters, most at the edge of the mass and of its necrosis.
    lean = soft(np.abs(edge + 0.12 * radius), 0.34 * radius, 0) + soft(np.abs(pool), 5, 0) * 0.5
    full = soft(specks + 0.85 * clusters + 0.8 * lean - 0.6, bare, bare + 0.7)
    mineral = full * soft(edge, 0.5, -2.5) * liver * soft(pool, -1.5, 1.0)
    bed.canvas.mineralise(grid, mineral * np.float32(_DENSEST))
    seen = wide_blur(mineral, 0.8 / grid.pitch, 2)
    inside = (np.float32(0.5) - liver) * 8
    return {
        "mass": (grid, np.maximum(edge, inside)),
        "necrosis": (grid, np.maximum(pool, inside)),
        "calcium": (grid, np.float32(0.2) - seen),
    }
