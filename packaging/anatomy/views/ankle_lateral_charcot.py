"""The ankle from the side when the midfoot has collapsed: a neuropathic joint."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from anatomy.bones import foot
from anatomy.shapes import Body
from anatomy.tissue import CORTEX, SPONGIOSA
from anatomy.view import View
from anatomy.views import ankle_lateral

# The head of the talus sinks, the navicular rides up on it, the cuboid is the lowest bone.
_DISPLACED = {
    "talus": (0.0, -2.0, 13.0),
    "calcaneus": (0.0, -1.0, 9.0),
    "navicular": (5.0, 2.0, 24.0),
    "cuboid": (4.0, -14.0, 14.0),
    "medial-cuneiform": (8.0, -10.0, 10.0),
    "intermediate-cuneiform": (8.0, -2.0, 16.0),
    "lateral-cuneiform": (7.0, -12.0, 14.0),
}
_SUNK = (8.0, -5.0)  # of the metatarsal bases, x and y
_FRAGMENTS = (
    ((-62, 73, -8), (4.2, 2.2, 3.5)), ((-70, 70, -14), (2.6, 1.8, 3)), ((-53, 77, -10),
    (3.0, 1.5, 3)),
    ((-50, 36, -6), (4.4, 2.6, 4)), ((-45, 42, -12), (3.2, 2.6, 3)), ((-58, 66, -20),
    (4.6, 2.4, 3)),
    ((-44, 71, -12), (3.4, 1.8, 3)), ((-54, 29, -8), (2.8, 2.0, 3)),
)  # fmt: skip


def view() -> View:
    metatarsals = {
        number: ((base[0] + _SUNK[0], base[1] + _SUNK[1], base[2]), head, size)
        for number, (base, head, size) in foot.METATARSALS.items()
    }
    whole = ankle_lateral.view(_DISPLACED, metatarsals, sole=foot.ROCKER_SOLE)
    return replace(whole, bones=[*whole.bones, *_fragments()])


def _fragments() -> list[Body]:
    """Debris, and sclerosis of the bones that grind on each other."""
    random = np.random.default_rng(3)
    debris = Body(CORTEX, 2.4 * SPONGIOSA, cortex=0.8, noise=0.6, rough=0.7, rough_length=3)
    for middle, halves in _FRAGMENTS:
        turn = np.linalg.qr(random.normal(size=(3, 3)))[0]
        debris.box(middle, halves, edge=1.0, axes=turn, blend=0)
    dense = Body(SPONGIOSA, SPONGIOSA, noise=0.8, cell=0.8, rough=2.0, rough_length=6)
    dense.ellipsoid((-33, 51, -10), (9, 8, 10)).ellipsoid((-63, 38, -20), (8, 10, 9), blend=0)
    return [debris, dense]
