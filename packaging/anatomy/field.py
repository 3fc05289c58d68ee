"""The signed distance to a body made of simple shapes; compiled, for it is asked a billion times.

A body is rows of `COLUMNS` numbers, one a shape, joined in order: `union`, `cut` or `common`,
each with a blend in mm. A row begins with kind, join, blend, thickness of cortex (mm), attenuation
of the core, the origin, and three rows of local axes; from `OWN` on it holds what its kind needs.
"""

from __future__ import annotations

import math

from numba import njit

COLUMNS = 26
KIND, JOIN, BLEND, CORTEX, CORE, ORIGIN, AXES, OWN = 0, 1, 2, 3, 4, 5, 8, 17
LOFT, OUTLINE, ELLIPSOID, CONE, BOX, HALF_SPACE, VOXELS = range(7)
UNION, CUT = range(2)
SAMPLES = 96  # of a loft or a bone along its length
FAR = 1e9


@njit(inline="always")
def _ellipse(x, y, a, b):
    outer = math.sqrt((x / a) ** 2 + (y / b) ** 2)
    slope = math.sqrt((x / a**2) ** 2 + (y / b**2) ** 2)
    if slope < 1e-6:
        return -min(a, b)
    distance = outer * (outer - 1) / slope
    return max(distance, -min(a, b)) if outer < 1 else distance


@njit(inline="always")
def _rounded(side, end, edge):
    """The distance to a prism from the distances to its side and its end, its edge rounded."""
    qx, qy = max(side + edge, 0.0), max(end + edge, 0.0)
    return math.sqrt(qx * qx + qy * qy) - edge + min(max(side + edge, end + edge), 0.0)


@njit(inline="always")
def _along(table, number, share):
    """Where `share` (0 to 1) of a length lies in its table: the sample before, and the rest."""
    at = min(max(share * (SAMPLES - 1), 0.0), SAMPLES - 1.001)
    before = int(at)
    return before, at - before


@njit(inline="always")
def _between(table, number, before, rest, column):
    return table[number, before, column] * (1 - rest) + table[number, before + 1, column] * rest


@njit
def _loft(row, tables, x, y, z):
    """Ellipses strung along an axis: distance, cortex, core."""
    length, number, edge = row[OWN], int(row[OWN + 1]), row[OWN + 2]
    before, rest = _along(tables, number, z / length)
    a = _between(tables, number, before, rest, 2)
    b = _between(tables, number, before, rest, 3)
    ex = x - _between(tables, number, before, rest, 0)
    ey = y - _between(tables, number, before, rest, 1)
    ridge = _between(tables, number, before, rest, 4)
    if ridge != 0.0:
        grown = 1 + ridge * math.cos(3 * math.atan2(ey, ex) + row[OWN + 3])
        a *= grown
        b *= grown
    distance = _rounded(_ellipse(ex, ey, a, b), max(-z, z - length), edge)
    cortex = _between(tables, number, before, rest, 5)
    return distance, cortex, _between(tables, number, before, rest, 6)


@njit
def _outline(row, planes, plane_of, x, y, z):
    """A drawn outline given thickness."""
    info = plane_of[int(row[OWN])]
    step, columns, rows, start = info[2], int(info[3]), int(info[4]), int(info[5])
    u0, v0 = (x - info[0]) / step, (y - info[1]) / step
    u, v = min(max(u0, 0.0), columns - 1.001), min(max(v0, 0.0), rows - 1.001)
    i, j = int(u), int(v)
    a, b = u - i, v - j
    at = start + j * columns + i
    side = (planes[at] * (1 - a) + planes[at + 1] * a) * (1 - b)
    side += (planes[at + columns] * (1 - a) + planes[at + columns + 1] * a) * b
    side += step * math.sqrt((u0 - u) ** 2 + (v0 - v) ** 2)
    return _rounded(side, abs(z) - row[OWN + 1], row[OWN + 2])


@njit
def _voxels(row, boxes, box_of, tables, x, y, z):
    """A sampled distance, and cortex and core by the place along an axis of the bone."""
    info = box_of[int(row[OWN])]
    step, nx, ny, nz, start = info[3], int(info[4]), int(info[5]), int(info[6]), int(info[7])
    u0, v0, w0 = (x - info[0]) / step, (y - info[1]) / step, (z - info[2]) / step
    u = min(max(u0, 0.0), nx - 1.001)
    v = min(max(v0, 0.0), ny - 1.001)
    w = min(max(w0, 0.0), nz - 1.001)
    i, j, k = int(u), int(v), int(w)
    a, b, c = u - i, v - j, w - k
    at = start + (i * ny + j) * nz + k
    up, on = nz, ny * nz
    near = (boxes[at] * (1 - c) + boxes[at + 1] * c) * (1 - b)
    near += (boxes[at + up] * (1 - c) + boxes[at + up + 1] * c) * b
    at += on
    far = (boxes[at] * (1 - c) + boxes[at + 1] * c) * (1 - b)
    far += (boxes[at + up] * (1 - c) + boxes[at + up + 1] * c) * b
    distance = near * (1 - a) + far * a
    distance += step * math.sqrt((u0 - u) ** 2 + (v0 - v) ** 2 + (w0 - w) ** 2)
    number = int(row[OWN + 1])
    share = (x * row[OWN + 2] + y * row[OWN + 3] + z * row[OWN + 4] - row[OWN + 5]) / row[OWN + 6]
    before, rest = _along(tables, number, share)
    cortex = _between(tables, number, before, rest, 5)
    return distance, cortex, _between(tables, number, before, rest, 6)


