"""The head of an adult from the vertex to the dentate nuclei, tilted as a scanner tilts its gantry.

The brain is the mean of 152 people, the ICBM 152 template; skull and scalp are grown round it.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from anatomy.grown import Paint, ball_closed, distance, warped
from anatomy.stack import Slices, Stack
from scipy.ndimage import binary_fill_holes, gaussian_filter, map_coordinates

_SLOPE = 0.36  # of the slices: higher in front, so that they miss the eyes
_PAD = 24  # mm of room round the template
_MIDLINE, _BACK, _FOOT = 98.0, 134.0, 72.0  # of the template: voxels from its corner to its origin
_SLICES = Slices(columns=470, rows=550, count=25, pitch=0.4, spacing=5, top=-80, middle=18)
# mm right or left of the midline, in front of and above the commissure: boxes round the nuclei.
_NUCLEI = {
    "putamen": ((18, 36), (-20, 20), (-12, 13)),
    "pallidum": ((11, 25), (-12, 6), (-7, 6)),
    "thalamus": ((1.5, 23), (-33, -3), (-3, 18)),
    "caudate": ((4, 19), (-14, 24), (-2, 26)),
    "dentate": ((7, 24), (-72, -46), (-44, -25)),
}


def stack() -> Stack:
    paint = Paint(_SLICES)
    volumes = _volumes()
    seen = {name: _cut(values) for name, values in volumes.items()}
    random = np.random.Generator(np.random.PCG64(5))
    _paint_head(paint, seen, random)
    _paint_brain(paint, seen)
    _paint_falx(paint, seen, random)
    _paint_old_calcium(paint, random)
    return Stack(_SLICES, paint.names, paint.labels, _landmarks(paint))


@lru_cache
def _template() -> dict[str, np.ndarray]:
    import nibabel

    spec = find_spec("nilearn")
    assert spec
    assert spec.submodule_search_locations
    folder = Path(spec.submodule_search_locations[0]) / "datasets" / "data"
    found = {}
    for name in ("t1", "gm", "wm"):
        path = folder / f"mni_icbm152_{name}_tal_nlin_sym_09a_converted.nii.gz"
        values = np.asarray(nibabel.load(path).dataobj, np.float32) / 255
        found[name] = np.pad(values, _PAD)
    return found


def _volumes() -> dict[str, np.ndarray]:
    """What is sampled later: shares of tissue, and distances in mm, negative inside."""
    raw = _template()
    brain = binary_fill_holes(raw["t1"] > 0.2)
    cavity = ball_closed(brain, 9)
    hull = ball_closed(brain, 40)
    return {
        **raw,
        "brain": distance(brain),
        "cavity": gaussian_filter(distance(cavity), 1.2),
        "hull": gaussian_filter(distance(hull), 4),
    }


@lru_cache
def _where() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The place of each pixel in the template: mm right, in front and above."""
    random = np.random.Generator(np.random.PCG64(11))
    # The template is alike on both sides, no head is: each place is a little off.
    off = [
        amount * warped(_SLICES, random, length)
        for amount, length in ((1.5, 62), (1.3, 62), (0.5, 24), (0.5, 24))
    ]
    right = -_SLICES.x[None] + off[0] + off[2]
    front = -_SLICES.y[None] + off[1] + off[3]
    # On the right the front lies forward, on the left the back lies behind.
    front = front - 0.022 * np.clip(right, -60, 60)
    above = -_SLICES.z[:, None, None] + _SLOPE * (-_SLICES.y[None] + 15)
    return right, front, np.broadcast_to(above, _SLICES_SHAPE)


_SLICES_SHAPE = (_SLICES.count, _SLICES.rows, _SLICES.columns)


def _cut(values: np.ndarray) -> np.ndarray:
    right, front, above = _where()
    at = np.stack([right + _MIDLINE + _PAD, front + _BACK + _PAD, above + _FOOT + _PAD])
    return map_coordinates(values, at, order=1, mode="nearest").astype(np.float32)


def _paint_head(paint: Paint, seen: dict[str, np.ndarray], random: np.random.Generator) -> None:
    """Scalp, skull with its diploe, and what closes the base."""
    hull, cavity = seen["hull"], seen["cavity"]
    _, front, above = _where()
    slow = warped(_SLICES, random, 38)
    thick = 5.4 + 0.9 * slow + 1.2 * np.clip((np.abs(front + 15) - 55) / 20, 0, 1)
    thick = thick + 4.5 * np.clip((-front - 78) / 16, 0, 1) * np.clip(
        1 - np.abs(above + 4) / 22, 0, 1
    )
    scalp = thick + 5.4 + 0.9 * warped(_SLICES, random, 30)
    low = np.clip((-above - 8) / 30, 0, 1)  # muscles thicken the scalp towards the neck
    scalp = scalp + 9 * low * np.clip((-front - 25) / 40, 0, 1)
    temporal = np.clip(1 - np.abs(front - 18) / 34, 0, 1) * np.clip((20 - above) / 26, 0, 1)
    scalp = scalp + 9 * temporal
    paint.where("skin", hull < scalp)
    paint.where("fat", hull < scalp - 1.9)
    muscle = (temporal > 0.12) | ((low > 0.15) & (front < -30))
    paint.where("muscle", (hull < scalp - 4.4) & muscle)
    inside = np.minimum(hull, cavity)
    bone = inside < thick
    paint.where("cortex", bone)
    tables = 1.5 + 0.35 * warped(_SLICES, random, 22)
    paint.where("diploe", (inside > tables) & (inside < thick - tables) & (thick > 4.6))
    _paint_base(paint, seen, random)
    paint.where("csf", cavity < 0)


