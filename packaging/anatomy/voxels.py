"""A closed mesh as a sampled signed distance: exact near the surface, good further away."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from scipy.ndimage import distance_transform_edt, gaussian_filter

_BAND = 2.5  # voxels to each side of the surface in which the distance is exact
_MOST = 64  # crossings of one line; a bone has under ten
_MARGIN = 4  # voxels round the mesh
# Lines that run exactly through corners of triangles would count them twice.
_OFF_CORNERS = (0.31337, 0.57721)


@dataclass(frozen=True)
class Voxels:
    """`distance` in mm, negative inside, at `low` + `step` * index."""

    distance: np.ndarray
    low: np.ndarray
    step: float


def sampled(corners: np.ndarray, faces: np.ndarray, step: float = 0.7) -> Voxels:
    """The distance to a closed mesh; which way its faces turn does not matter."""
    low = corners.min(0) - _MARGIN * step + np.array([*_OFF_CORNERS, 0]) * 1e-3
    shape = np.ceil((corners.max(0) - low) / step).astype(int) + _MARGIN
    placed = np.ascontiguousarray((corners - low) / step)
    inside = _filled(placed, faces, tuple(shape.tolist()))
    exact = np.full(shape, 1e9, np.float32)
    _splat(placed, faces, exact, _BAND)
    far = distance_transform_edt(inside) - distance_transform_edt(~inside)
    far = -gaussian_filter(far.astype(np.float32), 0.8)
    near = np.where(inside, -exact, exact)
    distance = np.where(exact < _BAND, near, far) * step
    return Voxels(gaussian_filter(distance, 0.6).astype(np.float32), low, step)


@njit
def _filled(corners, faces, shape):
    """Whether each voxel is inside, by counting what a line along z has crossed."""
    crossings = np.zeros((shape[0], shape[1], _MOST))
    counts = np.zeros((shape[0], shape[1]), np.int64)
    for face in faces:
        _cross(corners[face[0]], corners[face[1]], corners[face[2]], crossings, counts)
    inside = np.zeros(shape, np.bool_)
    for i in range(shape[0]):
        for j in range(shape[1]):
            line = np.sort(crossings[i, j, : counts[i, j]])
            for pair in range(len(line) // 2):
                first, last = int(np.ceil(line[2 * pair])), int(np.floor(line[2 * pair + 1]))
                inside[i, j, first : last + 1] = True
    return inside


@njit
def _cross(a, b, c, crossings, counts):
    """Note where lines along z cross one triangle."""
    area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
    if area == 0:
        return
    for i in range(int(min(a[0], b[0], c[0])), int(max(a[0], b[0], c[0])) + 2):
        for j in range(int(min(a[1], b[1], c[1])), int(max(a[1], b[1], c[1])) + 2):
            u = ((b[0] - i) * (c[1] - j) - (c[0] - i) * (b[1] - j)) / area
            v = ((c[0] - i) * (a[1] - j) - (a[0] - i) * (c[1] - j)) / area
            w = 1 - u - v
            if u >= 0 and v >= 0 and w >= 0:
                crossings[i, j, counts[i, j]] = u * a[2] + v * b[2] + w * c[2]
                counts[i, j] += 1


@njit
def _splat(corners, faces, distance, band):
    """Write the exact distance to each triangle into the voxels near it."""
    shape = np.array(distance.shape)
    for face in faces:
        a, b, c = corners[face[0]], corners[face[1]], corners[face[2]]
        first, last = np.zeros(3, np.int64), np.zeros(3, np.int64)
        for k in range(3):
            first[k] = max(int(min(a[k], b[k], c[k]) - band), 0)
            last[k] = min(int(max(a[k], b[k], c[k]) + band) + 2, shape[k])
        for i in range(first[0], last[0]):
            for j in range(first[1], last[1]):
                for k in range(first[2], last[2]):
                    point = np.array([float(i), float(j), float(k)])
                    found = _to_triangle(point, a, b, c)
                    if found < distance[i, j, k]:
                        distance[i, j, k] = found


@njit
def _to_triangle(p, a, b, c):
    """C. Ericson, Real-Time Collision Detection, 2005, section 5.1.5."""
    ab, ac, ap = b - a, c - a, p - a
    d1, d2 = np.dot(ab, ap), np.dot(ac, ap)
    if d1 <= 0 and d2 <= 0:
        return np.linalg.norm(ap)
    bp = p - b
    d3, d4 = np.dot(ab, bp), np.dot(ac, bp)
    if d3 >= 0 and d4 <= d3:
        return np.linalg.norm(bp)
    vc = d1 * d4 - d3 * d2
    if vc <= 0 and d1 >= 0 and d3 <= 0:
        return np.linalg.norm(ap - ab * (d1 / (d1 - d3)))
    cp = p - c
    d5, d6 = np.dot(ab, cp), np.dot(ac, cp)
    if d6 >= 0 and d5 <= d6:
        return np.linalg.norm(cp)
    vb = d5 * d2 - d1 * d6
    if vb <= 0 and d2 >= 0 and d6 <= 0:
        return np.linalg.norm(ap - ac * (d2 / (d2 - d6)))
    va = d3 * d6 - d5 * d4
    if va <= 0 and d4 - d3 >= 0 and d5 - d6 >= 0:
        share = (d4 - d3) / ((d4 - d3) + (d5 - d6))
        return np.linalg.norm(bp - (c - b) * share)
    whole = va + vb + vc
    return np.linalg.norm(ap - ab * (vb / whole) - ac * (vc / whole))
