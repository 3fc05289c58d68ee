"""One patient's right mid-thigh as distances and shares of pixels, ready to be painted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from atlas.imaging.simulate import thigh_outlines as drawn
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import (
    blocks,
    field,
    looked_up,
    resampled,
    stream,
    tile,
)
from atlas.imaging.simulate.shapes import (
    closed_curve,
    coverage,
    polygon_distance,
    ridge,
    smooth_maximum,
    step,
)
from atlas.imaging.simulate.warp import Push, Warp

FIELD_OF_VIEW = 220.0
NAMES = tuple(muscle.name for muscle in drawn.MUSCLES)

_KEY = 102
_COARSE = 2.0  # mm, the grid on which outlines become distances
_FAR = 9.0  # mm, beyond which a distance to a muscle no longer matters
_SLACK = 2.2  # mm, how far a muscle reaches over a slit in the drawing
_ROUNDING = 2.4  # mm, of corners where planes of fat meet
_BULK = 1.7  # mm by which one patient's muscle may be thicker or thinner than drawn
_SHEETS = 76  # fibrous sheets through the subcutaneous fat, all round
_SHEET_GAP = 6.8  # mm between two of them


@dataclass(frozen=True, eq=False, slots=True)
class Thigh:
    """The anatomy of one patient. Distances in mm, negative inside; shares 0 to 1."""

    grid: Grid
    warp: Warp
    skin: Array  # distance to the surface of the body
    fascia: Array  # distance to the deep fascia
    muscle: Array  # share that is muscle of any name
    owner: NDArray[np.int8]  # index into NAMES of the nearest muscle
    bone: Array  # distance to the outer surface of the femur
    marrow: Array  # distance to the inner surface of its cortex
    septa: Array  # share of fibrous sheets in the subcutaneous fat
    streaks: Array  # share of fat between bundles of muscle
    bundles: Array  # texture along the bundles
    coarse: Array  # slow texture
    fine: Array  # texture near the limit of resolution
    distances: dict[str, Array]  # to each muscle, "skin" and "fascia", on the coarse grid

    @property
    def middle_of_bone(self) -> Array:
        """The middle of the femur, x and y."""
        found: Array = self.warp.settle(np.array([drawn.FEMUR]))[0]
        return found

    def distance_to(self, grid: Grid, *names: str) -> Array:
        """Distance to the nearest of the named muscles, on a part of the picture."""
        nearest = np.minimum.reduce([self.distances[name] for name in names])
        return _spread(nearest, grid)

    def around_muscles(self, *names: str) -> Grid:
        """The part of the picture that holds the named muscles and a rim of 8 mm."""
        nearest = np.minimum.reduce([self.distances[name] for name in names])
        return _box(self.grid, nearest, _FAR - 1)

    def distances_at(self, name: str, points: Array) -> Array:
        """Distance of points (n x 2) to one named thing; the same at any picture size."""
        cells = np.floor((points + np.float32(FIELD_OF_VIEW / 2)) / np.float32(_COARSE))
        column, row = np.clip(cells, 0, FIELD_OF_VIEW / _COARSE - 1).astype(np.intp).T
        found: Array = self.distances[name][row, column]
        return found


@lru_cache(maxsize=1)  # a patient of 768 pixels takes 25 MB, and frames are kept elsewhere
def thigh_of(seed: int, size: int, pushes: tuple[Push, ...]) -> Thigh:
    """The patient of a seed, shoved aside by masses. The same for CT and every sequence."""
    grid = Grid.square(size, FIELD_OF_VIEW)
    warp = Warp.of_patient(seed, pushes)
    texture = [field(grid, stream(seed, _KEY, k), mm, n) for k, (mm, n) in enumerate(_TEXTURES)]
    gap, coarse, fine, warp_x, warp_y = texture
    skin, fascia = _envelopes(warp, seed)
    distances = _muscle_distances(warp, fascia, seed)
    muscle, owner = _muscles(grid, distances, gap, fine)
    fascia_here = _spread(fascia, grid)
    bone, marrow = _femur(grid, warp, fine, coarse)
    distances.update(skin=skin, fascia=fascia)
    bundles, streaks = _fibres(grid, owner, seed, (warp_x, warp_y), coarse)
    muscle *= coverage(-bone, 0.5)
    skin_here = _spread(skin, grid)
    return Thigh(
        grid,
        warp,
        skin_here,
        fascia_here,
        muscle,
        owner,
        bone,
        marrow,
        _septa(grid, skin_here, fascia_here, coarse, seed),
        streaks,
        bundles,
        coarse,
        fine,
        distances,
    )


# Spacing in mm and octaves of: width of fat planes, slow, fine, and two that bend fibres.
_TEXTURES = ((7.0, 2), (6.0, 2), (0.9, 1), (9.0, 2), (9.0, 2))


def _coarse_grid() -> Grid:
    return Grid.square(int(FIELD_OF_VIEW / _COARSE), FIELD_OF_VIEW)


def _spread(coarse: Array, grid: Grid) -> Array:
    return resampled(coarse, _coarse_grid(), grid)


def _envelopes(warp: Warp, seed: int) -> tuple[Array, Array]:
    """Skin and deep fascia; how fat the patient is depends on the seed."""
    random = stream(seed, _KEY, 20)
    thickness = random.uniform(0.75, 1.35)
    turns = np.radians([angle for angle, _, _ in drawn.RADII])
    rays = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    inner = np.array([r for _, _, r in drawn.RADII])[:, None]
    outer = np.array([r for _, r, _ in drawn.RADII])[:, None]
    # Thicker on one side, and not the same all round.
    lean, dent = random.uniform(-np.pi, np.pi, 2)
    uneven = 1 + 0.16 * np.cos(turns - lean) + 0.1 * np.cos(3 * turns - dent)
    outer = inner + (outer - inner) * thickness * uneven[:, None]
    # Both are so smooth that every second knot of the coarse grid is enough.
    sparse = Grid.square(int(FIELD_OF_VIEW / _COARSE / 2), FIELD_OF_VIEW)
    skin, fascia = (
        polygon_distance(closed_curve(warp(rays * radii), 4), sparse.x, sparse.y)
        for radii in (outer, inner)
    )
    return resampled(skin, sparse, _coarse_grid()), resampled(fascia, sparse, _coarse_grid())


def _muscle_distances(warp: Warp, fascia: Array, seed: int) -> dict[str, Array]:
    """Distance to each muscle where neighbours share the room between them."""
    grid = _coarse_grid()
    bulk = stream(seed, _KEY, 21).uniform(-_BULK, _BULK, len(NAMES)).astype(np.float32)
    drawn_alone = [
        _alone(grid, closed_curve(warp(m.outline), 3)) - more
        for m, more in zip(drawn.MUSCLES, bulk, strict=True)
    ]
    stack = np.stack(drawn_alone)
    two_nearest = np.partition(stack, 1, axis=0)[:2]
    result = {}
    for name, own in zip(NAMES, drawn_alone, strict=True):
        other = np.where(own <= two_nearest[0], two_nearest[1], two_nearest[0])
        shared = smooth_maximum(own - np.float32(_SLACK), (own - other) / 2, _ROUNDING)
        shared -= np.float32(_ROUNDING / 2 * 0.6)
        result[name] = smooth_maximum(shared, fascia + np.float32(0.7), 1.6)
    return result


def _alone(grid: Grid, corners: Array) -> Array:
    """Distance to one outline, worked out only near it."""
    (left, top), (right, bottom) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    near = grid.between(left - _FAR, top - _FAR, right + _FAR, bottom + _FAR)
    whole = np.full(grid.shape, _FAR, np.float32)
    near.of(whole)[...] = np.minimum(polygon_distance(corners, near.x, near.y), np.float32(_FAR))
    return whole


def _muscles(
    grid: Grid, distances: dict[str, Array], gap: Array, fine: Array
) -> tuple[Array, NDArray[np.int8]]:
    """The share of muscle, thin fat planes left out, and whose muscle it is.

    Half the width of a plane varies from nothing, where neighbours touch, to a millimetre.
    """
    half_plane = np.clip(np.float32(0.26) + np.float32(0.5) * gap, -0.25, 1.5)
    half_plane += np.float32(0.09) * fine
    share = np.zeros(grid.shape, np.float32)
    nearest = np.full(grid.shape, np.inf, np.float32)
    owner = np.zeros(grid.shape, np.int8)
    for number, distance in enumerate(distances.values()):
        part = _box(grid, distance)
        here = _spread(distance, part)
        closer = here < part.of(nearest)
        np.copyto(part.of(nearest), here, where=closer)
        rows, columns = np.nonzero(closer)
        owner[rows + part.row, columns + part.column] = number
        here += part.of(half_plane)
        target = part.of(share)
        np.maximum(target, coverage(here, 0.75), out=target)
    return share, owner


def _box(grid: Grid, coarse: Array, margin: float = 4.0) -> Grid:
    """The part of a grid in which a coarse distance is under `margin` mm."""
    rows, columns = np.nonzero(coarse < margin)
    first = -FIELD_OF_VIEW / 2
    left, right = first + columns.min() * _COARSE, first + (columns.max() + 1) * _COARSE
    top, bottom = first + rows.min() * _COARSE, first + (rows.max() + 1) * _COARSE
    return grid.between(left, top, right, bottom)


def _femur(grid: Grid, warp: Warp, fine: Array, coarse: Array) -> tuple[Array, Array]:
    """Outer and inner surface of the shaft: thick behind, where the rough line stands out."""
    middle_x, middle_y = warp.settle(np.array([drawn.FEMUR]))[0].tolist()
    bone = np.hypot(grid.x - np.float32(middle_x), grid.y - np.float32(middle_y))
    near = grid.around(middle_x, middle_y, 24)
    radius = near.of(bone).copy()
    turn = np.arctan2(near.y - np.float32(middle_y), near.x - np.float32(middle_x))
    behind = np.float32(np.pi / 2 + 0.12)
    line = np.exp(-(((turn - behind) / np.float32(0.30)) ** 2))
    lips = np.exp(-(((np.abs(turn - behind) - np.float32(0.16)) / np.float32(0.1)) ** 2))
    outer = 13.3 + 0.55 * np.cos(2 * turn - 0.6) + 0.25 * np.cos(3 * turn + 1) + 2.3 * line
    outer += 0.45 * lips
    wall = 5.0 + 0.9 * np.cos(turn - 2.2) + 0.5 * np.cos(2 * turn - 0.9) + 2.6 * line
    scale = np.float32(warp.scale)
    bone -= np.float32(13.5) * scale
    marrow = bone + 6
    near.of(bone)[...] = radius - scale * outer + np.float32(0.09) * near.of(fine)
    inner = scale * (outer - wall) + np.float32(0.28) * near.of(fine)
    near.of(marrow)[...] = radius - inner - np.float32(0.3) * near.of(coarse)
    return bone, marrow


def _fibres(
    grid: Grid,
    owner: NDArray[np.int8],
    seed: int,
    bend: tuple[Array, Array],
    patches: Array,
) -> tuple[Array, Array]:
    """Texture of the bundles and thin streaks of fat between them, along each muscle's grain."""
    turn = np.radians([m.grain for m in drawn.MUSCLES]).astype(np.float32)
    cosine, sine = np.cos(turn), np.sin(turn)
    share = np.array([m.marbling for m in drawn.MUSCLES], np.float32)
    noise = tile(stream(seed, _KEY, 30))
    lines, streaks = np.empty(grid.shape, np.float32), np.empty(grid.shape, np.float32)
    for rows in blocks(grid.rows):
        own = owner[rows]
        x = grid.x + np.float32(2.6) * bend[0][rows]
        y = grid.y[rows] + np.float32(2.6) * bend[1][rows]
        along = x * cosine[own] + y * sine[own]
        across = y * cosine[own] - x * sine[own]
        # A different piece of the tile for each muscle, so that no pattern runs through a plane.
        along += own * np.float32(23.7)
        here = looked_up(noise, along / np.float32(13), across / np.float32(1.7))
        where = step(patches[rows] + np.float32(1.4) * share[own], 0.2, 1.9)
        lines[rows] = here
        # Where the noise peaks: spindles. Its level lines would close to hairpins.
        streaks[rows] = step(here, 1.0, 2.3) * where
    return lines, streaks


