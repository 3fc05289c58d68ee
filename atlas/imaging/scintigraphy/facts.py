"""Where things lie in the body under the gamma camera. No numpy here.

Millimetres from the top of the head, midline 0, x to the right of the picture and y down. The
patient is seen from the front, so the patient's right is the left of the picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """A field of view: its edges in mm, how long it was counted, and what has a name in it."""

    left: float
    top: float
    right: float
    bottom: float
    time: float  # 1 is the speed of a whole-body scan
    landmarks: Mapping[str, Point]
    courses: Mapping[str, tuple[Point, ...]] = field(default_factory=dict)


_PLACES: Mapping[str, Point] = MappingProxyType(
    {
        "right-lung": (-78, 400),
        "left-lung": (88, 395),
        "stomach": (68, 528),
        "right-kidney": (-58, 580),
        "left-kidney": (60, 565),
        "lumbar-spine": (0, 610),
        "sacrum": (0, 730),
        "right-hip": (-92, 812),
        "left-hip": (92, 812),
        "right-thigh": (-112, 1010),
        "left-thigh": (112, 1010),
    }
)


def _seen(left: float, top: float, right: float, bottom: float, time: float) -> ScanFacts:
    inside = {n: (x, y) for n, (x, y) in _PLACES.items() if left < x < right and top < y < bottom}
    return ScanFacts(left, top, right, bottom, time, MappingProxyType(inside))


_FACTS: Mapping[str, ScanFacts] = MappingProxyType(
    {
        "trunk-bone-scan": _seen(-312, 90, 312, 930, 1.0),
        "hips-bone-scan": _seen(-230.4, 620, 230.4, 1040, 3.0),
        "thighs-bone-scan": _seen(-240, 640, 240, 1288, 1.6),
    }
)


def scan_facts_of(view: str) -> ScanFacts:
    """The facts of a view of scintigraphy."""
    return _FACTS[view]
