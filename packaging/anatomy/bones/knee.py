"""The right knee, as the views of it share it."""

from __future__ import annotations

import numpy as np
from anatomy.bones.leg import Mesh, left_leg, mirrored, seated


def right_knee(flexed: float = 0.0) -> dict[str, Mesh]:
    """Bones of the right knee, the origin in the joint; the leg `flexed` by degrees.

    Coordinates are the patient's: x to the left (medial), y to the back, z up.
    """
    bones, places = left_leg()
    joint = places["knee"] * [-1, 1, 1]
    found = {}
    for name in ("femur", "tibia", "fibula", "patella"):
        corners, faces = mirrored(bones[name])
        corners = corners - joint
        if name in ("tibia", "fibula"):
            corners = _bent(corners, flexed, np.array([0, 0, 20.0]))
        elif name == "patella":
            away = _bent(corners, flexed * 0.6, np.array([0, 0, 24.0])) - [0, 12, 0]
            corners = seated(away, found["femur"][0])
        found[name] = (corners, faces)
    return found


def _bent(corners: np.ndarray, degrees: float, about: np.ndarray) -> np.ndarray:
    """Turned backwards round the axis of the condyles."""
    angle = np.radians(degrees)
    turn = np.array(
        [[1, 0, 0], [0, np.cos(angle), -np.sin(angle)], [0, np.sin(angle), np.cos(angle)]]
    )
    return (corners - about) @ turn.T + about
