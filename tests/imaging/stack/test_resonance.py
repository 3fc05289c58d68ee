from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from atlas.domain.plate import Simulated
from atlas.imaging.sources import frame_of
from atlas.imaging.stack.facts import stack_facts_of
from atlas.imaging.stack.volume import volume
from tests.imaging.recipes_used import grown_by_a_pixel
from tests.imaging.stack.stacks_used import MR_VIEWS, every_mr

MUSCLES = ("muscle", "triceps", "semimembranosus", "soleus", "infraspinatus")
FAT_IS_DARK = ("t2fs", "stir", "t1fs", "pdfs")


@cache
def signals(view) -> dict[str, float]:
    """The mean signal of each tissue, its edges left out."""
    facts = stack_facts_of(view)
    found: dict[str, list[np.ndarray]] = {}
    for number in range(1, facts.slices + 1, 4):
        labels = volume(view, number).labels
        values = frame_of(Simulated(view, (), 1, number), max(facts.size)).values
        for at, name in enumerate(facts.labels):
            inner = labels == at
            for _ in range(3):
                inner = ~grown_by_a_pixel(~inner)
            found.setdefault(name, []).append(values[inner])
    measured = {name: np.concatenate(parts) for name, parts in found.items()}
    return {name: float(values.mean()) for name, values in measured.items() if values.size > 60}


@pytest.mark.parametrize("view", MR_VIEWS)
def test_fat_is_bright_unless_the_sequence_silences_it(view):
    found = signals(view)
    muscle = next(found[name] for name in MUSCLES if name in found)
    if view.endswith(FAT_IS_DARK):
        assert found["fat"] < 0.6 * muscle
    else:
        assert found["fat"] > 1.5 * muscle


@pytest.mark.parametrize("view", MR_VIEWS)
def test_cortex_and_air_are_nearly_silent(view):
    found = signals(view)
    brightest = max(found.values())
    assert found.get("cortex", 0) < 0.15 * brightest  # too thin in a pelvis to be measured
    assert found["air"] < 0.1 * brightest


@pytest.mark.parametrize("name", every_mr())
def test_a_lesion_changes_the_signal_and_little_far_from_it(name):
    source = every_mr()[name]
    with_it = frame_of(source, 256)
    bare = frame_of(source._replace(lesions=()), 256).values
    change = np.abs(with_it.values - bare)
    points = np.array([p for rings in with_it.outlines.values() for ring in rings for p in ring])
    low, high = points.min(0).astype(int), points.max(0).astype(int)
    outside = change.copy()
    outside[max(low[1] - 60, 0) : high[1] + 60, max(low[0] - 60, 0) : high[0] + 60] = 0
    assert change.max() > 150
    assert (outside > 100).mean() < 0.02  # neighbours that give way


def test_the_same_body_is_shown_by_ct_and_by_mr():
    ct, mr = (frame_of(Simulated(view, (), 1, 5), 256) for view in ("elbow-ct", "elbow-mr-t2fs"))
    body = ct.values > -400
    assert (mr.values[body] > 45).mean() > 0.8
    assert (mr.values[~body] > 60).mean() < 0.02
    assert ct.unit == "HU"
    assert not mr.unit