@njit
def _cone(row, x, y, z):
    """A capsule of two radii, flattened along a direction."""
    bx, by, bz = row[AXES], row[AXES + 1], row[AXES + 2]
    share = (x * bx + y * by + z * bz) / (bx * bx + by * by + bz * bz)
    share = min(max(share, 0.0), 1.0)
    x -= share * bx
    y -= share * by
    z -= share * bz
    radius = row[OWN] * (1 - share) + row[OWN + 1] * share
    flat = row[OWN + 2]
    if flat == 1.0:
        return math.sqrt(x * x + y * y + z * z) - radius
    across = x * row[OWN + 3] + y * row[OWN + 4] + z * row[OWN + 5]
    rest = math.sqrt(max(x * x + y * y + z * z - across * across, 0.0))
    return _ellipse(rest, across, radius, radius * flat)


@njit
def _box(row, x, y, z):
    edge = row[OWN + 3]
    qx, qy = abs(x) - row[OWN] + edge, abs(y) - row[OWN + 1] + edge
    qz = abs(z) - row[OWN + 2] + edge
    ox, oy, oz = max(qx, 0.0), max(qy, 0.0), max(qz, 0.0)
    return math.sqrt(ox * ox + oy * oy + oz * oz) + min(max(qx, qy, qz), 0.0) - edge


@njit
def _ellipsoid(row, x, y, z):
    a, b, c = row[OWN], row[OWN + 1], row[OWN + 2]
    outer = math.sqrt((x / a) ** 2 + (y / b) ** 2 + (z / c) ** 2)
    slope = math.sqrt((x / a**2) ** 2 + (y / b**2) ** 2 + (z / c**2) ** 2)
    return -min(a, b, c) if slope < 1e-6 else outer * (outer - 1) / slope


@njit
def _one(row, store, px, py, pz):
    """The distance to one shape, with the cortex and core it has there."""
    tables, planes, plane_of, boxes, box_of = store
    kind, cortex, core = int(row[KIND]), row[CORTEX], row[CORE]
    x, y, z = px - row[ORIGIN], py - row[ORIGIN + 1], pz - row[ORIGIN + 2]
    if kind == CONE:
        return _cone(row, x, y, z), cortex, core
    if kind == HALF_SPACE:
        return x * row[AXES] + y * row[AXES + 1] + z * row[AXES + 2], cortex, core
    lx = row[AXES] * x + row[AXES + 1] * y + row[AXES + 2] * z
    ly = row[AXES + 3] * x + row[AXES + 4] * y + row[AXES + 5] * z
    lz = row[AXES + 6] * x + row[AXES + 7] * y + row[AXES + 8] * z
    if kind == LOFT:
        return _loft(row, tables, lx, ly, lz)
    if kind == OUTLINE:
        return _outline(row, planes, plane_of, lx, ly, lz), cortex, core
    if kind == VOXELS:
        return _voxels(row, boxes, box_of, tables, lx, ly, lz)
    if kind == ELLIPSOID:
        return _ellipsoid(row, lx, ly, lz), cortex, core
    return _box(row, lx, ly, lz), cortex, core


@njit
def distance_to(rows, store, x, y, z):
    """Signed distance in mm, thickness of cortex there, attenuation of the core there."""
    distance, cortex, core = FAR, 0.0, 0.0
    for number in range(rows.shape[0]):
        row = rows[number]
        found, its_cortex, its_core = _one(row, store, x, y, z)
        join, blend = int(row[JOIN]), row[BLEND]
        if join == UNION:
            if distance > FAR / 2:
                distance, cortex, core = found, its_cortex, its_core
                continue
            lean = min(max((found - distance) / max(blend, 0.6), -30.0), 30.0)
            share = 1 / (1 + math.exp(lean))
            cortex = cortex * (1 - share) + its_cortex * share
            core = core * (1 - share) + its_core * share
            near = max(blend - abs(distance - found), 0.0) / blend if blend > 0 else 0.0
            distance = min(distance, found) - near * near * blend * 0.25
        else:
            other = -found if join == CUT else found
            near = max(blend - abs(distance - other), 0.0) / blend if blend > 0 else 0.0
            distance = max(distance, other) + near * near * blend * 0.25
    return distance, cortex, core
