"""Disease of whole muscles: a compartment turned to fluid and plaques, or inflamed muscle."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "anterior-leg": ("tibialis-anterior", "extensor-digitorum", "extensor-hallucis"),
        "lateral-leg": ("peroneus-longus", "peroneus-brevis"),
        "quadriceps": (
            "rectus-femoris", "vastus-lateralis", "vastus-intermedius", "vastus-medialis",
        ),
        "adductors": ("adductor-longus", "adductor-magnus", "gracilis"),
        "hamstrings": (
            "biceps-long-head", "biceps-short-head", "semitendinosus", "semimembranosus",
        ),
    }
)  # fmt: skip

_CONTENT = Tissue(24, 0.95, 900, 120, 5, 0.2)
_WALL = Tissue(62, 0.4, 700, 20, 4, 0.06)
_SPREAD = 3.4  # mm, of the blur a depth is read from
_FINE, _LUMPS, _SHEETS = 120, 121, 122


def lay_myonecrosis(bed: Bed, choice: Choice) -> Regions:
    """A compartment filled with what is left of its muscle, plaques of calcium round it."""
    grid, edge, fine, lumps = _group(bed, choice)
    if edge.min() >= 0:
        return {}
    bed.canvas.paint(grid, coverage(edge, 1.0), _WALL, fine)
    centre = edge + 2.6 + 0.6 * lumps
    bed.canvas.paint(grid, coverage(centre, 1.6), _CONTENT, lumps)
    amount = choice.value("mineral")
    rim = np.exp(-(((edge + 1.3 + 0.35 * lumps) / 0.7) ** 2))
    plaques = rim * soft(lumps + 0.5 * fine, 1.5 - 2.4 * amount, 2.1 - 2.4 * amount)
    flakes = soft(np.abs(fine + 0.7 * lumps - 1.3), 0.16, 0.04) * coverage(edge + 3, 2.0)
    mineral = np.maximum(plaques, 0.5 * flakes * soft(lumps, 1.4, 2.2)).astype(np.float32)
    bed.canvas.mineralise(grid, mineral * np.float32(880))
    seen = np.float32(0.3) - wide_blur(mineral, 0.6 / grid.pitch, 2)
    return {"mass": (grid, edge), "centre": (grid, centre), "plaques": (grid, seen)}


def lay_myositis(bed: Bed, choice: Choice) -> Regions:
    """Muscles bright with inflammation, in patches; sheets of calcium on their fasciae."""
    grid, edge, fine, lumps = _group(bed, choice)
    amount = choice.value("oedema")
    own = grid.of(bed.share(*GROUPS[choice.word("muscles")]))
    patches = soft(lumps + 0.45 * fine, 0.6 - 3 * amount, 4.0 - 3 * amount)
    shown = (own * patches * np.float32(0.85)).astype(np.float32)
    bed.canvas.paint(grid, shown, tissue.OEDEMA, fine * np.float32(0.6))
    film = soft(np.abs(edge), 1.6, 0.3) * soft(lumps, 0.0, 1.2) * np.float32(0.6)
    bed.canvas.paint(grid, film, tissue.FLUID)
    sheets = solid_noise(grid, choice.random(_SHEETS), 5.5, bed.spot(choice).below, 200)
    mineral = choice.value("mineral")
    full = soft(np.abs(edge - 1.0), 2.4, 0.8) * soft(sheets, 2.2 - 2 * mineral, 2.7 - 2 * mineral)
    full = (full * soft(fine, -2.0, -0.6)).astype(np.float32)
    bed.canvas.mineralise(grid, full * np.float32(780))
    found = {
        "oedema": np.float32(0.35) - wide_blur(shown, 1.2 / grid.pitch, 2),
        "calcium": np.float32(0.3) - wide_blur(full, 0.6 / grid.pitch, 2),
    }
    return {name: (grid, field) for name, field in found.items()}


def _group(bed: Bed, choice: Choice) -> tuple[Grid, Array, Array, Array]:
    """The whole slice, roughly mm from the edge of the muscles chosen, and noise."""
    spot, whole = bed.spot(choice), bed.canvas.grid
    grid = whole.seen_from(spot.x, spot.y)
    filled = wide_blur(bed.share(*GROUPS[choice.word("muscles")]), 4.2 / grid.pitch, 2) > 0.36
    own = wide_blur(filled.astype(np.float32), _SPREAD / grid.pitch, 2)
    edge = (np.float32(0.5) - own) * np.float32(_SPREAD / 0.36)
    hard = wide_blur(bed.share("cortex", "skin", "air"), 0.8 / grid.pitch, 2)
    edge = np.maximum(edge, (hard - np.float32(0.4)) * 6)
    # Where there is little of them the blur hides it.
    edge = np.maximum(edge, np.float32(-9.0)) + np.float32(0.2)
    fine, lumps = (
        solid_noise(grid, choice.random(key), spacing, spot.below, 200)
        for key, spacing in ((_FINE, 2.2), (_LUMPS, 6.0))
    )
    return grid, edge.astype(np.float32), fine, lumps
