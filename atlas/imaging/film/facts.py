"""What a background says of itself: `<view>.json` beside its two pictures. No numpy here."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from atlas.domain.errors import AtlasError
from atlas.paths import installed

Point = tuple[float, float]
Made = TypeVar("Made")

LARGEST_FILE = 200_000  # bytes; what is longer is cut, and then no JSON any more
_SIDES = (64, 4096)  # pixels
_PITCH = (0.01, 2.0)  # mm
_STEP = (1e-6, 100.0)  # what one grey stands for


@dataclass(frozen=True, slots=True)
class Facts:
    """One background. Places are in its pixels, from its top left corner.

    `greys` is the line integral of one grey, `paths` the mm of one grey of the envelope; `beam`
    is what all attenuation was multiplied by; `window` the densities that become black and white.
    """

    size: Point  # columns, rows
    millimetres: float
    greys: float
    paths: float
    beam: float
    side: str
    marker: Point
    collimated: float
    window: tuple[float, float]
    look: dict[str, float]
    landmarks: dict[str, Point]
    courses: dict[str, tuple[Point, ...]]


def backgrounds() -> Path:
    """The folder of the backgrounds."""
    return installed("resources") / "backgrounds"


def facts_of(view: str) -> Facts:
    """The facts of a view. Raises AtlasError, in words for a reader, if they are not sound."""
    return _read(backgrounds() / f"{view}.json")


@lru_cache(maxsize=64)
def _read(path: Path) -> Facts:
    return read_facts(path, _facts)


def read_facts(path: Path, made: Callable[[dict[str, Any]], Made]) -> Made:
    """What `made` makes of the JSON file of a background.

    Raises AtlasError, in words for a reader, if it is missing or not sound.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE)
    except OSError as error:
        raise AtlasError(
            f"The background {path.stem} is missing from this installation."
        ) from error
    try:
        return made(json.loads(content))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise AtlasError(f"The background {path.stem} is damaged.") from error


def _facts(raw: dict[str, Any]) -> Facts:
    """Every number within its bounds; raises what Python raises when one is not."""
    columns, rows = (number(side, *_SIDES) for side in raw["size"])
    low, high = (number(value, -20, 20) for value in raw["window"])
    if not low < high:
        raise ValueError("a window without width")
    return Facts(
        size=(columns, rows),
        millimetres=number(raw["millimetres"], *_PITCH),
        greys=number(raw["greys"], *_STEP),
        paths=number(raw["paths"], *_STEP),
        beam=number(raw["beam"], 0.05, 5),
        side=str(raw["side"]),
        marker=_point(raw["marker"]),
        collimated=number(raw["collimated"], 0, 400),
        window=(low, high),
        look={str(name): number(value, 0, 1e9) for name, value in raw["look"].items()},
        landmarks={str(name): _point(place) for name, place in raw["landmarks"].items()},
        courses={
            str(name): tuple(_point(place) for place in line)
            for name, line in raw["courses"].items()
        },
    )


def _point(raw: Iterable[object]) -> Point:
    x, y = (number(value, -1e4, 1e4) for value in raw)
    return x, y


def number(raw: object, low: float, high: float) -> float:
    """A number within bounds. Raises TypeError or ValueError when it is none."""
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise TypeError(f"no number: {raw!r}")
    if not math.isfinite(raw) or not low <= raw <= high:
        raise ValueError(f"out of bounds: {raw}")
    return float(raw)
