"""Where the pixels lie in the body.

Millimetres, x to the right of the picture and y down, from the middle of the picture.
In an axial picture of the right thigh, seen from the feet, right is medial and down is
posterior. A point (x, y) of a `Frame` is therefore (mm - left) / pitch.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

# 32 bits at run time; the stubs of numpy call every result of mixed arithmetic 64.
Array = NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False, slots=True)
class Grid:
    """A rectangle of square pixels: the whole picture or a part of it."""

    left: float  # mm, the outer edge of the first column
    top: float
    pitch: float  # mm per pixel
    columns: int
    rows: int
    column: int = 0  # where the part begins in the whole picture
    row: int = 0

    @classmethod
    def square(cls, size: int, field_of_view: float) -> Grid:
        """The whole picture, its middle at (0, 0)."""
        half = field_of_view / 2
        return cls(-half, -half, field_of_view / size, size, size)

    @property
    def x(self) -> Array:
        """The middle of each column, in mm, as one row."""
        return self._middles(self.left, self.columns)[None, :]

    @property
    def y(self) -> Array:
        """The middle of each row, in mm, as one column."""
        return self._middles(self.top, self.rows)[:, None]

    @property
    def shape(self) -> tuple[int, int]:
        return self.rows, self.columns

    def around(self, x: float, y: float, reach: float) -> Grid:
        """The part within `reach` mm of a point, right, left, up and down."""
        return self.between(x - reach, y - reach, x + reach, y + reach)

    def between(self, left: float, top: float, right: float, bottom: float) -> Grid:
        """The part that covers a rectangle given in mm; at least one pixel."""
        first_column, last_column = self._clipped(left - self.left, right - self.left, self.columns)
        first_row, last_row = self._clipped(top - self.top, bottom - self.top, self.rows)
        return Grid(
            self.left + first_column * self.pitch,
            self.top + first_row * self.pitch,
            self.pitch,
            last_column - first_column,
            last_row - first_row,
            self.column + first_column,
            self.row + first_row,
        )

    def seen_from(self, x: float, y: float) -> Grid:
        """The same pixels with that point for their origin."""
        return replace(self, left=self.left - x, top=self.top - y)

    def coarser(self, pitch: float) -> Grid:
        """A grid of its own with larger pixels that covers this one."""
        columns, rows = (int(count * self.pitch / pitch) + 2 for count in (self.columns, self.rows))
        return Grid(self.left, self.top, pitch, columns, rows)

    def of(self, whole: Array) -> Array:
        """This part of an array that covers the whole picture; a view, not a copy."""
        rows = slice(self.row, self.row + self.rows)
        return whole[rows, self.column : self.column + self.columns]

    def _middles(self, start: float, count: int) -> Array:
        return (start + (np.arange(count) + 0.5) * self.pitch).astype(np.float32)

    def _clipped(self, near: float, far: float, count: int) -> tuple[int, int]:
        first = min(max(int(np.floor(near / self.pitch)), 0), count - 1)
        last = max(min(int(np.ceil(far / self.pitch)), count), first + 1)
        return first, last
