"""The slice a lesion lies in, and what it may ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from atlas.imaging.simulate.canvas import Canvas
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import interpolated, smooth_kernel
from atlas.imaging.stack.volume import Volume, resized

Regions = Mapping[str, tuple[Grid, Array]]
"""By name: part of the picture, and a field on it that is negative inside."""

# Root mean square of a cubic B-spline over its cell, for three directions.
_SPLINE_SD = (151 / 315) ** 1.5


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a lesion: mm from the top left corner, and mm its slice is below it."""

    x: float
    y: float
    below: float  # the slice shown less the slice of the place; towards the feet

    def shrunk(self, half: float) -> float:
        """What is left in this slice of the breadth of a round body `half` mm up and down."""
        return float(np.sqrt(max(1 - (self.below / half) ** 2, 0)))


@dataclass(frozen=True, eq=False, slots=True)
class Bed:
    """The slice that is shown: what is painted, and the labels under it."""

    canvas: Canvas
    volume: Volume

    def spot(self, choice: Choice) -> Spot:
        """Where the author put the lesion: by a landmark, and so far from it."""
        return spot_of(self.volume, choice)

    def moved(
        self, place: tuple[float, float, float], x: float = 0, y: float = 0, z: float = 0
    ) -> Spot:
        """A place in pixels and slices, so many mm from it, as seen from the slice shown."""
        return _moved(self.volume, place, x, y, z)

    def around(self, spot: Spot, across: float, down: float | None = None) -> Grid:
        """The pixels within so many mm of a spot, which becomes the origin."""
        high = across if down is None else down
        part = self.canvas.grid.between(
            spot.x - across, spot.y - high, spot.x + across, spot.y + high
        )
        return part.seen_from(spot.x, spot.y)

    def holding(self, *names: str, margin: float = 6.0) -> Grid | None:
        """The part of the picture that holds some tissues, and so many mm round them, if any."""
        inside = np.isin(self.volume.labels, self.volume.numbers(*names))
        rows, columns = (np.flatnonzero(inside.any(axis)) for axis in (1, 0))
        if not rows.size:
            return None
        pitch = self.volume.grid.pitch
        return self.canvas.grid.between(
            columns[0] * pitch - margin,
            rows[0] * pitch - margin,
            columns[-1] * pitch + margin,
            rows[-1] * pitch + margin,
        )

    def share(self, *names: str) -> Array:
        """How much of each pixel of the whole picture is one of these tissues, 0 to 1."""
        inside = np.isin(self.volume.labels, self.volume.numbers(*names))
        return np.clip(resized(inside.astype(np.float32), self.canvas.grid), 0, 1)


def spot_of(volume: Volume, choice: Choice) -> Spot:
    """The spot of a lesion in a slice that is not painted yet."""
    place = volume.facts.landmarks[choice.word("at")]
    return _moved(volume, place, *(choice.value(way) for way in "xyz"))


def _moved(volume: Volume, place: tuple[float, float, float], x: float, y: float, z: float) -> Spot:
    facts = volume.facts
    below = (volume.number - 1 - place[2]) * facts.spacing - z
    return Spot(place[0] * facts.millimetres + x, place[1] * facts.millimetres + y, below)


def solid_noise(
    grid: Grid, random: np.random.Generator, spacing: float, below: float, reach: float
) -> Array:
    """Noise of a body within `reach` mm of its origin, cut `below` mm under it.

    Mean 0, deviation 1, grains of about twice `spacing` mm; neighbouring slices fit together.
    """
    count = int(np.ceil(2 * reach / spacing)) + 5
    knots = random.standard_normal((count, count, count), np.float32)
    at = min(max((below + reach) / spacing + 2, 1.0), count - 3.001)
    layer = int(at)
    weights = smooth_kernel(np.array([at - layer], np.float32))
    plane = sum(w[0] * knots[layer - 1 + n] for n, w in enumerate(weights))
    across, down = (
        np.clip((values + np.float32(reach)) / np.float32(spacing) + 2, 1, count - 3.001)
        for values in (grid.x[0], grid.y[:, 0])
    )
    found: Array = interpolated(np.asarray(plane), down, across, smooth_kernel)
    return found / np.float32(_SPLINE_SD)


def soft(inside: Array, low: float, high: float) -> Array:
    """0 at `low`, 1 at `high`, either way round, linear between."""
    part: Array = np.clip((inside - np.float32(low)) / np.float32(high - low), 0, 1)
    return part
