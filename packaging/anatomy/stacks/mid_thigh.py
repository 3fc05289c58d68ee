"""The right thigh about its middle, from the drawing that its single slice is made of."""

from __future__ import annotations

import numpy as np
from anatomy.grown import warped
from anatomy.organs import Anatomy
from anatomy.stack import Slices, Stack
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates

from atlas.imaging.simulate import thigh_outlines as drawn

_SLICES = Slices(columns=480, rows=470, count=30, pitch=0.4, spacing=5, top=-72, middle=1)
_ENDS = (-75.0, 75.0)  # mm above and below the drawing

# Of each muscle: its size above and below against the drawing, and how far it has moved there.
_COURSE = {
    "rectus-femoris": (1.12, 0.72, (2, -1), (-4, 2)),
    "vastus-intermedius": (0.92, 1.0, (0, -1), (0, 2)),
    "vastus-lateralis": (1.04, 0.84, (3, -1), (-1, 2)),
    "vastus-medialis": (0.55, 1.22, (-2, 2), (3, 1)),
    "sartorius": (0.95, 0.95, (-18, -12), (3, 22)),
    "adductor-longus": (1.2, 0.25, (3, -6), (-2, 6)),
    "gracilis": (1.15, 0.7, (-2, -6), (-2, 10)),
    "adductor-magnus": (1.15, 0.6, (-2, 0), (4, -6)),
    "semimembranosus": (0.45, 1.3, (-2, 2), (0, -4)),
    "semitendinosus": (1.05, 0.6, (-6, -2), (12, 0)),
    "biceps-long-head": (0.95, 0.9, (12, 2), (-6, -4)),
    "biceps-short-head": (0.35, 1.25, (4, -2), (-2, 4)),
}


def stack() -> Stack:
    body = Anatomy(_SLICES, 71)
    fascia = _paint_cover(body)
    _paint_muscles(body, fascia)
    _paint_vessels(body)
    _paint_bone(body)
    return Stack(_SLICES, body.paint.names, body.paint.labels, _landmarks(), _courses())


def _ring(which: int, z: float) -> list[tuple[float, float]]:
    """Skin (1) or deep fascia (2) at a level: stouter above, slimmer below."""
    size = 1 - 0.0011 * z
    turns = [np.deg2rad(row[0]) for row in drawn.RADII]
    radii = [row[which] * size for row in drawn.RADII]
    return [(float(r * np.cos(t)), float(r * np.sin(t))) for r, t in zip(radii, turns, strict=True)]


def _paint_cover(body: Anatomy) -> np.ndarray:
    skin, deep = ({z: _ring(which, z) for z in (*_ENDS, 0.0)} for which in (1, 2))
    body.contour("skin", skin, even=True)
    body.contour("fat", skin, inset=1.7, even=True)
    random = body.random
    lattice = gaussian_filter(random.standard_normal((48,) * 3), 1.1, mode="wrap")
    lattice /= lattice.std()
    fascia = body.solid()
    body.add_contour(fascia, deep)
    x, y = _SLICES.x, _SLICES.y
    turn, slow = np.arctan2(y, x), warped(_SLICES, random, 24)
    for k, z in enumerate(_SLICES.z):
        off = distance_transform_edt(~fascia[k]) * _SLICES.pitch
        # Sheets tie skin to fascia: they stand steep, and none goes all the way.
        at = np.stack([turn * 80 / 3.4 + 0.7 * slow[k], off / 9, np.full(turn.shape, z / 16)])
        sheets = map_coordinates(lattice, at, order=1, mode="grid-wrap")
        body.lay("fibrous", k, (sheets > 2.1) & (off > 1.5), ("fat",))
        inside = distance_transform_edt(fascia[k]) * _SLICES.pitch
        tract = np.abs((turn % (2 * np.pi)) - np.pi) < 0.55
        thin = fascia[k] & (inside < np.where(tract, 1.3, 0.45))
        body.lay("fibrous", k, thin & (slow[k] > -1.4), ("fat",))
    return fascia


def _paint_muscles(body: Anatomy, fascia: np.ndarray) -> None:
    owners = np.zeros(fascia.shape, np.uint8)
    for number, muscle in enumerate(drawn.MUSCLES, 1):
        for k, mask in body.outlines(_levels(muscle.name, muscle.outline)):
            owners[k][mask & (owners[k] == 0)] = number
    lumps = warped(_SLICES, body.random, 26)
    for k, layer in enumerate(owners):
        away, at = distance_transform_edt(layer == 0, return_indices=True)
        whose = layer[tuple(at)]
        inside = distance_transform_edt(fascia[k]) * _SLICES.pitch
        grown = fascia[k] & (inside > 1.2) & (away * _SLICES.pitch < 7 + 2 * lumps[k])
        films = np.zeros(layer.shape, bool)
        for axis in (0, 1):
            films |= whose != np.roll(whose, 1, axis)
            films |= (whose != np.roll(whose, 2, axis)) & (lumps[k] > -0.2)
            films |= (whose != np.roll(whose, 3, axis)) & (lumps[k] > 0.9)
        body.lay("muscle", k, grown & ~films, ("fat", "fibrous"))
        owners[k] = np.where(grown, whose, 0)
    _marble(body, owners)


def _levels(name: str, outline: drawn.Points) -> dict[float, list[tuple[float, float]]]:
    """The outline of a muscle above, in, and below the drawing."""
    above, below, up, down = _COURSE[name]
    points = np.array(outline, float)
    middle = points.mean(0)
    found = {}
    for z, size, shift in ((_ENDS[0], above, up), (0.0, 1.0, (0, 0)), (_ENDS[1], below, down)):
        limb = 1 - 0.0011 * z
        moved = (middle + (points - middle) * size + np.array(shift)) * limb
        found[z] = [(float(a), float(b)) for a, b in moved]
    return found


