"""The shape of a mass in a stack: an ellipsoid, smooth or lobed, that spares bone and skin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import smooth_maximum, smooth_minimum, turned
from atlas.imaging.stack.bed import Bed, Spot, solid_noise, spot_of
from atlas.imaging.stack.pushing import Push
from atlas.imaging.stack.volume import Volume

HARD = ("cortex", "spongiosa", "marrow", "scar", "cartilage", "meniscus", "disc")

_SHAPE, _LOBES = 1, 2
_SHARE = 0.6  # of the mass that makes its room by shoving, and not by replacing


@dataclass(frozen=True, eq=False, slots=True)
class Mass:
    """A mass met by the slice: its pixels, and mm from its surface, negative inside."""

    grid: Grid
    spot: Spot
    radii: tuple[float, float, float]  # across, down, through the slices
    edge: Array
    noise: Array

    @property
    def reach(self) -> float:
        """mm from its middle that noise of its own has to cover."""
        return max(self.radii) * 1.25 + 6

    def solid(self, choice: Choice, key: int, spacing: float) -> Array:
        """Noise of its body, in this slice."""
        return solid_noise(self.grid, choice.random(key), spacing, self.spot.below, self.reach)

    def away(self, grid: Grid) -> Array:
        """Roughly mm from its surface on other pixels seen from the same spot."""
        a, b, c = self.radii
        ball = np.sqrt(
            (grid.x / a) ** 2 + (grid.y / b) ** 2 + np.float32((self.spot.below / c) ** 2)
        )
        far: Array = (ball - 1) * np.float32(min(a, b))
        return far

    def outside(self, bed: Bed, grid: Grid) -> Array:
        """Negative beyond the mass, on other pixels of the slice."""
        whole = np.full(bed.canvas.grid.shape, -50, np.float32)
        self.grid.of(whole)[:] = -self.edge
        return grid.of(whole)


def mass_of(bed: Bed, choice: Choice, *, lobes: int = 0, spares_bone: bool = True) -> Mass:
    """The mass round a landmark, `breadth` across, `depth` down, `length` through the slices."""
    spot = bed.spot(choice)
    a, b, c = (choice.value(name) / 2 for name in ("breadth", "depth", "length"))
    least = min(a, b, c)
    reach = max(a, b, c) * 1.25 + 6
    grid = bed.around(spot, reach)
    noise = solid_noise(grid, choice.random(_SHAPE), 0.3 * least + 0.6, spot.below, reach)
    x, y = turned(grid, (0.0, 0.0), float(np.radians(choice.value("turn"))))
    share = 0.82 if lobes else 1.0
    edge = _ball(x, y, spot.below, (a * share, b * share, c * share))
    for middle, radius in _lobes(choice, (a, b, c), lobes):
        u, v, w = middle
        away = np.sqrt((x - u) ** 2 + (y - v) ** 2 + np.float32((spot.below - w) ** 2))
        edge = smooth_minimum(edge, away - np.float32(radius), 0.14 * least)
    edge = edge + noise * np.float32(0.06 * least)
    if spares_bone:
        edge = _kept_off(bed, grid, edge, HARD, 0.15)
    edge = _kept_off(bed, grid, edge, ("skin", "air"), 0.2)
    return Mass(grid, spot, (a, b, c), edge, noise)


def pushes(volume: Volume, choice: Choice) -> tuple[Push, ...]:
    """Its neighbours give way to it, where the slice meets it."""
    spot = spot_of(volume, choice)
    a, b, c = (choice.value(name) / 2 for name in ("breadth", "depth", "length"))
    flat = 1 - (spot.below / (1.15 * c)) ** 2
    return (Push(spot.x, spot.y, a, b, _SHARE * flat),) if flat > 0 else ()


def _ball(x: Array, y: Array, below: float, radii: tuple[float, float, float]) -> Array:
    a, b, c = radii
    norm = np.sqrt((x / a) ** 2 + (y / b) ** 2 + np.float32((below / c) ** 2))
    slope = np.sqrt((x / a**2) ** 2 + (y / b**2) ** 2 + np.float32((below / c**2) ** 2 + 1e-6))
    away: Array = np.maximum(norm * (norm - 1) / slope, -min(radii)).astype(np.float32)
    return away


def _lobes(
    choice: Choice, radii: tuple[float, float, float], count: int
) -> list[tuple[tuple[float, float, float], float]]:
    """Balls under the surface of the ellipsoid that touch it from inside."""
    random, least = choice.random(_LOBES), min(radii)
    found = []
    for way in random.standard_normal((count, 3)):
        radius = float(least * random.uniform(0.3, 0.52))
        at = way / np.linalg.norm(way) * (np.array(radii) - radius)
        found.append(((float(at[0]), float(at[1]), float(at[2])), radius))
    return found


def _kept_off(bed: Bed, grid: Grid, edge: Array, labels: tuple[str, ...], share: float) -> Array:
    """The shape cut back before it meets some tissues, its corners rounded."""
    near = grid.of(wide_blur(bed.share(*labels), 1.6 / grid.pitch, 2))
    return smooth_maximum(edge, (near - np.float32(share)) * 40, 2.5)
