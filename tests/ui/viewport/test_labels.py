from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from atlas.domain.plate import Region, Window
from atlas.imaging.frame import Frame
from atlas.ui.viewport.geometry import crosses, runs_through
from atlas.ui.viewport.ground import Ground
from atlas.ui.viewport.labels import Wanted, placed


def ring(x, y, side):
    return ((x, y), (x + side, y), (x + side, y + side), (x, y + side))


def a_limb(**outlines):
    """A grey disc on black with a white bone in its middle, 400 x 400."""
    y, x = np.mgrid[:400, :400]
    away = np.hypot(x - 200, y - 200)
    values = np.where(away < 150, 50, -1000).astype(np.float32)
    values[away < 40] = 1000
    return Frame(values, Window(50, 400), "HU", 0.5, outlines)


@pytest.fixture
def limb(viewport):
    """Three regions between the bone and the edge of the limb."""
    places = {"one": (110, 190, 20), "two": (150, 110, 24), "three": (215, 245, 16)}
    viewport.resize(640, 440)
    viewport.show_frame(
        a_limb(**{name: (ring(*at),) for name, at in places.items()}),
        [Region(name, f"region number {name}") for name in places],
    )
    viewport.grab()
    return viewport


def values_under(viewport, box):
    back = viewport.to_screen().inverted()[0].mapRect(box).toAlignedRect()
    values = viewport.frame.values
    found = [
        values[y, x]
        for x in range(back.left(), back.right())
        for y in range(back.top(), back.bottom())
        if 0 <= x < 400 and 0 <= y < 400
    ]
    return found or [-1000.0]


def lines_of(labels):
    return [
        (label.leader.p1().toTuple(), label.leader.p2().toTuple())
        for label in labels
        if label.leader
    ]


def test_labels_stand_on_the_black_outside_the_limb_though_it_is_further(limb):
    assert len(limb._drawing.labels) == 3
    for label in limb._drawing.labels:
        assert np.mean(np.array(values_under(limb, label.box)) > 0) < 0.1
        assert label.leader


def test_leaders_cross_neither_each_other_nor_a_name(limb):
    lines = lines_of(limb._drawing.labels)
    assert not any(crosses(one, other) for one, other in combinations(lines, 2))
    for label in limb._drawing.labels:
        box = (label.box.left(), label.box.top(), label.box.right(), label.box.bottom())
        others = [one for one in limb._drawing.labels if one.leader and one is not label]
        assert not any(runs_through(line, box) for line in lines_of(others))


def test_where_all_is_covered_a_label_is_near_and_not_on_the_bone(limb):
    limb.look(limb.view._replace(zoom=6.0, centre=(230.0, 240.0)))
    limb.grab()
    (three,) = [one for one in limb._drawing.labels if one.outline.name == "three"]
    assert max(values_under(limb, three.box)) < 100


def test_labels_go_with_the_picture_and_do_not_jump(limb):
    before = {label.outline.name: label.box for label in limb._drawing.labels}
    for n in range(1, 9):
        limb.look(limb.view._replace(centre=(200.0 - n, 200.0)))
        limb.grab()
    zoom = limb.view.zoom
    for label in limb._drawing.labels:
        moved = label.box.topLeft() - before[label.outline.name].topLeft()
        assert moved.x() == pytest.approx(8 * zoom, abs=1)
        assert moved.y() == pytest.approx(0, abs=1)


def test_a_little_zoom_moves_labels_a_little(limb):
    before = {label.outline.name: label.box.center() for label in limb._drawing.labels}
    limb.zoom_by(1.05)
    limb.grab()
    for label in limb._drawing.labels:
        moved = label.box.center() - before[label.outline.name]
        assert moved.manhattanLength() < 20


def test_labels_do_not_move_while_the_window_is_dragged(limb):
    labels = limb._drawing.labels
    limb.look(limb.view._replace(window=Window(-900, 100), inverted=True))
    limb.grab()
    assert limb._drawing.labels is labels


@pytest.mark.parametrize("size", [(1, 1), (3, 500), (512, 384), (1024, 1024)])
def test_the_ground_of_any_picture_is_dear_where_it_is_bright(size):
    rows, columns = size
    values = np.zeros(size, np.float32)
    values[:, columns // 2 :] = 100
    ground = Ground(Frame(values, Window(50, 100)))
    across, down = 320 / columns, 320 / rows
    seen = ground.seen(QTransform.fromScale(across, down), (360, 320))
    assert seen.shape == (41, 46)
    assert seen[20, 30] > 1
    assert seen[20, 44] == 0
    if columns > 1:
        assert seen[20, 5] == 0


def test_a_colour_picture_has_a_ground_too():
    frame = Frame(np.full((60, 60, 3), 200, np.uint8), Window(128, 256))
    assert Ground(frame).seen(QTransform(), (40, 40)).min() > 0.5


def test_without_any_room_there_is_no_place():
    wanted = Wanted((5, 5, 9, 9), ((5, 5),), 100, 14)
    assert placed([wanted], (0, 0, 50, 50), []) == [None]


def is_dark(image, at):
    return image.pixelColor(at.toPoint()).lightness() < 110


def test_text_on_bright_ground_has_a_plate_and_only_there(limb):
    limb.resize(520, 400)
    limb.look(limb.view._replace(zoom=1.3, inverted=True))
    limb.grab()
    label = limb._drawing.labels[0]
    beside = QPointF(label.box.left() - 2, label.box.center().y())
    bare = QPointF(label.box.left() - 8, label.box.center().y())
    image = limb.grab().toImage()
    assert is_dark(image, beside)
    assert not is_dark(image, bare)
    limb.look(limb.view._replace(inverted=False))
    image = limb.grab().toImage()
    assert image.pixelColor(beside.toPoint()).lightness() == 0
