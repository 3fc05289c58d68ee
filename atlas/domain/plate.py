"""A picture of a page as its author describes it: no pixel yet, only how to get one."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import NamedTuple, NewType, Self

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


Values = tuple[tuple[str, float], ...]
"""Numbers of lesions: `maturity` of each that gives it, `zonal.maturity` of one family alone."""


class Lesion(NamedTuple):
    """One lesion of a recipe: its family and what the author chose for it."""

    family: str
    parameters: tuple[tuple[str, float | str], ...] = ()

    def driven(self, name: str) -> str | None:
        """The parameter that a name of `Values` stands for, if this lesion gives it."""
        family, _, parameter = name.rpartition(".")
        given = any(parameter == known for known, _ in self.parameters)
        return parameter if given and family in ("", self.family) else None

    def changed(self, values: Values) -> Self:
        """The same lesion with other numbers."""
        other = {own: value for name, value in values if (own := self.driven(name))}
        return self._replace(parameters=tuple((k, other.get(k, v)) for k, v in self.parameters))


class Simulated(NamedTuple):
    """A picture computed from a recipe; the same recipe and seed give the same picture.

    Lengths in a recipe are millimetres, attenuations Hounsfield units. `slice` is the one of
    a stack, counted from 1; None where the view is a single picture.
    """

    view: str
    lesions: tuple[Lesion, ...] = ()
    seed: int = 0
    slice: int | None = None

    def changed(self, values: Values) -> Self:
        """The same recipe with other numbers of its lesions."""
        return self._replace(lesions=tuple(lesion.changed(values) for lesion in self.lesions))


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


class Stage(NamedTuple):
    """From this time on the picture is described so; where nothing is said, as the plate is."""

    begins: float
    values: Values
    name: str = ""
    caption: str = ""
    regions: tuple[Region, ...] = ()


class TimeCourse(NamedTuple):
    """Two stages or more in the order of time. Between two of them the lesions change evenly.

    `said` is a time in words, `week {}`; empty where the name of the stage says it. The plate as
    it is written stands at `shown`, and `step` is how finely time can be chosen.
    """

    label: str
    said: str
    step: float
    shown: float
    stages: tuple[Stage, ...]

    @property
    def first(self) -> float:
        return self.stages[0].begins

    @property
    def last(self) -> float:
        return self.stages[-1].begins

    @property
    def steps(self) -> int:
        """How many steps there are from first to last."""
        return round((self.last - self.first) / self.step)

    def at_step(self, number: int) -> float:
        """The time after so many steps."""
        return min(round(self.first + number * self.step, 6), self.last)

    def step_of(self, time: float) -> int:
        """The step nearest to a time."""
        return round((min(max(time, self.first), self.last) - self.first) / self.step)

    def stage(self, time: float) -> Stage:
        """The last stage that has begun."""
        begun = [stage for stage in self.stages if stage.begins <= time]
        return begun[-1] if begun else self.stages[0]

    def values(self, time: float) -> Values:
        """What the lesions are at a time: every parameter of the stages, evenly between them."""
        before = self.stage(time)
        after = next((stage for stage in self.stages if stage.begins > time), before)
        length = after.begins - before.begins
        share = (time - before.begins) / length if length else 0.0
        return tuple(
            (name, round(low + (high - low) * share, 6))
            for (name, low), (_, high) in zip(before.values, after.values, strict=True)
        )

    def clock(self, time: float) -> str:
        """The time alone, in words."""
        return self.said.replace("{}", f"{time:g}") or self.stage(time).name

    def words(self, time: float) -> str:
        """The time as it is read: what the clock says, and the name of the stage."""
        named = self.stage(time).name if self.said else ""
        return " · ".join(filter(None, (self.clock(time), named)))


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
    time: TimeCourse | None = None

    def at(self, time: float) -> Self:
        """A plate with a time course as it is at a time: its picture, its regions, its words."""
        course = self.time
        if course is None or time == course.shown or not isinstance(self.source, Simulated):
            return self
        stage = course.stage(time)
        return self._replace(
            source=self.source.changed(course.values(time)),
            shows=stage.caption or self.shows,
            caption=stage.caption or self.caption,
            regions=stage.regions or self.regions,
        )

    def variant(self, seed: int) -> Self:
        """The same plate with other chances."""
        if not isinstance(self.source, Simulated):
            return self
        return self._replace(source=self.source._replace(seed=seed))

    @property
    def name(self) -> str:
        """Modality and projection, the way a film is called."""
        return f"{self.modality.label} {self.projection}".strip()

    @property
    def signs(self) -> tuple[StatementId, ...]:
        """The signs this plate shows, in the order of their regions, each once."""
        return tuple(dict.fromkeys(r.sign for r in self.regions if r.sign))
