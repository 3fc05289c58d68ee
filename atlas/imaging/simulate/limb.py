"""Painting the healthy thigh: from the outside in, bone last."""

from __future__ import annotations

import numpy as np

from atlas.imaging.simulate import thigh_outlines as drawn
from atlas.imaging.simulate import tissue
from atlas.imaging.simulate.canvas import Canvas
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field, stream
from atlas.imaging.simulate.shapes import (
    coverage,
    ellipse_distance,
    line_distance,
    open_curve,
    ridge,
    step,
)
from atlas.imaging.simulate.thigh import Thigh

_KEY = 103
_EDGE = 0.5  # mm, the softness of an edge that stands upright in the slice


def paint_soft_tissue(canvas: Canvas, thigh: Thigh, seed: int) -> None:
    """Everything but bone, so that a lesion can be laid between the two."""
    _paint_cover(canvas, thigh)
    _paint_muscles(canvas, thigh)
    _paint_tendons(canvas, thigh)
    _paint_vessels(canvas, thigh)
    _paint_nerve(canvas, thigh, seed)


def paint_femur(canvas: Canvas, thigh: Thigh) -> None:
    """Cortex and marrow, over whatever lies there."""
    middle_x, middle_y = thigh.middle_of_bone.tolist()
    near = canvas.grid.around(middle_x, middle_y, 22)
    fine, coarse = near.of(thigh.fine), near.of(thigh.coarse)
    bone, inner = near.of(thigh.bone), near.of(thigh.marrow)
    canvas.paint(near, coverage(bone, 0.6), tissue.CORTEX, coarse + 0.4 * fine)
    marrow = coverage(inner, 1.1)
    canvas.paint(near, marrow, tissue.MARROW, 0.6 * coarse + 0.5 * fine)
    # A few trabeculae and pits on the inner surface; the middle of the shaft is fat.
    spongy = step(fine + np.float32(0.5) * coarse, 1.1, 2.4) * marrow * step(inner, -3.2, -0.2)
    canvas.paint(near, np.float32(0.4) * spongy, tissue.CORTEX)
    pits = step(-fine, 1.3, 2.3) * coverage(-inner, 0.5) * step(inner, 2.4, 0.2)
    canvas.paint(near, np.float32(0.35) * pits * coverage(bone, 0.5), tissue.MARROW)


def _paint_cover(canvas: Canvas, thigh: Thigh) -> None:
    """Subcutaneous fat with its septa, skin, and the deep fascia."""
    grid = canvas.grid
    canvas.paint(grid, coverage(thigh.skin, _EDGE), tissue.FAT, thigh.coarse)
    canvas.paint(grid, np.float32(0.27) * thigh.septa, tissue.FIBROUS)
    thickness = np.float32(1.5) + np.float32(0.14) * thigh.coarse
    skin = coverage(thigh.skin, _EDGE) * coverage(-thigh.skin - thickness, 0.8)
    canvas.paint(grid, skin, tissue.SKIN, thigh.fine)
    canvas.paint(grid, _fascia(thigh), tissue.FIBROUS)


def _fascia(thigh: Thigh) -> Array:
    """Deep fascia: thin, and thick along the lateral side where it is the iliotibial tract."""
    start, end = np.radians(drawn.TRACT_DEGREES)
    shown = np.zeros(thigh.grid.shape, np.float32)
    rows, columns = np.nonzero(np.abs(thigh.fascia) < np.float32(2.5))
    turn = np.arctan2(thigh.grid.y[rows, 0], thigh.grid.x[0, columns]) % np.float32(2 * np.pi)
    tract = step(turn, start, start + 0.3) * step(turn, end, end - 0.3)
    half = np.float32(0.26) + np.float32(0.62) * tract
    slack = np.float32(0.1) + np.float32(0.1) * thigh.coarse[rows, columns]
    here = coverage(np.abs(thigh.fascia[rows, columns] + slack) - half, 0.6)
    shown[rows, columns] = here * coverage(thigh.skin[rows, columns] + 2, 0.5)
    return shown


def _paint_muscles(canvas: Canvas, thigh: Thigh) -> None:
    grid = canvas.grid
    texture = np.float32(0.6) * thigh.bundles
    texture += np.float32(0.35) * thigh.coarse
    texture += np.float32(0.35) * thigh.fine
    canvas.paint(grid, thigh.muscle, tissue.MUSCLE, texture)
    canvas.paint(grid, np.float32(0.28) * thigh.streaks * thigh.muscle, tissue.FAT)


