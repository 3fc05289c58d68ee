from __future__ import annotations

from dataclasses import replace

import pytest

from atlas.paths import Paths
from atlas.settings import Settings, change
from atlas.ui.app import Atlas
from tests.journeys.reader import Reader


@pytest.fixture
def start(qapp, qtbot, workspace, tmp_path):
    """Start the atlas on the real pages, for a reader whose own folders are empty."""
    running = []

    def begin(settings: Settings | None = None, folder: str = "reader", size=(1440, 900)):
        paths = Paths.under(tmp_path / folder)
        if settings:
            change(paths.settings, Settings(), settings)
        atlas = Atlas(qapp, replace(workspace, paths=paths))
        qtbot.addWidget(atlas.window)
        running.append(atlas)
        with qtbot.waitExposed(atlas.window):
            atlas.show()
        if size:
            atlas.window.resize(*size)
        return Reader(qtbot, atlas)

    yield begin
    for atlas in running:
        atlas.window.close()
        atlas.close()


@pytest.fixture
def reader(start) -> Reader:
    return start(Settings(notice_read=True, theme="dark"))
