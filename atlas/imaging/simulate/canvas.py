"""Painting tissue over tissue, the way the slice is composed before it is scanned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.tissue import MINERAL, Tissue

# Value and grain of a tissue in each channel.
Ink = Callable[[Tissue], tuple[tuple[float, float], ...]]
# Mineral of this attenuation leaves a third of the MR signal (1/e).
_SILENCING_HU = 220.0


@dataclass(frozen=True, eq=False, slots=True)
class Canvas:
    """Ideal values, before any blur or noise: HU, or the signals of water and of fat."""

    grid: Grid
    channels: tuple[Array, ...]
    ink: Ink
    is_ct: bool

    @classmethod
    def filled(cls, grid: Grid, tissue: Tissue, ink: Ink, *, is_ct: bool) -> Canvas:
        channels = tuple(np.full(grid.shape, value, np.float32) for value, _ in ink(tissue))
        return cls(grid, channels, ink, is_ct)

    def paint(
        self, grid: Grid, covered: Array, tissue: Tissue, texture: Array | None = None
    ) -> None:
        """Lay a tissue over the part `grid`, as opaque as `covered` (0 to 1) says."""
        for channel, (value, grain) in zip(self.channels, self.ink(tissue), strict=True):
            part = grid.of(channel)
            if texture is None or not grain:
                change = np.float32(value) - part
            else:
                change = texture * np.float32(grain)
                change += np.float32(value)
                change -= part
            change *= covered
            part += change

    def mineralise(self, grid: Grid, hu: Array) -> None:
        """Add mineral: to the attenuation in CT, against the signal in MR."""
        if self.is_ct:
            part = grid.of(self.channels[0])
            part += np.minimum(hu, np.maximum(1550 - part, 0))
        else:
            self.paint(grid, 1 - np.exp(hu * np.float32(-1 / _SILENCING_HU)), MINERAL)
