from __future__ import annotations

import math

import pytest

from atlas.domain.plate import Modality, Region, Window
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
