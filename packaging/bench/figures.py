"""A figure: what was measured, what it was measured against, and what it should be."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity, measured several times."""

    values: tuple[float, ...]

    @classmethod
    def of(cls, values: Iterable[float]) -> Series:
        return cls(tuple(values))

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        """The value that 95 of 100 do not exceed: one that was measured, none between two."""
        return self._below(95)

    @property
    def p99(self) -> float:
        return self._below(99)

    def _below(self, share: int) -> float:
        ordered = sorted(self.values)
        return ordered[-(-len(ordered) * share // 100) - 1]

    @property
    def worst(self) -> float:
        return max(self.values)

    def as_json(self) -> dict[str, Any]:
        return {
            "median": round(self.median, 3),
            "p95": round(self.p95, 3),
            "worst": round(self.worst, 3),
            "values": [round(value, 3) for value in self.values],
        }


@dataclass(frozen=True, slots=True)
class Target:
    """The most that a figure may be: its `ratio` to the reference, or its `median` or `p95`."""

    of: str
    most: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table. Without `ours` nothing could be measured, and `note` says why.

    `failure` says why the benchmark as a whole fails; being slow is none.
    """

    theme: str
    name: str
    unit: str
    ours: Series | None = None
    reference: Series | None = None
    reference_name: str = ""
    target: Target | None = None
    note: str = ""
    failure: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the reference; None where one of the two is missing."""
        if not self.ours or not self.reference or not self.reference.median:
            return None
        return self.ours.median / self.reference.median

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without a target, or without anything to compare."""
        if not self.target or not self.ours:
            return None
        value = self.ratio if self.target.of == "ratio" else getattr(self.ours, self.target.of)
        return None if value is None else value <= self.target.most

    def as_json(self) -> dict[str, Any]:
        return {
            "theme": self.theme,
            "name": self.name,
            "unit": self.unit,
            "ours": self.ours.as_json() if self.ours else None,
            "reference": self.reference.as_json() if self.reference else None,
            "reference_name": self.reference_name,
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "target": {"of": self.target.of, "most": self.target.most} if self.target else None,
            "met": self.met,
            "note": self.note,
            "failure": self.failure,
        }
