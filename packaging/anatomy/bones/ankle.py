"""The lower ends of the right tibia and fibula over the foot of `bones/foot.py`. Own surfaces."""

from __future__ import annotations

from anatomy.field import CUT
from anatomy.shapes import Body, profile
from anatomy.tissue import CORTEX, MARROW, SPONGIOSA

_S, _M = SPONGIOSA, MARROW


def tibia() -> Body:
    """Shaft, flare, plafond with its hind lip, and the medial malleolus."""
    body = Body(CORTEX, _S, noise=0.65, cell=0.38, stretch=3.0, rough=0.28)
    made = profile(
        [0, 0.42, 0.62, 0.78, 0.88, 0.95, 1],
        [4.8, 4.4, 3.3, 2.0, 1.2, 0.9, 0.8],
        [_M, _M, 0.15 * _S, 0.55 * _S, 0.85 * _S, _S, 1.1 * _S],
        [13.6, 12.4, 12.8, 15.0, 17.6, 19.6, 19.8],
        [13, 12.5, 13.2, 16, 19, 21, 21.5],
        [-1.0, -0.6, -0.2, 0.2, 0, -0.4, 0],
        [0.05, 0.05, 0.03, 0, 0, 0, 0],
    )
    body.loft((2, 232, -5), (1, 79.5, -3), made, (1, 0, 0), edge=3.2)
    # The hind lip comes lower than the front one; between them lies the dome of the talus.
    body.cone((15, 92, -2), (19.5, 80, -2), 7, 3.6, flat=3.2, blend=5, cortex=1.0, core=_S)
    body.ellipsoid((0.5, 62.6, -2), (22.2, 21.4, 40), join=CUT, blend=1.2)
    body.cone((-3, 98, -22), (-1.5, 75, -25), 12.5, 7.4, flat=0.5, blend=6, cortex=1.0, core=_S)
    body.cone((-5, 76, -25), (-5, 69.5, -25), 6.4, 4.4, flat=0.6, blend=4, cortex=0.9, core=_S)
    return body


def fibula() -> Body:
    """The shaft, and the lateral malleolus behind the tibia and further down."""
    body = Body(CORTEX, 0.9 * _S, noise=0.65, cell=0.36, stretch=3.0, rough=0.25)
    made = profile(
        [0, 0.45, 0.66, 0.8, 0.9, 0.96, 1],
        [2.6, 2.4, 1.7, 1.1, 0.8, 0.75, 0.7],
        [_M, _M, 0.2 * _S, 0.6 * _S, 0.85 * _S, 0.9 * _S, 0.9 * _S],
        [6.6, 6.3, 7.0, 9.6, 11.4, 9.4, 5.4],
        [5.5, 5.5, 6, 6.6, 7.6, 6.4, 4.4],
        [0.6, 0.2, -0.4, -0.3, 0.4, 0.8, 0.6],
        [0.1, 0.1, 0.06, 0, 0, 0, 0],
    )
    return body.loft((13, 232, 23), (8.5, 58, 27.5), made, (1, 0, 0), edge=4.5)
