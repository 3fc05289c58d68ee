from __future__ import annotations

import numpy as np
import pytest

from atlas.domain.plate import Region, Window
from atlas.imaging.frame import Frame
from atlas.ui.kit.theme import IMAGE, Look
from atlas.ui.viewport.viewport import Viewport

SQUARE = ((50.0, 40.0), (150.0, 40.0), (150.0, 120.0), (50.0, 120.0))
HOLE = ((80.0, 60.0), (120.0, 60.0), (120.0, 100.0), (80.0, 100.0))
SPECK = ((95.0, 75.0), (97.0, 75.0), (97.0, 77.0), (95.0, 77.0))


def a_frame(**parts):
    """200 x 160 pixels of 40 HU with a rim and a speck in its hole."""
    values = np.full((160, 200), 40, np.float32)
    usual = {
        "unit": "HU",
        "millimetres": 0.5,
        "outlines": {"rim": (SQUARE, HOLE), "speck": (SPECK,)},
        "edges": ("R", "A"),
    }
    return Frame(values, Window(40, 400), **(usual | parts))


REGIONS = (Region("rim", "rim of bone"), Region("speck", "fleck"))


@pytest.fixture
def viewport(qtbot):
    viewport = Viewport(Look(IMAGE))
    qtbot.addWidget(viewport)
    viewport.resize(500, 400)
    viewport.show()
    qtbot.waitExposed(viewport)
    viewport.show_frame(a_frame(), REGIONS)
    return viewport
