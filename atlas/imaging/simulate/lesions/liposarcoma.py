"""Calcified liposarcoma in CT.

A large fatty mass with septa thicker than 2 mm and a nodule that is not fat; the mineral,
coarse or ossified, lies in what is not fat and speaks for dedifferentiation (Kransdorf et
al., Radiology 2002;224:99; Murphey et al., RadioGraphics 2005;25:1371).
"""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.lesions.cells import cells_of
from atlas.imaging.simulate.lesions.growth import Bed, Place, Regions, lobulated, placed
from atlas.imaging.simulate.lesions.specks import laid_out, scattered, values_at
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import (
    coverage,
    ellipse_distance,
    smooth_maximum,
    smooth_minimum,
    step,
)
from atlas.imaging.simulate.warp import Push, Warp

SITES = {
    "posteromedial": (24.0, 33.0, -18.0),
    "posterior": (0.0, 40.0, 2.0),
    "posterolateral": (-36.0, 30.0, -28.0),
}
_SLENDERNESS, _NODULE, _SEPTA, _MINERAL, _FAT = 40, 41, 42, 43, 44


def pushes(choice: Choice, warp: Warp) -> tuple[Push, ...]:
    """It is large before it is felt: the muscles are draped over it."""
    place, (long, short) = placed(choice, warp, SITES, 3), _radii(choice)
    return (Push(place.x, place.y, long, short, place.angle, 0.66),)


def grow(bed: Bed, choice: Choice) -> Regions:
    """Fat, its septa and capsule, then the nodule with its mineral."""
    place, radii = placed(choice, bed.thigh.warp, SITES, 3), _radii(choice)
    grid = bed.around(place, radii[0] + 8)
    mass = lobulated(grid, choice, place, radii, 7)
    mass = bed.kept_inside(grid, mass, off_bone=1.5, under_skin=5)
    nodule, heart = _nodule(grid, choice, mass, place, radii)
    septa = _septa(grid, choice, mass, place, radii)
    _paint(bed, grid, choice, mass, nodule, septa)
    mineral, envelope = _calcification(grid, choice, nodule, heart, radii)
    bed.canvas.mineralise(grid, mineral)
    not_fat = np.minimum(nodule, septa)
    return {
        "mass": (grid, mass),
        # A little within its border, or its line would hide that of the septa.
        "fat": (grid, np.maximum(mass, -not_fat) + np.float32(0.5)),
        "septa": (grid, np.maximum(septa, -nodule)),
        "nodule": (grid, nodule),
        "calcification": (grid, np.maximum(envelope, nodule)),
    }


def _radii(choice: Choice) -> tuple[float, float]:
    long = choice.value("size") / 2
    return long, long * float(choice.random(_SLENDERNESS).uniform(0.60, 0.72))


def _nodule(
    grid: Grid, choice: Choice, mass: Array, place: Place, radii: tuple[float, float]
) -> tuple[Array, Place]:
    """The part that is not fat, off to one side; its distance and its middle."""
    random = choice.random(_NODULE)
    long = radii[0] * choice.value("nodule")
    side = 1 if random.uniform() < 0.5 else -1
    along, across = side * (radii[0] - long) * 0.72, random.uniform(-0.15, 0.15) * radii[1]
    x, y = place.offset(float(along), float(across))
    heart = Place(x, y, place.angle + float(random.uniform(-0.6, 0.6)))
    shape = ellipse_distance(grid, heart.middle, (0.8 * long, 0.6 * long), heart.angle)
    # Bosses that flow together, one of them towards the surface of the mass.
    for number, turn in enumerate(np.arange(4) * 1.6 + random.uniform(-0.5, 0.5, 4)):
        size = long * float(random.uniform(0.3, 0.52))
        out = 0.62 * long if number else 0.9 * long
        middle = heart.offset(float(out * np.cos(turn) * side), float(0.75 * out * np.sin(turn)))
        boss = ellipse_distance(grid, middle, (size, 0.8 * size), float(turn))
        shape = smooth_minimum(shape, boss, 0.16 * long)
    shape += np.float32(0.06 * long) * field(grid, random, 0.3 * long, 3)
    return smooth_maximum(shape, mass + np.float32(1.2), 2.0), heart


def _septa(
    grid: Grid, choice: Choice, mass: Array, place: Place, radii: tuple[float, float]
) -> Array:
    """Walls between lobules of fat, of uneven thickness, some of them lost on the way."""
    cells = cells_of(grid, choice, place, radii, 9, bend=3.2, grain=9.0)
    uneven = field(grid, choice.random(_SEPTA), 6.5, 2)
    half = np.clip(np.float32(0.72) + np.float32(0.62) * uneven, -0.8, 1.9)
    result: Array = np.maximum(-cells.wall - half, mass + np.float32(0.4))
    return result


def _paint(bed: Bed, grid: Grid, choice: Choice, mass: Array, nodule: Array, septa: Array) -> None:
    canvas = bed.canvas
    texture = field(grid, choice.random(_FAT), 3.0, 3)
    canvas.paint(grid, coverage(mass, 0.8), tissue.TUMOUR_FAT, texture)
    # Strands too thin to be measured cloud the fat of the tumour.
    wisps = step(texture, 0.9, 2.4) * coverage(mass, 2) * np.float32(0.25)
    canvas.paint(grid, wisps, tissue.TUMOUR)
    canvas.paint(grid, coverage(septa, 0.9) * np.float32(0.9), tissue.TUMOUR, texture)
    capsule = coverage(np.abs(mass + np.float32(0.2)) - np.float32(0.35), 0.9)
    canvas.paint(grid, np.float32(0.75) * capsule, tissue.FIBROUS)
    canvas.paint(grid, coverage(nodule, 1.2), tissue.TUMOUR, np.float32(1.6) * texture)


def _calcification(
    grid: Grid, choice: Choice, nodule: Array, heart: Place, radii: tuple[float, float]
) -> tuple[Array, Array]:
    """Coarse lumps and a few flecks, in the nodule only."""
    amount, random = choice.value("calcification"), choice.random(_MINERAL)
    reach = radii[0] * choice.value("nodule")
    specks = scattered(random, heart.middle, 1.05 * reach, int(22 + 64 * amount), (0.5, 3.6))
    luck = random.uniform(0, 1, len(specks.radii))
    inside = step(-values_at(grid, nodule, specks.points), 1.0, 4.0)
    specks = specks.where(luck < inside * min(1.0, 2.4 * amount))
    mineral, envelope = laid_out(grid, specks, field(grid, random, 1.0, 3), 1.2)
    mineral *= 1 + np.float32(0.22) * field(grid, random, 0.8, 2)
    return np.maximum(mineral, 0) * coverage(nodule, 1.0), envelope
