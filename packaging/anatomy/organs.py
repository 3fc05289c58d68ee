"""Organs as what an anatomist draws: contours at a few levels, tubes along a course, bones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from anatomy.grown import Paint
from anatomy.stack import Slices
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates

Point = tuple[float, float]
Levels = Mapping[float, Sequence[Point]]
Course = Sequence[tuple[float, float, float, float]]  # x, y, z and radius, mm

_CELLS = 48


class Wobble:
    """A smooth push of every place in space, in mm, so that no edge is as it was drawn."""

    def __init__(self, random: np.random.Generator, length: float, amount: float) -> None:
        fields = [
            gaussian_filter(random.standard_normal((_CELLS,) * 3), 1.3, mode="wrap") for _ in "xy"
        ]
        self._fields = [field / field.std() * amount for field in fields]
        self._step = length / 3

    def __call__(self, x: np.ndarray, y: np.ndarray, z: float) -> tuple[np.ndarray, np.ndarray]:
        at = np.stack(np.broadcast_arrays(x, y, np.float64(z))) / self._step
        moved = (map_coordinates(field, at, order=1, mode="grid-wrap") for field in self._fields)
        across, down = moved
        return x + across, y + down


class Anatomy:
    """Paints organs into a stack. `only` names the labels an organ may lie on; else all."""

    def __init__(self, slices: Slices, seed: int) -> None:
        self.slices = slices
        self.paint = Paint(slices)
        self.random = np.random.Generator(np.random.PCG64(seed))
        self.wobble = Wobble(self.random, 42, 1.6)
        self._fine = Wobble(self.random, 11, 0.55)

    def lay(self, name: str, k: int, mask: np.ndarray, only: Sequence[str] = ()) -> None:
        layer = self.paint.labels[k]
        if only:
            mask = mask & np.isin(layer, [self.paint.number(one) for one in only])
        layer[mask] = self.paint.number(name)

    def contour(
        self,
        name: str,
        levels: Levels,
        only: Sequence[str] = (),
        caps: tuple[float, float] = (0, 0),
        inset: float = 0,
        even: bool = False,
    ) -> None:
        """An organ by its outline at some levels; beyond them it closes within `caps` mm.

        An `even` one is as smooth as it was drawn: skin.
        """
        for k, mask in self.outlines(levels, caps, even):
            inner = distance_transform_edt(mask) * self.slices.pitch > inset if inset else mask
            self.lay(name, k, inner, only)

    def outlines(
        self, levels: Levels, caps: tuple[float, float] = (0, 0), even: bool = False
    ) -> Iterator[tuple[int, np.ndarray]]:
        """The mask of each slice an organ is met in."""
        at = sorted(levels)
        between = PchipInterpolator(at, np.array([levels[z] for z in at], float), axis=0)
        for k, z in enumerate(self.slices.z):
            beyond = max(at[0] - z, z - at[-1], 0)
            cap = caps[0] if z < at[0] else caps[1]
            if beyond and beyond >= cap:
                continue
            points = between(min(max(z, at[0]), at[-1]))
            if beyond:
                middle = points.mean(0)
                points = middle + (points - middle) * np.sqrt(1 - (beyond / cap) ** 2)
            yield k, self._filled(_smooth(points) if even else self._lively(points, z))

    def _lively(self, points: np.ndarray, z: float) -> np.ndarray:
        curve = _smooth(points)
        return np.stack(self._fine(*self.wobble(curve[:, 0], curve[:, 1], z), z), 1)

    def _filled(self, curve: np.ndarray) -> np.ndarray:
        from PIL import Image, ImageDraw

        x, y = curve.T
        slices = self.slices
        columns = x / slices.pitch + slices.columns / 2 - 0.5
        rows = (y - slices.middle) / slices.pitch + slices.rows / 2 - 0.5
        image = Image.new("1", (slices.columns, slices.rows))
        ImageDraw.Draw(image).polygon(list(zip(columns, rows, strict=True)), fill=1)
        return np.array(image)

    def tube(
        self, name: str, course: Course, only: Sequence[str] = (), inset: float = 0, flat: float = 1
    ) -> None:
        """A vessel, a bowel, a rib; `flat` is how many mm of its height count for one."""
        for k, box, away in self.tubes(course, flat):
            layer = np.zeros(self.paint.labels[k].shape, bool)
            layer[box] = away < -inset
            self.lay(name, k, layer, only)

    def hollow(
        self, course: Course, wall: float, content: str, gas: float, haustra: float = 0
    ) -> None:
        """A bowel: wall, content, and gas where it is uppermost; `haustra` are mm deep."""
        number = self.paint.number
        for k, box, away in self.tubes(course):
            surface = away
            if haustra:
                way = self.slices.x[:, box[1]] - self.slices.y[box[0]]
                surface = away + haustra * 0.6 * np.cos(self.slices.z[k] / 5 + way / 7)
            layer = self.paint.labels[k][box]
            free = (layer == number("cavity-fat")) & (surface < 0)
            if not free.any():
                continue
            layer[free] = number("bowel-wall")
            inner = free & (surface < -wall)
            layer[inner] = number(content)
            if gas and inner.any():
                y = np.broadcast_to(self.slices.y[box[0]], layer.shape)
                low, high = y[inner].min(), y[inner].max()
                layer[inner & (y < low + gas * (high - low))] = number("gas")

    def tubes(
        self, course: Course, flat: float = 1
    ) -> Iterator[tuple[int, tuple[slice, slice], np.ndarray]]:
        """Of each slice that is met: a box of it, and mm from the surface, negative inside."""
        points = np.array(course, float)
        most = points[:, 3].max()
        for k, z in enumerate(self.slices.z):
            near = points[:, 2] - z
            if near.min() > most * flat or near.max() < -most * flat:
                continue
            box = self._box(points[:, :2].min(0) - most - 6, points[:, :2].max(0) + most + 6)
            x, y = np.broadcast_arrays(self.slices.x[:, box[1]], self.slices.y[box[0]])
            x, y = self._fine(*self.wobble(x, y, z), z)
            away = np.full(x.shape, 1e3)
            for a, b in pairwise(points):
                np.minimum(away, _capsule(a, b, x, y, z, flat), out=away)
            if away.min() < 0:
                yield k, box, away

    def _box(self, low: np.ndarray, high: np.ndarray) -> tuple[slice, slice]:
        slices = self.slices
        columns = (np.array([low[0], high[0]]) / slices.pitch + slices.columns / 2).astype(int)
        rows = (
            (np.array([low[1], high[1]]) - slices.middle) / slices.pitch + slices.rows / 2
        ).astype(int)
        columns, rows = columns.clip(0, slices.columns), rows.clip(0, slices.rows)
        return slice(rows[0], rows[1]), slice(columns[0], columns[1])

    def bone(self, mask: np.ndarray, cortex: float = 1.2, core: str = "spongiosa") -> None:
        """Bone over all else: a shell of cortex round spongiosa, slice by slice."""
        for k, layer in enumerate(mask):
            if layer.any():
                depth = distance_transform_edt(layer) * self.slices.pitch
                self.lay("cortex", k, layer)
                self.lay(core, k, depth > cortex)

    def solid(self) -> np.ndarray:
        """An empty mask of the whole stack, to gather bones in."""
        return np.zeros(self.paint.labels.shape, bool)

    def add_tube(self, mask: np.ndarray, course: Course, flat: float = 1) -> None:
        for k, box, away in self.tubes(course, flat):
            mask[k][box] |= away < 0

    def add_contour(
        self, mask: np.ndarray, levels: Levels, caps: tuple[float, float] = (0, 0)
    ) -> None:
        for k, layer in self.outlines(levels, caps):
            mask[k] |= layer

    def table(self, top: float, curve: float = 900.0) -> None:
        """The table the patient lies on: foam under a thin shell."""
        x, y = self.slices.x, self.slices.y
        depth = y - (top - x**2 / (2 * curve))
        wide = np.abs(x) < 175
        for k in range(self.slices.count):
            self.lay("table", k, wide & (depth > 0) & (depth < 26), ("air",))
            shell = (np.abs(depth - 1) < 1) | (np.abs(depth - 26) < 1)
            self.lay("table-shell", k, wide & shell, ("table", "air"))


def mirrored(points: Sequence[Point]) -> list[Point]:
    """A closed outline from its left half, from the front to the back, in the midline at both."""
    return [*points, *[(-x, y) for x, y in reversed(points[1:-1])]]


def coils(
    random: np.random.Generator,
    low: Sequence[float],
    high: Sequence[float],
    count: int,
    steps: int,
) -> list[list[tuple[float, float, float, float]]]:
    """Small bowel: long courses that wind through a box and keep clear of themselves."""
    bottom, top = np.array(low, float), np.array(high, float)
    taken: list[np.ndarray] = []
    courses = []
    for _ in range(count):
        here, way = random.uniform(bottom, top), random.normal(0, 1, 3)
        course = [(*here, 10.0)]
        for _ in range(steps):
            ways = way / np.linalg.norm(way) + random.normal(0, 0.75, (40, 3)) * (1, 1, 0.6)
            ends = here + ways / np.linalg.norm(ways, axis=1, keepdims=True) * 13
            before = np.array(taken[:-2] or [bottom - 99])
            clear = np.linalg.norm(ends[:, None] - before[None], axis=2).min(1).clip(0, 23)
            outside = np.maximum(np.maximum(bottom - ends, ends - top), 0).sum(1)
            best = int((clear + 1.5 * ways @ way / np.linalg.norm(way) - 2 * outside).argmax())
            way, here = ways[best], ends[best]
            taken.append(here)
            course.append((*here, random.uniform(8.6, 11.5)))
        courses.append(course)
    return courses


def _smooth(points: np.ndarray, steps: int = 10) -> np.ndarray:
    """A closed Catmull-Rom curve."""
    t = (np.arange(steps) / steps)[None, :, None]
    a, b, c, d = (np.roll(points, -k, 0)[:, None] for k in (-1, 0, 1, 2))
    curve = 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
    return curve.reshape(-1, 2)


def _capsule(
    a: np.ndarray, b: np.ndarray, x: np.ndarray, y: np.ndarray, z: float, flat: float
) -> np.ndarray:
    step = b[:3] - a[:3]
    step = np.array([step[0], step[1], step[2] / flat])
    dx, dy, dz = x - a[0], y - a[1], (z - a[2]) / flat
    share = ((dx * step[0] + dy * step[1] + dz * step[2]) / max(step @ step, 1e-6)).clip(0, 1)
    away = np.sqrt(
        (dx - share * step[0]) ** 2 + (dy - share * step[1]) ** 2 + (dz - share * step[2]) ** 2
    )
    return away - (a[3] + (b[3] - a[3]) * share)
