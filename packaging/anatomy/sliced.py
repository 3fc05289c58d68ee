"""A body of simple shapes met by the planes of slices."""

from __future__ import annotations

import numpy as np
from anatomy.field import distance_to
from anatomy.shapes import Body
from anatomy.stack import Slices
from numba import njit, prange

FAR = 60.0  # mm, where nothing was worked out


def sliced(body: Body, slices: Slices) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Signed distance in mm, thickness of cortex and attenuation of the core, slice by slice.

    A body's y points up and its z to the back; the slices count y to the back and z to the feet.
    """
    shape = (slices.count, slices.rows, slices.columns)
    found = tuple(np.full(shape, value, np.float32) for value in (FAR, 0, 0))
    low, high = body.bounds()
    for k, z in enumerate(slices.z):
        if low[1] - 4 < -z < high[1] + 4:
            _fill(
                body.rows(), body.store(), slices.x[0], slices.y[:, 0], -z,
                found[0][k], found[1][k], found[2][k],
            )  # fmt: skip
    return found


@njit(parallel=True)
def _fill(rows, store, xs, ys, up, distance, cortex, core):
    for j in prange(len(ys)):
        for i in range(len(xs)):
            distance[j, i], cortex[j, i], core[j, i] = distance_to(rows, store, xs[i], up, ys[j])
