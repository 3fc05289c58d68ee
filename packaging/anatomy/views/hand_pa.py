"""Right hand, PA: thumb on the left of the picture."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from anatomy.bones import hand
from anatomy.flesh import muscle
from anatomy.shapes import Body, turned
from anatomy.tissue import FAT, MUSCLE
from anatomy.view import Frame, View

_PALM = [
    (-29, -64), (-30, -30), (-27.5, -8), (-29, 4), (-36, 17), (-46, 36), (-55, 55), (-61, 68),
    (-51, 80), (-44, 74), (-37.5, 76), (-36, 92), (-36.5, 112), (-20, 117), (-12, 112), (0, 118),
    (11, 111), (22, 108), (33, 99), (44, 97), (46, 84), (40, 60), (35, 36), (32, 14), (29, -2),
    (29.5, -30), (30.5, -64),
]  # fmt: skip
_FINGER = {1: 11.5, 2: 9.9, 3: 10.1, 4: 9.4, 5: 8.4}  # half of its breadth at the base


def view(shortened: Mapping[int, float] = MappingProxyType({}), thumb_tip: float = 1.0) -> View:
    """The healthy hand, or one whose metacarpals and thumb are short; see `hand.rays`."""
    rays, places, chains = hand.rays(shortened, thumb_tip)
    return View(
        projection="PA",
        side="right",
        frame=Frame(-94, 72, -50, 204, 0.248),
        skin=_skin(chains),
        bones=[*rays, *hand.carpals(), hand.radius(), hand.ulna(), hand.sesamoids()],
        flesh=[_muscles()],
        landmarks={
            **places,
            **hand.carpal_places(),
            "radial-styloid": (-20, 12, 0),
            "ulnar-styloid": (24, 4, 0),
            "distal-radius": (-7, -8, 0),
            "triangular-fibrocartilage": (15, 4, 0),
        },
        courses={
            "radial-artery": [(-19, -50, 8), (-20, -20, 9), (-24, 2, 6), (-28, 18, 0)],
            "ulnar-artery": [(21, -50, 8), (22, -20, 9), (22, 8, 14), (17, 34, 12), (12, 48, 10)],
            **hand.courses(chains),
            "triangular-fibrocartilage": [(7, 2.4, 0), (13, 3.6, 0), (20, 4.6, 0)],
        },
        marker=(-76, 150),
        beam=1.25,
        look={"scatter": 0.05, "equal": 0.36, "reach": 12, "quanta": 20000, "light": 99.8},
        collimated=3,
    )


def _skin(chains: dict[int, list[np.ndarray]]) -> Body:
    body = Body(MUSCLE + FAT, MUSCLE + FAT, noise=0, rough=0.35, rough_length=9, cortex=1.6)
    body.outline(_PALM, 15.5, edge=13, middle=(0, 0, 3), blend=4)
    for number, chain in chains.items():
        breadth = _FINGER[number]
        middles = [(a + b) / 2 for a, b in pairwise(chain[1:])]
        last = chain[-1] - chain[-2]
        tip = chain[-1] + last / np.linalg.norm(last) * 3.2
        end = tip - (tip - chain[-2]) * 0.22
        points = np.array([chain[1], *middles[:-1], end]) + [0, 0, 2.0]
        radii = np.linspace(breadth, breadth * 0.8, len(points))
        body.strand(points.tolist(), radii.tolist(), blend=5)
    return body


def _muscles() -> Body:
    body = muscle(0)
    body.ellipsoid((-38, 44, 16), (14, 25, 10), turned(0, 0, 33))
    body.ellipsoid((30, 55, 14), (7, 25, 8), turned(0, 0, -17), blend=4)
    body.ellipsoid((-31, 66, 5), (6.5, 17, 6), turned(0, 0, 20), blend=3)
    for one in (2, 3, 4):
        (base, head), (next_base, next_head) = hand.METACARPALS[one], hand.METACARPALS[one + 1]
        start = (np.array(base) + next_base) / 2
        middle = (np.array(head) + next_head) / 2
        body.cone(start, start * 0.2 + middle * 0.8, 4.8, 5.4, flat=1.4)
    return body
