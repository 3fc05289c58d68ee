"""The bones of the abdomen from in front: lower ribs, spine and pelvis.

Coordinates are those of `bones/pelvis.py`: y is 0 at the heads of the femora, z grows to the back.
"""

from __future__ import annotations

from anatomy.bones import chest
from anatomy.bones.leg import left_leg, mirrored
from anatomy.bones.mean import bone, from_front
from anatomy.shapes import Body, profile
from anatomy.tissue import CORTEX, SPONGIOSA

Place = tuple[float, float, float]

SIDES = (-1, 1)
# The middles of the bodies, from the fifth lumbar to the ninth thoracic vertebra.
LEVELS = (135, 171, 207, 242, 276, 308, 338, 367, 395)
_THORACIC = 5  # from which of them on
_UP = LEVELS[7] - chest.LEVELS[10]  # both are the tenth thoracic vertebra


def bones() -> list[Body]:
    """Hip bones, sacrum, vertebrae and the last five pairs of ribs."""
    meshes, _ = left_leg()
    pelvic = [bone("sacrum", meshes["sacrum"], from_front, 0.7)]
    pelvic += [
        bone("hip", one, from_front, 0.7) for one in (meshes["hip"], mirrored(meshes["hip"]))
    ]
    vertebrae = [_vertebra(number) for number in range(len(LEVELS))]
    ribs = [_rib(number, side) for number in range(7, 12) for side in SIDES]
    return [*pelvic, *vertebrae, *ribs]


def _rib(number: int, side: int) -> Body:
    def turned_round(place: Place) -> Place:
        x, y, z = place
        return x, y + _UP, -44 - z

    # A chest film shows the patient's left on the right; so does this one.
    return chest.rib_along([turned_round(one) for one in chest.rib_course(number, side)], number)


def _vertebra(number: int) -> Body:
    """Waisted body with thin end plates, pedicles, processes; a little unlike its neighbours."""
    y = LEVELS[number]
    after = LEVELS[number + 1] - y if number + 1 < len(LEVELS) else 28
    half_height = (after - (9.5 if number < _THORACIC else 6)) / 2
    half = 25.5 - 1.35 * number
    lean = 0.8 * ((number * 37) % 5 - 2) / 2
    core = 0.55 * SPONGIOSA
    made = profile(
        [0, 0.1, 0.28, 0.5, 0.75, 0.92, 1], [0.55, 0.5, 0.6, 0.7, 0.6, 0.5, 0.5], [core] * 7,
        [half, half + 0.8, half - 1.6, half - 3, half - 1.8, half + 0.2, half - 0.4], [17] * 7,
        [0, 0, lean * 0.4, lean * 0.5, lean * 0.3, 0, 0],
    )  # fmt: skip
    body = Body(CORTEX, core, cortex=0.6, noise=0.9, cell=0.5, stretch=2.8, rough=0.45,
                rough_length=4, soft=0.6)  # fmt: skip
    low, high = (lean, y - half_height, 8), (-lean, y + half_height, 5)
    body.loft(low, high, made, (1, 0, 0), edge=3)
    for side in SIDES:
        _processes(body, number, side, (y + lean * side, half, half_height))
    fall = 5 if number < _THORACIC else 12
    return body.cone(
        (0, y - 3, 46), (0, y - 8 - fall, 74), 3.6, 4.4, flat=1.5, flat_along=(0, 1, 0), blend=4,
        cortex=1.0, core=0.4 * core,
    )  # fmt: skip


def _processes(body: Body, number: int, side: int, made: tuple[float, float, float]) -> None:
    y, half, half_height = made
    pedicle = half - 8 if number < _THORACIC else half - 5.5
    body.ellipsoid(
        (side * pedicle, y + 3, 26),
        (4.4, 6.6 if number else 5.5, 10),
        blend=2,
        cortex=1.0,
        core=0.004,
    )
    if number < _THORACIC:
        reach = (40, 44, 47, 43, 37)[number]
        up = (5, 4, 1, 2, 3)[number]
        middle = (side * (half + 6), y + 3 + up * 0.4, 36)
        body.strand(
            [(side * (pedicle + 2), y + 2, 32), middle, (side * reach, y + 3 + up, 40)],
            [5.2, 3.6, 3.0], flat=0.7, blend=4, cortex=0.8, core=0.4 * SPONGIOSA,
        )  # fmt: skip
    else:
        body.cone((side * 12, y + 4, 34), (side * 24, y + 9, 46), 4.4, 3.8, blend=3, cortex=0.8)
    joint = 15.5 - 0.9 * number
    body.cone(
        (side * (joint - 1), y + half_height + 3, 42), (side * (joint - 4), y - 5, 44), 4.4, 4.6,
        blend=4, cortex=0.9, core=0.5 * SPONGIOSA,
    )  # fmt: skip
    body.cone(
        (side * (joint - 4), y - 5, 44), (side * (joint - 1), y - half_height - 6, 44), 4.6, 4.0,
        blend=3, cortex=0.9, core=0.5 * SPONGIOSA,
    )  # fmt: skip
    body.cone((side * 10, y - 2, 45), (0, y - 4, 50), 4.6, 4.2, blend=4, cortex=0.7, core=0.002)
