"""What every family of lesions needs: a place, a body to grow in, shapes, and regions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from atlas.imaging.simulate.canvas import Canvas
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import ellipse_distance, smooth_maximum, smooth_minimum
from atlas.imaging.simulate.thigh import Thigh
from atlas.imaging.simulate.warp import Warp

# Regions by name: the part of the picture, and the distance in mm, negative inside.
Regions = dict[str, tuple[Grid, Array]]

_PLACE, _SHAPE = 1, 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lesion lies: its middle in mm, and the way its length runs (radians)."""

    x: float
    y: float
    angle: float

    @property
    def middle(self) -> tuple[float, float]:
        return self.x, self.y

    def offset(self, along: float, across: float) -> tuple[float, float]:
        """A point given in mm along and across the length."""
        cosine, sine = float(np.cos(self.angle)), float(np.sin(self.angle))
        return self.x + along * cosine - across * sine, self.y + along * sine + across * cosine


@dataclass(frozen=True, eq=False, slots=True)
class Bed:
    """The slice a lesion grows in."""

    canvas: Canvas
    thigh: Thigh

    def around(self, place: Place, reach: float) -> Grid:
        return self.canvas.grid.around(place.x, place.y, reach)

    def kept_inside(
        self,
        grid: Grid,
        distance: Array,
        off_bone: float,
        under_skin: float,
        round_off: float = 2.0,
    ) -> Array:
        """A shape cut back so that it spares the bone and stays under the skin (mm each).

        `round_off` mm are taken off the horns that would clasp the bone.
        """
        bone = np.float32(off_bone) - grid.of(self.thigh.bone)
        skin = grid.of(self.thigh.skin) + np.float32(under_skin)
        return smooth_maximum(smooth_maximum(distance, bone, round_off), skin, 2.5)


def placed(
    choice: Choice, warp: Warp, sites: Mapping[str, tuple[float, float, float]], stray: float
) -> Place:
    """The place the author gave, or one within `stray` mm of the named site.

    A site is x, y in the drawing of the thigh and the angle of the length in degrees.
    """
    random = choice.random(_PLACE)
    site_x, site_y, degrees = sites[choice.word("site")]
    shift = random.uniform(-stray, stray, 2)
    x, y = (warp.settle(np.array([[site_x, site_y]]))[0] + shift).tolist()
    given_x, given_y = choice.parameters["x"], choice.parameters["y"]
    angle = np.radians(degrees + random.uniform(-12, 12))
    return Place(
        x if given_x is None else float(given_x),
        y if given_y is None else float(given_y),
        float(angle),
    )


def lobulated(
    grid: Grid,
    choice: Choice,
    place: Place,
    radii: tuple[float, float],
    lobules: int,
    roughness: float = 1.0,
) -> Array:
    """Distance to a mass of a trunk and lobules that flow into each other, rough of surface."""
    random = choice.random(_SHAPE)
    long, short = radii
    result = ellipse_distance(grid, place.middle, (0.83 * long, 0.8 * short), place.angle)
    turns = (np.arange(lobules) + random.uniform(-0.35, 0.35, lobules)) / lobules * 2 * np.pi
    for turn, share, breadth in zip(
        turns, random.uniform(0.30, 0.46, lobules), random.uniform(0.85, 1.2, lobules), strict=True
    ):
        radius = share * short
        along, across = (
            (long - radius * 1.02) * np.cos(turn),
            (short - radius * 1.02) * np.sin(turn),
        )
        middle = place.offset(float(along), float(across))
        lobule = ellipse_distance(grid, middle, (radius * breadth, radius), float(turn))
        result = smooth_minimum(result, lobule, 0.12 * short)
    return result + np.float32(0.035 * short * roughness) * field(grid, random, 0.22 * short, 3)
