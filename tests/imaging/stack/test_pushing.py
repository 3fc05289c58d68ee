"""A mass shoves soft tissue aside and leaves bone where it is."""

from __future__ import annotations

import numpy as np

from atlas.imaging.stack.facts import stack_facts_of
from atlas.imaging.stack.pushing import Push, pushed
from atlas.imaging.stack.volume import volume


def at(view, name):
    x, y, z = stack_facts_of(view).landmarks[name]
    pitch = stack_facts_of(view).millimetres
    return x * pitch, y * pitch, round(z) + 1


def share_within(body, name, x, y, reach):
    """How much of a square round a place is one tissue."""
    part = body.grid.around(x, y, reach).of(body.labels)
    return float(np.isin(part, body.numbers(name)).mean())


def test_a_kidney_moves_away_from_a_mass_beside_it():
    x, y, number = at("abdomen-ct", "left-kidney")
    body = volume("abdomen-ct", number)
    moved = pushed(body, [Push(x + 18, y - 30, 30, 30, 0.9)])
    before, after = (share_within(one, "kidney", x + 10, y - 16, 8) for one in (body, moved))
    assert before > 0.3
    assert after < before - 0.2


def test_bone_does_not_give_way():
    x, y, number = at("abdomen-ct", "vertebra")
    body = volume("abdomen-ct", number)
    moved = pushed(body, [Push(x + 40, y, 30, 30, 0.9)])
    for name in ("cortex", "spongiosa", "skin"):
        there = np.isin(body.labels, body.numbers(name))
        assert np.array_equal(there, np.isin(moved.labels, body.numbers(name)))


def test_without_a_mass_nothing_moves():
    body = volume("pelvis-ct", 12)
    assert np.array_equal(pushed(body, []).labels, body.labels)
