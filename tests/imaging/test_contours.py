from __future__ import annotations

import numpy as np
import pytest

from atlas.imaging.simulate.contours import rings_of
from atlas.imaging.simulate.grid import Grid
from tests.imaging.recipes_used import filled, grown_by_a_pixel

WHOLE = Grid(0, 0, 1.0, 40, 40)


def a_circle(grid, x, y, radius):
    return np.hypot(grid.x - x, grid.y - y) - radius


def test_the_outline_of_a_circle_is_a_circle():
    (ring,) = rings_of(WHOLE, a_circle(WHOLE, 20, 17, 9))
    radii = [np.hypot(x - 20, y - 17) for x, y in ring]
    assert max(abs(r - 9) for r in radii) < 0.15


def test_a_hole_is_a_ring_of_its_own():
    annulus = np.abs(a_circle(WHOLE, 20, 20, 10)) - 3
    rings = rings_of(WHOLE, annulus)
    assert len(rings) == 2
    mask = filled(rings, 40)
    assert mask[20, 10]
    assert not mask[20, 20]


def test_a_shape_cut_by_the_edge_is_closed_along_it():
    (ring,) = rings_of(WHOLE, a_circle(WHOLE, 0, 20, 8))
    assert min(x for x, _ in ring) == pytest.approx(0, abs=0.6)
    assert filled([ring], 40)[20, 0]


def test_a_part_of_the_picture_answers_points_of_the_whole():
    part = WHOLE.between(10, 10, 30, 30)
    (ring,) = rings_of(part, a_circle(part, 20, 20, 5))
    assert np.mean([x for x, _ in ring]) == pytest.approx(20, abs=0.3)


def test_a_single_fleck_is_no_region():
    assert rings_of(WHOLE, a_circle(WHOLE, 20.5, 20.5, 0.3)) == ()


def test_nothing_has_no_outline():
    assert rings_of(WHOLE, np.ones((40, 40), np.float32)) == ()


@pytest.mark.parametrize("seed", range(6))
def test_any_shape_is_filled_by_its_outline(seed):
    noise = np.random.default_rng(seed).normal(0, 1, (40, 40)).astype(np.float32)
    smooth = sum(np.roll(noise, (r, c), (0, 1)) for r in range(-2, 3) for c in range(-2, 3))
    drawn, wanted = filled(rings_of(WHOLE, smooth), 40), smooth < 0
    assert (drawn != wanted).mean() < 0.03
    assert not (drawn & ~grown_by_a_pixel(wanted)).any()
    # A fleck that is too small to be outlined may be missing, no more.
    assert (wanted & ~grown_by_a_pixel(drawn)).sum() <= 10
