"""Boxes and straight lines on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from PySide6.QtCore import QRectF

from atlas.imaging.frame import Point

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in screen pixels."""
Line = tuple[Point, Point]


def box_of(rect: QRectF) -> Box:
    """A rectangle as plain numbers."""
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def overlap(one: Box, other: Box) -> float:
    """The area two boxes share."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    return across * along if across > 0 and along > 0 else 0.0


def grown(box: Box, across: float, along: float) -> Box:
    """The box with so much more on each side."""
    return box[0] - across, box[1] - along, box[2] + across, box[3] + along


def within(box: Box, area: Box) -> bool:
    """Whether all of a box is in `area`."""
    return box[0] >= area[0] and box[1] >= area[1] and box[2] <= area[2] and box[3] <= area[3]


def cut(box: Box, area: Box) -> Box:
    """The part of a box in `area`; where there is none, the nearest edge."""
    x1, x2 = (min(max(x, area[0]), area[2]) for x in (box[0], box[2]))
    y1, y2 = (min(max(y, area[1]), area[3]) for y in (box[1], box[3]))
    return x1, y1, x2, y2


def distance(box: Box, point: Point) -> float:
    """How far a point is from a box, across or along, 0 inside."""
    across = max(box[0] - point[0], 0.0, point[0] - box[2])
    along = max(box[1] - point[1], 0.0, point[1] - box[3])
    return max(across, along)


def away(box: Box, point: Point) -> float:
    """How far a point is from a box as the crow flies, 0 inside."""
    across = max(box[0] - point[0], 0.0, point[0] - box[2])
    down = max(box[1] - point[1], 0.0, point[1] - box[3])
    return hypot(across, down)


def crosses(one: Line, other: Line) -> bool:
    """Whether two lines meet between their ends."""
    (a, b), (c, d) = one, other
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def runs_through(line: Line, box: Box) -> bool:
    """Whether any of a line is in a box."""
    left, top, right, bottom = box
    (x1, y1), (x2, y2) = line
    if max(x1, x2) < left or min(x1, x2) > right or max(y1, y2) < top or min(y1, y2) > bottom:
        return False
    if any(distance(box, end) == 0 for end in line):
        return True
    diagonals = ((left, top), (right, bottom)), ((left, bottom), (right, top))
    return any(crosses(line, diagonal) for diagonal in diagonals)


def along(line: Line, step: float) -> Iterator[Point]:
    """Points of a line, the start and then one every `step`."""
    (x1, y1), (x2, y2) = line
    steps = max(int(max(abs(x2 - x1), abs(y2 - y1)) / step), 1)
    return ((x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps) for n in range(steps))


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