def _paint_base(paint: Paint, seen: dict[str, np.ndarray], random: np.random.Generator) -> None:
    """Petrous bone with its air cells, sphenoid and what lies between: bone, not brain."""
    right, front, above = _where()
    core = (seen["hull"] < -1) & (seen["cavity"] > 0)
    paint.where("cortex", core)
    paint.where("diploe", core & (seen["cavity"] > 2.2) & (warped(_SLICES, random, 7) > -0.2))
    cells = warped(_SLICES, random, 3.4)
    mastoid = (np.abs(right) > 40) & (front < -18) & (front > -52) & (above < -14)
    paint.where(
        "air-cell",
        (np.minimum(seen["hull"] + 4, seen["cavity"]) > 2)
        & mastoid
        & (cells > -0.1)
        & (seen["hull"] < 5),
    )
    uneven = 1 + 0.14 * warped(_SLICES, random, 12)
    sinus = np.hypot(right / 13, (front - 10) / 15) < uneven
    septum = np.abs(right - 1.5 - 0.06 * (front - 10)) > 0.7
    paint.where(
        "air-cell", sinus & septum & (seen["cavity"] > 2) & (seen["hull"] < -1) & (above < -14)
    )


def _paint_brain(paint: Paint, seen: dict[str, np.ndarray]) -> None:
    """Grey, white and fluid, each where its share is greatest; the nuclei by their place."""
    brain = seen["brain"] < 0.4
    grey, white = seen["gm"], seen["wm"]
    fluid = 1 - grey - white
    t1 = seen["t1"]
    right, front, above = (np.abs(_where()[0]), *_where()[1:])
    outside = seen["brain"] > -1.4
    wet = (t1 < 0.52) | ((fluid > 0.3) & ~outside)
    paint.where("grey", brain & ~wet)
    paint.where("white", brain & ~wet & (white > grey) & (seen["brain"] < -2))
    deep = brain & ~wet & (seen["brain"] < -8)
    for name, box in _NUCLEI.items():
        inside = deep.copy()
        for values, (low, high) in zip((right, front, above), box, strict=True):
            inside &= (values > low) & (values < high)
        paint.where(name, inside & _nucleus(name, t1, grey, white, right, front, above))


def _paint_falx(paint: Paint, seen: dict[str, np.ndarray], random: np.random.Generator) -> None:
    """The falx, and the great sinus in its edge."""
    right, front, above = _where()
    wave = 0.5 * warped(_SLICES, random, 26)
    inside, hull = seen["cavity"] < 0, seen["hull"]
    fissure = paint.has("csf", "grey", "white") & inside
    # It reaches deep behind, where it meets the tentorium, and ends short of the callosum.
    deep = np.interp(front, (-90, -40, 30, 70), (60, 44, 26, 40))
    falx = (np.abs(right + wave) < 0.75) & (hull > -deep) & (above > np.where(front > 20, -12, 6))
    paint.where("dura", falx & fissure)
    sinus = np.abs(right + wave) + 0.6 * np.maximum(-seen["cavity"], 0)
    behind = (front < -20) | (above > 40)
    paint.where("blood", (sinus < 5.6) & inside & behind & (above > -6))


def _paint_old_calcium(paint: Paint, random: np.random.Generator) -> None:
    """What most adults have: grains in the choroid plexus and in the pineal gland."""
    right, front, above = _where()
    grain = warped(_SLICES, random, 2.6)
    for middle, radii, bare in (
        ((0, -31, 2), (3.6, 4.4, 4.0), -0.1),
        ((25, -40, 11), (5.0, 6.5, 5.0), 0.75),
        ((-23, -39, 12), (4.2, 5.5, 5.0), 1.05),
    ):
        parts = zip((right, front, above), middle, radii, strict=True)
        away = sum(((value - at) / radius) ** 2 for value, at, radius in parts)
        paint.where("choroid", (away < 1) & (grain > bare) & paint.has("csf", "grey", "white"))


def _nucleus(name, t1, grey, white, right, front, above):
    if name == "dentate":
        return np.hypot((right - 14.5) / 7.5, np.hypot((front + 58) / 8.5, (above + 34) / 7)) < 1
    if name == "thalamus":
        lean = (right - 10 - 0.28 * (-front - 18)) / 9.5
        return np.hypot(lean, np.hypot((front + 18) / 14, (above - 8) / 10.5)) < 1
    if name == "pallidum":
        lean = right - 18.5 - 0.42 * (-front - 3)
        return np.hypot(lean / 5.6, np.hypot((front + 3) / 8.5, above / 6.2)) < 1
    return grey > white * 0.8


def _landmarks(paint: Paint) -> dict[str, tuple[float, float, float]]:
    """The middle of each nucleus of either side."""
    found = {}
    for name in _NUCLEI:
        at = np.argwhere(paint.labels == paint.names.index(name)).astype(float)
        x = _SLICES.x[0][at[:, 2].astype(int)]
        for side, here in (("right", x < 0), ("left", x > 0)):
            layer, row, column = at[here].mean(0)
            found[f"{side}-{name}"] = (
                float(_SLICES.x[0][int(column)]),
                float(_SLICES.y[int(row), 0]),
                float(_SLICES.z[round(layer)]),
            )
    return found
