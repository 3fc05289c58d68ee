"""The upper neck of an adult from the atlas to C5, a field that leaves out the face.

The spine is that of the film of the neck; the rest is drawn as contours.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from anatomy.bones import neck
from anatomy.bones.column_labels import lay_column
from anatomy.bones.vertebra import distances
from anatomy.organs import Anatomy, Levels, Point, mirrored
from anatomy.shapes import Body
from anatomy.stack import Place, Slices, Stack

_SLICES = Slices(columns=420, rows=420, count=27, pitch=0.4, spacing=3.0, top=-28, middle=16)
_SKIN: Levels = {
    -40: mirrored([(0, -108), (24, -104), (48, -86), (64, -52), (73, -12), (76, 22), (68, 62),
                   (40, 90), (0, 94)]),
    -26: mirrored([(0, -108), (22, -104), (45, -88), (61, -52), (70, -14), (73, 20), (65, 58),
                   (39, 85), (0, 88)]),
    0: mirrored([(0, -110), (24, -104), (46, -82), (60, -48), (66, -10), (66, 25), (58, 54),
                 (34, 76), (0, 78)]),
    30: mirrored([(0, -104), (26, -98), (50, -70), (60, -38), (64, -5), (63, 25), (54, 52),
                  (30, 70), (0, 71)]),
    54: mirrored([(0, -62), (22, -58), (44, -40), (57, -16), (61, 10), (60, 32), (50, 55),
                  (29, 70), (0, 71)]),
}  # fmt: skip
# Muscles and glands of the left side: by level, middle across and back, half breadth and depth,
# and the turn in degrees.
Oval = tuple[float, float, float, float, float]
_OVALS: Sequence[tuple[str, dict[float, Oval]]] = (
    ("muscle", {-34: (10, -12, 8, 5, 20), 0: (8, -5.5, 7, 4, 20), 30: (9, -9, 8, 4.5, 15),
                54: (10, -8, 9, 5, 15)}),  # longus capitis and colli
    ("muscle", {-34: (62, 22, 8, 17, 10), 0: (55, 12, 7, 18, 25), 30: (49, 0, 7, 18, 38),
                54: (44, -10, 7, 17, 45)}),  # sternocleidomastoid
    ("muscle", {-34: (15, 56, 12, 12, 0), 0: (14, 45, 11, 12, 0), 54: (13, 44, 10, 11, 0)}),
    ("muscle", {-34: (38, 52, 17, 8, -30), 0: (32, 46, 16, 8, -36), 54: (30, 42, 16, 9, -34)}),
    ("muscle", {-34: (18, 72, 14, 3.5, -14), 0: (17, 62, 15, 3.6, -18), 54: (19, 57, 18, 4, -24)}),
    ("muscle", {-34: (34, 32, 12, 8, -20), 0: (28, 28, 11, 8, -30), 54: (25, 30, 8, 7, -30)}),
    ("muscle", {-34: (47, 26, 6, 9, 20), 0: (41, 22, 7, 11, 15), 54: (38, 20, 8, 12, 20)}),
    ("muscle", {-34: (34, 8, 5, 6, 0), 0: (30, 10, 5, 6, 0), 54: (27, 4, 8, 8, 20)}),
    ("gland", {-34: (61, -6, 8, 15, 20), 0: (57, -12, 8, 14, 28), 18: (54, -18, 5, 8, 30)}),
    ("muscle", {-34: (57, -42, 7, 22, 8), 0: (55, -46, 6.5, 20, 12), 12: (54, -46, 5, 14, 12)}),
    ("muscle", {-34: (36, -40, 7, 20, -12), 0: (38, -42, 6.5, 18, -8), 14: (40, -42, 5, 12, -8)}),
    ("gland", {14: (42, -40, 5, 9, 10), 30: (42, -40, 9, 15, 16), 50: (36, -34, 8, 10, 10)}),
)  # fmt: skip
_GULLET: Levels = {  # mucosa and muscle round the airway, with the tongue before it
    -40: mirrored([(0, -44), (13, -42), (17, -32), (20, -22), (17, -14), (0, -13)]),
    -12: mirrored([(0, -80), (24, -76), (27, -50), (23, -26), (18, -12), (0, -9.5)]),
    30: mirrored([(0, -80), (26, -74), (27, -48), (22, -28), (18, -14), (0, -12.5)]),
    54: mirrored([(0, -46), (16, -42), (21, -34), (21, -26), (17, -16), (0, -13)]),
}
_AIR: Levels = {
    -40: mirrored([(0, -34), (8, -34), (12, -26), (13, -19), (9, -17), (0, -18)]),
    -20: mirrored([(0, -26), (7, -26), (11, -21), (12, -16.5), (8, -15), (0, -15.5)]),
    10: mirrored([(0, -24), (6, -24.5), (10.5, -20), (11.5, -15.5), (7, -14), (0, -14.6)]),
    36: mirrored([(0, -26), (8, -28), (12, -22), (11, -17), (6, -16), (0, -16.6)]),
    54: mirrored([(0, -33), (7, -31), (10, -24), (13, -20), (8, -17.5), (0, -18)]),
}
_ARTERY = [(27, -6, -40, 3.2), (26, -9, 0, 3.4), (25, -12, 30, 4.4), (25, -15, 60, 4.2)]
_VEIN = [(31, 3, -40, 4.8), (33, -1, 0, 5.2), (33, -7, 30, 5.6), (32, -11, 60, 5.8)]
_LANDMARKS: dict[str, Place] = {
    "dens": (0, 6.0, -17.5),
    "anterior-arch": (0, -5.4, -19),
    "atlas": (0, 12, -19),
    "prevertebral": (0, -9, -6),
    "left-facet": (19.5, 22, 30),
    "right-facet": (-19.5, 22, 30),
    "canal": (0, 20, 20),
}


def stack() -> Stack:
    body = Anatomy(_SLICES, 17)
    body.contour("skin", _SKIN)
    body.contour("fat", _SKIN, ("skin",), inset=2.0)
    body.contour("cavity-fat", _SKIN, ("fat",), inset=4.5)
    body.contour("muscle", _GULLET)
    for name, levels in _OVALS:
        for side in (-1, 1):
            body.contour(name, _ovals(levels, side), ("cavity-fat", "fat"))
    body.contour("airway", _AIR)
    for course in (_ARTERY, _VEIN):
        for side in (-1, 1):
            body.tube("blood", [(side * x, y, z, r) for x, y, z, r in course])
    _lay_bones(body)
    return Stack(_SLICES, body.paint.names, body.paint.labels, _LANDMARKS)


def _ovals(levels: dict[float, Oval], side: int) -> dict[float, list[Point]]:
    """Outlines of one side; a muscle is never a clean ellipse."""
    found = {}
    turns = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    for z, (x, y, wide, deep, turn) in levels.items():
        a = wide * np.cos(turns) * (1 + 0.1 * np.cos(3 * turns + 0.1 * x))
        b = deep * np.sin(turns) * (1 + 0.08 * np.sin(2 * turns + 0.1 * y))
        c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        pairs = zip(a, b, strict=True)
        found[z] = [(side * (x + p * c - q * s), y + p * s + q * c) for p, q in pairs]
    return found


def _lay_bones(body: Anatomy) -> None:
    column = neck.vertebrae()
    skull = neck.skull()
    bones: list[tuple[Body, float]] = [(skull[1], 0.9), (skull[2], 1.6), (skull[3], 0.8)]
    bones.append((neck.atlas(), 0.9))
    across, back = np.broadcast_arrays(body.slices.x, body.slices.y)
    for k, z in enumerate(body.slices.z):
        moved = body.wobble(across, back, z)
        places = np.stack([moved[1].ravel(), np.full(across.size, -z), moved[0].ravel()], 1)
        layer = body.paint.labels[k].reshape(-1)

        def lay(mask: np.ndarray, name: str, layer: np.ndarray = layer) -> None:
            layer[mask] = body.paint.number(name)

        lay_column(column, places, lay)
        for bone, thick in bones:
            low, high = bone.bounds()
            within = ((places > low - 1) & (places < high + 1)).all(1)
            if within.any():
                found = np.full(len(places), 9.0)
                found[within] = distances(bone, places[within])
                lay(found < 0, "cortex")
                lay(found < -thick, "spongiosa")
