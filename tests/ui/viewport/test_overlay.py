from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF

from atlas.domain.plate import Region
from atlas.ui.kit.theme import region_colour
from atlas.ui.viewport.regions import hit, outlines_of
from atlas.ui.viewport.shown import Overlay
from tests.ui.viewport.conftest import REGIONS, a_frame


def is_amber(colour):
    wanted = region_colour(0)
    return (
        abs(colour.red() - wanted.red()) < 40
        and abs(colour.green() - wanted.green()) < 40
        and abs(colour.blue() - wanted.blue()) < 60
    )


@pytest.mark.parametrize("zoom", [1.0, 3.0, 9.5])
@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize("mirrored", [False, True])
def test_the_line_lies_on_the_ring_however_it_is_looked_at(viewport, zoom, turns, mirrored):
    viewport.overlay = Overlay.OUTLINES
    for edge, inside in (((50.0, 80.0), (54.0, 80.0)), ((100.0, 40.0), (100.0, 46.0))):
        view = viewport.view._replace(zoom=zoom, centre=edge, turns=turns, mirrored=mirrored)
        viewport.look(view)
        image = viewport.grab().toImage()
        on_line = viewport.to_screen().map(QPointF(*edge)).toPoint()
        near = [on_line + QPoint(x, y) for x in (-1, 0) for y in (-1, 0)]
        assert any(is_amber(image.pixelColor(at)) for at in near)
        beside = image.pixelColor(viewport.to_screen().map(QPointF(*inside)).toPoint())
        assert (beside.red(), beside.green()) == (beside.blue(), beside.blue())


def test_the_line_has_a_dark_edge(viewport):
    viewport.overlay = Overlay.OUTLINES
    viewport.look(viewport.view._replace(zoom=4.0, centre=(50.0, 80.0)))
    image = viewport.grab().toImage()
    on_line = viewport.to_screen().map(QPointF(50, 80)).toPoint()
    row = [image.pixelColor(on_line + QPoint(x, 0)).lightness() for x in range(-4, 4)]
    assert min(row[2:6]) < 90 < row[0]


def test_the_states_of_the_overlay_draw_more_and_more(viewport):
    viewport.overlay = Overlay.NOTHING
    nothing = viewport.grab().toImage()
    viewport.overlay = Overlay.OUTLINES
    outlines = viewport.grab().toImage()
    assert viewport._drawing.labels == ()
    viewport.overlay = Overlay.LABELS
    labels = viewport.grab().toImage()
    assert [label.outline.label for label in viewport._drawing.labels] == ["rim of bone", "fleck"]
    assert nothing != outlines
    assert outlines != labels


def test_the_overlay_goes_round():
    assert Overlay.NOTHING.following is Overlay.OUTLINES
    assert Overlay.OUTLINES.following is Overlay.LABELS
    assert Overlay.LABELS.following is Overlay.NOTHING


def test_a_lit_region_is_tinted_and_its_name_shown_among_bare_outlines(viewport):
    viewport.overlay = Overlay.OUTLINES
    at = viewport.to_screen().map(QPointF(60, 50)).toPoint()
    before = viewport.grab().toImage().pixelColor(at)
    viewport.light(frozenset({"rim"}))
    after = viewport.grab().toImage().pixelColor(at)
    assert after.red() > after.blue() + 5
    assert before.red() == before.blue()
    assert [label.outline.name for label in viewport._drawing.labels] == ["rim"]


def test_the_hole_of_a_rim_is_not_tinted(viewport):
    viewport.overlay = Overlay.OUTLINES
    viewport.light(frozenset({"rim"}))
    at = viewport.to_screen().map(QPointF(110, 90)).toPoint()
    colour = viewport.grab().toImage().pixelColor(at)
    assert colour.red() == colour.blue()


