"""The adult pelvis and all that is round it, for every view of pelvis and hips from in front."""

from __future__ import annotations

from anatomy.bones.leg import left_leg, mirrored
from anatomy.bones.mean import bone, from_front
from anatomy.flesh import fat_planes
from anatomy.shapes import Body, profile, turned
from anatomy.tissue import AIR, CORTEX, FAT, MUSCLE, SPONGIOSA

Place = tuple[float, float, float]

HEAD = float(left_leg()[1]["femoral-head"][0])  # mm from the midline


def bones(step: float = 0.7) -> list[Body]:
    """Hip bones, femora, sacrum with its foramina, and the last two vertebrae."""
    meshes, _ = left_leg()
    found = [bone("sacrum", meshes["sacrum"], from_front, step), _foramina()]
    found += [_vertebra(122, 147), _vertebra(156, 184)]
    for name in ("hip", "femur"):
        found.append(bone(name, meshes[name], from_front, step))
        found.append(bone(name, mirrored(meshes[name]), from_front, step))
    return found


def skin() -> Body:
    return _envelope(0.0, Body(FAT, FAT, noise=0, rough=0.8, rough_length=16))


def flesh() -> list[Body]:
    """Muscle and viscera under the fat, the fat planes between them, and gas."""
    inner = _envelope(24, Body(MUSCLE, MUSCLE, noise=0, rough=1.2, rough_length=14))
    return [inner, _planes(), _gas()]


def landmarks() -> dict[str, Place]:
    """Places of the right side; the left is their mirror image."""
    return {
        "femoral-head": (-HEAD, 0, 0),
        "greater-trochanter": (-HEAD - 50, 2, 20),
        "lesser-trochanter": (-HEAD - 17, -52, 25),
        "acetabular-roof": (-HEAD - 22, 22, 0),
        "femoral-neck": (-HEAD - 24, -14, 5),
        "ischial-spine": (-46, 4, 40),
        "ischial-tuberosity": (-58, -48, 30),
        "iliac-wing": (-110, 80, 0),
        "femoral-shaft": (-HEAD - 28, -100, 15),
    }


def artery() -> list[Place]:
    """The right iliac and femoral artery."""
    points = [
        (-28, 140), (-46, 108), (-64, 72), (-78, 40), (-82, 5), (-86, -40), (-92, -100),
        (-96, -156),
    ]  # fmt: skip
    return [(x, y, -30) for x, y in points]


def ureter() -> list[Place]:
    """The right ureter from the brim of the pelvis to the bladder."""
    points = [(-36, 172), (-38, 140), (-42, 108), (-58, 76), (-60, 50), (-46, 28), (-24, 14)]
    return [(x, y, 20) for x, y in points]


def landmarks_of_both_sides() -> dict[str, Place]:
    """Places of both sides by their side and name, and those of the middle."""
    right = landmarks()
    both = {f"right-{name}": place for name, place in right.items()}
    both |= {f"left-{name}": other_side(place) for name, place in right.items()}
    return both | {"symphysis": (0, -28, -40), "sacrum": (0, 85, 70)}


def other_side(place: Place) -> Place:
    return -place[0], place[1], place[2]


def _foramina() -> Body:
    """The sacral foramina, as what is missing of bone there; a cut would get a cortex."""
    body = Body(-0.006, -0.006, noise=0, rough=0.6, rough_length=3)
    for y, x in ((104, 22), (86, 20), (69, 18), (53, 15)):
        for side in (-1, 1):
            body.ellipsoid((side * x, y, 60), (5.0, 3.4, 11), turned(about_z=side * 20))
    return body


def _vertebra(low: float, high: float) -> Body:
    """A lumbar vertebra from in front: body, pedicles, processes."""
    at = [0, 0.12, 0.5, 0.88, 1]
    made = profile(
        at, [0.6, 0.5, 0.45, 0.5, 0.6], [0.6 * SPONGIOSA] * 5, [25, 25.5, 22, 24.5, 24], [17] * 5
    )
    body = Body(CORTEX, 0.6 * SPONGIOSA, cortex=0.6, noise=0.7, rough=0.4)
    body.loft((0, low, 8), (0, high, 4), made, (1, 0, 0), edge=4)
    middle = (low + high) / 2 + 4
    for side in (-1, 1):
        body.cone(
            (side * 17, middle, 18), (side * 17, middle - 3, 36), 5.4, 5.4, blend=3, cortex=1.2
        )
        body.cone((side * 22, middle, 32), (side * 44, middle + 6, 38), 5, 3, blend=4, cortex=0.9)
        body.cone(
            (side * 15, middle + 12, 42), (side * 19, middle - 22, 44), 5, 6, blend=4, cortex=0.9
        )
    return body.cone((0, middle - 4, 46), (0, middle - 12, 76), 4.5, 5, blend=4, cortex=0.9)


def _envelope(inset: float, body: Body) -> Body:
    """The trunk with two thighs, made smaller by `inset` mm."""

    def less(values: list[float]) -> list[float]:
        return [value - inset for value in values]

    at, core = [0, 0.25, 0.5, 0.75, 1], [body.core] * 5
    trunk = profile(at, core, core, less([146, 152, 166, 180, 184]), less([94, 98, 106, 108, 98]))
    thigh = profile(at, core, core, less([88, 92, 90, 87, 84]), less([96, 97, 93, 88, 84]))
    body.loft((0, 240, 12), (0, -40, 12), trunk, (1, 0, 0), edge=24)
    for side in (-1, 1):
        start, end = (side * 92, 10, 14), (side * 100, -250, 14)
        body.loft(start, end, thigh, (1, 0, 0), edge=24, blend=34)
    return body


def _planes() -> Body:
    """The fat between glutei, iliopsoas and obturator, by which a hip is seen to be fleshy."""
    body = fat_planes(0.45)
    for side in (-1, 1):
        for points, radii, flat in (
            ([(124, 104, -14), (134, 52, -6), (128, 8, 2), (112, -50, 4)], [2.4, 3.6, 3.2, 2.4], 9),
            (
                [(58, 96, -34), (66, 46, -42), (84, 0, -46), (102, -46, -34)],
                [2.0, 2.6, 2.8, 2.0],
                8,
            ),
            ([(44, 36, 18), (40, 8, 24), (36, -22, 18)], [1.6, 2.4, 1.8], 10),
        ):
            body.strand([(side * x, y, z) for x, y, z in points], radii, flat=flat, blend=1)
    return body


def _gas() -> Body:
    """Gas among faeces, in folds of bowel; nothing of it has an even edge."""
    body = Body(0.42 * AIR, 0.42 * AIR, noise=0, rough=3.2, rough_length=7)
    for points, radii in (
        ([(-122, 150, -10), (-116, 124, -8), (-104, 104, -6), (-96, 92, -6)], [13, 14, 12, 7]),
        (
            [(120, 160, -10), (116, 128, -8), (106, 96, -4), (88, 78, 0), (62, 84, 6)],
            [8, 9, 8, 6, 5],
        ),
        ([(14, 66, 50), (4, 52, 54), (-4, 36, 52)], [9, 11, 8]),
        ([(-40, 158, -30), (-14, 150, -34), (16, 156, -34), (44, 148, -30)], [6, 8, 7, 6]),
        ([(30, 120, -30), (48, 110, -32), (40, 96, -30)], [5, 7, 5]),
    ):
        body.strand(points, radii, flat=0.8, blend=6)
    return body
