from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from atlas.ui.body import Body, Sizes


def test_a_body_moves_its_contents_by_the_width_it_is_shown_in_and_not_before(qtbot):
    contents = QStackedWidget()
    body = Body(contents, QWidget(), QWidget())
    qtbot.addWidget(body)
    body.resize(400, 300)
    body.share(Sizes(contents=260))
    assert contents.parentWidget() is body.across
    body.resize(1400, 800)
    with qtbot.waitExposed(body):
        body.show()
    assert contents.parentWidget() is body.across
    assert contents.width() == 260
    body.resize(700, 800)
    assert contents.parentWidget() is body
