"""Synovial chondromatosis: a recess of the joint full of fluid, thick synovium and bodies."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions
from atlas.imaging.stack.lesions.mass import Mass, mass_of

_CARTILAGE = Tissue(60, 0.85, 1150, 62, 4, 0.08)
_PLACES, _ROUGH, _HARD = 70, 71, 72
_TRIES = 40


def lay(bed: Bed, choice: Choice) -> Regions:
    """One recess; a page puts several of them into one joint."""
    mass = mass_of(bed, choice, lobes=6)
    if mass.edge.min() >= 0:
        return {}
    grid, rough = mass.grid, mass.solid(choice, _ROUGH, 2.2)
    bed.canvas.paint(grid, coverage(mass.edge, 0.9), tissue.GRANULATION, mass.noise)
    thick = np.float32(choice.value("synovium")) * (1 + 0.5 * mass.noise.clip(-1.6, 2))
    fluid = mass.edge + thick
    bed.canvas.paint(grid, coverage(fluid, 1.0), tissue.FLUID)
    found = {
        name: np.full(grid.shape, 50, np.float32) for name in ("cartilage-bodies", "mineral-bodies")
    }
    bodies = bodies_in(choice, mass)
    mineral = choice.random(_HARD).uniform(0, 1, len(bodies)) < choice.value("mineral")
    for (x, y, z, radius), hard in zip(bodies, mineral.tolist(), strict=True):
        deep = mass.spot.below - z
        if abs(deep) < radius:
            away = np.sqrt((grid.x - x) ** 2 + (grid.y - y) ** 2 + np.float32(deep**2))
            edge = (away - np.float32(radius) + rough * np.float32(0.09 * radius + 0.12)).astype(
                np.float32
            )
            edge = np.maximum(edge, mass.edge + 0.6)
            _paint_body(bed, grid, edge, rough, radius, hard=hard)
            name = "mineral-bodies" if hard else "cartilage-bodies"
            np.minimum(found[name], edge, out=found[name])
    synovium = np.maximum(mass.edge, -fluid)
    return {
        "synovium": (grid, synovium),
        **{name: (grid, field) for name, field in found.items() if field.min() < 0},
    }


def _paint_body(
    bed: Bed, grid: Grid, edge: Array, rough: Array, radius: float, *, hard: bool
) -> None:
    """Cartilage in a thin dark skin; a mineralised one has a shell, the largest marrow in it."""
    bed.canvas.paint(grid, coverage(edge, 0.7), tissue.FIBROUS)
    bed.canvas.paint(grid, coverage(edge + 0.5, 0.7), _CARTILAGE, rough)
    if hard:
        shell = coverage(edge + 0.4, 0.7) * (0.75 + 0.25 * rough.clip(-1, 1))
        bed.canvas.mineralise(grid, shell.astype(np.float32) * np.float32(700))
        if radius > 4.4:
            core = coverage(edge + 0.4 * radius, 1.0)
            bed.canvas.paint(grid, core * np.float32(0.85), tissue.MARROW)


def bodies_in(choice: Choice, mass: Mass) -> list[tuple[float, float, float, float]]:
    """Bodies that do not meet, `count` of them if there is room: x, y, z and radius in mm."""
    random = choice.random(_PLACES)
    radii = np.array(mass.radii)
    found: list[tuple[float, float, float, float]] = []
    for _ in range(round(choice.value("count"))):
        radius = float(choice.value("size") / 2 * random.uniform(0.45, 1))
        for _ in range(_TRIES):
            way = random.standard_normal(3)
            far = random.uniform(0, 1) ** (1 / 3)
            x, y, z = (
                way / np.linalg.norm(way) * far * np.clip(radii - radius - 1, 0.5, None)
            ).tolist()
            apart = [np.hypot(np.hypot(x - a, y - b), z - c) - r for a, b, c, r in found]
            if not apart or min(apart) > radius * 0.92:
                found.append((x, y, z, radius))
                break
    return found
