"""The first ray of the right foot from above, soft tissue swollen beside its joint."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from anatomy.bones import foot
from anatomy.shapes import Body
from anatomy.tissue import MUSCLE
from anatomy.view import Frame, View
from anatomy.views import foot_ap

_SWELLING = (-145, 18, -45)


def view() -> View:
    """The same foot at twice the scale, for a mass beside the first metatarsal head."""
    whole = foot_ap.view()
    middle = foot.from_above(np.array(_SWELLING, float)).tolist()
    whole.skin.ellipsoid(middle, (13, 15, 11), blend=9)
    swollen = Body(MUSCLE, MUSCLE, noise=0, rough=0.7, rough_length=5)
    swollen.ellipsoid(middle, (10, 12.5, 9))
    frame = Frame(-66, 14, 92, 208, 0.116)
    return replace(
        whole,
        frame=frame,
        landmarks=frame.shown(whole.landmarks),
        courses={},
        flesh=[*whole.flesh, swollen],
        marker=(-58, 112),
        collimated=2,
    )
