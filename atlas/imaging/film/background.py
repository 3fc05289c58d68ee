"""The stored radiograph of a healthy body, at the size a plate is wanted in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from atlas.domain.errors import AtlasError
from atlas.imaging.film.facts import Facts, Point, backgrounds, facts_of
from atlas.imaging.simulate.grid import Array, Grid

CALCIUM = 0.14  # 1/mm, dense apatite in a beam of hardness 1


@dataclass(frozen=True, eq=False, slots=True)
class Background:
    """`integral` of attenuation and `envelope`, mm of body, on the pixels of `grid`.

    The grid is in mm from the top left corner.
    """

    facts: Facts
    grid: Grid
    integral: Array
    envelope: Array

    @property
    def calcium(self) -> float:
        """Attenuation of dense calcium in this beam, 1/mm."""
        return CALCIUM * self.facts.beam

    def landmark(self, name: str) -> Point:
        """A named point, in mm."""
        return self._placed(self.facts.landmarks[name])

    def course(self, name: str) -> tuple[Point, ...]:
        """A named line, in mm."""
        return tuple(self._placed(point) for point in self.facts.courses[name])

    def _placed(self, point: Point) -> Point:
        return point[0] * self.facts.millimetres, point[1] * self.facts.millimetres


def background(view: str, size: int) -> Background:
    """The background with `size` columns or rows, whichever are more.

    Raises AtlasError, in words for a reader, when a part of it is missing or damaged.
    """
    return _loaded(backgrounds(), view, size)


@lru_cache(maxsize=3)
def _loaded(folder: Path, view: str, size: int) -> Background:
    facts = facts_of(view)
    columns, rows = facts.size
    shrunk = size / max(columns, rows)
    shape = (round(columns * shrunk), round(rows * shrunk))
    integral = _read(folder / f"{view}.png", facts, shape) * np.float32(facts.greys)
    envelope = _read(folder / f"{view}-envelope.png", facts, shape) * np.float32(facts.paths)
    for stored in (integral, envelope):
        stored.setflags(write=False)
    grid = Grid(0, 0, facts.millimetres / shrunk, *shape)
    return Background(facts, grid, integral, envelope)


def _read(path: Path, facts: Facts, shape: tuple[int, int]) -> Array:
    """Greys of a stored picture, as many columns and rows as wanted."""
    from PIL import Image

    from atlas.imaging.pictures import decoded

    try:
        stored = decoded(path)
    except AtlasError as error:
        raise AtlasError(f"The background {path.stem} is missing or damaged. {error}") from error
    if stored.size != facts.size or stored.mode != "I;16":
        raise AtlasError(f"The background {path.stem} is damaged: its size is not its own.")
    grey = Image.fromarray(np.asarray(stored).astype(np.float32))
    smaller = shape[0] < stored.width
    how = Image.Resampling.BOX if smaller else Image.Resampling.BILINEAR
    return np.array(grey.resize(shape, how) if shape != stored.size else grey)
