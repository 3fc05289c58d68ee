"""The skull of an infant from in front: thin vault, open sutures, a small face. Own surfaces.

The origin is the middle of the head; z grows to the back; the patient's right is on the left.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from anatomy.shapes import Body, turned
from anatomy.tissue import AIR, CORTEX, MUSCLE, SPONGIOSA

Place = tuple[float, float, float]

SIDES = (-1, 1)
_BRAIN = MUSCLE + 0.0006
# Vault: wide at the parietal bosses, narrower at the base.
_VAULT = ((0.0, 6.0, 6.0), (62.0, 59.0, 72.0))
_BASE = ((0.0, -18.0, 4.0), (51.0, 36.0, 60.0))


def vault() -> Body:
    """One table of bone without diploe, filled with brain."""
    body = Body(0.9 * CORTEX, _BRAIN, cortex=1.5, noise=0.06, cell=4, rough=0.35, rough_length=9,
                soft=0.4)  # fmt: skip
    body.ellipsoid(*_VAULT, cortex=1.6, core=_BRAIN)
    body.ellipsoid(*_BASE, blend=16, cortex=0.35, core=_BRAIN)
    for side in SIDES:
        body.ellipsoid((side * 29, 16, 22), (34, 38, 44), blend=18, cortex=1.5, core=_BRAIN)
    return body


def on_vault(turn: float, tilt: float) -> Place:
    """A place on the vault: `turn` degrees from the vertex to the left, `tilt` to the back."""
    a, b = np.radians(turn), np.radians(tilt)
    way = np.array([np.sin(a) * np.cos(b), np.cos(a) * np.cos(b), np.sin(b)])
    (x, y, z), radii = _VAULT
    length = 1 / np.linalg.norm(way / radii)
    px, py, pz = (np.array([x, y, z]) + way * (length - 0.8)).tolist()
    return px, py, pz


def sutures() -> list[Body]:
    """Sutures and fontanelles, as what is missing of bone along them."""
    random = np.random.Generator(np.random.PCG64(17))
    sagittal = [on_vault(0, tilt) for tilt in np.linspace(14, 78, 24)]
    metopic = [on_vault(0, tilt) for tilt in np.linspace(-40, -66, 8)]
    found = [_ragged(random, sagittal, 1.3, (1, 0, 0)), _ragged(random, metopic, 0.6, (1, 0, 0))]
    for side in SIDES:
        coronal = [on_vault(side * turn, -24 + 0.06 * turn) for turn in np.linspace(10, 96, 30)]
        lambdoid = [on_vault(side * turn, 76 - 0.42 * turn) for turn in np.linspace(0, 110, 30)]
        found.append(_ragged(random, coronal, 1.1, (0, 0, 1)))
        found.append(_ragged(random, lambdoid, 1.1, (0, 1, 0)))
    gap = _missing(0.8, 7)
    gap.ellipsoid(on_vault(0, -30), (11, 2.4, 13), turned(-30, 0, 0))
    gap.ellipsoid(on_vault(0, 78), (5, 3, 4))
    return [*found, gap]


def _missing(rough: float, length: float) -> Body:
    much = -0.85 * CORTEX
    return Body(much, much, noise=0, rough=rough, rough_length=length)


def _ragged(random: np.random.Generator, line: list[Place], radius: float, across: Place) -> Body:
    """A line with the teeth of a suture."""
    body = _missing(0.5, 3)
    moved = [tuple(np.array(one) + np.array(across) * random.normal(0, 1.0)) for one in line]
    for a, b in pairwise(moved):
        body.cone(a, b, radius, radius, blend=0.4)
    return body


def base() -> list[Body]:
    """Petrous bones with their dense capsules, wings of the sphenoid, roofs of the orbits."""
    petrous = Body(0.8 * CORTEX, 0.9 * SPONGIOSA, cortex=1.0, noise=0.7, cell=0.8, rough=0.6,
                   rough_length=4)  # fmt: skip
    wings = Body(0.9 * CORTEX, 0.0, cortex=0.9, noise=0, rough=0.5, rough_length=5)
    for side in SIDES:
        petrous.strand(
            [(side * 9, -37, 6), (side * 24, -32, 16), (side * 38, -30, 26)], [4.5, 6.5, 8.5],
            blend=4, cortex=1.1, core=0.9 * SPONGIOSA,
        )  # fmt: skip
        petrous.ellipsoid((side * 25, -31, 17), (5, 4, 5), blend=2, cortex=2.5, core=0.02)
        wings.strand(
            [(side * 41, -8, -38), (side * 36, -20, -34), (side * 30, -32, -30),
             (side * 25, -42, -28)],
            [0.9, 1.3, 1.4, 1.0], flat=5, cortex=0.9,
        )  # fmt: skip
        wings.strand(
            [(side * 8, -24, -44), (side * 20, -19, -48), (side * 34, -15, -44)], [1.0, 1.3, 1.0],
            flat=5, cortex=0.9,
        )  # fmt: skip
    wings.strand([(-9, -30, -40), (0, -31, -42), (9, -30, -40)], [0.9, 1.2, 0.9], flat=5)
    return [petrous, wings]


def face() -> list[Body]:
    """Rims of the orbits, cheek bones and nose; the jaws lie below the frame."""
    rims = Body(0.9 * CORTEX, 0.5 * SPONGIOSA, cortex=0.8, noise=0.4, rough=0.4, rough_length=4)
    for side in SIDES:
        turns = np.radians(np.linspace(0, 360, 19))
        ring = [
            (side * (24 + 15.5 * np.cos(t) - 1.5 * np.sin(t)), -34 + 13.5 * np.sin(t),
             -64 + 5 * np.cos(t))
            for t in turns
        ]  # fmt: skip
        for number in range(18):
            thick = 1.5 if np.sin(turns[number]) > -0.2 else 2.1
            rims.cone(ring[number], ring[number + 1], thick, thick, flat=1.8, blend=1)
        rims.strand(
            [(side * 38, -40, -58), (side * 44, -46, -44), (side * 47, -44, -24)], [3.2, 2.6, 2.0],
            flat=1.5, flat_along=(0, 1, 0), blend=3,
        )  # fmt: skip
    return [rims, _nose()]


def _nose() -> Body:
    """Air of the nose to both sides of its septum, and of the first ethmoid cells."""
    body = Body(0.7 * AIR, 0.7 * AIR, noise=0, rough=0.5, rough_length=4)
    for side in SIDES:
        line = [(side * 3.6, -38, -50), (side * 5, -48, -56), (side * 5.2, -55, -58)]
        body.strand(line, [1.8, 2.8, 3.2], flat=4, blend=2)
        body.ellipsoid((side * 7, -36, -40), (2.8, 3.6, 9), blend=1)
    return body
