"""Parosteal osteosarcoma: ossified tumour broadly on the bone, a soft part outside, marrow."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.shapes import coverage, smooth_maximum
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft
from atlas.imaging.stack.lesions.mass import Mass, mass_of

_SOFT = Tissue(45, 0.92, 1200, 105, 4, 0.12)
_OSSIFIED = Tissue(700, 0.30, 800, 28, 90, 0.2)
_ROUGH, _BONE, _MARROW = 90, 91, 92


def lay(bed: Bed, choice: Choice) -> Regions:
    """The bone lies towards `base`, in degrees: 0 right, 90 below."""
    mass = mass_of(bed, choice, lobes=7, spares_bone=False)
    if mass.edge.min() >= 0:
        return {}
    grid = mass.grid
    bone = grid.of(bed.share("cortex", "spongiosa", "marrow"))
    edge = smooth_maximum(mass.edge, (wide_blur(bone, 0.8 / grid.pitch, 2) - 0.5) * 8, 1.0)
    rough = mass.solid(choice, _ROUGH, 2.6)
    bed.canvas.paint(grid, coverage(edge, 0.9), _SOFT, rough)
    outer = _along(choice, mass) + 0.16 * rough
    split = (0.5 - np.float32(choice.value("soft"))) * 2
    ossified = np.maximum(edge + 0.4, (outer - split) * np.float32(min(mass.radii)))
    dense = coverage(ossified, 3.0) * (0.9 + 0.1 * mass.solid(choice, _BONE, 1.4).clip(-2, 2))
    bed.canvas.paint(grid, dense.astype(np.float32), _OSSIFIED, rough)
    streaks = soft(mass.solid(choice, _BONE, 1.8), 0.8, 1.7) * coverage(edge + 2, 3.0)
    bed.canvas.mineralise(grid, streaks * np.float32(420))
    regions = {
        "ossified": (grid, ossified.astype(np.float32)),
        "soft-part": (grid, np.maximum(edge, -ossified).astype(np.float32)),
    }
    if choice.value("marrow"):
        regions["marrow"] = grid, _paint_marrow(bed, choice, mass)
    return regions


def _along(choice: Choice, mass: Mass) -> Array:
    """From -1 at the base to 1 at the far side."""
    turn = np.radians(choice.value("base"))
    a, b, _ = mass.radii
    way: Array = -(mass.grid.x * np.cos(turn) / a + mass.grid.y * np.sin(turn) / b)
    return way.astype(np.float32)


def _paint_marrow(bed: Bed, choice: Choice, mass: Mass) -> Array:
    """Tumour through the cortex into the marrow behind the base."""
    turn = np.radians(choice.value("base"))
    a, b, c = mass.radii
    reach = float(np.hypot(a * np.cos(turn), b * np.sin(turn)))
    x, y = reach * np.cos(turn) * 1.02, reach * np.sin(turn) * 1.02
    size = 0.5 * choice.value("marrow") * min(a, b) + 3
    rough = mass.solid(choice, _MARROW, 2.4)
    away = np.sqrt(
        (mass.grid.x - x) ** 2 + (mass.grid.y - y) ** 2 + (mass.spot.below * size / (0.5 * c)) ** 2
    )
    field: Array = (away - size + 1.3 * rough).astype(np.float32)
    inside = mass.grid.of(bed.share("spongiosa", "marrow", "cortex"))
    bed.canvas.paint(mass.grid, coverage(field, 1.6) * inside * np.float32(0.9), _SOFT, rough)
    seen: Array = np.maximum(field, np.float32(0.5) - inside)
    return seen
