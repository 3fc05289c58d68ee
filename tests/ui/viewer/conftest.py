from __future__ import annotations

from threading import Event

import numpy as np
import pytest
from PySide6.QtGui import QAction

from atlas.domain.errors import AtlasError
from atlas.domain.page import PageId
from atlas.domain.place import Place
from atlas.domain.plate import (
    Modality,
    Picture,
    Plate,
    PlateId,
    Region,
    Side,
    Simulated,
    StatementId,
    Window,
)
from atlas.imaging.frame import Frame
from atlas.ui.viewer.panel import ViewerPanel
from tests.builders import a_library, a_page, a_session

RING = ((50.0, 40.0), (150.0, 40.0), (150.0, 120.0), (50.0, 120.0))
GRAIN = ((20.0, 20.0), (30.0, 20.0), (30.0, 30.0), (20.0, 30.0))
MASS = StatementId("mass-sign")


def a_frame(unit="HU"):
    return Frame(
        np.full((160, 200), 40, np.float32),
        Window(40, 400),
        unit,
        outlines={"mass": (RING,), "grain": (GRAIN,)},
    )


def a_made_plate(name, seed=7, **parts):
    usual = {
        "caption": f"Caption of {name}.",
        "side": Side.RIGHT,
        "source": Simulated("thigh-ct", (), seed),
        "regions": (Region("mass", "the mass", MASS), Region("grain", "a grain")),
    }
    return Plate(PlateId(name), Modality.CT, "axial", "thigh", "a mass", **(usual | parts))


PLATES = (
    a_made_plate("first", 1),
    a_made_plate("second", 2, window=Window(300, 1500)),
    Plate(
        PlateId("unmade"),
        Modality.MR,
        "axial T2",
        "ankle",
        "Multilocular mass with fluid levels",
        annotations=("fluid level", "tendon in contact"),
    ),
    a_made_plate("broken", 666),
    a_made_plate("colour", 3),
    a_made_plate("mr", 4),
    a_made_plate("film", 5, source=Picture("film.png")),
)


class Loading:
    """Stands for the simulation: remembers what it was asked, and can be held up."""

    def __init__(self):
        self.asked = []
        self.sizes = []
        self.may_go_on = Event()
        self.may_go_on.set()
        self.held_up = set()
        self.faulty = set()

    def __call__(self, source, size):
        self.asked.append(source)
        self.sizes.append(size)
        if source in self.held_up:
            assert self.may_go_on.wait(5)
        if source in self.faulty:
            raise ZeroDivisionError
        if source == PLATES[3].source:
            raise AtlasError("The file is cut short.")
        if source == PLATES[4].source:
            return Frame(np.full((40, 60, 3), 99, np.uint8), Window(128, 256))
        return a_frame("HU" if source != PLATES[5].source else "")


@pytest.fixture
def loading():
    loading = Loading()
    yield loading
    loading.may_go_on.set()


@pytest.fixture
def session(qapp):
    return a_session(
        a_library(
            a_page("bare", "A page without plates"),
            a_page("sarcoma", "Synovial sarcoma", plates=PLATES),
            a_page("single", "One picture", plates=(a_made_plate("only", 9),)),
            a_page("planned", "One planned picture", plates=(PLATES[2],)),
        )
    )


@pytest.fixture
def panel(qtbot, session, tasks, loading):
    panel = ViewerPanel(session, tasks, loading)
    qtbot.addWidget(panel)
    panel.resize(600, 700)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def turn(qtbot, session, panel):
    """Go to a plate and wait until its picture, or the words in its place, are there."""

    words = {"unmade": "not made yet", "broken": "cannot be shown", "": "No plate"}

    def turn(plate="first", page="sarcoma"):
        session.go(Place(PageId(page), PlateId(plate)))
        if plate in words:
            qtbot.waitUntil(lambda: words[plate] in panel.notice.text and not panel.has_picture)
        else:
            qtbot.waitUntil(lambda: panel.has_picture)

    return turn


@pytest.fixture
def actions(panel):
    """Some actions as the window would give them."""

    def make(count):
        made = [QAction(f"&Action {n}", panel) for n in range(count)]
        for number, action in enumerate(made):
            action.setShortcut(f"Alt+{number}")
        return made

    return make
