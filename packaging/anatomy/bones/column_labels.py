"""A spine as labels: vertebrae, discs, canal with sac and cord, on any places in space."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from anatomy.bones.vertebra import Vertebra, distances

Where = Callable[[np.ndarray, str], None]
"""Lays a label over the places of a mask."""

_END_PLATE, _WALL, _ARCH = 1.0, 0.6, 0.95  # mm of cortex
_CANAL, _SAC, _CORD = (8.6, 9.6), (7.2, 8.0), (4.0, 5.4)  # mm, half: front to back, across
_BEHIND = 10.0  # mm from the back wall of a body to the middle of the canal
_NEAR = 42.0  # mm up or down, that a vertebra reaches


def lay_column(column: Sequence[Vertebra], places: np.ndarray, lay: Where) -> None:
    """Label the places, n x 3 in the coordinates of the spine, from the canal to the bone."""
    _lay_canal(column, places, lay)
    solid = [_of(one, places) for one in column]
    for (above, over), (below, under) in pairwise(zip(column, solid, strict=True)):
        lay(_disc(above, over, below, under, len(places)), "disc")
    for one, (near, own) in zip(column, solid, strict=True):
        if not near.any():
            continue
        body = one.shape.distance(own)
        arch = _arch(one, own)
        ends = np.abs(own[:, 1]) > 0.36 * one.shape.back
        outer = np.where(arch < body, _ARCH, np.where(ends, _END_PLATE, _WALL))
        found = np.minimum(body, arch)
        skin = (found < 0) & (arch < body)
        layers = (("end-plate", found < 0), ("cortex", skin), ("spongiosa", found < -outer))
        for name, inside in layers:
            mask = np.zeros(len(places), bool)
            mask[near] = inside
            lay(mask, name)


def _arch(one: Vertebra, own: np.ndarray) -> np.ndarray:
    """The distance to the arch, asked only within its box."""
    found = np.full(len(own), 9.0, np.float32)
    if one.arch:
        low, high = one.arch.bounds()
        within = ((own > low - 1) & (own < high + 1)).all(1)
        found[within] = distances(one.arch, own[within])
    return found


def _of(one: Vertebra, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which places lie near a vertebra, and these in its own coordinates."""
    near = np.abs(places[:, 1] - one.middle[1]) < _NEAR
    near &= np.abs(places[:, 0] - one.middle[0] - 20) < 62
    return near, one.owned(places[near])


def _disc(
    above: Vertebra, over: tuple[np.ndarray, np.ndarray], below: Vertebra,
    under: tuple[np.ndarray, np.ndarray], count: int,
) -> np.ndarray:  # fmt: skip
    """Between two end plates and within the outline of both bodies."""
    upper, lower = np.zeros(count, bool), np.zeros(count, bool)
    x, y, z = over[1].T
    upper[over[0]] = (y < -0.3 * above.shape.back) & (above.shape.section_of(x, z) < 0.9)
    x, y, z = under[1].T
    lower[under[0]] = (y > 0.3 * below.shape.back) & (below.shape.section_of(x, z) < 0.9)
    return upper & lower


def canal(column: Sequence[Vertebra]) -> np.ndarray:
    """Points down the middle of the canal, two a vertebra and one beyond each end: x and y."""
    line = [
        one.placed((one.shape.half[0] + _BEHIND, sign * one.shape.back / 2, 0))[:2]
        for one in column
        for sign in (1, -1)
    ]
    first, last = np.array(line[0]), np.array(line[-1])
    before = first + (first - line[1]) * 3
    return np.array([before, *line, last + (last - line[-2]) * 3])


def _lay_canal(column: Sequence[Vertebra], places: np.ndarray, lay: Where) -> None:
    line = canal(column)
    order = np.argsort(line[:, 1])
    off = places[:, 0] - np.interp(places[:, 1], line[order, 1], line[order, 0])
    for name, (deep, wide) in (
        ("cavity-fat", _CANAL), ("thecal-sac", _SAC), ("cord", _CORD),
    ):  # fmt: skip
        lay((off / deep) ** 2 + (places[:, 2] / wide) ** 2 < 1, name)
