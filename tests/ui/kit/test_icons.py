from __future__ import annotations

from atlas.paths import installed
from atlas.ui.commands import COMMANDS
from atlas.ui.kit.icons import icon


def test_every_icon_a_command_names_is_there():
    there = {path.stem for path in (installed("resources") / "icons").glob("*.svg")}
    assert {command.icon for command in COMMANDS if command.icon} <= there


def test_an_icon_takes_the_colour_it_is_given(qapp):
    image = icon("theme", "#ff0000", "#00ff00").pixmap(20, 20).toImage()
    inside = image.pixelColor(13, 10)
    assert (inside.red(), inside.green()) == (255, 0)
