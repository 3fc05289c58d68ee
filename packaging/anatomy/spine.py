"""Lumbar and lower thoracic vertebrae, cut across."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from anatomy.organs import Anatomy, mirrored

_BODY = [(0, -17), (12, -18), (21, -12), (24, -1), (21, 10), (13, 16), (0, 13.5)]
_DISC = [(0, -18.5), (13, -19), (22.5, -13), (25, -1), (22, 11), (13, 17), (0, 15)]


def paint_spine(
    body: Anatomy, levels: Sequence[float], front: float, size: float = 1.0, height: float = 27
) -> None:
    """Vertebrae with their middles at `levels`, the middle of each body at y = `front`."""
    half = height / 2

    def placed(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return mirrored([(x * size, y * size + front) for x, y in points])

    discs = {levels[0] - 40: placed(_DISC), levels[-1] + 40: placed(_DISC)}
    body.contour("disc", discs)
    bones = body.solid()
    for z in levels:
        body.add_contour(bones, {z - half: placed(_BODY), z + half: placed(_BODY)})
        _add_arch(body, bones, z, front, size)
    _hollow(body, bones, front, size)
    body.bone(bones, 1.1)
    for z in levels:
        for end in (z - half + 1.2, z + half - 1.2):
            near = np.abs(body.slices.z - end) < 1.5
            for k in np.flatnonzero(near):
                core = body.paint.labels[k] == body.paint.number("spongiosa")
                rows = (body.slices.y < front + 15 * size) & (np.abs(body.slices.x) < 24 * size)
                body.lay("cortex", k, core & rows)


def _add_arch(body: Anatomy, bones: np.ndarray, z: float, front: float, size: float) -> None:
    back = front + 13 * size
    for side in (-1, 1):

        def at(x: float, y: float, up: float, radius: float, side: int = side) -> tuple[float, ...]:
            return side * x * size, back + y * size, z + up, radius * size

        for course, flat in (
            (((14.5, -2, -5, 5), (15.5, 10, -4, 5)), 1.3),
            (((17, 10, -3, 4), (30, 14, -3, 3), (43, 17, -4, 2.4)), 1.2),
            (((15.5, 12, 0, 4.2), (9, 19, 5, 3.6), (0, 25, 8, 3.8)), 1.8),
            (((15, 12, 4, 4.5), (16.5, 15, 15, 5.4)), 1.2),
            (((18.5, 14, -6, 5.0), (18, 12, -17, 4.6)), 1.2),
        ):
            body.add_tube(bones, [at(*point) for point in course], flat)
    body.add_tube(
        bones, [(0, back + 24 * size, z + 8, 3.4), (0, back + 47 * size, z + 13, 4.2)], 1.9
    )


def _hollow(body: Anatomy, bones: np.ndarray, front: float, size: float) -> None:
    """The canal, with the dural sac in its fat and the cord or the roots in the sac."""
    middle = front + 23.0 * size
    x, y = body.slices.x / size, (body.slices.y - middle) / size
    for k, z in enumerate(body.slices.z):
        wide, deep = body.wobble(
            np.broadcast_to(x, bones[k].shape), np.broadcast_to(y, bones[k].shape), z
        )
        canal = np.maximum(np.hypot(wide / 11.5, deep / 9.2), np.abs(wide) / 16 + deep / 10.5) < 1
        bones[k] &= ~canal
        body.lay("cavity-fat", k, canal)
        body.lay("thecal-sac", k, np.hypot(wide / 8.2, (deep + 0.8) / 7) < 1)
        body.lay("cord", k, np.hypot(wide / 5, (deep + 0.4) / 3.8) < 1)
