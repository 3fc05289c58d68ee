"""What a lesion of a radiograph is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from atlas.imaging.film.background import Background
from atlas.imaging.film.facts import Point
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid

_FLESH = 0.024  # 1/mm, a little more than muscle, in a beam of hardness 1


@dataclass(frozen=True, eq=False, slots=True)
class Shadow:
    """What a lesion adds to the picture.

    `calcium` is mm of dense calcium along the ray, on the pixels of `grid`, less than nothing
    where bone is taken away; a region is a field on the same pixels that is negative inside.
    """

    grid: Grid
    calcium: Array
    regions: Mapping[str, Array]


@dataclass(frozen=True, eq=False, slots=True)
class Bed:
    """The body a lesion lies in."""

    background: Background

    def place(self, choice: Choice) -> Point:
        """Where the author put the lesion, in mm: by a landmark, and so far from it."""
        return self._moved(choice, "at", "x", "y")

    def goal(self, choice: Choice) -> Point:
        """Where the author wants it to end, in mm."""
        return self._moved(choice, "to", "to_x", "to_y")

    def _moved(self, choice: Choice, landmark: str, across: str, down: str) -> Point:
        x, y = self.background.landmark(choice.word(landmark))
        return x + choice.value(across), y + choice.value(down)

    def bone(self, grid: Grid) -> Array:
        """What healthy bone there is, in mm of dense calcium: all that is denser than flesh."""
        body = self.background
        flesh = np.float32(_FLESH * body.facts.beam) * grid.of(body.envelope)
        dense: Array = np.maximum(grid.of(body.integral) - flesh, 0) / np.float32(body.calcium)
        return dense

    def around(self, middle: Point, across: float, down: float) -> Grid:
        """The pixels within so many mm of a point, which becomes the origin."""
        x, y = middle
        part = self.background.grid.between(x - across, y - down, x + across, y + down)
        return part.seen_from(x, y)

    def along(self, points: Array, margin: float) -> tuple[Grid, Array]:
        """The pixels within `margin` mm of the box round some points, and the points on it."""
        low, high = points.min(0), points.max(0)
        middle = (low + high) / 2
        half = (high - low) / 2 + margin
        x, y = middle.tolist()
        return self.around((x, y), float(half[0]), float(half[1])), points - middle


def spaced(points: Sequence[Point], step: float) -> Array:
    """Points `step` mm apart on a smooth curve through `points` (Catmull-Rom)."""
    ends = np.array(points, np.float64)
    knots = np.vstack([2 * ends[0] - ends[1], ends, 2 * ends[-1] - ends[-2]])
    pieces = []
    for a, b, c, d in zip(knots, knots[1:], knots[2:], knots[3:], strict=False):
        count = max(int(np.hypot(*(c - b)) / step), 2)
        t = np.linspace(0, 1, count, endpoint=False)[:, None]
        pieces.append(
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2
                   + (3 * b - a - 3 * c + d) * t**3)
        )  # fmt: skip
    return np.vstack([*pieces, ends[-1:]]).astype(np.float32)


def ramp(values: Array, low: float, high: float) -> Array:
    """0 below `low`, 1 above `high`, smooth between."""
    t = np.clip((values - np.float32(low)) / np.float32(high - low), 0, 1)
    result: Array = t * t * (3 - 2 * t)
    return result


def chord(square: Array, radius: Array | float) -> Array:
    """How long a ray runs inside a sphere or cylinder it passes at a squared distance."""
    return 2 * np.sqrt(np.maximum(np.float32(1) * radius * radius - square, 0))
