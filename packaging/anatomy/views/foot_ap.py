"""Right foot from above (dorsoplantar): toes up, the great toe on the left of the picture."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from anatomy.bones import foot
from anatomy.flesh import muscle
from anatomy.shapes import Body
from anatomy.tissue import FAT, MUSCLE
from anatomy.view import Frame, View

_TOE = {1: 13.5, 2: 9.2, 3: 8.6, 4: 8.4, 5: 8.6}  # half of its breadth


def view() -> View:
    seen = foot.from_above
    rays, places, chains = foot.rays(seen)
    tarsals = foot.tarsals(seen)
    frame = Frame(-66, 66, 0, 208, 0.216)
    own = {
        **places,
        **{name: foot.middle(name) for name in foot.TARSALS},
        "first-metatarsophalangeal-joint": (-146.5, 18, -33),
        "medial-forefoot": (-143, 18, -46),
    }
    return View(
        projection="Dorsoplantar",
        side="right",
        frame=frame,
        skin=_skin(chains),
        bones=[*tarsals.values(), *rays, foot.sesamoids(seen)],
        flesh=[muscles(seen)],
        landmarks=frame.shown(
            {name: seen(np.array(place)).tolist() for name, place in own.items()}
        ),
        courses={name: seen(np.array(line, float)).tolist() for name, line in foot.COURSES.items()},
        marker=(-52, 40),
        beam=1.15,
        look={
            "scatter": 0.06,
            "equal": 0.58,
            "reach": 20,
            "quanta": 18000,
            "dark": 1.5,
            "light": 99.7,
            "gamma": 0.9,
        },
        collimated=3,
    )


def _skin(chains: dict[int, list[np.ndarray]]) -> Body:
    """The foot and its toes."""
    body = foot.skin(foot.from_above, 0.8 * MUSCLE + FAT)
    toes_of(body, foot.from_above, chains)
    return body


def toes_of(body: Body, seen: foot.Seen, chains: dict[int, list[np.ndarray]]) -> None:
    """Add the skin of the toes to that of the foot."""
    for number, chain in chains.items():
        breadth = _TOE[number]
        last = (chain[-1] - chain[-2]) / np.linalg.norm(chain[-1] - chain[-2])
        middles = [(a + b) / 2 for a, b in pairwise(chain[2:])]
        end = chain[-1] - last * 0.4 * breadth
        line = seen(np.array([chain[1], chain[2], *middles[:-1:2], end]))
        radii = np.linspace(breadth, breadth * 0.9, len(line))
        body.strand(line.tolist(), radii.tolist(), blend=4)


def muscles(seen: foot.Seen) -> Body:
    """Abductors along both borders, and what lies between the metatarsals."""
    body = muscle(0)
    for border, radii in (
        ([(-10, 22, -30), (-60, 20, -36), (-105, 16, -40), (-132, 12, -42)], [6, 9, 8, 3]),
        ([(-10, 16, 28), (-60, 14, 33), (-100, 12, 38), (-122, 10, 42)], [6, 8, 7, 3]),
    ):
        body.strand(seen(np.array(border)).tolist(), radii, blend=3)
    for one in (1, 2, 3, 4):
        (base, head, _), (other, further, _) = foot.METATARSALS[one], foot.METATARSALS[one + 1]
        start, end = (np.array(base) + other) / 2, (np.array(head) + further) / 2
        first, last = seen(start * 0.85 + end * 0.15), seen(start * 0.15 + end * 0.85)
        body.cone(first, last, 6.0, 5.0, flat=1.8)
    return body
