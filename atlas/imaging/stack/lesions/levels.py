"""Tumoral calcinosis: loculi in which mineral has settled under fluid, with a level."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise

_WALL = Tissue(56, 0.5, 800, 30, hu_grain=4, mr_grain=0.05)
_FLUID = Tissue(24, 1.0, 2300, 420, hu_grain=3, mr_grain=0.04)
_PLACES, _SHAPE = 1, 2


def lay(bed: Bed, choice: Choice) -> Regions:
    """A lobulated mass of `size` mm round a landmark; the patient lies on the back."""
    middle, size = bed.spot(choice), choice.value("size")
    reach = size * 0.75 + 6
    if abs(middle.below) > reach:
        return {}
    grid = bed.around(middle, reach)
    noise = solid_noise(grid, choice.random(_SHAPE), 3.0, middle.below, reach)
    nearest = np.full(grid.shape, 50, np.float32)
    level, second = nearest.copy(), nearest.copy()
    share = choice.value("sediment")
    loculi = _loculi(choice, size)
    for x, y, z, radius in loculi if bed.canvas.is_ct else _apart(loculi):
        below = middle.below - z
        if abs(below) >= radius:
            continue
        flat = float(np.sqrt(radius**2 - below**2))
        away = np.hypot(grid.x - x, grid.y - y) - np.float32(flat) + noise * np.float32(0.9)
        own = away < nearest
        np.minimum(second, np.maximum(away, nearest), out=second)
        level[own] = np.broadcast_to(grid.y - np.float32(y + flat * (1 - 2 * share)), away.shape)[
            own
        ]
        nearest[own] = away[own]
    hard = grid.of(bed.share("cortex", "spongiosa", "marrow", "cartilage", "air", "skin"))
    nearest = np.maximum(nearest, (hard - np.float32(0.4)) * 4)
    if nearest.min() > 0:
        return {}
    sediment, fluid = np.maximum(nearest + 1.2, -level), np.maximum(nearest + 1.2, level)
    bed.canvas.paint(grid, coverage(nearest, 1.0), _WALL, noise)
    bed.canvas.paint(grid, coverage(fluid, 0.8), _FLUID, noise)
    dense = 300 + 420 * choice.value("density")
    bed.canvas.mineralise(grid, coverage(sediment, 0.8) * dense * (1 + 0.16 * noise))
    if not bed.canvas.is_ct:  # the walls between loculi, which CT does not tell from fluid
        walls = soft(second - nearest, 1.3, 0.3) * coverage(nearest, 1.0)
        bed.canvas.paint(grid, walls * np.float32(0.85), _WALL, noise)
    flecks = soft(noise, 1.1, 1.8) * coverage(nearest + 1, 1.0) * (1 - coverage(fluid, 1.0))
    bed.canvas.mineralise(grid, flecks * np.float32(dense * 0.5))
    return {"mass": (grid, nearest), "fluid": (grid, fluid), "sediment": (grid, sediment)}


def _loculi(choice: Choice, size: float) -> list[tuple[float, float, float, float]]:
    """Balls that touch: x, y, z towards the feet, radius, in mm."""
    random = choice.random(_PLACES)
    found = []
    for _ in range(int(choice.value("loculi"))):
        x, y, z = (random.normal(0, size * 0.2, 3)).clip(-size * 0.4, size * 0.4).tolist()
        found.append((x, y, z, float(size * random.uniform(0.1, 0.22))))
    return found


def _apart(
    loculi: list[tuple[float, float, float, float]],
) -> list[tuple[float, float, float, float]]:
    """Those that do not lie in one before them: MR shows the walls between them."""
    found: list[tuple[float, float, float, float]] = []
    for x, y, z, radius in loculi:
        gaps = [np.hypot(np.hypot(x - a, y - b), z - c) - r for a, b, c, r in found]
        if not gaps or min(gaps) > 0.25 * radius:
            found.append((x, y, z, radius))
    return found
