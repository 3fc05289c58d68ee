"""Pelvis and legs put together from the mean meshes, each of which lies where it likes.

Coordinates are the patient's: x to the left, y to the back, z up; mm. The
origin lies in the midline between the hips.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from anatomy.meshes import parts_of, read_mesh
from scipy.spatial import cKDTree

Mesh = tuple[np.ndarray, np.ndarray]

_JOINT_SPACE = 4.0  # mm of cartilage between femur and tibia
_PATELLA_OFF = 5.0  # mm of cartilage behind the patella


@cache
def left_leg() -> tuple[dict[str, Mesh], dict[str, np.ndarray]]:
    """Bones of the pelvis and the left leg, and landmarks among them."""
    hip, sacrum = _pelvis()
    femur, bones_of_leg = read_mesh("femur"), parts_of(*read_mesh("tibia"))
    head, radius = _femoral_head(femur[0])
    socket = _socket(hip[0], head, radius)
    thigh = femur[0] + socket - head
    knee = _knee(thigh)
    shift = _under(thigh, bones_of_leg, knee)
    tibia, fibula = sorted(((c + shift, f) for c, f in bones_of_leg), key=_breadth, reverse=True)
    patella = read_mesh("patella")
    kneecap = _before(patella[0], thigh, knee)
    bones = {
        "hip": hip,
        "sacrum": sacrum,
        "femur": (thigh, femur[1]),
        "tibia": tibia,
        "fibula": fibula,
        "patella": (kneecap, patella[1]),
    }
    level = np.array([0, *socket[1:]])  # of the hips: the origin of all that is made of these
    placed = {name: (corners - level, faces) for name, (corners, faces) in bones.items()}
    return placed, {"femoral-head": socket - level, "knee": knee - level}


def mirrored(mesh: Mesh) -> Mesh:
    """The same bone of the other side."""
    return mesh[0] * [-1, 1, 1], mesh[1][:, ::-1]


def _pelvis() -> tuple[Mesh, Mesh]:
    """The left hip bone and the sacrum, the symphysis in the midline."""
    _, sacrum, hip = parts_of(*read_mesh("pelvis"))
    low = hip[0][hip[0][:, 2] < hip[0][:, 2].min() + 60]
    middle = low[:, 0].min() - 2.0  # half the symphysis
    centred = sacrum[0] - [sacrum[0][:, 0].mean(), 0, 0]
    return (hip[0] - [middle, 0, 0], hip[1]), (centred, sacrum[1])


def _femoral_head(corners: np.ndarray) -> tuple[np.ndarray, float]:
    """Middle and radius of the sphere that fits the medial end best."""
    top = corners[corners[:, 2] > corners[:, 2].max() - 70]
    medial = top[top[:, 0] < np.percentile(top[:, 0], 20)]
    return _sphere(medial)


def _sphere(points: np.ndarray) -> tuple[np.ndarray, float]:
    equations = np.c_[2 * points, np.ones(len(points))]
    found = np.linalg.lstsq(equations, (points**2).sum(1), rcond=None)[0]
    return found[:3], float(np.sqrt(found[3] + found[:3] @ found[:3]))


def _socket(hip: np.ndarray, head: np.ndarray, radius: float) -> np.ndarray:
    """Where the head lies in the hip bone: most of its wall near, nothing inside the head."""
    tree = cKDTree(hip)
    low, high = hip.min(0), hip.max(0)
    axes = [np.arange(a + 10, b - 10, 3.0) for a, b in zip(low, high, strict=True)]
    places = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3)
    for spacing in (3.0, 1.0):
        near = tree.query_ball_point(places, radius + 4, return_length=True)
        inside = tree.query_ball_point(places, radius + 0.5, return_length=True)
        best = places[int(np.argmax(near - 4.0 * inside))]
        steps = np.arange(-3, 4) * spacing / 3
        places = best + np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), -1).reshape(-1, 3)
    return best


def _knee(femur: np.ndarray) -> np.ndarray:
    """The middle between the condyles, at their lowest."""
    low = femur[femur[:, 2] < femur[:, 2].min() + 32]
    across = (low[:, 0].min() + low[:, 0].max()) / 2
    return np.array([across, low[:, 1].mean(), femur[:, 2].min()])


def _under(femur: np.ndarray, leg: list[Mesh], knee: np.ndarray) -> np.ndarray:
    """How far the leg is moved to lie under the condyles."""
    corners = max(leg, key=_breadth)[0]
    top = corners[corners[:, 2] > corners[:, 2].max() - 14]
    middle = (top[:, 0].min() + top[:, 0].max()) / 2
    shift = np.array([knee[0] - middle, knee[1] - top[:, 1].mean() - 2, 0])
    plateau = corners[corners[:, 2] > corners[:, 2].max() - 25] + shift
    condyles = femur[femur[:, 2] < femur[:, 2].min() + 25]
    near = cKDTree(plateau[:, :2]).query(condyles[:, :2], distance_upper_bound=2.5)[1]
    over = near < len(plateau)
    gap = np.percentile(condyles[over, 2] - plateau[near[over], 2], 4)
    return shift + [0, 0, gap - _JOINT_SPACE]


def _before(patella: np.ndarray, femur: np.ndarray, knee: np.ndarray) -> np.ndarray:
    """The patella in front of its groove, its lower end above the joint line."""
    middle = (patella.min(0) + patella.max(0)) / 2
    placed = patella - middle + [knee[0], 0, knee[2] + 46]
    front = femur[np.abs(femur[:, 2] - placed[:, 2].mean()) < 20][:, 1].min()
    return seated(placed + [0, front - 30 - placed[:, 1].max(), 0], femur)


def seated(patella: np.ndarray, femur: np.ndarray) -> np.ndarray:
    """The patella pushed back from in front until cartilage alone parts it from the femur."""
    tree = cKDTree(femur)
    for _ in range(160):
        if tree.query(patella)[0].min() < _PATELLA_OFF:
            break
        patella = patella + [0, 0.5, 0]
    return patella


def _breadth(mesh: Mesh) -> float:
    return float(np.ptp(mesh[0][:, 0]))
