"""Chest, PA, standing: the patient's right on the left of the picture."""

from __future__ import annotations

from anatomy import thorax
from anatomy.bones import chest
from anatomy.bones.chest import SIDES
from anatomy.flesh import muscle
from anatomy.shapes import Body, profile, turned
from anatomy.tissue import FAT, MUSCLE
from anatomy.view import Frame, View


def view() -> View:
    bones = [*chest.ribs(), *chest.spine(), chest.sternum()]
    for side in SIDES:
        bones += [chest.clavicle(side), *chest.shoulder(side)]
    return View(
        projection="PA",
        side="both",
        frame=Frame(-186, 186, -212, 178, 0.42, 1800),
        skin=_skin(),
        bones=[*bones, *thorax.vessels(), thorax.fissure()],
        flesh=[*_flesh(), *thorax.lungs(), thorax.airways(), *thorax.stomach()],
        landmarks=_landmarks(),
        courses={
            "right-upper-ribs": chest.rib_course(3, -1)[3:18],
        },
        marker=(-168, 152),
        beam=0.56,
        look={
            "scatter": 0.1,
            "equal": 0.4,
            "reach": 34,
            "quanta": 26000,
            "sharp": 0.7,
            "gamma": 0.86,
            "dark": 1.0,
        },
        collimated=4,
    )


def _landmarks() -> dict[str, tuple[float, float, float]]:
    return {
        "right-hilum": (-34, -6, 0), "left-hilum": (40, 2, 0), "carina": (-2, 24, -6),
        "aortic-knob": (28, 47, -20), "right-apex": (-36, 104, 0), "left-apex": (36, 104, 0),
        "right-upper-zone": (-70, 60, 0), "left-upper-zone": (70, 60, 0),
        "left-ventricle": (60, -80, 10), "right-atrium": (-34, -60, 8),
        "right-dome": (-70, -112, 12), "left-dome": (70, -122, 10),
        "gastric-bubble": (52, -146, 10),
        "right-axilla": (-146, 8, 0), "left-axilla": (146, 8, 0),
        "right-paratracheal": (-20, 44, 0),
    }  # fmt: skip


def _skin() -> Body:
    return _trunk(0, Body(FAT, FAT, noise=0, rough=0.8, rough_length=18), FAT)


def _trunk(inset: float, body: Body, much: float) -> Body:
    """Chest, neck, shoulders and arms, made smaller by `inset` mm."""
    at = [0, 0.1, 0.22, 0.4, 0.6, 0.8, 1]
    much_ = [much] * 7
    chest_ = profile(
        at, much_, much_, [one - inset for one in (118, 136, 148, 156, 160, 160, 160)],
        [one - inset for one in (66, 88, 104, 114, 120, 120, 116)],
    )  # fmt: skip
    body.loft((0, 132, -4), (0, -280, -4), chest_, (1, 0, 0), edge=26)
    neck = profile([0, 0.45, 0.75, 1], [much] * 4, [much] * 4,
                   [58 - inset, 62 - inset, 80 - inset, 104 - inset],
                   [60 - inset, 62 - inset, 66 - inset, 70 - inset])  # fmt: skip
    body.loft((0, 240, -14), (0, 96, -22), neck, (1, 0, 0), edge=10, blend=40)
    for side in SIDES:
        body.ellipsoid(
            (side * 142, 74, -20), (74 - inset, 50 - inset, 62 - inset), turned(0, 0, side * -22),
            blend=30,
        )  # fmt: skip
        body.cone((side * 186, 60, -20), (side * 250, -100, -6), 50 - inset, 44 - inset, blend=12)
    return body


def _flesh() -> list[Body]:
    inner = _trunk(14, Body(MUSCLE, MUSCLE, noise=0, rough=1.6, rough_length=18), MUSCLE)
    return [inner, *(_pectoral(side) for side in SIDES), *(_breast(side) for side in SIDES)]


def _pectoral(side: int) -> Body:
    """The fold of the axilla, and the muscles that run to it."""
    body = muscle()
    body.ellipsoid((side * 104, 36, 88), (66, 42, 13), turned(0, 0, side * 26))
    return body.ellipsoid((side * 138, 2, -70), (26, 78, 20), turned(0, 0, side * -6), blend=10)


def _breast(side: int) -> Body:
    body = Body(0.9 * FAT, 0.9 * FAT, noise=0.12, cell=6, rough=1.5, rough_length=18)
    body.ellipsoid((side * 82, -70, 124), (56, 50, 24), turned(0, 0, side * 12))
    return body.ellipsoid((side * 84, -78, 128), (48, 41, 22), blend=3)
