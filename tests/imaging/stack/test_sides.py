"""Laterality and order of organs: the patient's right lies left in the picture, the back down."""

from __future__ import annotations

import numpy as np

from atlas.imaging.stack.facts import stack_facts_of
from atlas.imaging.stack.volume import volume


def place(view, name, *, every=1):
    """The middle of a tissue in a whole stack: column, row and slice, in mm."""
    facts = stack_facts_of(view)
    at = facts.labels.index(name)
    found = []
    for number in range(1, facts.slices + 1, every):
        rows, columns = np.nonzero(volume(view, number).labels == at)
        found.append((columns.sum(), rows.sum(), columns.size * number, columns.size))
    x, y, z, count = np.sum(found, 0)
    return (
        x / count * facts.millimetres,
        y / count * facts.millimetres,
        z / count * facts.spacing,
    )


def test_the_nuclei_lie_where_they_do_in_a_head():
    facts = stack_facts_of("brain-ct")
    places = facts.landmarks
    for name in ("caudate", "putamen", "pallidum", "thalamus", "dentate"):
        right, left = places[f"right-{name}"], places[f"left-{name}"]
        assert right[0] < facts.size[0] / 2 < left[0]
    across = [places[f"left-{name}"][0] for name in ("thalamus", "pallidum", "putamen")]
    assert across == sorted(across)
    back = [places[f"left-{name}"][1] for name in ("caudate", "putamen", "thalamus", "dentate")]
    assert back == sorted(back)
    assert places["left-dentate"][2] > places["left-putamen"][2] + 2
