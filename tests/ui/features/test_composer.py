from __future__ import annotations

import pytest

from atlas.ui.features.composer import LABEL_WIDTH, LONG_LABEL_WIDTH, Composer
from atlas.ui.kit.theme import DARK, Look


@pytest.fixture
def composer(qtbot):
    return Composer(Look(DARK), lambda name: None)


def test_short_labels_stand_in_a_column_of_the_least_width(composer):
    assert composer.column(["Hip", "Knee"]) == LABEL_WIDTH


def test_a_long_label_widens_its_column_within_limits(composer):
    few = composer.column(["Bone in front of the hip joint and behind"])
    many = composer.column(["Bone in front of the hip joint and of the knee joint " * 3])
    assert LABEL_WIDTH < few < many < LONG_LABEL_WIDTH + 20


def test_a_long_word_is_never_broken(composer):
    assert composer.column(["Pseudopseudohypoparathyroidism" * 2]) > LONG_LABEL_WIDTH + 100
