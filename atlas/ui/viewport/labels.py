"""Where the names of regions stand: beside them, in sight, never one over another."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from atlas.imaging.frame import Point

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in screen pixels."""
Cells = frozenset[tuple[int, int]]
"""Squares of the screen with a line in them."""
Ring = Sequence[Point]

_CELL = 8.0
_SMALL = 3 * _CELL
_GAPS = (8.0, 20.0, 36.0, 60.0, 92.0, 132.0)
_SHIFTS = (0, -1, 1, -2, 2, -3, 3, -5, 5)
# Each as bad as standing this many pixels further away.
_OVER_A_LINE = 70.0
_OVER_A_REGION = 50.0
_LARGE = 0.35  # of the area: a region that fills so much of it cannot be avoided


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label to be placed: the box of its region on the screen, and the size of its text."""

    region: Box
    width: float
    height: float


def placed(
    wanted: Sequence[Wanted], area: Box, taken: Sequence[Box], lines: Cells = frozenset()
) -> list[Box | None]:
    """A box for each label inside `area`, off `taken` and off each other; None without room.

    A label would rather be near its region than far, off the lines than over them, and
    beside small regions than in them.
    """
    weighed = [(label.region, _weight(label.region, area)) for label in wanted]
    full = list(taken)
    boxes: list[Box | None] = []
    for label in wanted:
        box = _best(label, area, full, weighed, lines)
        boxes.append(box)
        if box:
            full.append((box[0] - 4, box[1] - 2, box[2] + 4, box[3] + 2))
    return boxes


def overlap(one: Box, other: Box) -> float:
    """The area two boxes share."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    return across * along if across > 0 and along > 0 else 0.0


def cells(rings: Iterable[tuple[Callable[[], Ring], Box]], area: Box) -> Cells:
    """The squares inside `area` through which closed rings run.

    Each ring comes with the box round it; one smaller than a few squares is asked for no more.
    """
    found: set[tuple[int, int]] = set()
    for points, box in rings:
        if max(box[2] - box[0], box[3] - box[1]) <= _SMALL:
            found.update(_squares(box))
        else:
            found.update(_along(points(), area))
    return frozenset(found)


def _along(ring: Ring, area: Box) -> Iterator[tuple[int, int]]:
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        longest = max(abs(x2 - x1), abs(y2 - y1))
        if longest <= _CELL:
            yield int(x2 // _CELL), int(y2 // _CELL)
        elif overlap((min(x1, x2), min(y1, y2), max(x1, x2) + 1, max(y1, y2) + 1), area):
            steps = min(int(longest / _CELL) + 1, 400)
            for n in range(1, steps + 1):
                x, y = x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps
                yield int(x // _CELL), int(y // _CELL)
        x1, y1 = x2, y2


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(side // _CELL) for side in box)
    return ((x, y) for y in range(top, bottom + 1) for x in range(left, right + 1))


def _best(
    label: Wanted,
    area: Box,
    full: Sequence[Box],
    weighed: Sequence[tuple[Box, float]],
    lines: Cells,
) -> Box | None:
    best, cheapest = None, math.inf
    seen = _cut(label.region, area)
    for cost, box in sorted(_candidates(seen, label.width, label.height)):
        if cost >= cheapest:
            break  # the others are dearer still
        if not _within(box, area) or any(overlap(box, other) for other in full):
            continue
        with_covering = cost + _covering(box, weighed, lines)
        if with_covering < cheapest:
            best, cheapest = box, with_covering
    return best


def _covering(box: Box, weighed: Sequence[tuple[Box, float]], lines: Cells) -> float:
    """What it costs to stand where there is something to be seen."""
    size = (box[2] - box[0]) * (box[3] - box[1])
    covered = max((overlap(box, region) * weight for region, weight in weighed), default=0.0)
    return covered / size * _OVER_A_REGION + (_OVER_A_LINE if _crossed(box, lines) else 0.0)


def _crossed(box: Box, lines: Cells) -> bool:
    return any(square in lines for square in _squares(box))


def _weight(region: Box, area: Box) -> float:
    whole = overlap(area, area) or 1.0
    return max(0.0, 1.0 - overlap(region, area) / (whole * _LARGE))


def _candidates(region: Box, width: float, height: float) -> Iterator[tuple[float, Box]]:
    """Boxes round the region with what each costs: right first, then left, above, below."""
    left, top, right, bottom = region
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    for gap in _GAPS:
        for shift in _SHIFTS:
            y = middle_y + shift * (height + 4) - height / 2
            cost = gap + 0.6 * abs(shift) * height
            yield cost, _box(right + gap, y, width, height)
            yield cost + 2, _box(left - gap - width, y, width, height)
        for share in (0.5, 0.0, 1.0):
            x = middle_x - width * share
            cost = gap + 6 + 8 * abs(share - 0.5)
            yield cost, _box(x, top - gap - height, width, height)
            yield cost + 1, _box(x, bottom + gap, width, height)


def _box(x: float, y: float, width: float, height: float) -> Box:
    return (x, y, x + width, y + height)


def _cut(region: Box, area: Box) -> Box:
    """The part of a region in sight; where none is, the nearest edge of the area."""
    x1, x2 = (min(max(x, area[0]), area[2]) for x in (region[0], region[2]))
    y1, y2 = (min(max(y, area[1]), area[3]) for y in (region[1], region[3]))
    return (x1, y1, x2, y2)


def _within(box: Box, area: Box) -> bool:
    return box[0] >= area[0] and box[1] >= area[1] and box[2] <= area[2] and box[3] <= area[3]
