"""Sarcomas of soft tissue that make bone or cartilage, in a stack."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft, solid_noise, spot_of
from atlas.imaging.stack.pushing import Push
from atlas.imaging.stack.volume import Volume

_MASS = Tissue(44, 0.92, 1200, 86, 5, 0.1)
_FIRM = ("cortex", "marrow", "spongiosa", "skin", "air", "cartilage")
_SHAPE, _LOBES, _POOLS, _GRAIN, _RINGS = 1, 2, 3, 4, 5


def pushes(volume: Volume, choice: Choice) -> tuple[Push, ...]:
    """Muscles and vessels give way; bone does not."""
    across, down = _radii(choice, spot := spot_of(volume, choice))
    return (Push(spot.x, spot.y, across, down, 0.7),) if across > 2 else ()


def _radii(choice: Choice, spot: Spot) -> tuple[float, float]:
    shrunk = spot.shrunk(choice.value("height") / 2)
    return choice.value("breadth") / 2 * shrunk, choice.value("depth") / 2 * shrunk


def lay(bed: Bed, choice: Choice) -> Regions:
    """A lobulated mass with pools of necrosis; `matrix` says how its mineral looks."""
    spot = bed.spot(choice)
    across, down = _radii(choice, spot)
    if min(across, down) < 3:
        return {}
    grid = bed.around(spot, across * 1.3 + 5, down * 1.3 + 5)
    reach = max(across * 1.3 + 5, down * 1.3 + 5, choice.value("height") / 2)
    lobes = solid_noise(grid, choice.random(_LOBES), 8, spot.below, reach)
    grain = solid_noise(grid, choice.random(_GRAIN), 2.2, spot.below, reach)
    small = min(across, down)
    edge = (np.hypot(grid.x / across, grid.y / down) - 1) * np.float32(small)
    edge = edge + np.float32(0.13 * small) * lobes + np.float32(0.3) * grain
    firm = wide_blur(grid.of(bed.share(*_FIRM)), 2.6 / grid.pitch, 2)
    edge = np.maximum(edge, (firm - np.float32(0.08)) * 120)
    bed.canvas.paint(grid, coverage(edge, 1.0), _MASS, grain)
    contrast = choice.value("enhancement")
    vital = soft(np.abs(edge + 3 + lobes), 5, 2) * coverage(edge, 1.0)
    if bed.canvas.is_ct:
        bed.canvas.mineralise(grid, vital * np.float32(46 * contrast))
    pools = solid_noise(grid, choice.random(_POOLS), 7, spot.below, reach)
    bare = 1.5 - 2.2 * choice.value("necrosis")
    pool = np.maximum((bare - pools) * 4, edge + np.float32(0.22 * small))
    bed.canvas.paint(grid, coverage(pool, 3.0) * np.float32(0.9), tissue.NECROSIS, grain)
    if choice.word("matrix") == "cartilage":
        mineral, plain = _cartilage(choice, grid, spot, reach, edge, lobes)
    else:
        mineral, plain = _osteoid(choice, grid, spot, reach, edge, lobes)
    bed.canvas.mineralise(grid, mineral)
    seen = wide_blur(mineral, 1.0 / grid.pitch, 2)
    return {
        "mass": (grid, edge),
        "mineral": (grid, np.maximum(np.float32(110) - seen, edge * 20)),
        "necrosis": (grid, np.maximum(pool, (seen - np.float32(250)) / 40)),
        "plain": (grid, plain),
    }


def _osteoid(
    choice: Choice, grid: Grid, spot: Spot, reach: float, edge: Array, lobes: Array
) -> tuple[Array, Array]:
    """A cloud, densest in the middle, that fades and breaks up outwards."""
    fine = solid_noise(grid, choice.random(_RINGS), 1.6, spot.below, reach)
    deep = np.clip(-edge / max(float(-edge.min()), 1), 0, 1)
    amount = choice.value("amount")
    cloud = soft(deep * 1.5 + 0.26 * lobes + 0.2 * fine, 1.25 - 0.8 * amount, 1.75 - 0.8 * amount)
    rough = np.clip(0.8 + 0.28 * fine + 0.15 * lobes, 0.1, 1.4)
    cloud = cloud * soft(edge, -0.5, -2.5)
    mineral = (cloud * rough * (350 + 700 * amount)).astype(np.float32)
    return mineral, np.maximum(edge + 1, cloud * 10 - 1)


def _cartilage(
    choice: Choice, grid: Grid, spot: Spot, reach: float, edge: Array, lobes: Array
) -> tuple[Array, Array]:
    """Rings, arcs and dots in the part of the mass that `side` looks to, none in the other."""
    random = choice.random(_RINGS)
    turn = np.deg2rad(choice.value("side"))
    along = grid.x * np.float32(np.cos(turn)) + grid.y * np.float32(np.sin(turn))
    half = soft(along + 2 * lobes, -2, 5)
    mineral = np.zeros(grid.shape, np.float32)
    wide = float(max(grid.columns, grid.rows) * grid.pitch / 2)
    # Lobules of cartilage in all three directions; each is ringed where the slice meets it.
    low, high = (
        (-wide, -wide, -reach, 1.2, 0.4, -np.pi, 0.4),
        (wide, wide, reach, 4.6, 2.6, np.pi, 1),
    )
    many = random.uniform(low, high, (int(1200 + 5000 * choice.value("amount")), 7))
    many = many[np.abs(spot.below - many[:, 2]) < many[:, 3]]
    for x, y, z, radius, open_, where, strong in many.tolist():
        flat = float(np.sqrt(radius**2 - (spot.below - z) ** 2))
        near = grid.seen_from(x, y)
        columns = slice(*np.searchsorted(near.x[0], (-flat - 2, flat + 2)))
        rows = slice(*np.searchsorted(near.y[:, 0], (-flat - 2, flat + 2)))
        dx, dy = near.x[:, columns], near.y[rows]
        ring = soft(np.abs(np.hypot(dx, dy) - np.float32(flat)), 0.95, 0.25)
        gone = np.abs((np.arctan2(dy, dx) - where + np.pi) % (2 * np.pi) - np.pi)
        ring = ring * soft(gone, open_ * 0.5, open_ * 0.5 + 0.5) * np.float32(strong)
        part = mineral[rows, columns]
        np.maximum(part, ring, out=part)
    mineral *= half * soft(edge, -1.0, -3.0) * np.float32(780)
    return mineral, np.maximum(edge + 1, (half - np.float32(0.3)) * 12)
