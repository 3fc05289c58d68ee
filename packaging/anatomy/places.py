"""Places on a bone, found from its corners as a view sees them."""

from __future__ import annotations

import numpy as np

Place = tuple[float, float, float]


def furthest(corners: np.ndarray, towards: tuple[float, float, float], **within: float) -> Place:
    """The corner furthest along a direction; `above` and `below` bound its y."""
    y = corners[:, 1]
    kept = corners[(y > within.get("above", -1e9)) & (y < within.get("below", 1e9))]
    x, y, z = kept[(kept @ np.array(towards)).argmax()].tolist()
    return x, y, z


def lower_edge(corners: np.ndarray, first: float, last: float, off: float) -> list[Place]:
    """The lower outline from one x to another, `off` mm below it, six points."""
    edge = []
    for x in np.linspace(first, last, 6):
        near = corners[np.abs(corners[:, 0] - x) < 3.0]
        low = near[near[:, 1].argmin()]
        edge.append((float(x), float(low[1]) - off, float(low[2])))
    return edge
