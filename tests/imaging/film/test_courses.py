"""Lesions of a radiograph as time goes by: one lesion that changes, not one after another."""

from __future__ import annotations

import numpy as np
import pytest

from atlas.domain.plate import Simulated
from atlas.imaging.film.plate import radiograph

SIZE = 768


@pytest.fixture(scope="module")
def hip(workspace):
    """The plate whose course runs through the classes of Brooker."""
    return workspace.library["postsurgical-heterotopic-ossification"].plate("radiograph-hip")


@pytest.mark.parametrize(("brooker", "least", "most"), [(2, 10, 20), (3, 2, 10)])
@pytest.mark.parametrize("seed", [1, 2, 16])
def test_the_gap_of_two_spurs_is_that_of_their_class(hip, brooker, least, most, seed):
    frame = radiograph(hip.at(brooker).variant(seed).source, SIZE)
    one, other = (np.array(ring) for ring in sorted(frame.outlines["bone"], key=len)[-2:])
    apart = np.hypot(*(one[:, None] - other[None]).transpose(2, 0, 1)).min() * frame.millimetres
    assert least <= apart < most


def test_a_bridge_is_one_piece_of_bone(hip):
    assert len(radiograph(hip.at(4).source, SIZE).outlines["bone"]) == 1


def test_every_course_of_our_own_changes_its_picture_and_keeps_its_place(workspace):
    courses = [plate for page in workspace.library for plate in page.plates if plate.time]
    assert len(courses) >= 6
    for plate in courses:
        if isinstance(plate.source, Simulated) and plate.modality.value == "radiograph":
            first, last = (radiograph(plate.at(t).source, 256) for t in ends(plate.time))
            changed = np.abs(first.values - last.values) > 100
            assert 0 < changed.mean() < 0.1, plate.id


def ends(course):
    return course.first, course.last
