"""The wall of the bladder outlined by eggs of schistosomes, densest at the base."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, chord, ramp
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.noise import field


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A shell as wide as it is deep, flatter than it is wide; region `wall`."""
    random = choice.random(1)
    across, down = choice.value("breadth") / 2, choice.value("height") / 2
    grid = bed.around(bed.place(choice), across * 1.3, down * 1.35)
    below = ramp(grid.y / np.float32(down), -0.3, 0.8)
    flat = np.float32(down) * (1 - np.float32(0.16) * below)
    away = np.hypot(grid.x, grid.y * np.float32(across) / flat)
    away += np.float32(0.03 * across) * field(grid, random, across * 0.45, 2)
    away += np.float32(0.3) * field(grid, random, 3.0, 2)
    thick = np.float32(choice.value("wall")) * np.maximum(
        np.float32(0.8) + np.float32(0.45) * field(grid, random, 6.0, 2) + np.float32(0.5) * below,
        0.1,
    )
    square = away * np.abs(away)
    shell = chord(square, across) - chord(square, np.float32(across) - thick)
    cover = ramp(
        field(grid, random, 8.0, 2) + np.float32(3.4 * choice.value("extent") - 1.2), -0.4, 0.8
    )
    grain = np.maximum(1 + np.float32(0.3) * field(grid, random, 0.8, 2), 0.1)
    calcium = np.maximum(shell, 0) * cover * grain * (np.float32(0.55) + np.float32(0.45) * below)
    wall = np.maximum(away - np.float32(across), np.float32(across) - thick * 2 - away)
    calcium *= np.float32(choice.value("density"))
    return Shadow(grid, calcium.astype(np.float32), {"wall": wall})
