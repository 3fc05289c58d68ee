"""What a gamma camera makes of activity: blur, counts by chance, and pixels for the screen."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from atlas.imaging.scintigraphy.facts import scan_facts_of
from atlas.imaging.scintigraphy.skeleton import BONES, FLESH, URINE, Stroke
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import stream

PITCH = 2.4  # mm, a pixel of the camera
COUNTS = 30.0  # in a pixel over uptake 1, at the speed of a whole-body scan
_FWHM = 10.0  # mm
_EDGE = 3.0  # mm over which a stroke fades
_STEP = 3.0  # mm between the dabs of a brush


@lru_cache(maxsize=3)
def healthy(view: str) -> tuple[Grid, Array]:
    """The pixels of the camera and the uptake of a healthy body in them, not blurred."""
    facts = scan_facts_of(view)
    across, down = facts.right - facts.left, facts.bottom - facts.top
    grid = Grid(facts.left, facts.top, PITCH, round(across / PITCH), round(down / PITCH))
    uptake = _painted(grid, FLESH) + _painted(grid, BONES) + _painted(grid, URINE)
    uptake.setflags(write=False)
    return grid, uptake


def blurred(uptake: Array) -> Array:
    """Uptake as the camera resolves it."""
    rows, columns = (_gaussian(count) for count in uptake.shape)
    seen: Array = rows @ uptake @ columns.T
    return seen


def counted(expected: Array, seed: int) -> Array:
    """Counts of each pixel, by chance round what is expected."""
    counts: Array = stream(seed, 500).poisson(expected).astype(np.float32)
    return counts


def on_screen(values: Array, shape: tuple[int, int]) -> Array:
    """Pixels of the camera read at so many rows and columns, evenly between their middles."""
    rows, columns = (_tents(*sides) for sides in zip(values.shape, shape, strict=True))
    shown: Array = (rows @ values @ columns.T).astype(np.float32)
    return shown


def _gaussian(count: int) -> Array:
    away = np.subtract.outer(np.arange(count), np.arange(count)) * (PITCH / _FWHM)
    return _even(np.exp(-4 * np.log(2) * away**2))


def _tents(count: int, wanted: int) -> Array:
    """Weights that read `count` pixels at `wanted` places; wider where pixels become fewer."""
    step = count / wanted
    at = (np.arange(wanted) + 0.5) * step - 0.5
    away = np.abs(np.subtract.outer(at, np.arange(count)))
    return _even(np.maximum(1 - away / max(step, 1.0), 0))


def _even(weights: Array) -> Array:
    """Every row adds up to 1."""
    rows: Array = (weights / weights.sum(1, keepdims=True)).astype(np.float32)
    return rows


def _painted(grid: Grid, strokes: tuple[Stroke, ...]) -> Array:
    """The strongest of some strokes in every pixel."""
    whole = np.zeros(grid.shape, np.float32)
    for stroke in strokes:
        for x, y, radius in _dabs(stroke):
            part = grid.around(x, y, radius + _EDGE)
            square = (part.x - x) ** 2 + (part.y - y) ** 2
            depth = np.clip((radius + _EDGE - np.sqrt(square)) / (2 * _EDGE), 0, 1)
            thickness = np.maximum(1 - 0.5 * square / radius**2, 0)
            below = part.of(whole)
            np.maximum(below, np.float32(stroke.uptake) * depth * thickness, out=below)
    return whole


def _dabs(stroke: Stroke) -> list[list[float]]:
    """x, y and radius along a stroke."""
    points = np.array(stroke.points, np.float64)
    run = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    at = np.linspace(0, run[-1], int(run[-1] / _STEP) + 2)
    radius = np.linspace(stroke.radius, stroke.end, len(at))
    places = (np.interp(at, run, points[:, 0]), np.interp(at, run, points[:, 1]), radius)
    dabs: list[list[float]] = np.stack(places, axis=1).tolist()
    return dabs
