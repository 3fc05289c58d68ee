"""Fat necrosis in the subcutis: a globule of fat in a star of scar."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft
from atlas.imaging.stack.lesions.mass import mass_of

_SCAR = Tissue(30, 0.72, 1150, 72, 6, 0.12)  # dark on T1, bright where fat is silenced
_RAYS, _FINE = 140, 141


def lay(bed: Bed, choice: Choice) -> Regions:
    """Scar with rays into the fat round it, a globule of fat left inside."""
    mass = mass_of(bed, choice)
    grid = mass.grid
    if abs(mass.spot.below) > mass.radii[2] * 1.4:
        return {}
    fine = mass.solid(choice, _FINE, 1.6)
    turn = np.arctan2(grid.y, grid.x)
    random = choice.random(_RAYS)
    rays = sum(
        np.cos(rate * turn + random.uniform(0, 6.3)) for rate in (5.0, 7.0, 11.0)
    ) * np.float32(0.26 * min(mass.radii))
    star = (mass.edge - np.maximum(rays, -1.5) + 0.5 * fine).astype(np.float32)
    fat = grid.of(bed.share("fat", "cavity-fat", "fibrous"))
    star = np.maximum(star, np.float32(0.5) - fat)
    bed.canvas.paint(grid, coverage(star, 1.2), _SCAR, fine)
    globule = (mass.edge + np.float32(0.5 * min(mass.radii)) + 0.6 * fine).astype(np.float32)
    globule = np.maximum(globule, mass.edge + 1)
    bed.canvas.paint(grid, coverage(globule, 0.9), tissue.FAT)
    mineral = choice.value("mineral")
    if mineral:
        shell = soft(np.abs(globule - 0.3), 0.9, 0.3) * soft(fine, 1.6 - 2.4 * mineral, 2.0)
        bed.canvas.mineralise(grid, shell.astype(np.float32) * np.float32(500))
    regions = {"star": (grid, np.maximum(star, -globule)), "globule": (grid, globule)}
    return {name: part for name, part in regions.items() if part[1].min() < 0}
