from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QFontMetricsF, QHelpEvent
from PySide6.QtWidgets import QApplication

from atlas.ui.kit.theme import IMAGE, Look
from atlas.ui.viewer.caption import Caption
from atlas.ui.viewer.lines import wrapped

LONG = "A lobulated mass lateral and posterior to the femur, with eccentric calcification. " * 4
LOOK = Look(IMAGE)


def test_wrapped_lines_fit_and_lose_no_word(qapp):
    font = LOOK.font(12)
    lines = wrapped(LONG, font, 200)
    assert " ".join(lines) == LONG.strip()
    assert max(map(QFontMetricsF(font).horizontalAdvance, lines)) <= 200


def test_the_last_line_says_that_there_is_more(qapp):
    lines = wrapped(LONG, LOOK.font(12), 200, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert wrapped("short", LOOK.font(12), 200, most=2) == ["short"]
    assert wrapped("", LOOK.font(12), 200, most=2) == [""]


@pytest.mark.parametrize(("text", "tip"), [(LONG, LONG), ("short", "")])
def test_a_caption_that_is_cut_is_whole_in_its_tooltip(qtbot, text, tip):
    caption = Caption(LOOK)
    qtbot.addWidget(caption)
    caption.resize(300, 50)
    caption.say(text)
    at = QPoint(5, 5)
    QApplication.sendEvent(caption, QHelpEvent(QEvent.Type.ToolTip, at, caption.mapToGlobal(at)))
    assert caption.toolTip() == tip
    assert caption.accessibleName() == text


def test_a_caption_takes_three_lines_at_most(qtbot):
    caption = Caption(LOOK)
    qtbot.addWidget(caption)
    caption.say("short")
    one = caption.heightForWidth(300)
    caption.say(LONG)
    three = caption.heightForWidth(300)
    line = caption._spacing()
    assert three == one + 2 * line
    assert caption.heightForWidth(150) == three
