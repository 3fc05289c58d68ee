"""Arches of vertebrae: pedicles, articular and transverse processes, laminae, spinous process.

In the coordinates of a vertebra (`vertebra.py`), for a lumbar body 34 mm deep, 48 mm broad and
28 mm high; other sizes are stretched.
"""

from __future__ import annotations

from collections.abc import Sequence

from anatomy.shapes import Body
from anatomy.tissue import CORTEX, SPONGIOSA

Place = tuple[float, float, float]


class _Stretched:
    """Adds shapes to a body, their places stretched by shares along x, y and z."""

    def __init__(self, stretch: Place) -> None:
        self.body = Body(CORTEX, 0.4 * SPONGIOSA, cortex=1.0)
        self._stretch = stretch

    def at(self, place: Sequence[float], side: int = 1) -> Place:
        x, y, z = (a * b for a, b in zip(place, self._stretch, strict=True))
        return x, y, side * z

    def strand(
        self, points: Sequence[Place], radii: Sequence[float], side: int = 1, **more: object
    ) -> None:
        self.body.strand([self.at(one, side) for one in points], radii, **more)  # type: ignore[arg-type]

    def blade(
        self, outline: Sequence[tuple[float, float]], half: float, edge: float, blend: float = 4
    ) -> None:
        """A plate in the midline, drawn from the side."""
        drawn = [self.at((x, y, 0))[:2] for x, y in outline]
        self.body.outline(drawn, half, edge=edge, blend=blend)


def lumbar(stretch: Place = (1, 1, 1), spinous: float = 1.0) -> Body:
    """The arch of a lumbar vertebra; `spinous` is how long its spinous process is."""
    arch = _Stretched(stretch)
    for side in (-1, 1):
        arch.strand([(12, 4.6, 14), (19, 5.2, 15), (27, 5.0, 16)], [4.9, 4.3, 4.8], side, flat=1.5,
                    flat_along=(0, 1, 0), cortex=1.5)  # fmt: skip
        # Superior articular process with the mamillary knob behind it.
        arch.strand([(26, 3, 17), (28.5, 12, 18), (29.0, 19, 18.5), (29.4, 23.5, 17.5)],
                    [4.8, 4.4, 4.4, 2.6], side, flat=1.25, flat_along=(0.5, 0, 0.87),
                    blend=3)  # fmt: skip
        arch.strand([(30, 14, 19.5), (33, 15, 20.5)], [3.4, 3.2], side, blend=3)
        # Pars, inferior articular process.
        arch.strand([(27.5, 4, 16), (30.5, -6, 14), (34.0, -15, 13.6), (34.6, -24.5, 13.2)],
                    [4.6, 3.9, 4.5, 3.0], side, flat=1.2, flat_along=(0.3, 0, 0.95),
                    blend=3)  # fmt: skip
        arch.strand([(28, 2.0, 18), (31, 3.0, 29), (34.5, 6.5, 43)], [4.2, 2.8, 2.0], side,
                    flat=1.5, flat_along=(0.3, 1, 0), blend=4, cortex=0.4, core=0.0)  # fmt: skip
        arch.strand([(31.5, -7, 13), (37, -8, 7), (41, -8.5, 1)], [3.4, 3.2, 3.4], side, flat=2.3,
                    flat_along=(-0.35, 0.94, 0), blend=3)  # fmt: skip
    long = 29 * spinous
    arch.blade(
        [(38, -1), (41, 0.4), (41 + 0.45 * long, -2.6), (41 + 0.85 * long, -4.6),
         (42 + long, -8), (42.6 + long, -14), (41.6 + long, -19), (38 + long, -22),
         (41 + 0.72 * long, -20.4), (41 + 0.4 * long, -17.2), (42, -16), (38, -13)],
        3.6, 2.6,
    )  # fmt: skip
    arch.strand(
        [(39.6 + long, -9, 0), (40 + long, -13.5, 0), (38 + long, -18.6, 0)], [3.4, 4.6, 4.4],
        flat=1.2, flat_along=(0, 0, 1), blend=4, cortex=1.3,
    )  # fmt: skip
    return arch.body


def thoracic(stretch: Place = (1, 1, 1), slope: float = 1.0) -> Body:
    """The arch of a thoracic vertebra, for a body 27 mm deep, 31 mm broad and 21 mm high.

    `slope` is how far its spinous process looks down: 1 in the middle of the chest.
    """
    arch = _Stretched(stretch)
    for side in (-1, 1):
        arch.strand([(10, 4.8, 10.5), (16, 5.2, 11), (22, 5.0, 12)], [3.6, 3.2, 3.8], side,
                    flat=1.6, flat_along=(0, 1, 0), cortex=1.4)  # fmt: skip
        arch.strand([(22, 3, 12), (23.6, 10, 12.5), (24.2, 16.5, 12)], [3.6, 3.2, 2.0], side,
                    flat=1.5, flat_along=(0, 0, 1), blend=3)  # fmt: skip
        arch.strand([(23, 3, 12), (25.5, -6, 11.5), (26.2, -14.5, 11)], [3.6, 3.4, 2.2], side,
                    flat=1.5, flat_along=(0, 0, 1), blend=3)  # fmt: skip
        arch.strand([(24, 3.6, 13), (31, 4.6, 22), (39, 6.0, 30)], [4.0, 3.2, 3.6], side,
                    blend=3, cortex=0.6, core=0.2 * SPONGIOSA)  # fmt: skip
        arch.strand([(24, -2, 11), (29, -4, 6), (33, -5.5, 1)], [3.0, 2.8, 3.0], side, flat=2.6,
                    flat_along=(-0.3, 0.95, 0), blend=3)  # fmt: skip
    tip = (33 + 34 / (0.6 + 0.6 * slope), -8 - 34 * slope, 0.0)
    middle = (33 + 0.55 * (tip[0] - 33), -6 + 0.5 * (tip[1] + 6), 0.0)
    arch.strand([(32, -5, 0), middle, tip], [4.2, 3.2, 3.8], flat=0.7, flat_along=(0, 0, 1),
                blend=4, cortex=0.9)  # fmt: skip
    return arch.body
