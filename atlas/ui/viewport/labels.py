"""Where the names of regions stand: beside them, in sight, never one over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in screen pixels."""

_GAPS = (8.0, 20.0, 36.0, 60.0, 92.0, 132.0)
_OVER_A_REGION = 90.0  # as bad as standing this many pixels further away


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label to be placed: the box of its region on the screen, and the size of its text."""

    region: Box
    width: float
    height: float


def placed(wanted: Sequence[Wanted], area: Box, taken: Sequence[Box]) -> list[Box | None]:
    """A box for each label inside `area`, off `taken` and off each other; None without room.

    A label would rather be near its region than far, and beside regions than over them.
    """
    regions = [label.region for label in wanted]
    full = list(taken)
    boxes: list[Box | None] = []
    for label in wanted:
        box = _best(label, area, full, regions)
        boxes.append(box)
        if box:
            full.append(_grown(box, 2))
    return boxes


def overlap(one: Box, other: Box) -> float:
    """The area two boxes share."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    return across * along if across > 0 and along > 0 else 0.0


def _best(label: Wanted, area: Box, full: Sequence[Box], regions: Sequence[Box]) -> Box | None:
    best, cheapest = None, float("inf")
    seen = _cut(label.region, area)
    for cost, box in _candidates(seen, label.width, label.height):
        if cost >= cheapest or not _within(box, area) or any(overlap(box, o) for o in full):
            continue
        size = label.width * label.height
        covered = max(overlap(box, region) for region in regions) / size
        if cost + covered * _OVER_A_REGION < cheapest:
            best, cheapest = box, cost + covered * _OVER_A_REGION
    return best


def _candidates(region: Box, width: float, height: float) -> Iterator[tuple[float, Box]]:
    """Boxes round the region with what each costs: right first, then left, above, below."""
    left, top, right, bottom = region
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    for gap in _GAPS:
        for step in (0, -1, 1, -2, 2, -3, 3, -5, 5):
            y = middle_y + step * (height + 4) - height / 2
            cost = gap + 0.6 * abs(step) * height
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


def _grown(box: Box, by: float) -> Box:
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)
