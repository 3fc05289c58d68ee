"""Pelvis of an adult, AP: the patient's right on the left."""

from __future__ import annotations

from anatomy.bones import pelvis
from anatomy.view import Frame, View


def view() -> View:
    artery, ureter = pelvis.artery(), pelvis.ureter()
    return View(
        projection="AP",
        side="both",
        frame=Frame(-208, 208, -158, 178, 0.41),
        skin=pelvis.skin(),
        bones=pelvis.bones(),
        flesh=pelvis.flesh(),
        landmarks=pelvis.landmarks_of_both_sides(),
        courses={
            "right-iliac-artery": artery,
            "left-iliac-artery": [pelvis.other_side(place) for place in artery],
            "right-ureter": ureter,
            "left-ureter": [pelvis.other_side(place) for place in ureter],
        },
        marker=(-182, 128),
        beam=0.62,
        look={"scatter": 0.18, "quanta": 26000, "equal": 0.5, "reach": 26},
        collimated=5,
    )
