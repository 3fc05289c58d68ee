"""Pelvis of an adolescent, AP: the patient's right on the left, growth plates open."""

from __future__ import annotations

from anatomy.bones import adolescent, pelvis
from anatomy.view import Frame, View


def view() -> View:
    return View(
        projection="AP",
        side="both",
        frame=Frame(-176, 176, -142, 158, 0.352),
        skin=pelvis.skin(),
        bones=adolescent.bones(),
        flesh=pelvis.flesh(),
        landmarks=pelvis.landmarks_of_both_sides(),
        marker=(-160, 118),
        beam=0.66,
        look={"scatter": 0.16, "quanta": 26000, "equal": 0.5, "reach": 26},
        collimated=5,
    )
