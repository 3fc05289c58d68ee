"""A vertebra for any view or stack: a body with concave walls and dished ends, and its arch.

A vertebra has coordinates of its own: x to the back, y up, z to the patient's left, from the
middle of its body; mm. Both parts become sampled distances, so a ray asks two shapes only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from anatomy.field import distance_to
from anatomy.shapes import Body, closed_spline, profile
from anatomy.tissue import CORTEX, SPONGIOSA
from anatomy.voxels import Voxels
from numba import njit, prange
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates
from skimage.draw import polygon2mask

Place = tuple[float, float, float]
Seen = Callable[[np.ndarray], np.ndarray]

_EDGE = 1.5  # mm, how round the rim of an end plate is
_RIM = 4.0  # mm, breadth of the ring apophysis, which stays level
_DISH = 15.0  # mm from the edge where the dish is deepest
_GRAIN = 0.25  # mm, of the sampled section
_FEW = 4  # voxels between those where a distance is asked far from the surface


@dataclass(frozen=True)
class Shape:
    """The size of a vertebral body: all in mm, `front` and `back` are its heights.

    `waist` is how far walls are drawn in half way up, `dish` how deep its ends are; `section` its
    outline from above, of half breadths 1, from the front (-1, 0) round its left side to the back.
    """

    depth: float
    width: float
    front: float
    back: float
    section: Sequence[tuple[float, float]]
    waist: float = 1.9
    dish: float = 1.7
    notch: float = 0.35  # of the waist, that the back wall has

    @property
    def half(self) -> tuple[float, float]:
        return self.depth / 2, self.width / 2

    def corner(self, front: bool, upper: bool) -> Place:
        """A corner of the outline seen from the side."""
        height = self.front if front else self.back
        x = (-1 if front else 1) * (self.half[0] - 0.6)
        return x, (1 if upper else -1) * (height / 2 - 0.5), 0.0

    def distance(self, places: np.ndarray) -> np.ndarray:
        """Signed distance in mm of places, n x 3, in its own coordinates."""
        x, y, z = places.T
        off = self.section_of(x, z)
        high = (self.front + (self.back - self.front) * (x / self.depth + 0.5)) / 2
        up = np.abs(y) / high
        behind = np.clip(x / self.half[0], 0, 1) ** 2
        drawn = self.waist * (1 - (1 - self.notch) * behind)
        side = off + drawn * np.clip(1 - up**2.2, 0, 1)
        deep = np.clip((-off - _RIM) / (_DISH - _RIM), 0, 1)
        # The dish is deepest behind the middle.
        deep = deep * deep * (3 - 2 * deep) * (1 + 0.25 * x / self.half[0])
        end = np.abs(y) - high + self.dish * deep
        qx, qy = np.maximum(side + _EDGE, 0), np.maximum(end + _EDGE, 0)
        outside = np.hypot(qx, qy) - _EDGE
        found: np.ndarray = outside + np.minimum(np.maximum(side, end) + _EDGE, 0)
        return found

    def section_of(self, x: np.ndarray, z: np.ndarray) -> np.ndarray:
        left = [(a * self.half[0], b * self.half[1]) for a, b in self.section]
        right = [(a, -b) for a, b in left[::-1] if b > 0]
        ring = closed_spline([*left, *right], 240)
        low = ring.min(0) - 12
        size = np.ceil((ring.max(0) + 12 - low) / _GRAIN).astype(int)
        inside = polygon2mask(tuple(size.tolist()), (ring - low) / _GRAIN)
        away = (distance_transform_edt(~inside) - distance_transform_edt(inside)) * _GRAIN
        at = (np.stack([x, z], 0) - low[:, None]) / _GRAIN
        return np.asarray(map_coordinates(gaussian_filter(away, 1.5), at, order=1, mode="nearest"))


@dataclass(frozen=True)
class Vertebra:
    """A vertebra in its place: `tilt` degrees by which its front looks down."""

    name: str
    shape: Shape
    arch: Body | None
    middle: tuple[float, float]
    tilt: float

    @property
    def axes(self) -> np.ndarray:
        """Its own axes as rows, in the coordinates of the spine."""
        turn = np.radians(self.tilt)
        sine, cosine = np.sin(turn), np.cos(turn)
        return np.array([[cosine, sine, 0], [-sine, cosine, 0], [0, 0, 1]])

    def placed(self, own: Sequence[float]) -> Place:
        """A place of its own coordinates in those of the spine."""
        x, y, z = (np.asarray(own, float) @ self.axes + [*self.middle, 0]).tolist()
        return x, y, z

    def owned(self, places: np.ndarray) -> np.ndarray:
        """Places of the spine, n x 3, in its own coordinates."""
        found: np.ndarray = (places - [*self.middle, 0]) @ self.axes.T
        return found

    def corner(self, front: bool, upper: bool) -> Place:
        return self.placed(self.shape.corner(front, upper))


def as_seen(places: np.ndarray) -> np.ndarray:
    """The spine from the side, facing left: its coordinates are those of the picture."""
    return places


def from_front(places: np.ndarray) -> np.ndarray:
    """The spine from in front: the patient's left on the right, the back away from the tube.

    It is its own inverse.
    """
    return places[:, ::-1]


@dataclass(frozen=True)
class Make:
    """Of a bone: shares of the usual attenuation of spongiosa and cortex, and of its thickness."""

    dense: float = 1.0
    shell: float = 0.8
    wall: float = 1.0


USUAL = Make()


def bone(one: Vertebra, seen: Seen = as_seen, step: float = 0.6, make: Make = USUAL) -> Body:
    """What a view marches through: dense end plates, thin walls, trabeculae that run up."""
    upper, lower = (
        seen(np.array([one.placed((0, sign * one.shape.back / 2, 0))]))[0] for sign in (1, -1)
    )
    core = 0.72 * SPONGIOSA * make.dense
    body = Body(
        make.shell * CORTEX, core, axis=upper - lower, noise=0.75, cell=0.55, stretch=3.2,
        rough=0.32, rough_length=3.0, soft=0.6,
    )  # fmt: skip
    made = profile(
        [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1],
        [make.wall * mm for mm in (0.85, 0.75, 0.42, 0.38, 0.42, 0.75, 0.85)],
        [1.15 * core, 1.12 * core, core, 0.92 * core, core, 1.12 * core, 1.15 * core],
    )
    half_x, half_z = one.shape.half
    tall = max(one.shape.front, one.shape.back) / 2
    solid = np.array([[-half_x, -tall, -half_z], [half_x, tall, half_z]])
    body.voxels(_grid(one, one.shape.distance, solid, seen, step), made, upper, lower)
    if one.arch is None:
        return body
    arch, reach = one.arch, np.array(one.arch.bounds())
    found = _grid(one, lambda own: distances(arch, own), reach, seen, step)
    thick = profile([0, 1], [make.wall] * 2, [0.5 * SPONGIOSA * make.dense] * 2)
    return body.voxels(found, thick, upper, lower, blend=2.5)


def distances(body: Body, places: np.ndarray) -> np.ndarray:
    """Signed distance of places, n x 3, to a body of shapes."""
    return _distances(body.rows(), body.store(), np.ascontiguousarray(places))


@njit(parallel=True)
def _distances(rows, store, places):
    found = np.empty(len(places), np.float32)
    for i in prange(len(places)):
        found[i] = distance_to(rows, store, places[i, 0], places[i, 1], places[i, 2])[0]
    return found


def _grid(
    one: Vertebra, distance: Callable[[np.ndarray], np.ndarray], box: np.ndarray, seen: Seen,
    step: float,
) -> Voxels:  # fmt: skip
    """A distance in the vertebra's own coordinates, sampled in those of the picture."""
    corners = np.array([one.placed(box[[i, j, k], [0, 1, 2]]) for i in (0, 1) for j in (0, 1)
                        for k in (0, 1)])  # fmt: skip
    corners = seen(corners)
    low = corners.min(0) - 3
    axes = [
        start + step * np.arange(int((end + 3 - start) / step) + 1)
        for start, end in zip(low, corners.max(0), strict=True)
    ]
    few = [axis[::_FEW] for axis in axes]
    near = _read(one, distance, seen, few)
    at = np.meshgrid(*(np.arange(len(axis)) / _FEW for axis in axes), indexing="ij")
    found = map_coordinates(near, at, order=1, mode="nearest")
    exact = np.abs(found) < 2.2 * _FEW * step
    places = np.stack([axis[i] for axis, i in zip(axes, np.nonzero(exact), strict=True)], -1)
    found[exact] = distance(one.owned(seen(places)))
    return Voxels(found.astype(np.float32), low, step)


def _read(
    one: Vertebra, distance: Callable[[np.ndarray], np.ndarray], seen: Seen, axes: list[np.ndarray]
) -> np.ndarray:
    places = np.stack(np.meshgrid(*axes, indexing="ij"), -1)
    return distance(one.owned(seen(places.reshape(-1, 3)))).reshape(places.shape[:3])
