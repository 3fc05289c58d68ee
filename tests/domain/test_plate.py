from __future__ import annotations

import math
from pathlib import Path

import pytest

from atlas.domain.plate import (
    Lesion,
    Modality,
    Picture,
    Plate,
    PlateId,
    Region,
    Simulated,
    Stage,
    TimeCourse,
    Window,
)
from tests.builders import a_plate


@pytest.mark.parametrize(
    ("modality", "label"),
    [
        (Modality.RADIOGRAPH, "Radiograph"),
        (Modality.CT, "CT"),
        (Modality.MR, "MR"),
        (Modality.ULTRASOUND, "Ultrasound"),
        (Modality.NUCLEAR, "Nuclear medicine"),
        (Modality.ANGIOGRAPHY, "Angiography"),
    ],
)
def test_a_modality_is_called_as_radiologists_call_it(modality, label):
    assert modality.label == label


def test_a_plate_is_called_by_modality_and_projection():
    assert a_plate().name == "CT Axial"


def test_the_signs_of_a_plate_come_in_the_order_of_its_regions_each_once():
    regions = (Region("rim", "rim", "b"), Region("mass", "mass"), Region("core", "core", "a"),
               Region("shell", "shell", "b"))  # fmt: skip
    assert a_plate("ct", None, *regions).signs == ("b", "a")


@pytest.mark.parametrize("width", [0, -1, math.nan])
def test_a_window_has_a_width(width):
    with pytest.raises(ValueError, match="wider than 0"):
        Window(40, width)


VEIL = Region("mass", "faint veil")
RIM = Region("rim", "rim")
COURSE = TimeCourse(
    "Time since the injury",
    "week {}",
    0.5,
    6.0,
    (
        Stage(2.0, (("maturity", 0.1),), "veil", "A veil.", (VEIL,)),
        Stage(6.0, (("maturity", 0.5),)),
        Stage(10.0, (("maturity", 0.9),), "shell"),
    ),
)
OLD, YOUNG = Lesion("zonal", (("maturity", 0.5), ("length", 40.0))), Lesion("flecks")
TIMED = Plate(
    PlateId("film"), Modality.RADIOGRAPH, "AP", "thigh", "a rim", "A rim.",
    source=Simulated("thigh-ap", (OLD, YOUNG), 7), regions=(RIM,), time=COURSE,
)  # fmt: skip


def test_between_two_stages_the_lesion_changes_evenly():
    ages = {t: TIMED.at(t).source.lesions[0].parameters[0][1] for t in (2, 4, 7, 10)}
    assert ages == {2: 0.1, 4: 0.3, 7: 0.6, 10: 0.9}
    assert TIMED.at(4).source.lesions[1] == YOUNG


def test_words_and_regions_are_those_of_the_stage_that_has_begun():
    assert (TIMED.at(5.5).caption, TIMED.at(5.5).shows) == ("A veil.", "A veil.")
    assert TIMED.at(5.5).regions == (VEIL,)
    assert (TIMED.at(9).caption, TIMED.at(9).regions) == ("A rim.", (RIM,))


def test_as_it_is_shown_at_first_a_plate_is_as_it_is_written():
    assert TIMED.at(6.0) is TIMED


def test_a_time_is_put_into_words():
    assert [COURSE.words(t) for t in (2, 6.5, 10)] == [
        "week 2 · veil",
        "week 6.5",
        "week 10 · shell",
    ]
    assert COURSE._replace(said="").words(2) == "veil"


def test_time_is_chosen_in_steps_from_first_to_last():
    assert COURSE.steps == 16
    assert [COURSE.at_step(n) for n in (0, 3, 16, 40)] == [2, 3.5, 10, 10]
    assert [COURSE.step_of(t) for t in (-9, 2, 3.4, 99)] == [0, 0, 3, 16]


def test_one_family_can_be_changed_alone():
    both = Simulated("thigh-ap", (OLD, OLD._replace(family="flecks")))
    changed = both.changed((("zonal.maturity", 1.0),))
    assert [one.parameters[0][1] for one in changed.lesions] == [1.0, 0.5]


def test_a_variant_has_other_chances_and_nothing_else():
    assert TIMED.variant(8) == TIMED._replace(source=TIMED.source._replace(seed=8))
    stored = TIMED._replace(source=Picture(Path("film.png")))
    assert stored.variant(8) is stored
