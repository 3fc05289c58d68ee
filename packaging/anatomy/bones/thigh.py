"""The right thigh, as the views of it share it."""

from __future__ import annotations

import numpy as np
from anatomy.bones.leg import Mesh, left_leg, mirrored

MIDDLE = np.array([-112.0, 10.0, -205.0])  # of the thigh in the pelvis' coordinates


def right_thigh() -> dict[str, Mesh]:
    """Femur, hip bone and the bones of the knee, the origin in the middle of the thigh."""
    bones, _ = left_leg()
    names = ("femur", "hip", "patella", "tibia")
    found = {name: mirrored(bones[name]) for name in names}
    return {name: (corners - MIDDLE, faces) for name, (corners, faces) in found.items()}
