"""Right hip, AP, after total arthroplasty: lateral on the left of the picture."""

from __future__ import annotations

from anatomy.bones import arthroplasty, pelvis
from anatomy.bones.leg import left_leg, mirrored
from anatomy.bones.mean import bone, from_front
from anatomy.view import Frame, View


def view() -> View:
    meshes, _ = left_leg()
    # What lies in the frame: the rest of the pelvis would only take time.
    bones = [
        bone("sacrum", meshes["sacrum"], from_front, 0.7),
        bone("hip", mirrored(meshes["hip"]), from_front, 0.55),
        arthroplasty.resected(bone("femur", mirrored(meshes["femur"]), from_front, 0.55)),
    ]
    lost = ("iliac-wing", "femoral-neck", "femoral-head")
    kept = {name: place for name, place in pelvis.landmarks().items() if name not in lost}
    implant = {"cup": (-pelvis.HEAD, 0, 0), "stem": (-pelvis.HEAD - 30, -60, 13)}
    return View(
        projection="AP",
        side="right",
        frame=Frame(-198, -32, -152, 88, 0.23),
        skin=pelvis.skin(),
        bones=[*bones, *arthroplasty.implant()],
        flesh=pelvis.flesh(),
        landmarks=kept | implant,
        courses={"femoral-artery": pelvis.artery()[2:]},
        marker=(-182, 74),
        beam=0.62,
        look={
            "scatter": 0.16,
            "quanta": 30000,
            "equal": 0.3,
            "reach": 20,
            "light": 88,
            "gamma": 1.35,
        },
        collimated=3.5,
    )
