"""Right ankle with hindfoot and midfoot from the side: toes to the left of the picture."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from anatomy.bones import ankle, foot
from anatomy.flesh import fat_planes, muscle
from anatomy.shapes import Body
from anatomy.tissue import FAT, SPONGIOSA
from anatomy.view import Frame, Place, View


def view(
    displaced: Mapping[str, Place] = MappingProxyType({}),
    metatarsals: foot.Metatarsals = foot.METATARSALS,
    sole: foot.Outline = foot.SOLE,
) -> View:
    """The healthy foot, or one whose bones are `displaced` (see `foot.tarsals`) over its sole."""
    seen, frame = foot.from_side, Frame(-128, 78, -9, 149, 0.206)
    rays, places, _ = foot.rays(seen, metatarsals)
    return View(
        projection="Lateral",
        side="right",
        frame=frame,
        skin=foot.skin(seen, FAT, sole),
        bones=[
            *foot.tarsals(seen, displaced).values(), *rays, ankle.tibia(), ankle.fibula(),
            *_trabeculae(),
        ],
        flesh=_flesh(),
        landmarks={
            **frame.shown(places),
            **{name: foot.middle(name) for name in foot.TARSALS},
            "ankle-joint": (0, 84, -2),
            "tibial-shaft": (1, 130, -4),
            "lateral-malleolus": (8, 68, 27),
            "kager-triangle": (34, 92, 0),
            "achilles-tendon": (47, 85, 0),
            "achilles-insertion": (57, 40, 0),
            "plantar-fascia": (40, 9, 0),
        },
        courses={
            name: foot.COURSES[name]
            for name in ("posterior-tibial-artery", "dorsalis-pedis-artery")
        }
        | {
            "achilles-tendon": [(44, 140, 0), (45, 110, 0), (48, 80, 0), (54, 56, 0)],
            "plantar-fascia": [(46, 8, 0), (20, 13, 0), (-20, 15, 0), (-60, 14, 0)],
        },
        marker=(-112, 128),
        beam=1.05,
        look={"scatter": 0.08, "equal": 0.44, "reach": 16, "quanta": 15000},
        collimated=3,
    )  # fmt: skip


def _flesh() -> list[Body]:
    """Achilles tendon and calf, tendons before and behind the ankle, and the sole."""
    flesh = muscle()
    flesh.strand(
        [(56, 46, 0), (52, 62, 0), (47, 90, 0), (44, 125, 0), (44, 165, 0), (44, 230, 0)],
        [4.2, 3.4, 3.0, 3.8, 8, 16], flat=2.2,
    )  # fmt: skip
    flesh.strand(
        [(16, 58, 0), (20, 92, 0), (24, 130, 0), (26, 170, 0), (28, 230, 0)],
        [5, 7, 11, 15, 20], flat=1.8, blend=3,
    )  # fmt: skip
    flesh.strand(
        [(-80, 68, -6), (-42, 77, -4), (-25, 93, -2), (-21, 120, 0), (-20, 230, 0)],
        [2.4, 3, 4.4, 6, 9], flat=2.2, blend=3,
    )  # fmt: skip
    flesh.strand(
        [(44, 6, 0), (0, 16, 0), (-60, 17, 0), (-120, 8, 0)], [3, 8, 10, 5], flat=2.2, blend=3
    )
    cushion = fat_planes(0.4)
    cushion.ellipsoid((34, 92, 0), (5, 26, 13))
    return [flesh, cushion]


def _trabeculae() -> list[Body]:
    """What the calcaneus bears its load with, and the empty triangle between."""
    load = 0.55 * SPONGIOSA

    def group(much: float, axis: tuple[float, float, float]) -> Body:
        return Body(
            much, much, axis=axis, noise=1.1, cell=0.5, stretch=5, rough=0.8, rough_length=5
        )

    under = group(load, (0.75, -1, 0))
    under.ellipsoid((26, 38, 2), (11, 25, 13))
    behind = group(0.8 * load, (0.5, 1, 0))
    behind.ellipsoid((49, 28, 2), (7, 17, 13))
    empty = group(-1.3 * load, (1, 0.2, 0))
    empty.ellipsoid((6, 31, 2), (11, 6.5, 13))
    return [under, behind, empty]
