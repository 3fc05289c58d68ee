"""What a view is: bodies, a frame of pixels, a beam, and the names of places in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from anatomy.shapes import Body

Place = Sequence[float]


@dataclass(frozen=True)
class Frame:
    """The pixels: a rectangle of the plane z = 0, `pitch` mm each, seen from a focus.

    The focus lies `distance` mm in front of that plane, opposite the middle of the picture.
    """

    left: float
    right: float
    bottom: float
    top: float
    pitch: float
    distance: float = 1100.0

    @property
    def columns(self) -> int:
        return round((self.right - self.left) / self.pitch)

    @property
    def rows(self) -> int:
        return round((self.top - self.bottom) / self.pitch)

    @property
    def spread(self) -> float:
        return 1 / self.distance

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def x(self) -> np.ndarray:
        return self.left + (np.arange(self.columns) + 0.5) * self.pitch

    @property
    def y(self) -> np.ndarray:
        return self.top - (np.arange(self.rows) + 0.5) * self.pitch

    def seen(self, place: Place) -> tuple[float, float]:
        """Column and row, from the top left corner, where a place is seen."""
        x, y, z = place
        centre_x, centre_y = self.centre
        shrunk = 1 + z * self.spread
        across = centre_x + (x - centre_x) / shrunk
        up = centre_y + (y - centre_y) / shrunk
        return (across - self.left) / self.pitch, (self.top - up) / self.pitch

    def shown(self, places: Mapping[str, Place]) -> dict[str, Place]:
        """Those of the places that lie in the picture."""

        def inside(place: Place) -> bool:
            column, row = self.seen(place)
            return 0 <= column <= self.columns and 0 <= row <= self.rows

        return {name: place for name, place in places.items() if inside(place)}

    def reach(self, low: Place, high: Place) -> tuple[tuple[int, int], tuple[int, int]]:
        """First and last column, first and last row, of the shadow of a box."""
        corners = [
            self.seen((x, y, z))
            for x in (low[0], high[0])
            for y in (low[1], high[1])
            for z in (low[2], high[2])
        ]
        columns = [corner[0] for corner in corners]
        rows = [corner[1] for corner in corners]
        return (
            (max(int(min(columns)) - 2, 0), min(int(max(columns)) + 3, self.columns)),
            (max(int(min(rows)) - 2, 0), min(int(max(rows)) + 3, self.rows)),
        )


@dataclass(frozen=True)
class View:
    """One radiograph of a healthy body.

    `skin` is the envelope, filled with fat; `flesh` and `bones` are what they have more than
    their surroundings, and `gas` less. `beam` is how hard the beam is: 1 for a hand, less for thick
    parts. `marker` is where the lead letter of the side lies, in mm; there is none where it lies
    outside the frame. `look` overrides what
    `atlas.imaging.film.developing.Look` assumes. Landmarks and courses are places in mm.
    """

    projection: str
    side: str
    frame: Frame
    skin: Body
    bones: Sequence[Body]
    flesh: Sequence[Body]
    landmarks: Mapping[str, Place]
    marker: tuple[float, float]
    courses: Mapping[str, Sequence[Place]] = field(default_factory=dict)
    beam: float = 1.0
    look: Mapping[str, float] = field(default_factory=dict)
    collimated: float = 4.0  # mm from the edge of the picture
