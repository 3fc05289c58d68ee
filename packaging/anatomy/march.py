"""Rays through a body: the line integral of its attenuation, and the path inside it."""

from __future__ import annotations

import numpy as np
from anatomy.field import distance_to
from anatomy.lattice import LATTICE, RIDGED, SLOW, read
from anatomy.shapes import Body
from anatomy.view import Frame
from numba import njit, prange


def project(body: Body, frame: Frame, step: float = 0.5) -> tuple[np.ndarray, np.ndarray]:
    """Line integral of what `body` has more than its surroundings, and path length in mm.

    Both rows x columns of the frame. Rays diverge from the focus of the frame; `step` mm is
    how finely they are followed inside.
    """
    total = np.zeros((frame.rows, frame.columns))
    path = np.zeros_like(total)
    low, high = body.bounds()
    near, far = low[2] - 1, high[2] + 1
    columns, rows = frame.reach(low, high)
    part = np.s_[rows[0] : rows[1], columns[0] : columns[1]]
    if total[part].size:
        grain = np.array([1 / body.cell, 1 / (body.cell * body.stretch)])
        _march(
            body.rows(), body.store(), LATTICE, frame.x[columns[0] : columns[1]],
            frame.y[rows[0] : rows[1]], np.array([near, far, step, frame.spread, *frame.centre]),
            np.array([body.shell, body.noise, body.rough, body.rough_rate, body.soft]),
            grain, body.grain_axes(), total[part], path[part],
        )  # fmt: skip
    return total, path


@njit(inline="always")
def _grained(core, noise, x, y, z, axes, grain, amount):
    """The core with its trabeculae, which run along the third axis."""
    a = (axes[0, 0] * x + axes[0, 1] * y + axes[0, 2] * z) * grain[0]
    b = (axes[1, 0] * x + axes[1, 1] * y + axes[1, 2] * z) * grain[0]
    c = (axes[2, 0] * x + axes[2, 1] * y + axes[2, 2] * z) * grain[1]
    fine = read(noise[RIDGED], a, b, c)
    slow = read(noise[SLOW], a * 0.31 + 7.3, b * 0.31 + 2.1, c * 0.31)
    return core * max(1 + amount * fine + 0.14 * amount * slow, 0.0)


@njit(parallel=True)
def _march(rows, store, noise, xs, ys, ray, look, grain, axes, total, path):
    near, far, step, spread, centre_x, centre_y = ray
    shell, amount, rough, rate, soft = look
    for j in prange(len(ys)):
        for i in range(len(xs)):
            z, sum_, length = near, 0.0, 0.0
            while z < far:
                x = centre_x + (xs[i] - centre_x) * (1 + z * spread)
                y = centre_y + (ys[j] - centre_y) * (1 + z * spread)
                distance, cortex, core = distance_to(rows, store, x, y, z)
                if rough != 0.0 and -6 * rough - 3 < distance < 3 * rough + 1:
                    distance += rough * read(noise[SLOW], x * rate, y * rate, z * rate)
                if distance > step:
                    z += max(0.75 * distance, step)
                    continue
                inside = min(max(0.5 - distance / step, 0.0), 1.0)
                if inside > 0:
                    # Even outlines are the mark of a drawing: cortex varies by a third.
                    slow = read(noise[SLOW], x * 0.16 + 3.1, y * 0.16 + 5.7, z * 0.16)
                    cortex *= max(1 + 0.34 * slow, 0.35)
                    deep = (-distance - cortex * (1 - soft)) / (2 * soft * cortex + 1e-6)
                    deep = min(max(deep, 0.0), 1.0)
                    deep = deep * deep * (3 - 2 * deep)
                    if amount > 0 and deep > 0 and core > 0:
                        core = _grained(core, noise, x, y, z, axes, grain, amount)
                    sum_ += inside * step * (shell * (1 - deep) + core * deep)
                    length += inside * step
                z += step
            total[j, i] += sum_
            path[j, i] += length
