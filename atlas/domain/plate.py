"""A picture of a page as its author describes it: no pixel yet, only how to get one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import NamedTuple, NewType

PlateId = NewType("PlateId", str)
StatementId = NewType("StatementId", str)

NARROWEST, WIDEST = 1.0, 200_000.0
"""The width of a window, in the unit of its picture."""
FARTHEST = 200_000.0
"""How far a level may lie from 0, either way."""
FINEST, COARSEST = 0.001, 100.0
"""Millimetres a pixel of a stored picture may stand for."""


class Modality(Enum):
    """How a picture was made."""

    RADIOGRAPH = "radiograph"
    CT = "ct"
    MR = "mr"
    ULTRASOUND = "ultrasound"
    NUCLEAR = "nuclear"
    ANGIOGRAPHY = "angiography"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return _LABELS.get(self, self.value.capitalize())


_LABELS = {Modality.CT: "CT", Modality.MR: "MR", Modality.NUCLEAR: "Nuclear medicine"}


class Side(Enum):
    """The side of the patient that is shown."""

    RIGHT = "right"
    LEFT = "left"
    BOTH = "both"
    MIDLINE = "midline"


@dataclass(frozen=True, slots=True)
class Window:
    """The band of values spread from black to white: level is its centre."""

    level: float
    width: float

    def __post_init__(self) -> None:
        if not self.width > 0:
            raise ValueError(f"a window is wider than 0, not {self.width}")


class Lesion(NamedTuple):
    """One lesion of a recipe: its family and what the author chose for it."""

    family: str
    parameters: tuple[tuple[str, float | str], ...] = ()


class Simulated(NamedTuple):
    """A picture computed from a recipe; the same recipe and seed give the same picture.

    Lengths in a recipe are millimetres, attenuations Hounsfield units. `slice` is the one of
    a stack, counted from 1; None where the view is a single picture.
    """

    view: str
    lesions: tuple[Lesion, ...] = ()
    seed: int = 0
    slice: int | None = None


class Picture(NamedTuple):
    """A PNG file of the pack, its path already checked to lie inside it."""

    path: Path
    millimetres: float | None = None  # per pixel, where the author knows it


Source = Simulated | Picture


class Region(NamedTuple):
    """An outlined part of a plate: what the simulation calls it, what the reader reads."""

    name: str
    label: str
    sign: StatementId | None = None


class Plate(NamedTuple):
    """One picture of a page; without a source it is not made yet and `shows` what it will be."""

    id: PlateId
    modality: Modality
    projection: str
    body_part: str
    shows: str
    caption: str = ""
    side: Side | None = None
    source: Source | None = None
    window: Window | None = None
    regions: tuple[Region, ...] = ()
    annotations: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Modality and projection, the way a film is called."""
        return f"{self.modality.label} {self.projection}".strip()

    @property
    def signs(self) -> tuple[StatementId, ...]:
        """The signs this plate shows, in the order of their regions, each once."""
        return tuple(dict.fromkeys(r.sign for r in self.regions if r.sign))
