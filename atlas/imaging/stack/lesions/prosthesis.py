"""A total hip replacement in CT: cup, liner, head, neck, stem, and the artefact of its metal."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import resampled, stream
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, Spot, soft

_METAL = Tissue(3071, 0, 0, 0)
_LINER = Tissue(-20, 0, 0, 0)
_SCAR = Tissue(42, 0, 0, 0)
_HEAD, _CUP, _SHELL = 14.0, 25.0, 3.0  # mm: radii of head and cup, thickness of the cup
_FEMUR = ("cortex", "spongiosa", "marrow", "cartilage")
_SIDE, _ANGLES = 144, 120  # of the artefact: pixels a side, views of the scanner
_WATER = 0.019  # attenuation of water, per mm
_KEY = 861


def lay(bed: Bed, choice: Choice) -> Regions:
    """An implant whose head lies at a landmark; `artefact` is what reduction has left of it."""
    spot = bed.spot(choice)
    grid = bed.canvas.grid.seen_from(spot.x, spot.y)
    side = -1.0 if choice.word("side") == "right" else 1.0
    _resect(bed, grid, spot, side)
    cup = _cup(grid, spot, side)
    head = np.sqrt(grid.x**2 + grid.y**2 + np.float32(spot.below**2)) - np.float32(_HEAD)
    stem = _stem(bed, choice, grid, spot, side)
    if abs(spot.below) < _CUP:
        liner = np.sqrt(grid.x**2 + grid.y**2 + np.float32(spot.below**2)) - np.float32(_CUP - 1)
        liner = np.maximum(liner, _opening(grid, spot, side))
        bed.canvas.paint(bed.canvas.grid, coverage(liner, 0.8), _LINER)
    metal = np.minimum(np.minimum(cup, head), stem)
    covered = coverage(metal, 0.8)
    bed.canvas.paint(bed.canvas.grid, covered, _METAL)
    if amount := choice.value("artefact"):
        streaks = _artefact(bed.canvas.grid, covered, stream(choice.seed, _KEY, bed.volume.number))
        bed.canvas.channels[0][...] += streaks * np.float32(amount) * (1 - covered)
    return {"implant": (bed.canvas.grid, metal)} if metal.min() < 0 else {}


def _opening(grid: Grid, spot: Spot, side: float) -> Array:
    """mm beyond the mouth of the cup, which looks outwards, down and a little forwards."""
    way = np.array([side * 0.64, -0.2, 0.74])
    found: Array = grid.x * np.float32(way[0]) + grid.y * np.float32(way[1])
    return found + np.float32(spot.below * way[2] - 2)


def _cup(grid: Grid, spot: Spot, side: float) -> Array:
    away = np.sqrt(grid.x**2 + grid.y**2 + np.float32(spot.below**2)) - np.float32(_CUP)
    found: Array = np.maximum(np.maximum(away, -away - _SHELL), _opening(grid, spot, side))
    return found


def _resect(bed: Bed, grid: Grid, spot: Spot, side: float) -> None:
    """The head and most of the neck of the femur are gone; scar lies in their place."""
    away = np.sqrt(grid.x**2 + grid.y**2 + np.float32(spot.below**2))
    cut = (grid.x * np.float32(side) - 24) * np.float32(0.7) + np.float32(spot.below * 0.7 - 4)
    near = np.maximum(away - 44, cut)
    hip = np.maximum(near, 0) if abs(spot.below) > 30 else near
    bone = bed.share(*_FEMUR)
    # The socket stays: what is hard beyond the ball that the cup fills.
    ball = away - np.float32(_CUP + 0.5)
    gone = np.where(grid.x * np.float32(side) > 6, hip, np.maximum(hip, ball))
    bed.canvas.paint(bed.canvas.grid, coverage(gone, 1.0) * np.clip(bone * 1.6, 0, 1), _SCAR)


def _stem(bed: Bed, choice: Choice, grid: Grid, spot: Spot, side: float) -> Array:
    """Neck and stem: a taper from the head to the middle of the shaft, then down it."""
    shaft = side * choice.value("offset")
    back = choice.value("back")
    points = np.array(
        [
            (0, 0, 0, 6),
            (shaft * 0.95, back * 0.66, 26, 7),
            (shaft * 1.06, back, 46, 8),
            (shaft, back, 70, 7),
            (shaft, back, 140, 5),
        ]
    )
    best = np.full(grid.shape, 90, np.float32)
    for a, b in pairwise(points):
        part = float(np.clip((spot.below - a[2]) / max(b[2] - a[2], 1e-6), 0, 1))
        x, y, z, radius = a + (b - a) * part
        reach = np.hypot((grid.x - x) / 1.25, grid.y - y)
        away = np.sqrt(reach**2 + np.float32((spot.below - z) ** 2)) - np.float32(radius)
        np.minimum(best, away, out=best)
    return best


def _artefact(grid: Grid, metal: Array, random: np.random.Generator) -> Array:
    """What back projection makes of rays that hardly any quanta survive: dark bands and streaks."""
    from PIL import Image

    wide = max(grid.columns, grid.rows)
    square = np.zeros((wide, wide), np.float32)
    square[: grid.rows, : grid.columns] = metal
    small = np.array(Image.fromarray(square).resize((_SIDE, _SIDE), Image.Resampling.BOX))
    pitch = wide * grid.pitch / _SIDE
    turns = np.arange(_ANGLES) * 180 / _ANGLES
    image = Image.fromarray(small)
    how = Image.Resampling.BILINEAR
    paths = np.stack([np.array(image.rotate(turn, how)).sum(0) for turn in turns]) * pitch
    lost = -0.05 * paths**2 / (paths + 20) + random.standard_normal(paths.shape) * 0.006 * paths
    rate = np.abs(np.fft.rfftfreq(_SIDE)) * np.exp(-((np.fft.rfftfreq(_SIDE) / 0.3) ** 2))
    sharp = np.fft.irfft(np.fft.rfft(lost, axis=1) * rate, _SIDE, axis=1).astype(np.float32)
    total = np.zeros((_SIDE, _SIDE), np.float32)
    for turn, row in zip(turns, sharp, strict=True):
        smeared = Image.fromarray(np.ascontiguousarray(np.broadcast_to(row, total.shape)))
        total += np.array(smeared.rotate(-turn, how))
    streaks = total * np.float32(1000 / _WATER * np.pi / _ANGLES / pitch)
    whole = resampled(streaks, Grid(grid.left, grid.top, pitch, _SIDE, _SIDE), grid)
    return soft(np.abs(whole), 0, 1) * np.clip(whole, -700, 500)