def _marble(body: Anatomy, owners: np.ndarray) -> None:
    """Fat between the bundles of each muscle, along its own grain."""
    lattice = gaussian_filter(body.random.standard_normal((48,) * 3), 1.1, mode="wrap")
    lattice /= lattice.std()
    slow = warped(_SLICES, body.random, 22)
    for number, muscle in enumerate(drawn.MUSCLES, 1):
        turn = np.deg2rad(muscle.grain)
        along = (_SLICES.x * np.cos(turn) + _SLICES.y * np.sin(turn)) / 4.2 + 7 * number
        across = (_SLICES.y * np.cos(turn) - _SLICES.x * np.sin(turn)) / 0.8
        for k, z in enumerate(_SLICES.z):
            at = np.stack([along, across + slow[k], np.full(along.shape, z / 9)])
            noise = map_coordinates(lattice, at, order=1, mode="grid-wrap")
            streak = noise > 2.5 - 1.3 * muscle.marbling - 0.3 * slow[k]
            body.lay("marbling", k, streak & (owners[k] == number), ("muscle",))


def _line(place: tuple[float, float], up: tuple[float, float], down: tuple[float, float]):
    """A vessel that runs through the drawing at a place: x, y, z at five levels."""
    z = (_ENDS[0], 0.0, _ENDS[1])
    ways = [PchipInterpolator(z, [place[n] + up[n], place[n], place[n] + down[n]]) for n in (0, 1)]
    return [(float(ways[0](at)), float(ways[1](at)), float(at)) for at in np.linspace(*_ENDS, 7)]


def _courses() -> dict[str, list[tuple[float, float, float]]]:
    return {
        "femoral-artery": _line(drawn.ARTERY[0], (-20, -16), (-14, 24)),
        "femoral-vein": _line(drawn.VEIN[0], (-10, -20), (-12, 22)),
        "deep-femoral-artery": _line(drawn.DEEP_ARTERY[0], (8, -14), (-6, 8)),
        "deep-femoral-vein": _line(drawn.DEEP_VEIN[0], (8, -14), (-4, 8)),
        "great-saphenous-vein": _line(drawn.SAPHENOUS[0], (6, -36), (-4, 10)),
        "sciatic-nerve": _line(drawn.NERVE[0], (-4, 0), (8, 8)),
    }


def _paint_vessels(body: Anatomy) -> None:
    over = ("muscle", "fat", "fibrous", "marbling")
    uneven = warped(_SLICES, body.random, 11)
    for name, radius, label in (
        ("femoral-artery", 3.4, "artery"),
        ("femoral-vein", 4.1, "vein"),
        ("deep-femoral-artery", 1.7, "artery"),
        ("deep-femoral-vein", 2.1, "vein"),
        ("great-saphenous-vein", 2.1, "vein"),
    ):
        line = _courses()[name]
        for k, box, away in body.tubes([(*place, radius + 0.9) for place in line]):
            bed = np.zeros(uneven[k].shape, bool)
            bed[box] = away < 1.5 * np.maximum(uneven[k][box], -0.6)
            body.lay("fat", k, bed, ("muscle", "marbling"))
        body.tube(label, [(*place, radius) for place in line], over)
    for off in (-3.2, 0, 3.2):
        line = [(x + off, y + 0.35 * off, z, 4.2) for x, y, z in _courses()["sciatic-nerve"]]
        body.tube("fat", line, ("muscle", "marbling"))
    for off in (-3, -1, 1, 3):
        line = [(x + off, y + 0.35 * off, z, 2.3) for x, y, z in _courses()["sciatic-nerve"]]
        body.tube("nerve", line, over)
    random = body.random
    for place, radius in drawn.TWIGS:
        ways = random.normal(0, 9, (2, 2))
        line = _line(place, tuple(ways[0]), tuple(ways[1]))
        body.tube("vein", [(*at, radius + 0.2) for at in line], over)


def _paint_bone(body: Anatomy) -> None:
    """The shaft with its rough line behind, its wall thickest there; marrow is fat."""
    uneven = warped(_SLICES, body.random, 9)
    for k, z in enumerate(_SLICES.z):
        x = _SLICES.x - drawn.FEMUR[0] - 0.02 * z
        y = _SLICES.y - drawn.FEMUR[1] - 0.00035 * z * z
        turn, size = np.arctan2(y, x), 1 + 0.0004 * abs(z)
        line = np.exp(-(((turn - np.pi / 2 - 0.12) / 0.3) ** 2))
        outer = 13.3 * size + 0.55 * np.cos(2 * turn - 0.6) + 2.3 * line + 0.12 * uneven[k]
        wall = 5.8 + 0.8 * np.cos(turn - 2.2) + 2.2 * line + 0.35 * uneven[k] - 0.012 * abs(z)
        away = np.hypot(x, y)
        body.lay("cortex", k, away < outer)
        body.lay("marrow", k, away < outer - wall)


def _landmarks() -> dict[str, tuple[float, float, float]]:
    return {
        "femur": (*drawn.FEMUR, 0.0),
        "vastus-lateralis": (-56.0, -12.0, 0.0),
        "vastus-intermedius": (-32.0, -24.0, 0.0),
        "vastus-medialis": (20.0, -30.0, 0.0),
        "adductors": (30.0, 18.0, 0.0),
        "hamstrings": (-22.0, 46.0, 0.0),
        "lateral-septum": (-48.0, 25.0, 0.0),
        "lateral-subcutis": (-80.0, -2.0, 0.0),
        "femoral-artery": (*drawn.ARTERY[0], 0.0),
        "sciatic-nerve": (*drawn.NERVE[0], 0.0),
    }
