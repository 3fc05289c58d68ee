"""Where the names of regions stand: off what is to be seen, in sight, never one over another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import dist
from typing import TYPE_CHECKING, NamedTuple

from atlas.imaging.frame import Point
from atlas.ui.viewport.geometry import (
    Box,
    Line,
    along,
    away,
    crosses,
    cut,
    grown,
    overlap,
    runs_through,
    within,
)
from atlas.ui.viewport.prices import CELL, Cells, Prices

if TYPE_CHECKING:
    # numpy takes a tenth of a second to import; the window is painted before it is needed.
    import numpy as np
    from numpy.typing import NDArray

Ring = Sequence[Point]

SMALL = 3 * CELL
LEADER_FROM = 14.0
"""A label further than this from its region has a line to it."""
_STAYS = 40.0  # pixels by which another place must be better than where the label stood
_POINTS = 24  # of a region that are looked at
_RING_POINTS = 120  # of one ring, some of which may be out of sight
_OVER_A_LINE, _MOST_LINES = 8.0, 3  # of a leader, for each line
_TIP = 12.0  # pixels of a leader in which it may meet lines


class Wanted(NamedTuple):
    """A label to be placed: points of its region in sight, and the size of its text.

    `before` is where it stood, moved with the picture; it does not leave that for a trifle.
    """

    region: Box
    points: Ring
    width: float
    height: float
    before: Box | None = None


class Place(NamedTuple):
    """Where a label stands, and its line to the region where that is away."""

    box: Box
    tip: Point
    leader: Line | None


@dataclass(slots=True)
class _Full:
    """What is taken, and may not be covered or crossed."""

    boxes: list[Box]
    leaders: list[Line]

    def has_room(self, box: Box) -> bool:
        """Whether a name there gets in the way of nothing."""
        box = grown(box, 4, 2)
        return not (
            any(overlap(box, other) for other in self.boxes)
            or any(runs_through(leader, box) for leader in self.leaders)
        )

    def has_way(self, leader: Line | None, *, behind: bool = False) -> bool:
        """Whether a leader crosses nothing; it may be allowed to pass `behind` names."""
        line = _short(leader)
        return line is None or not (
            any(crosses(line, other) for other in self.leaders)
            or (not behind and any(runs_through(line, other) for other in self.boxes))
        )

    def take(self, place: Place) -> None:
        self.boxes.append(place.box)
        if line := _short(place.leader):
            self.leaders.append(line)


def placed(
    wanted: Sequence[Wanted],
    area: Box,
    taken: Sequence[Box],
    lines: Cells = frozenset(),
    ground: NDArray[np.float32] | None = None,
) -> list[Place | None]:
    """A place for each label inside `area`, off `taken` and off each other; None without room.

    A label would rather be near its region than far, but far more than that where there is
    nothing to be seen: `ground` is how much there is on each square.
    """
    prices = Prices(area, ground, lines, [label.region for label in wanted])
    full = _Full(list(taken), [])
    places: list[Place | None] = []
    for label in wanted:
        place = _best(label, area, full, prices, lines)
        places.append(place)
        if place:
            full.take(place)
    return places


def thinned(ring: Ring, about: int = _RING_POINTS) -> Ring:
    """Every so many of the points of a ring."""
    return ring[:: max(len(ring) // about, 1)]


def cells(rings: Iterable[tuple[Ring, Box]], area: Box) -> Cells:
    """The squares inside `area` through which closed rings run.

    Each ring comes with the box round it; of one no larger than `SMALL` no more is asked.
    """
    found: set[tuple[int, int]] = set()
    for points, box in rings:
        if max(box[2] - box[0], box[3] - box[1]) <= SMALL:
            found.update(_squares(box))
        else:
            found.update(_through(points, area))
    return frozenset(found)


def _through(ring: Ring, area: Box) -> Iterator[tuple[int, int]]:
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        longest = max(abs(x2 - x1), abs(y2 - y1))
        if longest <= CELL:
            yield int(x2 // CELL), int(y2 // CELL)
        elif overlap((min(x1, x2), min(y1, y2), max(x1, x2) + 1, max(y1, y2) + 1), area):
            steps = min(int(longest / CELL) + 1, 400)
            for n in range(1, steps + 1):
                x, y = x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps
                yield int(x // CELL), int(y // CELL)
        x1, y1 = x2, y2


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(side // CELL) for side in box)
    return ((x, y) for y in range(top, bottom + 1) for x in range(left, right + 1))


def _best(label: Wanted, area: Box, full: _Full, prices: Prices, lines: Cells) -> Place | None:
    best, cheapest, hidden = None, math.inf, None
    points = thinned(label.points, _POINTS)
    for price, box in _in_order(label, area, points, prices):
        if price >= cheapest:
            break  # the others are dearer still
        if not full.has_room(box):
            continue
        place = _place(box, points)
        if full.has_way(place.leader):
            with_leader = price + _crossing(place.leader, lines)
            if with_leader < cheapest:
                best, cheapest = place, with_leader
        elif hidden is None and full.has_way(place.leader, behind=True):
            hidden = place
    return best or hidden


def _in_order(
    label: Wanted, area: Box, points: Ring, prices: Prices
) -> Iterator[tuple[float, Box]]:
    """Every place with its price, the cheapest first."""
    import numpy as np

    boxes = prices.places(label.region, label.width, label.height)
    stood = _pushed(label.before, area) if label.before else None
    if stood:
        boxes = np.concatenate([[stood], boxes])
    if not len(boxes) or not points:
        return
    price = prices.of(boxes, points)
    if stood:
        price[0] -= _STAYS
    for number in np.argsort(price, kind="stable"):
        left, top, right, bottom = boxes[number].tolist()
        yield float(price[number]), (left, top, right, bottom)


def _pushed(box: Box, area: Box) -> Box | None:
    """A box moved as far as it must be to lie in `area`."""
    width, height = box[2] - box[0], box[3] - box[1]
    left, top, *_ = cut(box, (area[0], area[1], area[2] - width, area[3] - height))
    moved = (left, top, left + width, top + height)
    return moved if within(moved, grown(area, 0.01, 0.01)) else None


def _place(box: Box, points: Ring) -> Place:
    start = _way_out(box, min(points, key=partial(away, box)))
    tip = min(points, key=partial(dist, start))
    start = _way_out(box, tip)
    far = max(abs(start[0] - tip[0]), abs(start[1] - tip[1])) >= LEADER_FROM
    return Place(box, tip, (start, tip) if far else None)


def _way_out(label: Box, towards: Point) -> Point:
    """Where a leader leaves its label: straight up or down if it can, else beside the text."""
    left, top, right, bottom = label
    middle = (top + bottom) / 2
    if left <= towards[0] <= right:
        return towards[0], (top - 1 if towards[1] < middle else bottom + 1)
    return (left - 4 if towards[0] < left else right + 4), middle


def _crossing(leader: Line | None, lines: Cells) -> float:
    """What it costs to lead over lines that are not meant."""
    if leader is None:
        return 0.0
    tip = leader[1]
    squares = {
        (int(x // CELL), int(y // CELL))
        for x, y in along(leader, CELL / 2)
        if dist((x, y), tip) > _TIP
    }
    return min(len(squares & lines), _MOST_LINES) * _OVER_A_LINE


def _short(leader: Line | None) -> Line | None:
    """A leader without its last pixels: where two regions meet, so may their leaders."""
    if leader is None:
        return None
    (x1, y1), (x2, y2) = leader
    share = max(1 - 3 / (dist(*leader) or 1), 0)
    return (x1, y1), (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share)
