"""Both feet from above, as they are in fibrodysplasia ossificans progressiva."""

from __future__ import annotations

import numpy as np
from anatomy.bones import foot
from anatomy.bones.foot import METATARSALS, TOES, Seen
from anatomy.shapes import Body
from anatomy.tissue import FAT, MUSCLE
from anatomy.view import Frame, Place, View
from anatomy.views.foot_ap import muscles, toes_of

_APART = 56.0  # mm from the midline to the middle of a foot

# The first metatarsal is short and ends in the first bone of a toe that deviates; one small
# phalanx and a last one fused to it are all it has.
_METATARSALS = {**METATARSALS, 1: ((-87.4, 46, -22.0), (-129, 22, -32), 0.94)}
_TOES = {**TOES, 1: (((13, 0), (24, -2)), 0.36)}


def view() -> View:
    """The patient's right foot on the right, as one looks down on one's own feet."""
    bones: list[Body] = []
    flesh: list[Body] = []
    skin: Body | None = None
    marks: dict[str, Place] = {}
    for side, seen in (("right", _moved(1)), ("left", _moved(-1))):
        rays, places, chains = foot.rays(seen, _METATARSALS, _TOES)
        bones += [*foot.tarsals(seen).values(), *rays, foot.sesamoids(seen, back=16.0)]
        skin = foot.skin(seen, 0.8 * MUSCLE + FAT, body=skin)
        toes_of(skin, seen, chains)
        flesh.append(muscles(seen))
        marks |= {
            f"{side}-{name}": seen(np.array(place)).tolist() for name, place in places.items()
        }
    assert skin is not None
    return View(
        projection="Dorsoplantar",
        side="both",
        frame=Frame(-122, 122, 6, 208, 0.244),
        skin=skin,
        bones=bones,
        flesh=flesh,
        landmarks=marks,
        marker=(96, 186),
        beam=1.15,
        look={
            "scatter": 0.06, "equal": 0.58, "reach": 20, "quanta": 18000,
            "dark": 1.5, "light": 99.7, "gamma": 0.9,
        },
        collimated=3,
    )  # fmt: skip


def _moved(sign: int) -> Seen:
    """As the picture shows the right foot, or, mirrored, the left."""

    def seen(places: np.ndarray) -> np.ndarray:
        return foot.from_above(places) * [sign, 1, 1] + [sign * _APART, 0, 0]

    return seen
