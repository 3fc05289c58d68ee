"""Lymph nodes with mineral in them: mulberry clumps, egg-shells, or a dust of points."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft, solid_noise

_NODE = Tissue(46, 0, 0, 0, hu_grain=3)
_PLACES, _SHAPE, _LOBES = 1, 20, 60


def lay(bed: Bed, choice: Choice) -> Regions:
    """`count` nodes crowded round a landmark."""
    middle, random = bed.spot(choice), choice.random(_PLACES)
    size = choice.value("size")
    whole = {n: np.full(bed.canvas.grid.shape, 50, np.float32) for n in ("nodes", "calcium")}
    met = False
    for number in range(int(choice.value("count"))):
        step = random.normal(0, 1, 3)
        step *= size * 0.42 * number ** (1 / 3) / max(float(np.linalg.norm(step)), 0.3)
        radii = size / 2 * random.uniform(0.5, 1, 3)
        spot = Spot(
            middle.x + float(step[0]), middle.y + float(step[1]), middle.below - float(step[2])
        )
        if abs(spot.below) < radii[2]:
            for name, (grid, field) in _node(bed, choice, spot, radii, number).items():
                np.minimum(grid.of(whole[name]), field, out=grid.of(whole[name]))
            met = True
    return {name: (bed.canvas.grid, field) for name, field in whole.items()} if met else {}


def _node(
    bed: Bed, choice: Choice, spot: Spot, radii: Array, number: int
) -> dict[str, tuple[Grid, Array]]:
    reach = float(radii.max()) * 1.4 + 2
    grid = bed.around(spot, reach)
    noise = solid_noise(grid, choice.random(_SHAPE + number), 2.0, spot.below, reach)
    a, b, c = (float(radius) for radius in radii)
    shape = solid_noise(grid, choice.random(_LOBES + number), 0.42 * (a + b), spot.below, reach)
    ball = np.sqrt((grid.x / a) ** 2 + (grid.y / b) ** 2 + np.float32((spot.below / c) ** 2))
    edge = (ball - 1 + 0.17 * shape) * np.float32(min(a, b)) + noise * np.float32(0.35)
    bed.canvas.paint(grid, coverage(edge, 1.0), _NODE, noise)
    amount = choice.value("calcification")
    inside = coverage(edge + 1.0, 1.2)
    match choice.word("pattern"):
        case "eggshell":
            full = soft(np.abs(edge + 1.3), 1.5, 0.6) * soft(
                noise, 1.6 - 3 * amount, 2.1 - 3 * amount
            )
        case "punctate":
            full = inside * soft(noise, 2.3 - 1.4 * amount, 2.8 - 1.4 * amount)
        case _:
            full = inside * soft(
                noise - 0.5 * edge / min(a, b), 1.6 - 2.0 * amount, 2.2 - 2.0 * amount
            )
    bed.canvas.mineralise(grid, full * np.float32(360 + 560 * amount))
    return {"nodes": (grid, edge), "calcium": (grid, np.float32(0.3) - full)}
