"""Mineral in a tissue that keeps its shape: nuclei of the brain, pyramids of the kidney."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise

NUCLEI = ("caudate", "putamen", "pallidum", "thalamus", "dentate")

_DENSEST = 640.0  # HU above the tissue
_SEEN = 60.0  # HU of mineral, from where a deposit is outlined
_LUMP, _GRAIN = 1, 2

Noise = tuple[Array, Array]


def lay_nuclei(bed: Bed, choice: Choice) -> Regions:
    """Deposits in the nuclei and where grey meets white matter, alike on both sides."""
    noise = _noise(bed, choice, mirrored=True)
    regions: dict[str, tuple[Grid, Array]] = {}
    for name in NUCLEI:
        grid, amount = bed.holding(name), choice.value(name)
        if grid and amount:
            regions[name] = grid, _mineral(bed, grid, grid.of(bed.share(name)), amount, noise)
    if amount := choice.value("junction"):
        whole = bed.canvas.grid
        regions["junction"] = whole, _mineral(bed, whole, _junction(bed, noise), amount, noise)
    return regions


def lay_pyramids(bed: Bed, choice: Choice) -> Regions:
    """Medullary nephrocalcinosis: the pyramids of both kidneys, some more than others."""
    grid = bed.holding("pyramid")
    if not grid:
        return {}
    noise = _noise(bed, choice, mirrored=False)
    share = grid.of(bed.share("pyramid"))
    return {"pyramids": (grid, _mineral(bed, grid, share, choice.value("amount"), noise))}


def _junction(bed: Bed, noise: Noise) -> Array:
    """Where grey matter meets white at the depth of the sulci, in patches."""
    pitch, white = bed.canvas.grid.pitch, bed.share("white")
    meeting = wide_blur(white, 2.4 / pitch, 4) * wide_blur(bed.share("grey"), 2.4 / pitch, 4)
    share: Array = soft(meeting, 0.1, 0.2) * white * soft(noise[0], 0.7, 1.5)
    return share


def _noise(bed: Bed, choice: Choice, *, mirrored: bool) -> Noise:
    """Lumps and grains over the whole slice; mirrored ones are alike, not equal, on both sides."""
    whole = bed.canvas.grid
    across, down = whole.columns * whole.pitch / 2, whole.rows * whole.pitch / 2
    facts = bed.volume.facts
    middle = bed.moved((across / facts.millimetres, down / facts.millimetres, facts.slices / 2))
    grid = bed.around(middle, across, down)
    reach = max(across, down)
    lump, grain = (
        solid_noise(grid, choice.random(key), spacing, middle.below, reach)
        for key, spacing in ((_LUMP, 5.0), (_GRAIN, 2.2))
    )
    if mirrored:
        lump = (lump + lump[:, ::-1] * np.float32(0.55)) / np.float32(1.14)
    return lump, grain


def _mineral(bed: Bed, grid: Grid, share: Array, amount: float, noise: Noise) -> Array:
    """Lay it, lumpy and fading towards the edge; answers a field, negative where it is seen."""
    lumps = grid.of(noise[0]) * np.float32(0.3) + grid.of(noise[1]) * np.float32(0.16)
    core = wide_blur(share, 1.6 / grid.pitch, 2)
    threshold = 1.0 - 0.9 * amount
    full = soft(core + lumps, threshold, threshold + 1.1)
    mineral = full * share * np.float32(_DENSEST * (0.35 + 0.65 * amount))
    bed.canvas.mineralise(grid, mineral)
    return np.float32(_SEEN) - wide_blur(mineral, 0.8 / grid.pitch, 2)
