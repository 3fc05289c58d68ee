"""Right wrist, PA, at twice the scale of a hand: thumb on the left of the picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from anatomy.bones import hand, wrist
from anatomy.view import Frame, View
from anatomy.views import hand_pa


def view() -> View:
    whole = hand_pa.view()
    rays, _, _ = hand.rays()
    marks = {
        name: place
        for name, place in whole.landmarks.items()
        if not name.startswith(("tip", "proximal", "middle", "distal-phalanx"))
        and not name.endswith("head")
    }
    frame = Frame(-50, 44, -44, 66, 0.114)
    return replace(
        whole,
        frame=frame,
        bones=[*rays, *wrist.carpals(), wrist.radius(), wrist.ulna()],
        landmarks=frame.shown(marks | {name: _middle(name) for name in wrist.CARPALS}),
        courses={name: whole.courses[name] for name in ("radial-artery", "ulnar-artery")}
        | {
            "triangular-fibrocartilage": [
                (7.4, 2.2, 0),
                (12, 3.6, 0),
                (17, 3.9, 0),
                (21.6, 2.6, 0),
            ],
            "lunotriquetral-ligament": [(11.6, 7.2, 0), (11.4, 10, 0), (11.8, 12.6, 0)],
        },
        marker=(-42, 0),
        look={**whole.look, "dark": 1.0, "gamma": 0.9},
    )


def _middle(name: str) -> tuple[float, float, float]:
    outline, _ = wrist.CARPALS[name]
    x, y = np.mean(outline, 0)
    return float(x), float(y), 0.0
