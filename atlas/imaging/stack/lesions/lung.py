"""Lesions of the lungs: fluffy calcified nodules, and the scar that radiation leaves at an apex."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise

_LUNG = ("lung", "fissure")
_SCAR = Tissue(22, 0, 0, 0, hu_grain=12)
_GLASS = 430.0  # HU over lung, of the veil round a nodule
_NODULES, _DUST, _PATCHES, _STRANDS = 1, 2, 3, 4


def lay_deposits(bed: Bed, choice: Choice) -> Regions:
    """Nodules about the small airways, none under the pleura, most and densest at the top."""
    grid = bed.holding(*_LUNG, margin=0)
    if not grid:
        return {}
    spot = bed.spot(choice)
    part = grid.seen_from(spot.x, spot.y)
    reach = float(max(np.abs(part.x).max(), np.abs(part.y).max())) + 1
    size = choice.value("size")
    nodules = solid_noise(part, choice.random(_NODULES), size * 0.52, spot.below, reach)
    patches = solid_noise(part, choice.random(_PATCHES), 24, spot.below, reach)
    dust = solid_noise(part, choice.random(_DUST), 3.0, spot.below, reach)
    share = grid.of(bed.share(*_LUNG))
    inner = soft(wide_blur(share, 4.5 / grid.pitch, 2), 0.55, 0.9)
    reached = float(np.clip(1 - spot.below / choice.value("depth"), 0, 1))
    amount = choice.value("amount") * reached
    bare = 2.3 - 1.5 * amount - 0.3 * np.clip(patches, -1.5, 1.5)
    veil = soft(nodules - bare, -1.0, 0.6) * inner * share
    core = soft(nodules - bare, 0.0, 1.0) * inner * share
    rough = np.clip(1 + 0.3 * dust, 0.2, 2)
    dense = (420 + choice.value("density") * 700) * core * rough
    bed.canvas.mineralise(grid, veil * np.float32(_GLASS) + dense.astype(np.float32))
    return {"nodules": (grid, np.float32(0.25) - core)}


def lay_fibrosis(bed: Bed, choice: Choice) -> Regions:
    """A shrunken, dense apex: scar with dilated airways, ending where the field ended."""
    spot = bed.spot(choice)
    reach = choice.value("size")
    below = abs(spot.below)
    if below >= choice.value("height"):
        return {}
    grid = bed.around(spot, reach * 1.5)
    noise = solid_noise(grid, choice.random(_PATCHES), 9, spot.below, reach * 1.5)
    strands = solid_noise(grid, choice.random(_STRANDS), 3.2, spot.below, reach * 1.5)
    lung = grid.of(bed.share(*_LUNG))
    # Vessels of the lung are scarred with it, those beside it are not.
    near = soft(wide_blur(lung, 4 / grid.pitch, 2), 0.55, 0.75)
    share = np.clip(lung + grid.of(bed.share("vessel")) * near, 0, 1)
    shrunk = float(np.sqrt(1 - (below / choice.value("height")) ** 2))
    edge = _off_field(choice, grid.x, grid.y, noise) + np.float32(reach * 0.55 * (1 - shrunk))
    dense = soft(edge, 1.5, -5) * share
    bronchi = soft(strands - 0.3 * noise, 1.75, 2.1) * soft(edge, -3, -8)
    bed.canvas.paint(grid, dense * (1 - 0.92 * bronchi), _SCAR, strands)
    streaks = soft(np.abs(strands), 0.3, 0.08) * soft(edge, 22, 0) * share * (1 - dense)
    bed.canvas.paint(grid, streaks * np.float32(0.5), _SCAR)
    field = np.maximum(edge + 1.5, (np.float32(0.4) - share) * 8)
    return {"fibrosis": (grid, field)}


def _off_field(choice: Choice, x: Array, y: Array, noise: Array) -> Array:
    """mm outside the part of the lung that was in the field: a line across, a little uneven."""
    turn = np.deg2rad(choice.value("angle"))
    along = x * np.float32(np.cos(turn)) + y * np.float32(np.sin(turn))
    found: Array = along - np.float32(choice.value("size") * 0.2) + noise * np.float32(2.4)
    return found
