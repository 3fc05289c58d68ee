"""What every place for a label costs, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from atlas.imaging.frame import Point
from atlas.ui.viewport.geometry import Box, cut, overlap

if TYPE_CHECKING:
    # numpy takes a tenth of a second to import; the window is painted before it is needed.
    import numpy as np
    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[np.float64]"

CELL = 8.0
"""The side of the squares into which the screen is divided."""
Cells = frozenset[tuple[int, int]]
"""Squares of the screen, counted from its top left corner."""

_PLACES = 1200  # tried all over the area
_FINEST = 14.0  # pixels between them
_GAPS = (8.0, 14.0, 24.0, 40.0)  # and some right beside the region
_SHARES = (-0.2, 0.0, 0.25, 0.5, 0.75, 1.0, 1.2)
_LEAST_GAP = 8.0
_NEAR = 60.0  # further away than this, more of the same matters less
# Each as bad as standing this many pixels further away.
_OVER_SOMETHING = 240.0
_OVER_A_LINE = 70.0
_OVER_A_REGION = 50.0
_LARGE = 0.35  # of the area: a region that fills so much of it cannot be avoided


class Prices:
    """Knows what is to be seen where, and asks more for a place the more of it a label hides."""

    def __init__(
        self, area: Box, ground: NDArray[np.float32] | None, lines: Cells, regions: Sequence[Box]
    ) -> None:
        import numpy as np

        rows, columns = (int(side // CELL) + 1 for side in (area[3], area[2]))
        marked = np.zeros((rows, columns))
        for x, y in lines:
            if 0 <= x < columns and 0 <= y < rows:
                marked[y, x] = 1
        self._area = area
        self._lines = _summed(marked)
        self._ground = None if ground is None else _summed(ground[:rows, :columns])
        self._regions = [(region, _weight(region, area)) for region in regions]

    def of(self, boxes: Numbers, points: Sequence[Point]) -> Numbers:
        """The price of each box as the place of a label for the region with these points."""
        import numpy as np

        away = _distances(boxes, points)
        price = np.minimum(away, _NEAR) + np.maximum(away - _NEAR, 0) * 0.5
        price += np.maximum(_LEAST_GAP - away, 0) * 4
        cells = self._cells(boxes)
        if self._ground is not None:
            price += _mean(self._ground, cells) * _OVER_SOMETHING
        price += (_mean(self._lines, cells) > 0) * _OVER_A_LINE
        return price + self._covering(boxes) * _OVER_A_REGION

    def places(self, region: Box, width: float, height: float) -> Numbers:
        """Boxes all over the area, and some close to the region."""
        import numpy as np

        left, top, right, bottom = self._area
        step = max(_FINEST, ((right - left) * (bottom - top) / _PLACES) ** 0.5)
        across = np.arange(left, right - width + 0.01, step)
        down = np.arange(top, bottom - height + 0.01, step)
        x, y = np.meshgrid(across, down)
        near = np.array(list(_beside(cut(region, self._area), width, height)))
        corners = np.concatenate([np.stack([x.ravel(), y.ravel()], axis=1), near])
        boxes: Numbers = np.concatenate([corners, corners + np.array([width, height])], axis=1)
        inside = (boxes[:, :2] >= (left, top)).all(axis=1)
        inside &= (boxes[:, 2:] <= (right, bottom)).all(axis=1)
        return boxes[inside]

    def _cells(self, boxes: Numbers) -> NDArray[np.int64]:
        import numpy as np

        rows, columns = self._lines.shape
        cells = np.floor(boxes / CELL).astype(np.int64)
        cells[:, 2:] += 1
        most = (columns - 1, rows - 1, columns - 1, rows - 1)
        return np.minimum(np.maximum(cells, 0), most)

    def _covering(self, boxes: Numbers) -> Numbers:
        import numpy as np

        most = np.zeros(len(boxes))
        size = np.maximum((boxes[:, 2:] - boxes[:, :2]).prod(axis=1), 1)
        for region, weight in self._regions:
            shared = np.minimum(boxes[:, 2:], region[2:]) - np.maximum(boxes[:, :2], region[:2])
            most = np.maximum(most, np.maximum(shared, 0).prod(axis=1) / size * weight)
        return most


def _summed(squares: NDArray[np.generic]) -> Numbers:
    """Sums from the top left corner, with which any rectangle is four look-ups."""
    import numpy as np

    return np.pad(squares.astype(np.float64).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))


def _mean(sums: Numbers, cells: NDArray[np.int64]) -> Numbers:
    import numpy as np

    left, top, right, bottom = cells.T
    total = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    mean: Numbers = total / np.maximum((right - left) * (bottom - top), 1)
    return np.where(mean < 1e-9, 0, mean)


def _distances(boxes: Numbers, points: Sequence[Point]) -> Numbers:
    """From each box to the nearest of the points."""
    import numpy as np

    x, y = np.array(points).T
    across = np.maximum(np.maximum(boxes[:, :1] - x, x - boxes[:, 2:3]), 0)
    along = np.maximum(np.maximum(boxes[:, 1:2] - y, y - boxes[:, 3:]), 0)
    nearest: Numbers = np.sqrt((across**2 + along**2).min(axis=1))
    return nearest


def _beside(region: Box, width: float, height: float) -> Iterable[Point]:
    left, top, right, bottom = region
    for gap in _GAPS:
        for share in _SHARES:
            y = top + (bottom - top) * share - height / 2
            x = left + (right - left) * share - width / 2
            yield right + gap, y
            yield left - gap - width, y
            yield x, top - gap - height
            yield x, bottom + gap


def _weight(region: Box, area: Box) -> float:
    whole = overlap(area, area) or 1.0
    return max(0.0, 1.0 - overlap(region, area) / (whole * _LARGE))
