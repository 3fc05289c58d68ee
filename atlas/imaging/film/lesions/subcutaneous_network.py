"""A net of fine calcium in the subcutis, round the limb and seen best where it is tangential."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.noise import field

_LACE = 0.16  # breadth of a cord in deviations of the noise it follows
_DEEP = 1.7  # mm of dense calcium along the ray, in a cord
_SUBCUTIS = 60.0  # mm of body, under which the ray runs in the subcutis mostly


def cast(bed: Bed, choice: Choice) -> Shadow:
    """Cords that branch and join, in patches; region `network`."""
    random = choice.random(1)
    across, down = choice.value("spread_x") / 2, choice.value("spread_y") / 2
    grid = bed.around(bed.place(choice), across * 1.3, down * 1.3)
    mesh = choice.value("mesh")
    layers = [np.abs(field(grid, random, mesh * share)) for share in (0.62, 0.5, 0.36)]
    cords = [
        ramp(np.float32(_LACE * (1 + n * 0.3)) - layer, 0, 0.14) for n, layer in enumerate(layers)
    ]
    lace = np.maximum(np.maximum(cords[0], cords[1]), np.float32(0.55) * cords[2])
    patches, grain = field(grid, random, mesh * 2.2, 2), field(grid, random, 0.6, 2)
    radius = np.hypot(grid.x / np.float32(across), grid.y / np.float32(down))
    area = np.float32(1) - radius + np.float32(0.16) * field(grid, random, mesh * 1.6, 2)
    here = ramp(area, 0, 0.3) * ramp(patches + np.float32(0.7), -0.4, 0.9)
    thick = grid.of(bed.background.envelope)
    tangential = np.float32(0.5) + np.float32(0.9) * ramp(np.float32(_SUBCUTIS) - thick, 0, 35)
    calcium = (
        lace
        * here
        * tangential
        * ramp(thick, 3, 14)
        * np.maximum(1 + np.float32(0.45) * grain, 0.05)
    )
    calcium *= np.float32(_DEEP * choice.value("density"))
    outside = np.maximum(np.float32(0.12) - area, np.float32(8) - thick)
    return Shadow(grid, calcium, {"network": outside * np.float32(min(across, down))})
