"""For children: the atlas, made as its own command makes it, with pictures that always come."""

from __future__ import annotations

from bench.bare import SIZE
from PySide6.QtWidgets import QApplication

from atlas.cli import collect_again
from atlas.domain.errors import AtlasError
from atlas.domain.plate import Source, Window
from atlas.imaging.frame import Frame
from atlas.paths import Paths
from atlas.ui import app
from atlas.ui.app import Atlas, make_application
from atlas.workspace import Workspace, frame_of

stand_ins: set[Source] = set()
"""Sources that could not be made, and stand as noise of the same size."""


def a_running_atlas() -> tuple[QApplication, Atlas]:
    """An atlas that is not shown yet, for the reader whose folders the environment names."""
    application = make_application(["calcatlas"])
    app.frame_of = _frame_or_stand_in  # type: ignore[assignment]
    atlas = Atlas(application, Workspace.open(Paths.of_this_computer()))
    atlas.window.first_painted.connect(collect_again)
    atlas.window.resize(*SIZE)
    return application, atlas


def _frame_or_stand_in(source: Source, size: int) -> Frame:
    try:
        return frame_of(source, size)
    except (AtlasError, ImportError):
        stand_ins.add(source)
        return noise(512)


def noise(size: int) -> Frame:
    """A frame of 16 bits, the same each time."""
    import numpy as np

    values = np.random.default_rng(1).integers(0, 65_536, (size, size))
    return Frame(values.astype(np.float32), Window(32_768, 40_000))


def told_of_stand_ins() -> str:
    """What the table says when a picture was not the real one."""
    return "plates that cannot be made yet stand as noise of 512 x 512" if stand_ins else ""
