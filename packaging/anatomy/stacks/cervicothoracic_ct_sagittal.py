"""The spine from C4 to T6 in sagittal slices, from the patient's right to the left."""

from __future__ import annotations

import numpy as np
from anatomy.bones import neck, spine
from anatomy.bones.column_labels import Where
from anatomy.bones.vertebra import Vertebra
from anatomy.stack import Slices, Stack
from anatomy.stacks.spine_ct_sagittal import beside, lay_back, sagittal

_SLICES = Slices(columns=360, rows=440, count=25, pitch=0.45, spacing=2.2, top=-26.4, middle=119)
_APEX = -124.0  # mm up, where the lungs begin


def stack() -> Stack:
    cervical = neck.vertebrae()[1:]
    thoracic = spine.stacked(spine.thoracic_levels()[:6], (0.0, 0.0), 0.0)
    last, first = cervical[-1], thoracic[0]
    # T2 goes under T1, and the rest with it.
    under = last.placed((0, -last.shape.back / 2 - 3.2 - first.shape.back / 2, 0))
    shift = (under[0] - first.middle[0] + 1.0, under[1] - first.middle[1])
    moved = [
        Vertebra(one.name, one.shape, one.arch,
                 (one.middle[0] + shift[0], one.middle[1] + shift[1]), one.tilt)
        for one in thoracic
    ]  # fmt: skip
    return sagittal([*cervical, *moved], _SLICES, _lay_soft)


def _lay_soft(column: list[Vertebra], places: np.ndarray, slow: np.ndarray, lay: Where) -> None:
    """The nape, and before the spine gullet, windpipe, vessels and the apices of the lungs."""
    _, up, z = places.T
    behind, before = beside(column, places)
    lay_back(behind * 1.15, z, slow, lay)
    lay(before > 0, "cavity-fat")
    throat = np.interp(up, (_APEX - 40, _APEX, -60), (34, 22, 17))
    lay((before > 0) & (before < 4.5 + 0.6 * slow), "muscle")
    lay((up > _APEX) & (before > 0) & (np.abs(z) > 15 + slow), "muscle")
    chin = throat + 36 + 0.1 * (up - _APEX) + 2 * slow
    lay((before > throat + 20 + 3 * slow) & (before < chin), "muscle")
    lay(before > chin, "fat")
    chest = up < _APEX + 5 * slow - 0.004 * (before - 15) ** 2
    lay(chest & (np.abs(z) > 15 + 1.5 * slow) & (before > -22), "lung")
    gullet = np.hypot((before - throat + 12) / 1.3, z - 2)
    lay(gullet < 5.4 + 0.4 * slow, "muscle")
    for side in (-1, 1):
        lay(np.hypot(before - throat, (z - side * 17) * 0.9) < 4.4, "blood")
    windpipe = np.hypot((before - throat - 6) / 0.9, z)
    lay(windpipe < 10.6, "muscle")
    lay(windpipe < 8.6, "airway")