def test_labels_stay_in_sight_and_off_each_other_and_off_the_corners(viewport):
    frame = a_frame(outlines={f"r{n}": a_frame().outlines["speck"] for n in range(5)})
    viewport.show_frame(frame, [Region(f"r{n}", f"region number {n}") for n in range(5)])
    for size in ((500, 400), (300, 300)):
        viewport.resize(*size)
        viewport.grab()
        boxes = [label.box for label in viewport._drawing.labels]
        assert len(boxes) == 5
        assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
        assert all(viewport.rect().toRectF().contains(box) for box in boxes)
    assert any(label.leader for label in viewport._drawing.labels)


def test_a_label_without_room_is_left_out(viewport):
    viewport.resize(90, 60)
    viewport.grab()
    assert viewport._drawing.labels == ()


def test_a_region_out_of_sight_has_no_label(viewport):
    viewport.look(viewport.view._replace(zoom=20.0, centre=(100.0, 10.0)))
    viewport.grab()
    assert viewport._drawing.labels == ()


def test_the_overlay_is_not_drawn_again_while_only_the_window_changes(viewport):
    viewport.grab()
    layer = viewport._drawing.layer
    window = viewport.view.window
    viewport.look(viewport.view._replace(window=replace(window, level=10, width=9000)))
    viewport.grab()
    assert viewport._drawing.layer is layer
    viewport.zoom_by(1.1)
    viewport.grab()
    assert viewport._drawing.layer is not layer


def test_a_hole_belongs_to_no_region_and_the_smallest_wins():
    outlines = outlines_of(a_frame(), REGIONS)
    named = {point: hit(outlines, point, 0.1) for point in ((60, 50), (110, 90), (96, 76))}
    assert named[60, 50].name == "rim"
    assert named[110, 90] is None
    assert named[96, 76].name == "speck"


def test_a_rim_is_smaller_than_the_mass_it_encloses():
    square, hole = a_frame().outlines["rim"]
    outlines = outlines_of(
        a_frame(outlines={"mass": (square,), "rim": (square, hole)}),
        (Region("mass", "mass"), Region("rim", "rim")),
    )
    assert [outline.area for outline in outlines] == [8000, 8000 - 1600]
    assert hit(outlines, (60, 50), 0.1).name == "rim"
    assert hit(outlines, (100, 80), 0.1).name == "mass"


def test_a_speck_is_hit_by_a_pointer_that_misses_it_a_little():
    outlines = outlines_of(a_frame(), REGIONS)
    assert hit(outlines, (99, 76), 1) is None
    assert hit(outlines, (99, 76), 3).name == "speck"


def test_a_region_the_picture_does_not_have_keeps_its_colour_for_no_one():
    regions = (Region("absent", "absent"), Region("speck", "fleck"))
    (speck,) = outlines_of(a_frame(), regions)
    assert speck.colour == region_colour(1)


def test_a_speck_is_drawn_thin_and_stays_to_be_seen(viewport):
    viewport.show_frame(a_frame(), (Region("speck", "fleck"),))
    viewport.overlay = Overlay.OUTLINES
    viewport.look(viewport.view._replace(zoom=2.5, centre=(100.0, 80.0)))
    image = viewport.grab().toImage()
    middle = viewport.to_screen().map(QPointF(96, 76)).toPoint()
    ground = viewport.to_screen().map(QPointF(110, 76)).toPoint()
    assert image.pixelColor(middle) == image.pixelColor(ground)


def test_the_others_step_back_while_one_is_lit(viewport):
    viewport.overlay = Overlay.OUTLINES
    at = viewport.to_screen().map(QPointF(50, 80)).toPoint()
    near = [at + QPoint(x, 0) for x in (-1, 0)]

    def is_drawn_in_full():
        image = viewport.grab().toImage()
        return any(is_amber(image.pixelColor(one)) for one in near)

    assert is_drawn_in_full()
    viewport.light(frozenset({"speck"}))
    assert not is_drawn_in_full()
    viewport.light(frozenset({"rim"}))
    assert is_drawn_in_full()
