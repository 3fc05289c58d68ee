"""Skull of an infant with a swelling over the right parietal bone, AP: the right on the left."""

from __future__ import annotations

import numpy as np
from anatomy.bones import infant_skull
from anatomy.flesh import limb
from anatomy.shapes import Body
from anatomy.tissue import FAT
from anatomy.view import Frame, View

Place = tuple[float, float, float]


def view() -> View:
    surface = _parietal()
    return View(
        projection="AP",
        side="both",
        frame=Frame(-84, 84, -57, 82, 0.19),
        skin=_skin(),
        bones=[infant_skull.vault(), *infant_skull.sutures(), *infant_skull.base(),
               *infant_skull.face()],
        flesh=[_within()],
        landmarks={
            "vertex": infant_skull.on_vault(0, 0),
            "right-parietal-boss": surface[len(surface) // 2],
            "right-orbit": (-24, -34, -60), "left-orbit": (24, -34, -60), "nose": (0, -48, -56),
            "anterior-fontanelle": infant_skull.on_vault(0, -30), "right-petrous": (-25, -31, 17),
            "left-petrous": (25, -31, 17),
        },
        courses={"right-parietal-surface": surface},
        marker=(-74, 70),
        beam=0.85,
        look={"scatter": 0.12, "quanta": 20000, "equal": 0.4, "reach": 18, "dark": 2.0},
        collimated=3,
    )  # fmt: skip


def _parietal() -> list[Place]:
    """The outline of the right parietal bone, from near the sagittal suture down to the temple."""
    found = []
    for turn in np.linspace(9, 70, 12):
        x, y, z = infant_skull.on_vault(-turn, 8.0)
        bulge = 1 + 0.058 * np.clip((turn - 22) / 34, 0, 1)  # of the boss beyond the vault
        found.append((float(x * bulge), float(6 + (y - 6) * bulge), z))
    return found


def _skin() -> Body:
    """Scalp, face and neck; the scalp is lifted where the swelling is."""
    body = Body(FAT, FAT, noise=0, rough=0.5, rough_length=12)
    body.ellipsoid((0, 6, 6), (67, 64, 77))
    body.ellipsoid((0, -18, 4), (57, 42, 66), blend=18)
    for side in (-1, 1):
        body.ellipsoid((side * 29, 16, 22), (40, 44, 50), blend=18)
        body.ellipsoid((side * 32, -60, -34), (27, 26, 32), blend=14)  # cheeks
        body.ellipsoid((side * 66, -30, 14), (5, 14, 9), blend=5)  # ears
    body.ellipsoid((0, -74, -40), (34, 28, 36), blend=14)
    body.ellipsoid((-44, 37, 12), (32, 31, 36), blend=14)
    return body.cone((0, -60, 6), (0, -140, 10), 38, 40, blend=14)


def _within() -> Body:
    """Muscle and gland of face, temple and neck."""
    return limb(
        [(-30, 0, -10, 44, 44), (-60, 0, -14, 46, 46), (-90, 0, -6, 40, 44), (-130, 0, 6, 36, 34)],
        4,
    )