def _paint_tendons(canvas: Canvas, thigh: Thigh) -> None:
    lines = (*drawn.TENDONS, (drawn.SEPTUM, 0.6))
    for points, breadth in lines:
        moved = thigh.warp(open_curve(np.array(points, np.float32)))
        near = _around(canvas.grid, moved, 4)
        distance = line_distance(moved, near.x, near.y)
        distance += np.float32(0.35) * near.of(thigh.coarse)
        shown = coverage(distance - np.float32(breadth / 2), 0.9)
        shown *= np.float32(0.35) + np.float32(0.5) * step(near.of(thigh.bundles), -1, 1)
        shown *= coverage(near.of(thigh.fascia), 1.0)
        canvas.paint(near, shown, tissue.TENDON)


def _paint_vessels(canvas: Canvas, thigh: Thigh) -> None:
    vessels = (
        (*drawn.ARTERY, tissue.ARTERY, 0.9),
        (*drawn.VEIN, tissue.VEIN, 0.45),
        (*drawn.DEEP_ARTERY, tissue.ARTERY, 0.6),
        (*drawn.DEEP_VEIN, tissue.VEIN, 0.3),
        (*drawn.SAPHENOUS, tissue.VEIN, 0.45),
        *((middle, radius, tissue.VEIN, 0.3) for middle, radius in drawn.TWIGS),
    )
    for middle, radius, _, wall in vessels[:4]:
        _paint_bed(canvas, thigh, middle, radius + wall)
    for number, (middle, radius, blood, wall) in enumerate(vessels):
        x, y = _under_skin(thigh, thigh.warp.point(middle), radius + wall)
        near = canvas.grid.around(x, y, 2 * radius + 3)
        # Veins are seldom round; arteries nearly are.
        flat = 0.96 if blood is tissue.ARTERY else 0.74
        lumen = ellipse_distance(near, (x, y), (radius, radius * flat), 0.9 * number)
        lumen += np.float32(0.15) * near.of(thigh.coarse)
        canvas.paint(near, coverage(lumen - np.float32(wall), 0.5), tissue.VESSEL_WALL)
        canvas.paint(near, coverage(lumen, 0.5), blood)


def _under_skin(thigh: Thigh, point: tuple[float, float], radius: float) -> tuple[float, float]:
    """A vessel of the subcutaneous fat, drawn inwards where the patient has little of it."""
    depth = -float(thigh.distances_at("skin", np.array([point], np.float32))[0])
    inwards = max(radius + 2.4 - depth, 0) / float(np.hypot(*point))
    return point[0] * (1 - inwards), point[1] * (1 - inwards)


def _paint_bed(canvas: Canvas, thigh: Thigh, middle: tuple[float, float], radius: float) -> None:
    """Fat round a vessel, drawn out along the plane in which it runs, never a neat ring."""
    x, y = thigh.warp.point(middle)
    near = canvas.grid.around(x, y, 4 * radius + 3)
    bed = ellipse_distance(near, (x, y), (radius + 2.1, radius + 0.2), -0.14)
    bed += np.float32(1.1) * near.of(thigh.coarse)
    canvas.paint(near, coverage(bed, 1.6), tissue.FAT)


def _paint_nerve(canvas: Canvas, thigh: Thigh, seed: int) -> None:
    """The sciatic nerve: bundles of fibres in a bed of fat, not an even disc."""
    middle, radii, angle = drawn.NERVE
    x, y = thigh.warp.point(middle)
    near = canvas.grid.around(x, y, 12)
    outline = ellipse_distance(near, (x, y), radii, angle)
    canvas.paint(near, coverage(outline - np.float32(1.4), 2.2), tissue.FAT)
    bundles = field(near, stream(seed, _KEY), 0.85)
    canvas.paint(near, coverage(outline, 0.7), tissue.NERVE, bundles)
    between = ridge(bundles, 0.35) * coverage(outline + np.float32(0.5), 0.6)
    canvas.paint(near, np.float32(0.55) * between, tissue.FAT)


def _around(grid: Grid, points: Array, margin: float) -> Grid:
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return grid.between(left - margin, top - margin, right + margin, bottom + margin)
