"""A mass shoves its neighbours aside: the labels of a slice, moved before they are painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from atlas.imaging.film.developing import wide_blur
from atlas.imaging.simulate.grid import Array
from atlas.imaging.stack.volume import Volume

# What does not give way.
_FIRM = (
    *("air", "table", "table-shell", "skin", "cortex", "spongiosa", "marrow", "diploe"),
    *("disc", "cartilage", "cord", "thecal-sac", "airway", "meniscus", "scar"),
)
_GIVE = 9.0  # mm from what is firm, where all gives way


@dataclass(frozen=True, slots=True)
class Push:
    """A mass in a slice: its middle and half of its breadth and depth, in mm.

    Tissue flows like something that cannot be compressed: a ring of radius r moves to
    sqrt(r^2 + share), r in radii of the mass. A negative share draws tissue in.
    """

    x: float
    y: float
    across: float
    down: float
    share: float


def pushed(body: Volume, pushes: Iterable[Push]) -> Volume:
    """The slice with its tissues where the masses have moved them; bones stay."""
    labels = body.labels
    for push in pushes:
        labels = _moved(replace(body, labels=labels), push)
    return replace(body, labels=labels)


def _moved(body: Volume, push: Push) -> np.ndarray:
    grid, labels = body.grid, body.labels
    x, y = grid.x - np.float32(push.x), grid.y - np.float32(push.y)
    square = (x / np.float32(push.across)) ** 2 + (y / np.float32(push.down)) ** 2 + 1e-6
    moved = push.share * np.exp(-np.maximum(square - 1, 0) / 5)
    shrink = np.sqrt(np.maximum(1 - moved / square, 0)) - 1
    shrink *= _yielding(body)
    rows = np.rint((y * shrink) / grid.pitch).astype(np.intp)
    columns = np.rint((x * shrink) / grid.pitch).astype(np.intp)
    rows += np.arange(grid.rows)[:, None]
    columns += np.arange(grid.columns)[None, :]
    source = labels[rows.clip(0, grid.rows - 1), columns.clip(0, grid.columns - 1)]
    firm = np.zeros(len(body.facts.labels), bool)
    firm[body.numbers(*_FIRM)] = True
    return np.where(firm[source] | firm[labels], labels, source)


def _yielding(body: Volume) -> Array:
    """0 on what is firm, 1 a little way off."""
    firm = np.isin(body.labels, body.numbers(*_FIRM)).astype(np.float32)
    near = wide_blur(firm, _GIVE / 2 / body.grid.pitch, 4)
    result: Array = np.clip(1 - 2.2 * near, 0, 1)
    return result
