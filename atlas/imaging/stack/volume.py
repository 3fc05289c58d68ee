"""One stored slice of a healthy body: its labels, and what they attenuate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from atlas.domain.errors import AtlasError
from atlas.imaging.film.facts import backgrounds
from atlas.imaging.pictures import decoded
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import stream
from atlas.imaging.stack.facts import StackFacts, stack_facts_of
from atlas.imaging.stack.tissue import tissue_of

Labels = NDArray[np.uint8]
Texture = tuple[float, float, float]
"""A value, and the deviation of its fine and of its coarse grains."""

_KEY = 800
_TILE = 256  # pixels of a label map
_FINE, _COARSE = 0.9, 4.5  # mm


@dataclass(frozen=True, eq=False, slots=True)
class Volume:
    """The slice at `number`, counted from 1. `grid` is in mm from the top left corner."""

    view: str
    facts: StackFacts
    number: int
    labels: Labels
    grid: Grid

    def numbers(self, *names: str) -> list[int]:
        """The numbers of some labels, as far as this stack has them."""
        return [n for n, name in enumerate(self.facts.labels) if name in names]


def volume(view: str, number: int) -> Volume:
    """Raises AtlasError, in words for a reader, when the slice is missing or damaged."""
    facts = stack_facts_of(view)
    labels = _labels(str(backgrounds()), view, number)
    grid = Grid(0, 0, facts.millimetres, *facts.size)
    return Volume(view, facts, number, labels, grid)


@lru_cache(maxsize=12)
def _labels(_folder: str, view: str, number: int) -> Labels:
    facts = stack_facts_of(view)
    try:
        stored = decoded(facts.path(view, number))
    except AtlasError as error:
        raise AtlasError(
            f"Slice {number} of the background {view} is missing or damaged. {error}"
        ) from error
    labels = np.asarray(stored)
    if stored.size != facts.size or stored.mode != "L" or labels.max() >= len(facts.labels):
        raise AtlasError(f"Slice {number} of the background {view} is damaged.")
    return labels


def attenuation(body: Volume, seed: int) -> Array:
    """Hounsfield units of a slice at its own resolution: tissue by tissue, with its texture."""
    return textured(body, [tissue_of(name) for name in body.facts.labels], seed)


def textured(body: Volume, tissues: Sequence[Texture], seed: int) -> Array:
    """A value for each label, and how uneven it looks, at the resolution of the labels."""
    value, fine, coarse = (np.array(part, np.float32) for part in zip(*tissues, strict=True))
    values: Array = value[body.labels]
    for spread, amount, key in ((_FINE, fine, 1), (_COARSE, coarse, 2)):
        tile = _texture(spread / body.grid.pitch)
        values += amount[body.labels] * _laid(tile, body.labels.shape, seed, body.number, key)
    return values


@lru_cache(maxsize=8)
def _texture(spread: float) -> Array:
    """Noise of deviation 1 that repeats without a seam, its grains `spread` pixels."""
    white = stream(77, _KEY).standard_normal((_TILE, _TILE))
    rate = np.fft.fftfreq(_TILE)
    square = rate[:, None] ** 2 + rate[None, :] ** 2
    response = np.exp(-2 * (np.pi * spread / 2) ** 2 * square)
    response[0, 0] = 0
    made = np.fft.ifft2(np.fft.fft2(white) * response).real
    tile: Array = (made / made.std()).astype(np.float32)
    return tile


def _laid(tile: Array, shape: tuple[int, ...], seed: int, number: int, key: int) -> Array:
    """The tile over the whole slice, shifted by the seed and the slice."""
    random = stream(seed, _KEY, number, key)
    down, across = (int(random.integers(_TILE)) for _ in range(2))
    moved = np.roll(tile, (down, across), (0, 1))
    repeats = (-(-shape[0] // _TILE), -(-shape[1] // _TILE))
    return np.tile(moved, repeats)[: shape[0], : shape[1]]


def resized(values: Array, grid: Grid) -> Array:
    """An array of a whole slice on the pixels of a whole picture."""
    from PIL import Image

    image = Image.fromarray(np.ascontiguousarray(values, np.float32))
    smaller = grid.columns < image.width
    how = Image.Resampling.BOX if smaller else Image.Resampling.BICUBIC
    return np.array(image.resize((grid.columns, grid.rows), how))
