"""What an author may choose: numbers, words, and places named in the view."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import ClassVar

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Modality
from atlas.imaging.film.facts import Facts, facts_of
from atlas.imaging.recipes.views import VIEWS
from atlas.imaging.scintigraphy.facts import ScanFacts, scan_facts_of
from atlas.imaging.stack.facts import StackFacts, stack_facts_of

Value = float | str | None


@dataclass(frozen=True, slots=True)
class Number:
    """A parameter that is a number. Without a default the site decides."""

    low: float
    high: float
    default: float | None
    unit: str
    meaning: str

    @property
    def allowed(self) -> str:
        """What it may be, with the unit."""
        return f"{self.low:g} to {self.high:g}{' ' + self.unit if self.unit else ''}"

    def objection(self, name: str, value: Value, view: str) -> str | None:
        """What is wrong with `value`, or None."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return f"`{name}` is `{value}`; it is a number from {self.allowed}."
        if not math.isfinite(value) or not self.low <= value <= self.high:
            return f"`{name}` is {value:g}; it may be {self.allowed}."
        return None


@dataclass(frozen=True, slots=True)
class Choice:
    """A parameter that is one of a few words."""

    choices: tuple[str, ...]
    default: str
    meaning: str

    @property
    def allowed(self) -> str:
        """What it may be."""
        return listed(self.choices)

    def objection(self, name: str, value: Value, view: str) -> str | None:
        """What is wrong with `value`, or None."""
        if value in self.choices:
            return None
        return f"`{name}` is `{value}`; it may be {self.allowed}."


@dataclass(frozen=True, slots=True)
class Landmark:
    """A parameter that names a point of the view. It has no default: the author must say it."""

    meaning: str
    default: None = None
    allowed: ClassVar[str] = "a landmark of the view"

    def objection(self, name: str, value: Value, view: str) -> str | None:
        """What is wrong with `value`, or None; nothing where the view has no sound background."""
        facts = _facts(view)
        return _unnamed(name, value, f"landmark of `{view}`", facts.landmarks) if facts else None


@dataclass(frozen=True, slots=True)
class Course:
    """A parameter that names a line of the view: a vessel, a tendon, the edge of a cartilage."""

    meaning: str
    default: None = None
    allowed: ClassVar[str] = "a course of the view"

    def objection(self, name: str, value: Value, view: str) -> str | None:
        """What is wrong with `value`, or None; nothing where the view has no sound background."""
        facts = _facts(view)
        return _unnamed(name, value, f"course of `{view}`", facts.courses) if facts else None


Parameter = Number | Choice | Landmark | Course


def listed(names: Iterable[str]) -> str:
    """Names as an author reads them in a message."""
    return ", ".join(f"`{name}`" for name in names)


def places_of(view: str) -> Facts | StackFacts | ScanFacts:
    """What has a name in a view. Raises AtlasError when its background is missing or damaged."""
    if VIEWS[view].is_stack:
        return stack_facts_of(view)
    return scan_facts_of(view) if VIEWS[view].modality is Modality.NUCLEAR else facts_of(view)


def _facts(view: str) -> Facts | StackFacts | ScanFacts | None:
    """The places of a view; a damaged background is told by its plate, not by its recipe."""
    try:
        return places_of(view)
    except AtlasError:
        return None


def _unnamed(name: str, value: Value, what: str, known: Collection[str]) -> str | None:
    if value in known:
        return None
    there = f"known are {listed(known)}" if known else "there is none"
    return f"`{name}` is `{value}`, which is no {what}; {there}."
