"""Limbs: skin, the fat under it, and muscle as bodies of its own."""

from __future__ import annotations

from collections.abc import Sequence

from anatomy.shapes import Body, profile
from anatomy.tissue import FAT, MUSCLE

Ring = tuple[float, float, float, float, float]


def limb(rings: Sequence[Ring], inset: float = 0.0) -> Body:
    """A limb along y. A ring is its y, the middle in x and z, and half of its breadth and depth.

    Without `inset` it is the skin, filled with fat; with it, all that lies that far under the
    skin, as muscle beyond fat.
    """
    first, last = rings[0], rings[-1]
    length = last[0] - first[0]
    at = [(ring[0] - first[0]) / length for ring in rings]
    made = profile(
        at,
        [1.0] * len(at),
        [1.0] * len(at),
        [ring[3] - inset for ring in rings],
        [ring[4] - inset for ring in rings],
        # Local x is the picture's x, so the middle may wander; z is taken as straight.
        [
            ring[1] - _straight(first[1], last[1], share)
            for ring, share in zip(rings, at, strict=True)
        ],
    )
    much = FAT if not inset else MUSCLE
    made[:, 5], made[:, 6] = 2.0, much
    body = Body(much, much, noise=0, rough=0.8 if not inset else 1.3, rough_length=14)
    ends = [(ring[1], ring[0], ring[2]) for ring in (first, last)]
    return body.loft(ends[0], ends[1], made, (1, 0, 0), edge=2)


def muscle(noise: float = 0.1) -> Body:
    """An empty body of muscle beyond fat, for bellies to be added to."""
    return Body(MUSCLE, MUSCLE, noise=noise, cell=3.0, stretch=5, rough=1.0, rough_length=8)


def fat_planes(share: float = 1.0) -> Body:
    """An empty body of fat, or of muscle streaked with fat, where muscle would be."""
    return Body(-share * MUSCLE, -share * MUSCLE, noise=0, rough=0.9, rough_length=7)


def _straight(first: float, last: float, share: float) -> float:
    return first + (last - first) * share
