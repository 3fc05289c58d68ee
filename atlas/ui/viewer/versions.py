"""The plate as it is looked at: which variant of it, and at which time of its course."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from atlas.domain.page import PageId
from atlas.domain.plate import Plate, PlateId, Simulated, TimeCourse

Key = tuple[PageId, PlateId]


class Versions(QObject):
    """Every plate is found again as it was left."""

    changed = Signal()
    """Another variant is looked at."""
    moved = Signal()
    """Another time is looked at, and perhaps the next one at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._key: Key | None = None
        self._written: Plate | None = None
        self._seeds: dict[Key, int] = {}
        self._times: dict[Key, float] = {}

    def open(self, key: Key | None, plate: Plate | None) -> None:
        """Look at another plate."""
        self._key, self._written = key, plate

    @property
    def plate(self) -> Plate | None:
        """The plate as it is looked at."""
        plate = self._written
        if plate is None or self._key is None:
            return None
        plate = plate if self.time is None else plate.at(self.time)
        seed = self._seeds.get(self._key)
        return plate if seed is None else plate.variant(seed)

    @property
    def can(self) -> tuple[bool, ...]:
        """What the commands may do: back to the first variant, earlier, later."""
        return self.is_other, self.can_step(-1), self.can_step(1)

    # Variants

    @property
    def first_seed(self) -> int | None:
        """The variant that is written; None where there are none, as of a stored picture."""
        source = self._written.source if self._written else None
        return source.seed if isinstance(source, Simulated) else None

    @property
    def is_other(self) -> bool:
        """Whether another variant than the first is looked at."""
        return self._key in self._seeds

    def another(self) -> None:
        """The variant after this one: the same view and lesion, other chances."""
        if self._key and self.first_seed is not None:
            self._seeds[self._key] = self._seeds.get(self._key, self.first_seed) + 1
            self.changed.emit()

    def back_to_first(self) -> None:
        if self._key and self._seeds.pop(self._key, None) is not None:
            self.changed.emit()

    # Time

    @property
    def course(self) -> TimeCourse | None:
        return self._written.time if self._written else None

    @property
    def time(self) -> float | None:
        """Where in its course the plate is looked at; None without a course."""
        if self._key is None or self.course is None:
            return None
        return self._times.get(self._key, self.course.shown)

    @property
    def time_in_words(self) -> str:
        course, time = self.course, self.time
        return course.words(time) if course and time is not None else ""

    def can_step(self, by: int) -> bool:
        course, time = self.course, self.time
        if course is None or time is None:
            return False
        return 0 <= course.step_of(time) + by <= course.steps

    def step(self, by: int) -> None:
        """So many steps later, or earlier."""
        if self.course and self.time is not None:
            self.go_to_step(self.course.step_of(self.time) + by)

    def go_to_step(self, number: int) -> None:
        """The time so many steps after the first."""
        course = self.course
        if course is None or self._key is None:
            return
        time = course.at_step(min(max(number, 0), course.steps))
        if time != self.time:
            self._times[self._key] = time
            self.moved.emit()
