"""What a stack of CT slices is: a map of labels a slice, and the names of places in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

Place = Sequence[float]

# Which of the patient's coordinates run along columns, along rows and through the slices.
_AXES = {"axial": (0, 1, 2), "sagittal": (1, 2, 0), "coronal": (0, 2, 1)}


@dataclass(frozen=True)
class Slices:
    """The pixels of a stack: x to the patient's left, y to the back, z to the feet, in mm.

    The middle of the first slice lies at z = `top`; the picture's middle at x = `across`,
    y = `middle`.
    A `plane` other than the axial shows the coordinates in another order: `x` is then what runs
    along the columns, `y` along the rows and `z` through the slices, the front or the patient's
    right on the left, the head above.
    """

    columns: int
    rows: int
    count: int
    pitch: float
    spacing: float
    top: float = 0.0
    middle: float = 0.0
    plane: str = "axial"
    across: float = 0.0

    @property
    def x(self) -> np.ndarray:
        """The middle of each column, as one row."""
        return ((np.arange(self.columns) + 0.5 - self.columns / 2) * self.pitch + self.across)[
            None, :
        ]

    @property
    def y(self) -> np.ndarray:
        """The middle of each row, as one column."""
        return ((np.arange(self.rows) + 0.5 - self.rows / 2) * self.pitch + self.middle)[:, None]

    @property
    def z(self) -> np.ndarray:
        """The middle of each slice."""
        return self.top + np.arange(self.count) * self.spacing

    def at(self, k: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """x, y and z of the patient for the pixels of a slice; they broadcast to its shape."""
        found = [np.empty(0)] * 3
        for axis, values in zip(
            _AXES[self.plane], (self.x, self.y, self.z[k : k + 1][:, None]), strict=True
        ):
            found[axis] = values
        return found[0], found[1], found[2]

    def seen(self, place: Place) -> tuple[float, float, float]:
        """Column and row, from the top left corner, and slice, from the first, of a place."""
        x, y, z = (place[axis] for axis in _AXES[self.plane])
        column = (x - self.across) / self.pitch + self.columns / 2
        row = (y - self.middle) / self.pitch + self.rows / 2
        return column, row, (z - self.top) / self.spacing


@dataclass(frozen=True)
class Stack:
    """A healthy part of the body: `labels` is slices x rows x columns of numbers of `names`."""

    slices: Slices
    names: Sequence[str]
    labels: np.ndarray
    landmarks: Mapping[str, Place]
    courses: Mapping[str, Sequence[Place]] = field(default_factory=dict)


def cropped(whole: Stack, across: tuple[float, float], deep: tuple[float, float]) -> Stack:
    """The part of a stack between two x and two y, in mm; x = 0 is then the middle of it."""
    slices = whole.slices
    left, right = (int(np.searchsorted(slices.x[0], x)) for x in across)
    top, bottom = (int(np.searchsorted(slices.y[:, 0], y)) for y in deep)
    shift = float(slices.x[0, left:right].mean())
    part = Slices(
        right - left,
        bottom - top,
        slices.count,
        slices.pitch,
        slices.spacing,
        slices.top,
        float(slices.y[top:bottom, 0].mean()),
    )

    def moved(place: Place) -> Place:
        return (place[0] - shift, *place[1:])

    return Stack(
        part,
        whole.names,
        whole.labels[:, top:bottom, left:right],
        {name: moved(place) for name, place in whole.landmarks.items()},
        {name: [moved(place) for place in line] for name, line in whole.courses.items()},
    )