def _septa(grid: Grid, skin: Array, fascia: Array, coarse: Array, seed: int) -> Array:
    """Fibrous sheets that tie the skin to the deep fascia, and a broken layer halfway."""
    random = stream(seed, _KEY, 31)
    jitter, lean = random.uniform(-0.35, 0.35, _SHEETS), random.uniform(-0.55, 0.55, _SHEETS)
    strength = random.uniform(0, 1, _SHEETS) ** 1.5
    first, last = random.uniform(-0.4, 0.5, _SHEETS), random.uniform(0.45, 1.4, _SHEETS)
    sheets = np.stack([jitter - lean / 2, lean, strength, first, last]).astype(np.float32)
    result = np.zeros(grid.shape, np.float32)
    rows, columns = np.nonzero((skin < -1.9) & (fascia > -0.4))
    here, under, above = coarse[rows, columns], -skin[rows, columns], fascia[rows, columns]
    share = above / (under + above)  # of the way to the skin
    turn = np.arctan2(grid.y[rows, 0], grid.x[0, columns]) * np.float32(_SHEETS / (2 * np.pi))
    turn += np.float32(0.13) * here
    lines = ridge((share - np.float32(0.5) - np.float32(0.07) * here) * (under + above), 0.45)
    lines *= step(-here, -0.2, 1.4)
    for beside in (0, 1):
        number = np.floor(turn).astype(np.intp) + beside
        start, slant, strong, low, high = sheets[:, number % _SHEETS]
        gap = (turn - number - start - slant * share) * np.float32(_SHEET_GAP)
        length = step(share - low, 0, 0.25) * step(high - share, 0, 0.25)
        np.maximum(lines, ridge(gap, 0.4) * strong * length, out=lines)
    result[rows, columns] = lines * step(under, 2.0, 4.0) * step(above, -0.4, 0.8)
    return result
