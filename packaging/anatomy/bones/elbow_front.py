"""The right elbow straight and supine, from the front: the lateral side is on the left.

The origin is the middle of the joint; z is negative towards the front. Own surfaces.
"""

from __future__ import annotations

from anatomy.field import CUT
from anatomy.shapes import Body, profile, turned
from anatomy.tissue import CORTEX, MARROW, SPONGIOSA

_S, _M = SPONGIOSA, MARROW


def _bone(**more: float) -> Body:
    return Body(CORTEX, 0.9 * _S, noise=0.6, cell=0.38, stretch=2.6, rough=0.28, **more)


def humerus(length: float = 120.0) -> Body:
    """Shaft, columns round the fossae, epicondyles, capitellum and trochlea."""
    body = _bone()
    share = length / 120
    made = profile(
        [0, 0.55, 0.72, 0.84, 0.92, 1],
        [4.2, 3.6, 2.6, 1.7, 1.1, 0.9],
        [_M, _M, 0, 0.4 * _S, 0.7 * _S, 0.8 * _S],
        [10.6, 11.2, 13.0, 15.5, 18.0, 19.0],
        [10.4, 9.4, 8.2, 7.4, 7.0, 6.4],
        [0, -0.4, -0.2, 0.2, 0, 0],
    )
    body.loft((3.5 + 4 * (share - 1), length, 2), (0.0, 16, 0), made, (1, 0, 0), edge=5)
    silhouette = [
        (-8.5, 62), (-12.5, 46), (-19.0, 31), (-25, 19), (-28.4, 12), (-27.4, 6.6), (-25.2, 2.5),
        (-22, -3.6), (-16, -6.2), (-9.5, -5.2), (-5.2, -2.6), (-2.4, -4.8), (1, -5.4), (6, -3.8),
        (10, -3.4), (15, -6), (19.4, -9.6), (21.8, -8.6), (22.4, -2), (24, 3.6), (28, 5.6),
        (32.6, 8.6), (33.8, 13.2), (31, 18.4), (25.6, 24), (18.6, 33), (13.4, 46), (10, 62),
    ]  # fmt: skip
    body.outline(silhouette, 6.2, edge=5, middle=(0, 0, 0), cortex=0.85, core=0.75 * _S, blend=8)
    body.ellipsoid((30, 12.5, 5), (4.5, 6.5, 5), blend=5, cortex=1, core=0.7 * _S)
    trochlea = profile(
        [0, 0.1, 0.3, 0.5, 0.75, 0.92, 1], [0.7] * 7, [0.9 * _S] * 7,
        [7.4, 8.4, 7.4, 6.8, 8.6, 10.4, 8.4],
    )  # fmt: skip
    body.loft((-4.0, 3.6, -4), (21.4, 1.6, -4), trochlea, (0, 1, 0), edge=5.5, blend=7)
    body.ellipsoid((-14.5, 4.0, -6), (10.4, 9.8, 9.6), turned(0, 0, 6), blend=8, cortex=0.7)
    body.ellipsoid((5.5, 21.5, 9), (12.0, 10.5, 11.0), turned(0, 0, -8), join=CUT, blend=3.5)
    return body.ellipsoid((5.0, 18.5, -9.5), (9.6, 8, 9.4), join=CUT, blend=3.5)


def radius(length: float = 130.0) -> Body:
    """Head under the capitellum, neck, tuberosity to the ulnar side, bowed shaft."""
    made = profile(
        [0, 0.05, 0.1, 0.18, 0.28, 0.42, 0.6, 1],
        [1.1, 1.0, 1.1, 1.4, 1.8, 2.2, 2.5, 2.7],
        [_S, _S, 0.9 * _S, 0.6 * _S, 0.3 * _S, 0.1 * _S, _M, _M],
        [10.9, 11.8, 10.8, 7.6, 6.6, 7.4, 7.0, 6.8],
        [10.9, 11.8, 10.4, 7.6, 6.8, 7.2, 7.0, 6.6],
        [0, 0, 0, 0.2, 0.4, 0.8, -1.0, 0],
        [0, 0, 0, 0, 0, 0, 0.04, 0.06],
    )
    body = _bone().loft((-14.2, -9.2, -5), (-13, -length, 0), made, (1, 0, 0), edge=2.2)
    body.ellipsoid((-14.2, -5.6, -5), (9.6, 5.0, 9.6), join=CUT, blend=1.2)
    return body.ellipsoid(
        (-7.6, -35, 1), (4.2, 9, 5), turned(0, 0, -6), blend=4, cortex=1.4, core=0.3 * _S
    )


def ulna(length: float = 130.0) -> Body:
    """Olecranon behind the trochlea, coronoid before it, shaft on the medial side."""
    body = _bone()
    olecranon = [
        (-5.5, 12), (-6.6, 20), (-2.5, 25.4), (5, 26.8), (12.6, 24.6), (16.4, 18.4), (17.2, 8),
        (18.8, -6), (17.5, -18), (14.5, -30), (3, -30), (-1.5, -20), (-4.4, -8),
    ]  # fmt: skip
    body.outline(olecranon, 6.8, edge=5.6, middle=(0, 0, 14), cortex=1.1, core=0.5 * _S, blend=4)
    coronoid = [
        (-6.8, -9.5), (-2, -9.2), (5, -11.8), (12, -12.8), (20.6, -11.2), (21.6, -15), (18.8, -22),
        (15, -32), (4, -34), (-2, -26), (-6.0, -17),
    ]  # fmt: skip
    body.outline(coronoid, 12, edge=10, middle=(0, 0, 2), cortex=0.7, core=0.7 * _S, blend=4)
    made = profile(
        [0, 0.2, 0.5, 1], [1.4, 2.2, 2.7, 2.7], [0.6 * _S, 0.2 * _S, _M, _M],
        [10.2, 8.2, 7.0, 6.2], [10.5, 9.2, 8, 7], [0, 0.4, 0.8, 0], [0, 0.06, 0.1, 0.1],
    )  # fmt: skip
    return body.loft((8.6, -24, 7), (11, -length, 4), made, (1, 0, 0), edge=4, blend=7)
