"""The right elbow bent to a right angle and seen from the side: humerus up, forearm to the right.

The front is on the right above the forearm; z is positive on the medial side. Own surfaces.
"""

from __future__ import annotations

import numpy as np
from anatomy.field import CUT
from anatomy.shapes import Body, profile
from anatomy.tissue import CORTEX, MARROW, SPONGIOSA

_S, _M = SPONGIOSA, MARROW
AXIS = (4.5, 0.0)  # of the joint, x and y


def humerus() -> Body:
    """A shaft that flattens, two fossae back to back, a capitellum and a waisted trochlea."""
    body = Body(CORTEX, _S, noise=0.6, cell=0.36, stretch=2.6, rough=0.25)
    at = [0, 0.4, 0.62, 0.76, 0.88, 1]
    shaft = profile(
        at,
        [4.4, 4.2, 3.4, 2.2, 1.3, 0.9],
        [_M, _M, 0.3 * _M, 0.4 * _S, 0.7 * _S, 0.8 * _S],
        [10.8, 10.4, 9.6, 9.0, 8.0, 6.6],
        [11.5, 12, 15.5, 21, 25, 26],
        [0, -0.6, -1.2, -0.8, 1.2, 4.0],
    )
    body.loft((-9, 160, 2), (-4.0, 13, 2), shaft, (1, 0, 0), edge=4)
    # The columns beside the fossae, and the epicondyles they end in.
    for z, end in ((-17, (2.5, 5, -15)), (17, (1.5, 6, 22))):
        body.cone((-4.5, 36, z), end, 6.4, 8.0, blend=6, cortex=0.9, core=0.7 * _S)
    body.cone((-3, 15, 22), (-9, 12, 36), 7.4, 5.4, blend=5, cortex=1.2, core=0.8 * _S)
    body.cone((-2, 15, -20), (-1, 11, -28), 6.4, 4.4, blend=5, cortex=0.9, core=0.8 * _S)
    # Coronoid fossa in front, the deeper olecranon fossa behind: a thin plate stays between.
    body.ellipsoid((7.6, 19.5, 6), (7.0, 8.0, 11), join=CUT, blend=3)
    body.ellipsoid((-12.4, 20, 5), (8.8, 10.5, 12), join=CUT, blend=3)
    lips = profile(
        [0, 0.12, 0.35, 0.58, 0.86, 1],
        [0.9, 0.9, 0.9, 0.9, 0.9, 0.9],
        [0.8 * _S] * 6,
        [10.6, 10.9, 9.4, 8.9, 12.6, 13.0],
    )
    body.loft((*AXIS, -5), (*AXIS, 25), lips, (1, 0, 0), edge=1.6, blend=3)
    body.ellipsoid((6.8, -0.4, -13), (11.2, 11.2, 10.6), blend=3, cortex=0.8, core=0.9 * _S)
    return body


def ulna() -> Body:
    """Olecranon and coronoid round the trochlea, a ridge between, and the shaft."""
    body = Body(CORTEX, 0.8 * _S, axis=(1, 0, 0), noise=0.6, cell=0.36, stretch=2.6, rough=0.25)
    notch = [
        (AXIS[0] + 13.2 * np.cos(turn), AXIS[1] + 13.2 * np.sin(turn))
        for turn in np.radians((137, 160, 185, 210, 235, 260, 285, 310, 332))
    ]
    outline = [
        (-8.6, 15.4), (-5.8, 12.4), *notch, (18.8, -2.6), (20.6, -4.6), (24, -10.8), (34, -14.6),
        (50, -16.4), (64, -17.4), (64, -22), (50, -25.8), (30, -28.0), (8, -29.4), (-6, -29.0),
        (-15.0, -26.4), (-20.4, -21.4), (-22.4, -13), (-22.6, -3), (-21.2, 6), (-17.4, 13.2),
        (-12.6, 16.2),
    ]  # fmt: skip
    body.outline(outline, 8.6, edge=7.0, middle=(0, 0, 7), cortex=1.5, core=0.75 * _S)
    ridge = [
        (AXIS[0] + radius * np.cos(turn), AXIS[1] + radius * np.sin(turn))
        for radius, turns in ((11.0, range(145, 326, 10)), (15.0, range(325, 144, -10)))
        for turn in np.radians(list(turns))
    ]
    body.outline(ridge, 3.6, edge=2, middle=(0, 0, 10), cortex=1.1, smooth=False, blend=1.5)
    shaft = profile(
        [0, 0.1, 0.3, 0.7, 1],
        [1.3, 2.0, 2.8, 2.8, 2.5],
        [0.7 * _S, 0.3 * _S, _M, _M, _M],
        [7.4, 6.8, 6.2, 5.8, 5.4],
        [8.5, 7.5, 6.6, 6, 5.4],
        ridge=[0, 0.05, 0.1, 0.1, 0.08],
    )
    return body.loft((22, -21.5, 6), (190, -20, 0), shaft, (0, 1, 0), edge=3, blend=9)


def radius() -> Body:
    """A dished head, a neck, the tuberosity and the shaft."""
    body = Body(CORTEX, 0.9 * _S, axis=(1, 0, 0), noise=0.6, cell=0.36, stretch=2.6, rough=0.22)
    made = profile(
        [0, 0.05, 0.15, 0.22, 0.32, 0.5, 0.62, 0.78, 1],
        [1.2, 1.0, 0.9, 1.0, 1.4, 1.7, 1.8, 2.3, 2.6],
        [_S, _S, 0.9 * _S, 0.7 * _S, 0.4 * _S, 0.2 * _S, 0, _M, _M],
        [10.2, 11.0, 10.6, 8.6, 6.7, 6.9, 7.2, 6.8, 6.7],
        shift=[0, 0, 0, 0, 0, -0.8, -1.4, -0.6, 0],
    )
    body.loft((18.6, -0.4, -13), (66, -4.4, -10), made, (0, 1, 0), edge=2.6)
    body.ellipsoid((15.6, -0.2, -13), (4.4, 9.4, 9.4), join=CUT, blend=1)
    body.ellipsoid((45, -9.4, -7), (8.0, 3.4, 4), blend=4, cortex=1.3, core=0.4 * _S)
    shaft = profile(
        [0, 0.08, 0.4, 1], [2.3, 2.6, 2.8, 2.5], [_M] * 4, [6.0, 6.6, 6.8, 7.2], [5.8, 6.6, 6.6, 7],
        [0, 0, 1.8, 0], [0, 0, 0.08, 0.06],
    )  # fmt: skip
    return body.loft((54, -3.8, -10.6), (190, 1, -4), shaft, (0, 1, 0), edge=5, blend=9)
