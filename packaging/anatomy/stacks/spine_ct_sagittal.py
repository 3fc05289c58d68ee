"""The spine of an adult from T4 to L3 in sagittal slices, from the patient's right to the left.

In the slices x is the patient's back, y his feet, z his left.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from anatomy.bones import spine
from anatomy.bones.column_labels import Where, lay_column
from anatomy.bones.vertebra import Place, Vertebra
from anatomy.grown import Paint, warped
from anatomy.stack import Slices, Stack

_SLICES = Slices(columns=384, rows=660, count=25, pitch=0.5, spacing=2.6, top=-31.2, middle=-152)
_SKIN = 24.0  # mm of fat under the skin of the back
_DIAPHRAGM = 78.0  # mm, how high its dome lies
_SEED = 41

Soft = Callable[[list[Vertebra], np.ndarray, np.ndarray, Where], None]


def vertebrae() -> list[Vertebra]:
    levels = [*spine.thoracic_levels()[2:], *spine.lumbar_levels()[:5]]
    return spine.stacked(levels, (6.0, 0.0), 6.0)


def stack() -> Stack:
    return sagittal(vertebrae(), _SLICES, _lay_soft)


def sagittal(column: list[Vertebra], slices: Slices, lay_soft: Soft) -> Stack:
    """Slices through a spine, and through the soft tissue that `lay_soft` lays round it."""
    paint = Paint(slices)
    random = np.random.Generator(np.random.PCG64(_SEED))
    rough = warped(slices, random, 3.0) * 0.22
    slow = warped(slices, random, 26.0)
    x, y = np.broadcast_arrays(slices.x, slices.y)
    for k, z in enumerate(slices.z):
        flat = np.stack([x.ravel(), -y.ravel(), np.full(x.size, z)], 1)
        layer = paint.labels[k].reshape(-1)

        def lay(mask: np.ndarray, name: str, layer: np.ndarray = layer) -> None:
            layer[mask] = paint.number(name)

        lay_soft(column, flat, slow[k].ravel(), lay)
        moved = flat + rough[k].ravel()[:, None] * [1, 1, 0]
        lay_column(column, moved, lay)
    return Stack(slices, paint.names, paint.labels, _landmarks(column), _courses(column))


def _lay_soft(column: list[Vertebra], places: np.ndarray, slow: np.ndarray, lay: Where) -> None:
    """The back, and what lies before the spine in chest and belly."""
    _, up, z = places.T
    behind, before = beside(column, places)
    lay_back(behind, z, slow, lay)
    lay(before > 0, "cavity-fat")
    chest = up > _DIAPHRAGM - 0.0024 * (before + 10) ** 2 + 2 * slow
    _lay_chest(chest, before, up - _DIAPHRAGM + 5 * slow, z, slow, lay)
    below = ~chest & (before > 22 + 3 * slow)
    lay(below & (z < 14), "liver")
    lay(below & (z >= 14), "stomach-content")
    lay(~chest & (np.abs(z) > 12) & (before < 22) & (before > -34) & (behind < 0), "muscle")


def beside(column: list[Vertebra], places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How far places lie behind the back walls of the bodies, and before their front walls, mm."""
    x, up, _ = places.T
    ends = [
        [one.placed((side * one.shape.half[0], 0, 0))[:2] for one in column[::-1]]
        for side in (1, -1)
    ]
    back, front = (np.interp(up, *np.array(line).T[::-1]) for line in ends)
    return x - back, front - x


def lay_back(behind: np.ndarray, z: np.ndarray, slow: np.ndarray, lay: Where) -> None:
    """Skin, fat and muscle behind a spine."""
    surface = 88 + 3 * slow
    lay(behind < surface, "skin")
    lay(behind < surface - 2.2, "fat")
    midline = np.abs(z) < 3.2 + 1.2 * slow
    lay(((behind < surface - _SKIN + 4 * slow) & ~midline) | (behind < 30), "muscle")
    lay((np.abs(slow) < 0.13) & (behind > 44) & (behind < 60), "fat")
    lay(midline & (behind > 26) & (behind < surface - _SKIN), "fibrous")


def _lay_chest(
    chest: np.ndarray, before: np.ndarray, high: np.ndarray, z: np.ndarray, slow: np.ndarray,
    lay: Where,
) -> None:  # fmt: skip
    """Lung beside the bodies and about the mediastinum; heart, aorta, gullet, windpipe, azygos."""
    lay(chest & (np.abs(z) > 17 + 1.5 * slow) & (before > -26), "lung")
    lay(chest & (before > 34 + 5 * slow) & (np.abs(z) > 6), "lung")
    recess = 13 + 30 * np.clip((50 - high) / 40, 0, 1) ** 2
    lay(chest & (before > recess) & (z < -5 + slow), "lung")
    heart = ((before - 66) / 44) ** 2 + ((high - 62) / 58) ** 2 + (z / 52) ** 2
    lay(heart < 1 + 0.06 * slow, "blood")
    left = np.interp(high, (-60, 110), (5, 20))
    aorta = np.hypot(before - 14 - 0.6 * slow, z - left)
    lay(aorta < 12.2, "vessel-wall")
    lay(aorta < 11.4, "blood")
    gullet = np.hypot((before - 19) / 1.2, z + 2 - 0.03 * high)
    lay((gullet < 6 + 0.4 * slow) & (high > 0), "muscle")
    lay(np.hypot(before - 34, z + 1) < np.clip((high - 122) / 2, 0, 9), "airway")
    lay((np.hypot(before - 7, z + 6) < 3.6) & (high > -30), "blood")


def _seen(place: Place) -> Place:
    return place[0], -place[1], place[2]


def _landmarks(column: list[Vertebra]) -> dict[str, Place]:
    return {one.name: _seen((*one.middle, 0.0)) for one in column}


def _courses(column: list[Vertebra]) -> dict[str, list[Place]]:
    plates = spine.plates(column)
    lines = {**spine.discs(plates, column), "anterior-ligament": spine.front_line(column)}
    return {name: [_seen(place) for place in line] for name, line in lines.items()}
