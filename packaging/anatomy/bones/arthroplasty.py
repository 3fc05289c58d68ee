"""A total replacement of the right hip: cup with a screw, head, and a stem without cement."""

from __future__ import annotations

from anatomy.bones.pelvis import HEAD
from anatomy.field import CUT
from anatomy.shapes import Body

Place = tuple[float, float, float]

# 1/mm in the beam tissue.py speaks of
_TITANIUM, _COBALT = 0.34, 0.95
_POLYETHYLENE = -0.003  # less than the bone and flesh it replaces
_OPENING = (-0.62, -0.76, -0.2)  # where the cup looks: down, to the side, a little to the front
_NECK: Place = (-HEAD - 21.5, -25.0, 9.0)  # where it leaves the stem


def resected(femur: Body) -> Body:
    """The femur without head and neck."""
    return femur.beyond((-HEAD - 9, -33, 8), (-0.78, -0.62, 0), blend=0.6)


def implant() -> list[Body]:
    """All of it, cup first."""
    return [_cup(), _liner(), _screw(), _head(), _stem()]


def _metal(much: float) -> Body:
    return Body(much, much, noise=0, rough=0)


def _cup() -> Body:
    body = _metal(_TITANIUM)
    body.ellipsoid((-HEAD, 0, 0), (26, 26, 26))
    body.ellipsoid((-HEAD, 0, 0), (22.4, 22.4, 22.4), join=CUT, blend=0.3)
    return body.beyond((-HEAD, 0, 0), tuple(-one for one in _OPENING), blend=0.4)


def _liner() -> Body:
    body = _metal(_POLYETHYLENE)
    body.ellipsoid((-HEAD, 0, 0), (22.2, 22.2, 22.2))
    middle = [a + 4 * b for a, b in zip((-HEAD, 0.0, 0.0), _OPENING, strict=True)]
    return body.beyond(middle, tuple(-one for one in _OPENING), blend=0.4)


def _screw() -> Body:
    """One screw into the ilium; its thread shows as a row of teeth."""
    body = _metal(_TITANIUM)
    start, end = (-HEAD + 6.0, 24.0, 6.0), (-HEAD + 20.0, 52.0, 16.0)
    teeth = 13

    def at(share: float) -> Place:
        x, y, z = (a + (b - a) * share for a, b in zip(start, end, strict=True))
        return x, y, z

    body.cone(at(-0.06), at(0.04), 4.2, 4.0)
    for tooth in range(teeth):
        first, middle, last = (at((tooth + part) / teeth) for part in (0, 0.5, 1))
        body.cone(first, middle, 2.1, 3.2, blend=0.2)
        body.cone(middle, last, 3.2, 2.1, blend=0.2)
    return body


def _head() -> Body:
    body = _metal(_COBALT)
    body.ellipsoid((-HEAD, 0, 0), (16, 16, 16))
    return body.beyond((-HEAD - 10.5, -12.5, 4), (0.64, 0.77, 0), blend=0.5)


def _stem() -> Body:
    """Wide in the neck of the femur, narrow in its shaft, with a rounded tip."""
    body = _metal(_TITANIUM)
    x = -HEAD
    body.cone(_NECK, (x - 1, -1, 0), 7.2, 5.4, blend=3)
    outline = [
        (x - 9.5, -31.5), (x - 14, -22), (x - 24.5, -14.5), (x - 32, -13.5), (x - 35.6, -18),
        (x - 35.6, -30), (x - 33.0, -52), (x - 29.6, -70), (x - 24.6, -95), (x - 18.4, -130),
        (x - 16.0, -138), (x - 13.2, -139), (x - 11.2, -132), (x - 13.6, -95), (x - 15.6, -70),
        (x - 15.6, -52), (x - 12.4, -39),
    ]  # fmt: skip
    return body.outline(outline, 6.0, edge=3.0, middle=(0, 0, 17), blend=4)
