"""A piece of bone in a ligament, a tendon or a muscle: a cortex, and marrow in it if it is ripe."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.stack.bed import Bed, Regions, soft
from atlas.imaging.stack.lesions.mass import Mass, mass_of

_ROUGH, _MESH, _OEDEMA = 80, 81, 82


def lay(bed: Bed, choice: Choice) -> Regions:
    """The ossicle, fluid round it where it hurts, and the ligaments and tendons beside it."""
    mass = mass_of(bed, choice, lobes=round(choice.value("lobes")), spares_bone=False)
    regions: dict[str, tuple[Grid, Array]] = {}
    grid = bed.around(mass.spot, max(mass.radii[:2]) + 40)
    if abs(mass.spot.below) < mass.radii[2] + 12:
        for name in ("ligament", "tendon"):
            regions[name] = grid, np.float32(0.5) - grid.of(bed.share(name))
        if choice.value("oedema") and not bed.canvas.is_ct:
            regions["oedema"] = _paint_oedema(bed, choice, mass)
    if choice.value("cord"):
        regions |= _paint_cord(bed, choice, mass)
    if mass.edge.min() < 0:
        _paint(bed, choice, mass)
        regions["ossicle"] = mass.grid, mass.edge
    return regions


def _paint(bed: Bed, choice: Choice, mass: Mass) -> None:
    rough, mesh = mass.solid(choice, _ROUGH, 2.4), mass.solid(choice, _MESH, 1.2)
    grid = mass.grid
    bed.canvas.paint(grid, coverage(mass.edge - 0.5, 0.8), tissue.FIBROUS)
    shell = np.float32(choice.value("cortex")) * (1 + 0.4 * rough.clip(-1.6, 2))
    bed.canvas.paint(grid, coverage(mass.edge, 0.8), tissue.CORTEX)
    core = coverage(mass.edge + shell, 0.9)
    marrow = core * np.float32(choice.value("marrow"))
    bed.canvas.paint(grid, marrow, tissue.MARROW, rough)
    spongy = soft(mesh, 0.3, 1.6) * core * np.float32(260)
    bed.canvas.mineralise(grid, spongy if bed.canvas.is_ct else spongy * np.float32(0.3))


def _paint_cord(bed: Bed, choice: Choice, mass: Mass) -> Regions:
    """The tendon that ends in it: a dark cord that leaves its lower half towards the feet."""
    a, b, c = mass.radii
    down = mass.spot.below / c
    if not 0.1 < down < 2.6:
        return {}
    grid, size = mass.grid, choice.value("cord") / 2
    x, y = 0.45 * a, 0.5 * b
    way = np.hypot((grid.x - x) * 0.62, grid.y - y)
    field = (way - size + 0.4 * mass.noise).astype(np.float32)
    bed.canvas.paint(grid, coverage(field, 0.9), tissue.TENDON, mass.noise)
    return {"cord": (grid, field)}


def _paint_oedema(bed: Bed, choice: Choice, mass: Mass) -> tuple[Grid, Array]:
    """Fluid along the ligament, in the fat and faintly in the bone beside the ossicle."""
    grid = mass.grid
    rough = mass.solid(choice, _OEDEMA, 2.2)
    amount = np.float32(choice.value("oedema"))
    near = soft(mass.edge + 1.2 * rough, 7, 0.5)
    bone = grid.of(bed.share("spongiosa", "marrow"))
    soft_tissue = grid.of(1 - bed.share("spongiosa", "marrow", "cortex", "tendon", "skin", "air"))
    shown = near * (0.7 * soft_tissue + 0.4 * bone) * amount
    bed.canvas.paint(grid, shown, tissue.OEDEMA)
    seen = np.float32(0.25) - wide_blur(shown.astype(np.float32), 0.9 / grid.pitch, 2)
    return grid, np.maximum(seen, -mass.edge)
