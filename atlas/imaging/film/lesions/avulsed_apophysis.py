"""An apophysis torn off its bed: a flake at first, and after years a mass of bone."""

from __future__ import annotations

import numpy as np

from atlas.imaging.film.bed import Bed, Shadow, ramp
from atlas.imaging.film.volume import Volume
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field
from atlas.imaging.simulate.shapes import rotated

_GROWN = 3.0  # years after which it grows no more
_FLAKE, _MASS = 3.6, 27.0  # mm thick, at first and at last
_LONGER = 1.75  # times the length of the flake
_DEEP = 10.0  # mm, half, along the ray
_LUMP = 7.5  # mm, of its surface, the same at all times so that one shape grows
_CORTEX, _SPONGY = 0.26, 0.085  # of dense calcium


def cast(bed: Bed, choice: Choice) -> Shadow:
    """A crescent that thickens towards its bed; regions `fragment` and `bed`."""
    random = choice.random(1)
    length, off = choice.value("length"), choice.value("displacement")
    reach = length * _LONGER / 2 + off + 8
    grid = bed.around(bed.place(choice), reach, reach)
    grown = float(ramp(np.array(choice.value("years"), np.float32), -0.4, _GROWN))
    box = Volume.within(grid, reach, reach, (_DEEP + 8) * 1.2)
    depth = _depth(box, random, choice, grown)
    calcium = box.thickness(_density(box, random, depth, grown))
    calcium *= np.maximum(1 + np.float32(0.1) * field(grid, random, 0.6), 0)
    torn = _bed(grid, random, choice)
    sclerosis = ramp(-torn, 0, 1.2) * np.float32(0.4 + 0.3 * grown)
    calcium += sclerosis * ramp(field(grid, random, 1.4, 2), -0.6, 0.9)
    return Shadow(grid, calcium, {"fragment": box.outline(depth), "bed": torn})


def _depth(box: Volume, random: np.random.Generator, choice: Choice, grown: float) -> Array:
    """How deep each voxel lies in the fragment, mm; negative outside."""
    length = choice.value("length") * (1 + (_LONGER - 1) * grown)
    thick = _FLAKE + (_MASS - _FLAKE) * grown
    # The tendon holds its outer edge; what is new fills the gap to the bed.
    outer = choice.value("displacement") + _FLAKE + 0.56 * (_MASS - _FLAKE) * grown
    away, along = rotated(box.x, box.y, np.radians(choice.value("angle")))
    along = along - np.float32(2.0 * grown)
    share = along / np.float32(length / 2)
    away = away - np.float32(outer - thick / 2) + np.float32(5.0 - 2.0 * grown) * share * share
    # Thinner to one end, as no flake is even.
    half = np.float32(thick / 2) * (
        1 + np.float32(0.28 * (1 - 0.4 * grown)) * np.clip(share, -1, 1)
    )
    square = share**2 + (away / half) ** 2 + (box.z / np.float32(_DEEP + 6 * grown)) ** 2
    depth: Array = (1 - np.sqrt(square)) * np.float32(thick / 2)
    depth += np.float32(0.4 + 1.5 * grown) * box.noise(random, _LUMP)
    depth += np.float32(0.2 + 0.4 * grown) * box.noise(random, 4.2)
    return depth + np.float32(0.25) * box.noise(random, 2.2)


def _density(box: Volume, random: np.random.Generator, depth: Array, grown: float) -> Array:
    """A cortex of uneven thickness, and trabeculae."""
    slow, fine = box.noise(random, 7.0), box.noise(random, 1.7)
    thick = np.float32(0.7 + 0.5 * grown) * np.maximum(1 + np.float32(0.4) * slow, 0.3)
    cortex = 1 - ramp(depth, 0.5, 1.2 + thick)
    walls = np.maximum(1 - np.abs(fine) * np.float32(0.9), 0)
    spongy = np.maximum(np.float32(0.55) + np.float32(0.75) * walls + np.float32(0.22) * slow, 0.1)
    share: Array = cortex * np.float32(_CORTEX) + (1 - cortex) * spongy * np.float32(_SPONGY)
    return share * ramp(depth, -0.5, 0.5)


def _bed(grid: Grid, random: np.random.Generator, choice: Choice) -> Array:
    """The edge of the bone it came from, scooped and uneven; negative inside."""
    away, along = rotated(grid.x, grid.y, np.radians(choice.value("angle")))
    half = choice.value("length") * 0.44
    share = along / np.float32(half)
    level = away + np.float32(4.5) * share * share + np.float32(0.9) * field(grid, random, 2.6, 2)
    across = np.abs(level + np.float32(2.2)) - np.float32(2.4)
    torn: Array = np.maximum(across, np.abs(along) - np.float32(half))
    return torn
