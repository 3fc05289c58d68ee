"""What was chosen for one lesion, whatever it is drawn in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from atlas.imaging.simulate.noise import stream


@dataclass(frozen=True, slots=True)
class Choice:
    """What the author chose for one lesion, with the random numbers that are its own."""

    parameters: Mapping[str, float | str | None]
    seed: int
    number: int  # of the lesion in its recipe

    def value(self, name: str) -> float:
        found = self.parameters[name]
        if not isinstance(found, int | float):
            raise TypeError(f"{name} is no number: {found}")
        return float(found)

    def word(self, name: str) -> str:
        return str(self.parameters[name])

    def random(self, key: int) -> np.random.Generator:
        return stream(self.seed, 300 + self.number, key)
