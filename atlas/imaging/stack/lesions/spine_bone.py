"""Sagittal slices of a spine: bone that flows before it, mineral and gas in its discs."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import ramp, spaced
from atlas.imaging.film.curves import Beside, beside
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.shapes import coverage
from atlas.imaging.simulate.tissue import Tissue
from atlas.imaging.stack.bed import Bed, Regions, soft, solid_noise

_GAS = Tissue(-900, 0, 0, 0)
_BLOOD = Tissue(58, 0, 0, 0, hu_grain=5)
_CORTEX, _SPONGY = 1150.0, 520.0  # HU above the tissue
_WAFER = 700.0
_SHAPE, _GRAIN = 1, 2


def lay_flowing(bed: Bed, choice: Choice) -> Regions:
    """A band before the course of a ligament, thickest before discs; regions `bone`, `gap`."""
    below = _below(bed, choice.value("z"))
    half = choice.value("width") / 2
    if abs(below) >= half:
        return {}
    thin = float(np.sqrt(1 - (below / half) ** 2))
    course = choice.word("along")
    thick, bulge = choice.value("thickness") * thin, choice.value("bulge") * thin
    reach = thick + bulge + choice.value("gap") + 6
    grid, near = _along(bed, course, reach)
    noise = _noise(grid, choice, _SHAPE, 7.0, below)
    at_disc = _discs(bed, course, near)
    before = near.side * near.away + np.float32(0.5) * noise
    start, end = (np.float32(choice.value(name) * near.length) for name in ("from", "to"))
    within = np.minimum(near.along - start, end - near.along)
    inner = np.float32(choice.value("gap")) * (1 - np.float32(1.6) * at_disc)
    full = (np.float32(thick) + np.float32(bulge) * at_disc) * (1 + np.float32(0.18) * noise)
    full *= np.float32(0.2) + np.float32(0.8) * ramp(within, -1, 14)
    depth = np.minimum(np.minimum(before - inner, inner + full - before), within)
    grain = _noise(grid, choice, _GRAIN, 1.5, below)
    shell = ramp(depth, -0.2, 0.5)
    core = ramp(depth, 0.7, 1.7)
    hu = shell * (np.float32(_CORTEX) * (1 - core) + core * np.float32(_SPONGY) * (1 + 0.3 * grain))
    bed.canvas.mineralise(grid, np.maximum(hu, 0).astype(np.float32))
    gap = np.maximum(np.abs(before - inner / 2) - inner / 2, at_disc * 6 - np.float32(2.4))
    return {"bone": (grid, -depth), "gap": (grid, np.maximum(gap, 3 - within))}


def lay_disc(bed: Bed, choice: Choice) -> Regions:
    """Two layers of mineral along a disc and a cleft of gas; regions `wafer`, `vacuum`."""
    below = _below(bed, choice.value("z"))
    half = choice.value("width") / 2
    if abs(below) >= half:
        return {}
    apart, thick = choice.value("apart") / 2, choice.value("thickness")
    grid, near = _along(bed, choice.word("along"), apart + thick * 2 + 3)
    noise = _noise(grid, choice, _SHAPE, 3.0, below)
    share = near.along / np.float32(near.length)
    height = near.side * near.away + np.float32(0.35) * noise
    bulge = np.sqrt(np.maximum(1 - ((share - np.float32(0.5)) / np.float32(0.58)) ** 2, 0))
    ends = ramp(share, 0.03, 0.12) * ramp(1 - share, 0.05, 0.14)
    lines = np.abs(np.abs(height) - np.float32(apart) * bulge)
    layer = ramp(np.float32(thick / 2) * (1 + np.float32(0.3) * noise) - lines, -0.4, 0.4) * ends
    layer *= ramp(noise + np.float32((choice.value("extent") - 0.45) * 4), -0.6, 0.4)
    hu = layer * np.float32(_WAFER * choice.value("density"))
    bed.canvas.mineralise(grid, hu.astype(np.float32))
    edge = np.maximum(np.float32(0.04) - share, share - np.float32(0.94)) * 20
    regions = {"wafer": (grid, np.maximum(np.abs(height) - np.float32(apart + thick / 2), edge))}
    if choice.value("vacuum") > 0:
        at = (share - np.float32(0.5)) / np.float32(0.34 * (1 - 0.5 * (below / half) ** 2))
        room = np.float32(max(apart * 0.6, 0.8)) * np.sqrt(np.maximum(1 - at * at, 0))
        cleft = np.abs(height) + np.float32(0.05) - room
        bed.canvas.paint(grid, coverage(cleft, 0.7) * np.float32(choice.value("vacuum")), _GAS)
        regions["vacuum"] = (grid, cleft)
    return regions


def lay_fracture(bed: Bed, choice: Choice) -> Regions:
    """A cleft across a body, wide in front; regions `fracture`, `opening`."""
    spot = bed.spot(choice)
    long = choice.value("length") / 2
    grid = bed.around(spot, long + 6, long)
    noise = solid_noise(grid, choice.random(_SHAPE), 3.0, spot.below, 60)
    turn = np.radians(choice.value("angle"))
    on = grid.x * np.float32(np.cos(turn)) + grid.y * np.float32(np.sin(turn))
    off = grid.y * np.float32(np.cos(turn)) - grid.x * np.float32(np.sin(turn))
    # The front lies left: there the cleft is widest.
    open_ = np.float32(choice.value("opening") / 2) * (
        np.float32(0.55) - on / np.float32(2.2 * long)
    )
    edge = np.abs(off + np.float32(0.9) * noise) - np.maximum(open_, 0.35)
    edge = np.maximum(edge, np.abs(on) - np.float32(long))
    hard = grid.of(bed.share("cortex", "spongiosa", "end-plate"))
    hard = np.maximum(hard, soft(grid.of(bed.canvas.channels[0]), 160, 320))
    bed.canvas.paint(grid, coverage(edge, 0.7) * hard, _BLOOD, noise)
    front = np.maximum(edge, on + np.float32(0.55 * long))
    return {"fracture": (grid, edge), "opening": (grid, front)}


def _below(bed: Bed, z: float) -> float:
    """How far the slice shown lies beyond the midline, moved by `z` mm."""
    facts = bed.volume.facts
    return (bed.volume.number - 1 - (facts.slices - 1) / 2) * facts.spacing - z


def _along(bed: Bed, name: str, reach: float) -> tuple[Grid, Beside]:
    """The pixels round a course, which runs in the plane of the slices."""
    pitch = bed.volume.facts.millimetres
    line = [(x * pitch, y * pitch) for x, y, _ in bed.volume.facts.courses[name]]
    points = spaced(line, 1.0)
    low, high = points.min(0) - reach, points.max(0) + reach
    x, y = ((low + high) / 2).tolist()
    part = bed.canvas.grid.between(low[0], low[1], high[0], high[1]).seen_from(x, y)
    return part, beside(part, points - [x, y], reach)


def _noise(grid: Grid, choice: Choice, key: int, spacing: float, below: float) -> Array:
    reach = max(float(np.abs(grid.x).max()), float(np.abs(grid.y).max())) + spacing
    return solid_noise(grid, choice.random(key), spacing, below, min(reach, 40 * spacing))


def _discs(bed: Bed, name: str, near: Beside) -> Array:
    """How near each place lies to the middle of a disc, along the course: 1 there, 0 far off."""
    line = np.array(bed.volume.facts.courses[name])[:, :2] * bed.volume.facts.millimetres
    at = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    at *= near.length / at[-1]
    found = np.zeros(near.along.shape, np.float32)
    for number in range(1, len(line) - 1, 2):
        off = (near.along - np.float32((at[number] + at[number + 1]) / 2)) / np.float32(6.0)
        found = np.maximum(found, np.exp(-off * off))
    return found
