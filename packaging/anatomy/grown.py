"""Painting the labels of a stack, and what gives their edges life."""

from __future__ import annotations

import numpy as np
from anatomy.stack import Slices
from scipy.ndimage import distance_transform_edt, gaussian_filter, zoom


class Paint:
    """Labels laid over labels; the name painted last is what a pixel is."""

    def __init__(self, slices: Slices) -> None:
        self.slices = slices
        self.names = ["air"]
        self.labels = np.zeros((slices.count, slices.rows, slices.columns), np.uint8)

    def number(self, name: str) -> int:
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name)

    def where(self, name: str, mask: np.ndarray) -> None:
        """Lay a label over the part of the whole stack that `mask` covers."""
        self.labels[mask] = self.number(name)

    def has(self, *names: str) -> np.ndarray:
        """Where one of these labels lies."""
        return np.isin(self.labels, [self.number(name) for name in names])


def distance(inside: np.ndarray, sampling: float = 1.0) -> np.ndarray:
    """Signed distance to the edge of a mask, negative inside."""
    out = distance_transform_edt(~inside, sampling)
    return (out - distance_transform_edt(inside, sampling)).astype(np.float32)


def ball_closed(inside: np.ndarray, radius: float) -> np.ndarray:
    """The mask without gaps narrower than a ball, in voxels."""
    wide = distance_transform_edt(~inside) <= radius
    return distance_transform_edt(wide) > radius


def warped(slices: Slices, random: np.random.Generator, length: float) -> np.ndarray:
    """Smooth noise of mean 0 and deviation 1 over the stack, its grains `length` mm across."""
    step = length / 3
    spans = (
        slices.count * slices.spacing,
        slices.rows * slices.pitch,
        slices.columns * slices.pitch,
    )
    shape = tuple(int(span / step) + 4 for span in spans)
    coarse = gaussian_filter(random.standard_normal(shape), 1.2)
    coarse /= coarse.std()
    wanted = (slices.count, slices.rows, slices.columns)
    factors = [a / b for a, b in zip(wanted, shape, strict=True)]
    return zoom(coarse, factors, order=1, mode="nearest", grid_mode=True).astype(np.float32)
