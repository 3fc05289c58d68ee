"""Right hip, AP: lateral on the left of the picture."""

from __future__ import annotations

from anatomy.bones import pelvis
from anatomy.view import Frame, View


def view() -> View:
    return View(
        projection="AP",
        side="right",
        frame=Frame(-198, -32, -112, 88, 0.195),
        skin=pelvis.skin(),
        bones=pelvis.bones(0.55),
        flesh=pelvis.flesh(),
        landmarks={
            name: place for name, place in pelvis.landmarks().items() if name != "iliac-wing"
        },
        courses={"femoral-artery": pelvis.artery()[2:]},
        marker=(-182, 74),
        beam=0.62,
        look={"scatter": 0.16, "quanta": 30000, "equal": 0.42, "reach": 20},
        collimated=3.5,
    )
