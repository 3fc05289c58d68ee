"""Five slabs of soft tissue beside a ruler, on which lesions are compared at one scale."""

from __future__ import annotations

from anatomy.shapes import Body
from anatomy.tissue import FAT, MUSCLE
from anatomy.view import Frame, View

# The middle of each slab across, and half its breadth, mm.
_SLABS = ((-137, 27), (-70, 30), (-14, 16), (64, 52), (149, 23))
_HALF = 66.0  # of their height
_LEAD = 1.6


def view() -> View:
    return View(
        projection="composite",
        side="midline",
        frame=Frame(-180, 188, -80, 88, 0.4),
        skin=_slabs(0, FAT),
        bones=[_ruler()],
        flesh=[_slabs(3, MUSCLE)],
        landmarks={f"slab-{number}": (x, -4, 0) for number, (x, _) in enumerate(_SLABS, 1)},
        marker=(-400, 0),  # outside the picture: no side is shown
        beam=0.8,
        look={"scatter": 0.06, "quanta": 16000, "equal": 0.3, "reach": 16, "light": 99.9},
        collimated=3,
    )


def _slabs(inset: float, much: float) -> Body:
    """The first is thick enough for grains of muscle, see the family of rice grains."""
    body = Body(much, much, noise=0.35 if inset else 0.0, cell=2.2, stretch=6, rough=1.1,
                rough_length=12)  # fmt: skip
    for number, (x, half) in enumerate(_SLABS):
        deep = 25 if number == 0 else 20
        halves = (half - inset, _HALF - inset, deep - inset)
        body.box((x, -4, 0), halves, edge=9 - inset, blend=0)
    return body


def _ruler() -> Body:
    """Lead every centimetre, longer every five."""
    body = Body(_LEAD, _LEAD, noise=0, rough=0)
    for tick in range(34):
        long = 3.2 if tick % 5 == 0 else 1.7
        body.box((-165 + 10 * tick, 76 - long, 0), (0.35, long, 0.4), edge=0.1, blend=0)
    return body.box((0, 76.4, 0), (165.4, 0.4, 0.4), edge=0.1, blend=0)
