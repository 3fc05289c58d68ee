from __future__ import annotations

from PySide6.QtGui import QImage, QPainter

from atlas.domain.library import CategoryId
from atlas.ui.kit.category_mark import SIDE, paint_mark
from atlas.ui.kit.theme import DARK, Look


def drawn(category, look):
    image = QImage(4 * SIDE, 4 * SIDE, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_mark(painter, SIDE, SIDE, category, look)
    painter.end()
    return image


def test_every_category_is_known_by_its_shape_alone(qapp):
    grey = Look(DARK._replace(categories=("#888888",) * 5))
    marks = [drawn(category, grey) for category in CategoryId]
    assert all(one != other for at, one in enumerate(marks) for other in marks[:at])


def test_the_mark_has_the_colour_of_its_category(qapp):
    for category in CategoryId:
        image = drawn(category, Look(DARK, 2.0))
        seen = {image.pixelColor(x, y).name() for x in range(4 * SIDE) for y in range(4 * SIDE)}
        assert DARK.category(category) in seen
