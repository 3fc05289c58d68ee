"""Calcified synovial sarcoma in CT.

A well-defined, lobulated mass a little less dense than muscle, with cysts or necrosis;
mineral in about a third of tumours, mostly eccentric or peripheral, punctate to flocculent
(Murphey et al., RadioGraphics 2006;26:1543).
"""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.growth import Bed, Place, Regions, lobulated, placed
from atlas.imaging.simulate.lesions.specks import laid_out, scattered, values_at
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import coverage, smooth_maximum, step
from atlas.imaging.simulate.warp import Push, Warp

SITES = {
    "posterolateral": (-39.0, 24.0, -28.0),
    "posterior": (6.0, 36.0, -6.0),
    "posteromedial": (36.0, 30.0, -38.0),
    "anterolateral": (-46.0, -30.0, 118.0),
}
_SLENDERNESS, _INSIDE, _MINERAL, _NECROSIS, _SIDE = 10, 11, 12, 13, 14


def pushes(choice: Choice, warp: Warp) -> tuple[Push, ...]:
    """It grows by shoving muscles and fascia aside."""
    place, (long, short) = placed(choice, warp, SITES, 3), _radii(choice)
    return (Push(place.x, place.y, long, short, place.angle, 0.62),)


def grow(bed: Bed, choice: Choice) -> Regions:
    """Lay the mass, its low areas and its mineral over the muscles."""
    place, radii = placed(choice, bed.thigh.warp, SITES, 3), _radii(choice)
    grid = bed.around(place, radii[0] + 8)
    mass = lobulated(grid, choice, place, radii, 8)
    mass = bed.kept_inside(grid, mass, off_bone=1.2, under_skin=5)
    likely = _likelihood(grid, choice, mass, place)
    necrosis = _necrosis(grid, choice, mass, likely, radii[1])
    _paint_mass(bed, grid, choice, mass, necrosis)
    mineral, envelope = _calcification(grid, choice, mass, likely, place, radii)
    bed.canvas.mineralise(grid, mineral)
    return {
        "mass": (grid, mass),
        "calcification": (grid, np.maximum(envelope, mass)),
        "necrosis": (grid, necrosis),
    }


def _radii(choice: Choice) -> tuple[float, float]:
    long = choice.value("size") / 2
    return long, long * float(choice.random(_SLENDERNESS).uniform(0.64, 0.78))


def _necrosis(grid: Grid, choice: Choice, mass: Array, likely: Array, short: float) -> Array:
    """Low areas of many sizes, under the surface and mostly where there is no mineral."""
    threshold = np.float32(1.55 - 1.35 * choice.value("necrosis"))
    hollow = threshold - field(grid, choice.random(_NECROSIS), 0.24 * short, 2)
    hollow += likely
    return smooth_maximum(hollow * np.float32(0.2 * short), mass + np.float32(3.2), 2.0)


def _paint_mass(bed: Bed, grid: Grid, choice: Choice, mass: Array, necrosis: Array) -> None:
    inside = coverage(mass, 0.9)
    # A false capsule of pressed tissue with a broken line of fat outside it.
    rim = np.exp(-(((mass - np.float32(0.9)) / np.float32(0.8)) ** 2))
    patches = step(grid.of(bed.thigh.coarse), -0.6, 0.9)
    bed.canvas.paint(grid, np.float32(0.5) * rim * patches, tissue.FAT)
    texture = field(grid, choice.random(_INSIDE), 3.2, 3)
    bed.canvas.paint(grid, inside, tissue.TUMOUR, np.float32(1.6) * texture)
    bed.canvas.paint(grid, coverage(necrosis, 3.0) * np.float32(0.95), tissue.NECROSIS, texture)


def _calcification(
    grid: Grid, choice: Choice, mass: Array, likely: Array, place: Place, radii: tuple[float, float]
) -> tuple[Array, Array]:
    """Specks and cloudy mineral, dense to one side and near the surface."""
    amount = choice.value("calcification")
    random = choice.random(_MINERAL)
    specks = scattered(random, place.middle, radii[0], int(90 + 620 * amount), (0.35, 2.6))
    luck = random.uniform(0, 1, len(specks.radii))
    specks = specks.where(luck < values_at(grid, likely, specks.points) * min(1.0, 3 * amount))
    cloud_noise = field(grid, random, 2.4, 3)
    mineral, envelope = laid_out(grid, specks, field(grid, random, 1.3, 3), 1.3)
    cloud = np.float32(2.75 - 1.15 * amount) - cloud_noise - np.float32(1.55) * likely
    density = np.float32(330) * step(-cloud, -0.1, 1.3) * step(-mass, 0.5, 2.5)
    density *= 1 + np.float32(0.35) * field(grid, random, 0.9, 2)
    np.maximum(mineral, density, out=mineral)
    if not amount:
        return np.zeros_like(mineral), np.full_like(envelope, 9)
    return mineral, np.minimum(envelope, cloud * np.float32(1.6))


def _likelihood(grid: Grid, choice: Choice, mass: Array, place: Place) -> Array:
    """Where mineral tends to lie, 0 to 1: a shell, and more of it on one side."""
    toward = place.angle + choice.random(_SIDE).uniform(0, 2 * np.pi)
    x, y = grid.x - np.float32(place.x), grid.y - np.float32(place.y)
    facing = np.cos(np.arctan2(y, x) - np.float32(toward))
    side = np.float32(0.10) + np.float32(0.9) * step(facing, -0.35, 0.75)
    shell = np.exp(-(((mass + np.float32(5.5)) / np.float32(4.5)) ** 2)) + np.float32(0.10)
    result: Array = np.minimum(side * shell * step(-mass, 0.8, 2.4), 1)
    return result
