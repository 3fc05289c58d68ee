"""What is on a film beside the patient: the lead letter, and the edge of the collimator."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from atlas.imaging.film.facts import Facts, Point
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import stream

_LEAD = 3.4  # line integral of the letter: it leaves almost nothing of the beam
_HEIGHT = 9.0  # mm
_KEY = 710
# The right side is marked where both are shown; a spine from the side lies left side to the film.
_LETTERS = {"right": "R", "left": "L", "both": "R", "midline": "L"}


def marked(integral: Array, grid: Grid, facts: Facts, seed: int) -> None:
    """Lay the lead letter on the cassette, a little askew as the hand of the seed does.

    A place outside the picture is none: what is no patient has no side.
    """
    letter = _LETTERS.get(facts.side)
    if letter is None or not _within(facts.marker, facts.size):
        return
    random = stream(seed, _KEY)
    shape = _letter(letter, round(_HEIGHT / grid.pitch), round(float(random.uniform(-9, 9))))
    shift = random.uniform(-3, 3, 2)
    x, y = (
        (place * facts.millimetres + moved) / grid.pitch
        for place, moved in zip(facts.marker, shift.tolist(), strict=True)
    )
    rows, columns = shape.shape
    top = min(max(round(y) - rows // 2, 0), grid.rows - rows)
    left = min(max(round(x) - columns // 2, 0), grid.columns - columns)
    integral[top : top + rows, left : left + columns] += np.float32(_LEAD) * shape


def collimated(film: Array, grid: Grid, facts: Facts) -> None:
    """Darken what the collimator kept from the beam, in place."""
    margin = facts.collimated * facts.millimetres / grid.pitch
    for axis, count in ((0, grid.rows), (1, grid.columns)):
        at = np.arange(count, dtype=np.float32) + np.float32(0.5)
        near = np.minimum(at, count - at)
        open_ = np.clip((near - np.float32(margin)) / np.float32(0.5 / grid.pitch) + 0.5, 0, 1)
        film *= open_[:, None] if axis == 0 else open_[None, :]
    np.rint(film, out=film)


def _within(place: Point, size: Point) -> bool:
    return all(0 <= at < length for at, length in zip(place, size, strict=True))


@lru_cache(maxsize=4)
def _letter(letter: str, height: int, degrees: int) -> Array:
    from PIL import Image, ImageDraw, ImageFont

    side = max(height * 2, 8)
    picture = Image.new("L", (side * 2, side * 2))
    font = ImageFont.load_default(size=height * 2.6)
    middle = (side, side)
    ImageDraw.Draw(picture).text(middle, letter, 255, font, "mm", stroke_width=max(height // 12, 1))
    small = picture.rotate(degrees, Image.Resampling.BICUBIC).resize(
        (side, side), Image.Resampling.BOX
    )
    return np.asarray(small).astype(np.float32) / 255
