"""What a stack of slices says of itself: `<view>.json` beside a folder of slices. No numpy here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from atlas.imaging.film.facts import backgrounds, number, read_facts
from atlas.imaging.recipes.views import background_of

Place = tuple[float, float, float]

_SIDES = (64, 2048)  # pixels
_PITCH = (0.1, 2.0)  # mm
_SPACING = (0.5, 20.0)  # mm
_MOST_SLICES = 200
_MOST_LABELS = 255


@dataclass(frozen=True, slots=True)
class StackFacts:
    """One stack. Places are column and row, from the top left corner, and slice, from the first 0.

    `labels` are the names of the tissues by the number that stands for them in the slices.
    """

    size: tuple[int, int]  # columns, rows
    slices: int
    millimetres: float
    spacing: float
    labels: tuple[str, ...]
    landmarks: dict[str, Place]
    courses: dict[str, tuple[Place, ...]]

    def path(self, view: str, number_: int) -> Path:
        """Where the labels of a slice lie, counted from 1."""
        return backgrounds() / background_of(view) / f"{number_:02}.png"


def stack_facts_of(view: str) -> StackFacts:
    """The facts of a stack. Raises AtlasError, in words for a reader, if they are not sound."""
    return _read(backgrounds() / f"{background_of(view)}.json")


@lru_cache(maxsize=64)
def _read(path: Path) -> StackFacts:
    return read_facts(path, _facts)


def _facts(raw: dict[str, Any]) -> StackFacts:
    """Every number within its bounds; raises what Python raises when one is not."""
    columns, rows = (int(number(side, *_SIDES)) for side in raw["size"])
    labels = tuple(str(name) for name in raw["labels"])
    if not 0 < len(labels) <= _MOST_LABELS:
        raise ValueError("too many labels")
    return StackFacts(
        size=(columns, rows),
        slices=int(number(raw["slices"], 1, _MOST_SLICES)),
        millimetres=number(raw["millimetres"], *_PITCH),
        spacing=number(raw["spacing"], *_SPACING),
        labels=labels,
        landmarks={str(name): _place(place) for name, place in raw["landmarks"].items()},
        courses={
            str(name): tuple(_place(place) for place in line)
            for name, line in raw["courses"].items()
        },
    )


def _place(raw: list[object]) -> Place:
    x, y, z = (number(value, -1e4, 1e4) for value in raw)
    return x, y, z
