"""What lies round the lumbar spine: the mean pelvis under it, and the last two pairs of ribs.

Coordinates are those of the side, as of `spine.py`.
"""

from __future__ import annotations

import numpy as np
from anatomy.bones import spine
from anatomy.bones.leg import left_leg, mirrored
from anatomy.bones.mean import bone as mean_bone
from anatomy.bones.mean import from_side
from anatomy.bones.vertebra import Make, Seen, Vertebra, as_seen, bone
from anatomy.shapes import Body
from anatomy.tissue import CORTEX, SPONGIOSA

BASE, SLOPE = (8.0, 107.0), 40.0  # of the upper plate of the sacrum
_FAINT = 0.62  # of the cortex of the mean bones, which is thinner here than at the hips
_TURN = -6.0  # degrees the mean pelvis is turned backwards round that plate
_RIBS = (
    [(0, 0, 16), (10, -4, 40), (12, -16, 78), (-4, -38, 112), (-34, -62, 128), (-70, -82, 126)],
    [(0, 0, 17), (9, -6, 40), (10, -20, 70), (-2, -42, 96)],
)

_RADII = (2.2, 2.6, 2.8, 2.7, 2.5, 2.2)


def pelvis(seen: Seen = as_seen) -> list[Body]:
    """Sacrum with bodies of its own, and both hip bones."""
    meshes, _ = left_leg()

    def placed(corners: np.ndarray) -> np.ndarray:
        return seen(_turned(corners))

    hips = (meshes["hip"], mirrored(meshes["hip"]))
    found = [mean_bone("sacrum", meshes["sacrum"], placed, 1.0)]
    found += [mean_bone("hip", one, placed, 1.0) for one in hips]
    for body in found:
        body.shell *= _FAINT
    bodies = spine.sacral_bodies(BASE, SLOPE)
    return found + [bone(one, seen, make=Make(dense=0.5, shell=0.3)) for one in bodies]


def low_ribs(column: list[Vertebra], seen: Seen = as_seen) -> list[Body]:
    """Two pairs, of the first two vertebrae of the column."""
    ribs = []
    up = tuple(seen(np.array([[0.0, 1.0, 0.0]]))[0].tolist())
    for one, ways in zip(column[:2], _RIBS, strict=True):
        for side in (-1, 1):
            body = Body(0.8 * CORTEX, 0.3 * SPONGIOSA, noise=0.7, rough=0.4, rough_length=5)
            start = one.placed((one.shape.half[0] + 2, 5, 0))
            points = [
                (start[0] + x * (1 + 0.04 * side), start[1] + y - 2 * side, side * z)
                for x, y, z in ways
            ]
            body.strand(
                seen(np.array(points)).tolist(), _RADII[: len(points)], flat=1.7, flat_along=up,
                cortex=0.8, core=0.2 * SPONGIOSA,
            )  # fmt: skip
            ribs.append(body)
    return ribs


def _turned(corners: np.ndarray) -> np.ndarray:
    turn = np.radians(_TURN)
    seen = from_side(corners)
    x, y = seen[:, 0] - BASE[0], seen[:, 1] - BASE[1]
    seen[:, 0] = BASE[0] + x * np.cos(turn) - y * np.sin(turn)
    seen[:, 1] = BASE[1] + x * np.sin(turn) + y * np.cos(turn)
    return seen
