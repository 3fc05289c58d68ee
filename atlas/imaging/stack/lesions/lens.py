"""An ossified haematoma under the periosteum of the ilium: a lens with a shell of bone."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage, rotated
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise, spot_of
from atlas.imaging.stack.pushing import Push
from atlas.imaging.stack.volume import Volume

_CORE = Tissue(40, 0, 0, 0, hu_grain=10)
_MARROW = Tissue(-30, 0, 0, 0, hu_grain=18)
_BONE = ("cortex", "spongiosa")
_SHAPE, _GRAIN = 1, 2


def pushes(volume: Volume, choice: Choice) -> tuple[Push, ...]:
    """The muscle on it is lifted."""
    spot, half = spot_of(volume, choice), choice.value("length") / 2
    shrunk = spot.shrunk(choice.value("height") / 2)
    thick = choice.value("thickness")
    return (Push(spot.x, spot.y, half * 0.6, thick * 0.9, 0.5),) if shrunk > 0.2 else ()


def lay(bed: Bed, choice: Choice) -> Regions:
    """A lens on the bone at a landmark, bulging at `angle`; the old cortex is a ghost in it."""
    spot = bed.spot(choice)
    shrunk = spot.shrunk(choice.value("height") / 2)
    if shrunk < 0.15:
        return {}
    half, thick = choice.value("length") / 2 * shrunk, choice.value("thickness") * shrunk
    grid = bed.around(spot, half + thick + 6)
    reach = max(half + thick + 6, choice.value("height") / 2)
    shape = solid_noise(grid, choice.random(_SHAPE), 12, spot.below, reach)
    grain = solid_noise(grid, choice.random(_GRAIN), 1.9, spot.below, reach)
    out, along = rotated(grid.x, grid.y, np.deg2rad(choice.value("angle")))
    bone = grid.of(bed.share(*_BONE))
    dome = out - np.float32(thick) * np.clip(1 - (along / np.float32(half)) ** 2, -1, 1)
    edge = np.maximum(dome + 0.7 * shape, -out - np.float32(6)) * np.float32(0.9)
    free = 1 - np.clip(bone * 1.5, 0, 1)
    inside = coverage(edge, 1.0) * free
    ripe = choice.value("maturity")
    bed.canvas.paint(grid, inside, _CORE, grain)
    bed.canvas.paint(grid, coverage(edge + 5, 3) * free * np.float32(ripe), _MARROW, grain)
    shell = soft(np.abs(edge + 1.4 + 0.3 * shape), 1.5 + 0.5 * ripe, 0.5) * free
    woven = soft(np.abs(grain), 0.55, 0.12) * coverage(edge + 2, 2) * free
    mineral = shell * (500 + 620 * ripe) + woven * (120 + 150 * ripe)
    bed.canvas.mineralise(
        grid, (mineral * np.clip(0.85 + 0.2 * grain, 0.3, 1.3)).astype(np.float32)
    )
    ghost = _ghost(bed, grid, edge, out, ripe)
    off = (bone - np.float32(0.5)) * 6
    return {
        "shell": (grid, np.maximum(np.abs(edge + 1.2) - 1.8, off)),
        "ghost": (grid, ghost),
        "core": (grid, np.maximum(edge + 3.2, off)),
    }


def _ghost(bed: Bed, grid: Grid, edge: Array, out: Array, ripe: float) -> Array:
    """The cortex under the lens fades; its field is answered."""
    cortex = grid.of(bed.share("cortex"))
    under = coverage(edge - 2, 2.0) * soft(out, -9, -5) * soft(cortex, 0.1, 0.6)
    bed.canvas.paint(grid, under * np.float32(0.5 * ripe), _CORE)
    field: Array = np.float32(0.3) - under
    return field
