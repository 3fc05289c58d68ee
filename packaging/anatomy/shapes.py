"""Bodies built of simple shapes. In mm: x right of the picture, y up, z from the tube."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from anatomy import field as kinds
from anatomy.field import COLUMNS, CUT, SAMPLES, UNION
from anatomy.voxels import Voxels
from scipy.interpolate import PchipInterpolator, splev, splprep
from scipy.ndimage import distance_transform_edt, gaussian_filter
from skimage.draw import polygon2mask

Point = Sequence[float]


def turned(about_x: float = 0, about_y: float = 0, about_z: float = 0) -> np.ndarray:
    """Local axes as rows, turned by degrees about x, then y, then z."""
    a, b, c = np.radians([about_x, about_y, about_z])
    x = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    y = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
    z = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return (z @ y @ x).T


def along(axis: Point, first: Point = (0, 0, 1)) -> np.ndarray:
    """Local axes as rows: the third along `axis`, the first as near `first` as may be."""
    third = np.asarray(axis, float) / np.linalg.norm(axis)
    one = np.asarray(first, float)
    one = one - third * (one @ third)
    one /= np.linalg.norm(one)
    return np.stack([one, np.cross(third, one), third])


def closed_spline(points: Sequence[Point], count: int = 160, smoothing: float = 0) -> np.ndarray:
    """A closed curve through points."""
    ring = np.vstack([points, points[:1]]).astype(float)
    knots, _ = splprep(ring.T, s=smoothing, per=True)
    return np.array(splev(np.linspace(0, 1, count, endpoint=False), knots)).T


def profile(
    at: Sequence[float],
    cortex: Sequence[float],
    core: Sequence[float],
    across: Sequence[float] | None = None,
    deep: Sequence[float] | None = None,
    shift: Sequence[float] | None = None,
    ridge: Sequence[float] | None = None,
) -> np.ndarray:
    """What changes along a length, at shares of it from 0 to 1; smoothed between.

    Thickness of cortex and attenuation of the core; for a loft also its half breadths `across`
    and `deep`, the `shift` of its middle across, and how far its section is a rounded triangle.
    """
    nothing = [0.0] * len(at)
    columns = [shift or nothing, nothing, across or nothing, deep or across or nothing]
    columns += [ridge or nothing, cortex, core]
    shares = np.linspace(0, 1, SAMPLES)
    return np.stack([PchipInterpolator(at, column)(shares) for column in columns], 1)


@dataclass
class Body:
    """One bone, muscle or other part: its shapes, and what it is made of.

    `shell` and `core` are attenuations beyond the surroundings, `cortex` mm; `noise` is how far
    trabeculae vary the core, `cell` their distance in mm, `stretch` how long they are along
    `axis`; the surface is `rough` by so many mm in waves of `rough_length` mm; `soft` is the share
    of the cortex over which it fades into the core.
    """

    shell: float
    core: float
    cortex: float = 1.0
    noise: float = 0.9
    cell: float = 0.42
    stretch: float = 2.2
    axis: Point = (0, 1, 0)
    rough: float = 0.25
    rough_length: float = 2.0
    soft: float = 0.45
    _shapes: list[np.ndarray] = field(default_factory=list, repr=False)
    _tables: list[np.ndarray] = field(default_factory=list, repr=False)
    _planes: list[np.ndarray] = field(default_factory=list, repr=False)
    _plane_of: list[list[float]] = field(default_factory=list, repr=False)
    _boxes: list[np.ndarray] = field(default_factory=list, repr=False)
    _box_of: list[list[float]] = field(default_factory=list, repr=False)
    _low: list[np.ndarray] = field(default_factory=list, repr=False)
    _high: list[np.ndarray] = field(default_factory=list, repr=False)

    @property
    def rough_rate(self) -> float:
        return 1 / self.rough_length

    def loft(
        self, start: Point, end: Point, made: np.ndarray, first: Point = (0, 0, 1),
        *, edge: float = 1.0, join: int = UNION, blend: float = 2.0, phase: float = 0.0,
    ) -> Body:  # fmt: skip
        """Ellipses along the line from `start` to `end`, their first half breadth along `first`."""
        a, b = np.asarray(start, float), np.asarray(end, float)
        self._tables.append(made)
        reach = np.abs(made[:, :2]).max() + made[:, 2:4].max() * 1.3
        own = [float(np.linalg.norm(b - a)), len(self._tables) - 1, edge, phase]
        box = (np.minimum(a, b) - reach, np.maximum(a, b) + reach)
        return self._add(kinds.LOFT, join, blend, a, along(b - a, first), own, box)

    def outline(
        self, points: Sequence[Point], half: float, *, edge: float, middle: Point = (0, 0, 0),
        axes: np.ndarray | None = None, join: int = UNION, blend: float = 2.0,
        cortex: float | None = None, core: float | None = None, smooth: bool = True,
    ) -> Body:  # fmt: skip
        """A drawn outline, `half` mm thick to each side, its edge rounded."""
        ring = closed_spline(points) if smooth else np.asarray(points, float)
        low, high = ring.min(0) - 4, ring.max(0) + 4
        step = max(0.25, float((high - low).max()) / 700)
        columns, rows = (np.ceil((high - low) / step).astype(int) + 1).tolist()
        inside = polygon2mask((rows, columns), (ring[:, ::-1] - low[::-1]) / step)
        distance = (distance_transform_edt(~inside) - distance_transform_edt(inside)) * step
        start = sum(plane.size for plane in self._planes)
        self._planes.append(gaussian_filter(distance, 0.8).ravel())
        self._plane_of.append([*low, step, columns, rows, start])
        axes = np.eye(3) if axes is None else axes
        origin = np.asarray(middle, float)
        xs, ys = (ring[:, 0].min(), ring[:, 0].max()), (ring[:, 1].min(), ring[:, 1].max())
        corners = np.array([[x, y, z] for x in xs for y in ys for z in (-half, half)]) @ axes
        box = (corners.min(0) + origin - 1, corners.max(0) + origin + 1)
        own = [len(self._plane_of) - 1, half, edge]
        return self._add(kinds.OUTLINE, join, blend, origin, axes, own, box, cortex, core)

    def ellipsoid(
        self, middle: Point, radii: Point, axes: np.ndarray | None = None, *, join: int = UNION,
        blend: float = 2.0, cortex: float | None = None, core: float | None = None,
    ) -> Body:  # fmt: skip
        origin, reach = np.asarray(middle, float), max(radii)
        axes = np.eye(3) if axes is None else axes
        box = (origin - reach, origin + reach)
        own = list(radii)
        return self._add(kinds.ELLIPSOID, join, blend, origin, axes, own, box, cortex, core)

    def cone(
        self, start: Point, end: Point, radius: float, last: float, *, flat: float = 1.0,
        flat_along: Point = (0, 0, 1), join: int = UNION, blend: float = 2.0,
        cortex: float | None = None, core: float | None = None,
    ) -> Body:  # fmt: skip
        """A capsule that narrows or widens; `flat` times as thick along `flat_along`."""
        a, b = np.asarray(start, float), np.asarray(end, float)
        reach = max(radius, last) * max(1, flat)
        axes = np.zeros((3, 3))
        axes[0] = b - a
        unit = np.asarray(flat_along, float) / np.linalg.norm(flat_along)
        box = (np.minimum(a, b) - reach, np.maximum(a, b) + reach)
        own = [radius, last, flat, *unit]
        return self._add(kinds.CONE, join, blend, a, axes, own, box, cortex, core)

    def strand(
        self, points: Sequence[Point], radii: Sequence[float], *, flat: float = 1.0,
        flat_along: Point = (0, 0, 1), blend: float = 2.0, cortex: float | None = None,
        core: float | None = None,
    ) -> Body:  # fmt: skip
        """A chain of cones through a smooth curve."""
        count = 4 * (len(points) - 1)
        knots, shares = np.linspace(0, 1, len(points)), np.linspace(0, 1, count + 1)
        curve = PchipInterpolator(knots, np.asarray(points, float))(shares)
        breadth = PchipInterpolator(knots, radii)(shares)
        for number in range(count):
            self.cone(
                curve[number], curve[number + 1], breadth[number], breadth[number + 1], flat=flat,
                flat_along=flat_along, blend=0.6 if number else blend, cortex=cortex, core=core,
            )  # fmt: skip
        return self

    def box(
        self, middle: Point, halves: Point, *, edge: float = 1.0, axes: np.ndarray | None = None,
        join: int = UNION, blend: float = 2.0,
    ) -> Body:  # fmt: skip
        origin, reach = np.asarray(middle, float), float(np.linalg.norm(halves))
        axes = np.eye(3) if axes is None else axes
        box = (origin - reach, origin + reach)
        return self._add(kinds.BOX, join, blend, origin, axes, [*halves, edge], box)

    def beyond(self, point: Point, normal: Point, *, join: int = CUT, blend: float = 1.0) -> Body:
        """Cut away what lies behind a plane, seen along its `normal`."""
        axes = np.zeros((3, 3))
        axes[0] = np.asarray(normal, float) / np.linalg.norm(normal)
        return self._add(kinds.HALF_SPACE, join, blend, np.asarray(point, float), axes, [], None)

    def voxels(
        self, sampled: Voxels, made: np.ndarray, start: Point, end: Point, *, blend: float = 1.0
    ) -> Body:
        """A sampled bone; cortex and core change by the profile `made` from `start` to `end`."""
        first = sum(box.size for box in self._boxes)
        self._boxes.append(sampled.distance.ravel())
        self._box_of.append([*sampled.low, sampled.step, *sampled.distance.shape, first])
        self._tables.append(made)
        a, line = np.asarray(start, float), np.asarray(end, float) - np.asarray(start, float)
        length = float(np.linalg.norm(line))
        unit = line / length
        own = [len(self._box_of) - 1, len(self._tables) - 1, *unit, float(a @ unit), length]
        box = (sampled.low, sampled.low + sampled.step * np.array(sampled.distance.shape))
        return self._add(kinds.VOXELS, UNION, blend, np.zeros(3), np.eye(3), own, box)

    def bounds(self) -> tuple[np.ndarray, np.ndarray]:
        """The corners of a box that holds all of it."""
        return np.min(self._low, 0), np.max(self._high, 0)

    def rows(self) -> np.ndarray:
        return np.array(self._shapes)

    def grain_axes(self) -> np.ndarray:
        """Axes of the trabeculae: the third is along them."""
        other = (1.0, 0.0, 0.0) if abs(self.axis[2]) > 0.9 * math.hypot(*self.axis) else (0, 0, 1)
        return along(self.axis, other)

    def store(self) -> tuple[np.ndarray, ...]:
        """Tables and samples the rows refer to; never empty, for the compiler wants types."""
        return (
            np.array(self._tables or [np.zeros((SAMPLES, 7))]),
            np.concatenate([*self._planes, np.zeros(1)]),
            np.array(self._plane_of or [[0.0] * 6]),
            np.concatenate([*self._boxes, np.zeros(1, np.float32)]),
            np.array(self._box_of or [[0.0] * 8]),
        )

    def _add(
        self, kind: int, join: int, blend: float, origin: np.ndarray, axes: np.ndarray,
        own: Sequence[float], box: tuple[np.ndarray, np.ndarray] | None,
        cortex: float | None = None, core: float | None = None,
    ) -> Body:  # fmt: skip
        row = np.zeros(COLUMNS)
        thick = self.cortex if cortex is None else cortex
        row[: kinds.ORIGIN] = kind, join, blend, thick, self.core if core is None else core
        row[kinds.ORIGIN : kinds.AXES] = origin
        row[kinds.AXES : kinds.OWN] = axes.ravel()
        row[kinds.OWN : kinds.OWN + len(own)] = own
        self._shapes.append(row)
        if join == UNION and box is not None:
            self._low.append(box[0])
            self._high.append(box[1])
        return self
