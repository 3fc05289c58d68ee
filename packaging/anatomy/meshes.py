"""Mean bones of the LLP26 shape model, read from the package musculoskeletal-models.

Its own reader is gias3, which needs scipy 1.10. The files are JSON and simple, so they are read
here: a bone is patches with a grid (`quad`) or a triangle (`tri`) of nodes, between which the
surface is a Lagrange polynomial; patches share nodes as `connectivity` says.
Coordinates are the patient's: x to the left, y to the back, z up; millimetres.
"""

from __future__ import annotations

import importlib.metadata
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

_FILES = {
    "pelvis": ("pelvis_combined_cubic_flat.mesh", "pelvis_combined_cubic_mean_rigid_LLP26.geof"),
    "femur": ("femur_left_quartic_flat.mesh", "femur_left_mean_rigid_LLP26.geof"),
    "tibia": ("tibia_fibula_left_cubic_flat.mesh", "tibia_fibula_cubic_left_mean_rigid_LLP26.geof"),
    "patella": ("patella_11_left.mesh", "patella_left_mean_rigid_LLP26.geof"),
}
_PARTS = 8  # pieces a patch is cut into along each side


@cache
def read_mesh(name: str) -> tuple[np.ndarray, np.ndarray]:
    """Corners and triangles of the pelvis or of a bone of the left leg."""
    mesh, shape = (json.loads(_path_of(file).read_text()) for file in _FILES[name])
    nodes = _nodes(mesh["connectivity"])
    fields = shape["field_parameters"]
    places = np.array([[float(fields[k][f"dim {d}"]) for d in range(3)] for k in sorted(fields)])
    corners, faces, count = [], [], 0
    for number in sorted(map(int, mesh["elements"])):
        kind = mesh["elements"][str(number)].split()[1]
        weights, triangles = _patch(kind)
        own = places[[nodes[number, point] for point in range(weights.shape[1])]]
        corners.append(weights @ own)
        faces.append(triangles + count)
        count += len(weights)
    return _welded(np.vstack(corners), np.vstack(faces))


def parts_of(corners: np.ndarray, faces: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """The pieces of a mesh that do not touch, from the patient's right to the left."""
    label = np.arange(len(corners))
    while True:  # the smallest number spreads over each piece
        least = label[faces].min(1)
        spread = label.copy()
        for side in range(3):
            np.minimum.at(spread, faces[:, side], least)
        if (spread == label).all():
            break
        label = spread
    pieces = []
    for one in np.unique(label):
        own = np.flatnonzero(label == one)
        renamed = np.full(len(corners), -1)
        renamed[own] = np.arange(len(own))
        pieces.append((corners[own], renamed[faces[label[faces[:, 0]] == one]]))
    return sorted(pieces, key=lambda piece: float(piece[0][:, 0].mean()))


def _path_of(file: str) -> Path:
    files = importlib.metadata.files("musculoskeletal-models") or []
    return Path(next(str(one.locate()) for one in files if one.name == file))


def _nodes(connectivity: dict[str, str]) -> dict[tuple[int, int], int]:
    """The number of the node behind each point of each patch."""

    def point(text: str) -> tuple[int, int]:
        patch, number = text.split("_")
        return int(patch), int(number)

    joined = {point(k): [point(one) for one in v.split()] for k, v in connectivity.items()}
    numbers: dict[tuple[int, int], int] = {}
    count = 0
    for one in sorted(joined):
        if one not in numbers:
            for same in (one, *joined[one]):
                numbers.setdefault(same, count)
            count += 1
    return numbers


@cache
def _patch(kind: str) -> tuple[np.ndarray, np.ndarray]:
    """Weights of the nodes at the corners of the pieces of a patch, and its triangles."""
    if kind.startswith("quad"):
        return _quad(int(kind[4]), int(kind[5]))
    return _triangle({"tri10": 3, "tri15": 4}[kind])


def _quad(across: int, down: int) -> tuple[np.ndarray, np.ndarray]:
    at = np.linspace(0, 1, _PARTS + 1)
    first, second = _lagrange(across, at), _lagrange(down, at)
    weights = np.einsum("ja,ib->ijba", first, second).reshape(-1, across * down)
    corner = np.arange((_PARTS + 1) ** 2).reshape(_PARTS + 1, _PARTS + 1)
    a, b, c, d = corner[:-1, :-1], corner[:-1, 1:], corner[1:, :-1], corner[1:, 1:]
    upper = np.stack([a, b, c], -1).reshape(-1, 3)
    return weights, np.vstack([upper, np.stack([b, d, c], -1).reshape(-1, 3)])


def _lagrange(count: int, at: np.ndarray) -> np.ndarray:
    knots = np.linspace(0, 1, count)
    columns = []
    for one in range(count):
        others = np.delete(knots, one)
        columns.append(np.prod((at[:, None] - others) / (knots[one] - others), axis=1))
    return np.stack(columns, 1)


def _triangle(order: int) -> tuple[np.ndarray, np.ndarray]:
    def places(parts: int) -> list[tuple[float, float]]:
        return [(i / parts, j / parts) for j in range(parts + 1) for i in range(parts + 1 - j)]

    powers = [(a, b) for b in range(order + 1) for a in range(order + 1 - b)]

    def terms(points: list[tuple[float, float]]) -> np.ndarray:
        return np.array([[x**a * y**b for a, b in powers] for x, y in points])

    weights = terms(places(_PARTS)) @ np.linalg.inv(terms(places(order)))
    corners = [(i, j) for j in range(_PARTS + 1) for i in range(_PARTS + 1 - j)]
    number = {corner: count for count, corner in enumerate(corners)}
    faces = []
    for i, j in corners:
        if i + j < _PARTS:
            faces.append([number[i, j], number[i + 1, j], number[i, j + 1]])
        if i + j < _PARTS - 1:
            faces.append([number[i + 1, j], number[i + 1, j + 1], number[i, j + 1]])
    return weights, np.array(faces)


def _welded(corners: np.ndarray, faces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Corners of neighbours joined to one."""
    rounded: Any = np.round(corners, 3)
    _, first, same = np.unique(rounded, axis=0, return_index=True, return_inverse=True)
    joined = same.reshape(-1)[faces]
    sound = (joined[:, 0] != joined[:, 1]) & (joined[:, 1] != joined[:, 2])
    sound &= joined[:, 0] != joined[:, 2]
    return corners[first], joined[sound]
