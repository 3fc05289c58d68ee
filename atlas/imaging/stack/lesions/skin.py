"""Skin and fat of a leg with venous disease: thick skin, strands of fluid under it."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array
from atlas.imaging.stack.bed import Bed, soft, solid_noise

_STRANDS = 110
_SPREAD = 5.0  # mm, of the blur a depth is read from


def thicken_skin(bed: Bed, choice: Choice, thick: float) -> Array:
    """Lay skin of so many mm, a lattice of fluid in the fat; answers the field of the skin."""
    whole = bed.canvas.grid
    air = wide_blur(bed.share("air"), _SPREAD / whole.pitch, 2)
    depth = (np.float32(0.5) - air) * np.float32(_SPREAD / 0.36)
    spot = bed.spot(choice)
    seen = whole.seen_from(spot.x, spot.y)
    wide = max(whole.columns, whole.rows) * whole.pitch
    noise = solid_noise(seen, choice.random(_STRANDS), 3.4, spot.below, wide)
    fat = bed.share("fat")
    net = soft(np.abs(noise), 0.2, 0.05) * fat
    bed.canvas.paint(whole, net * np.float32(0.55), tissue.OEDEMA)
    field: Array = np.maximum(-depth, depth - np.float32(thick) * (1 + 0.1 * noise.clip(-2, 2)))
    bed.canvas.paint(whole, soft(field, 0.4, -0.4), tissue.SKIN, noise)
    return field
