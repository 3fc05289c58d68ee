from __future__ import annotations

import subprocess
import sys
from hashlib import sha256

import numpy as np
import pytest

from atlas.domain.plate import Simulated
from atlas.imaging.recipes.objections import objection, regions_of
from atlas.imaging.recipes.scan_families import SCAN_FAMILIES
from atlas.imaging.scintigraphy.camera import blurred, counted, healthy, on_screen
from atlas.imaging.scintigraphy.facts import scan_facts_of
from atlas.imaging.scintigraphy.plate import bone_scan, depths_of, expected, screen_of
from atlas.paths import installed
from tests.imaging.recipes_used import a_recipe, filled, grown_by_a_pixel, middle_of
from tests.imaging.scintigraphy.scans_used import SCAN_VIEWS, SIZE, every_scan


def digest(frame) -> str:
    return sha256(frame.values.tobytes()).hexdigest()


@pytest.mark.parametrize("view", SCAN_VIEWS)
def test_a_healthy_body_is_shown_in_counts_with_many_counts_dark(view):
    frame = bone_scan(Simulated(view), SIZE)
    assert max(frame.size) == SIZE
    assert (frame.unit, frame.dark, frame.outlines) == ("counts", True, {})
    row, column = np.unravel_index(frame.values.argmax(), frame.values.shape)
    grey = frame.grey(frame.window)
    assert (grey[row, column], grey[-1, frame.size[0] // 2]) == (0, grey.max())


@pytest.mark.parametrize("view", SCAN_VIEWS)
def test_counts_scatter_by_chance_as_poisson_said(view):
    mean = expected(Simulated(view))
    counts = counted(mean, 3)
    assert (counts == np.round(counts)).all()
    body = mean > 2
    scatter = (counts - mean)[body] ** 2 / mean[body]
    assert scatter.mean() == pytest.approx(1, abs=0.04)


def test_the_camera_blurs_a_point_to_ten_millimetres_and_loses_nothing():
    point = np.zeros((81, 81), np.float32)
    point[40, 40] = 1
    seen = blurred(point)
    assert seen.sum() == pytest.approx(1, abs=1e-4)
    half = on_screen(seen, (810, 810))[405] > seen.max() / 2
    assert half.sum() * 0.24 == pytest.approx(10, abs=0.7)


def test_the_skeleton_stands_out_from_soft_tissue_and_both_sides_are_alike():
    grid, body = healthy("trunk-bone-scan")
    above = blurred(body)[: int((780 - grid.top) / grid.pitch)]  # the bladder
    assert np.allclose(above, above[:, ::-1], atol=0.03)
    row = int((610 - grid.top) / grid.pitch)
    assert body[row, grid.columns // 2] > 3 * body[row, int((-110 - grid.left) / grid.pitch)]


def test_the_patients_right_is_the_left_of_the_picture_and_the_stomach_lies_left():
    places = scan_facts_of("trunk-bone-scan").landmarks
    assert places["right-lung"][0] < 0 < places["left-lung"][0]
    assert places["stomach"][0] > 0
    frame = bone_scan(a_recipe("hips-bone-scan", "uptake", at="right-hip", x=-40), SIZE)
    assert middle_of(filled(frame.outlines["uptake"], SIZE))[0] < frame.size[0] / 2


@pytest.mark.parametrize("name", every_scan())
def test_every_region_of_a_scan_is_outlined_within_a_pixel_of_half_its_maximum(name):
    source = every_scan()[name]
    frame = bone_scan(source, SIZE)
    assert set(frame.outlines) == set(regions_of(source))
    columns, rows = frame.size
    screen = screen_of(healthy(source.view)[0], SIZE)
    for region, rings in frame.outlines.items():
        mask = np.logical_or.reduce([d < 0 for r, d in depths_of(source, screen) if r == region])
        apart = [ring for ring in rings if filled((ring,), SIZE).any()]
        drawn = np.logical_or.reduce([filled((ring,), SIZE) for ring in apart])[:rows, :columns]
        assert not (drawn & ~grown_by_a_pixel(mask)).any(), region
        assert not (~grown_by_a_pixel(~mask) & ~grown_by_a_pixel(drawn)).any(), region


@pytest.mark.parametrize("name", every_scan())
def test_there_are_more_counts_where_a_lesion_is_outlined_and_no_more_elsewhere(name):
    source = every_scan()[name]
    with_it, without = expected(source), expected(Simulated(source.view))
    screen = healthy(source.view)[0]
    inside = np.logical_or.reduce([depth < 0 for _, depth in depths_of(source, screen)])
    assert (with_it > 1.15 * without)[inside].mean() > 0.95
    assert (with_it >= without - 1e-3).all()
    assert np.allclose(with_it[0], without[0], atol=0.1)


def test_the_same_seed_is_the_same_scan_in_another_process_and_another_seed_is_not():
    name, source = next(iter(every_scan().items()))
    program = (
        "from tests.imaging.scintigraphy.scans_used import SIZE, every_scan;"
        "from tests.imaging.scintigraphy.test_plate import bone_scan, digest;"
        f"print(digest(bone_scan(every_scan()[{name!r}], SIZE)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    here = digest(bone_scan(source, SIZE))
    assert done.stdout.strip() == here
    assert digest(bone_scan(source._replace(seed=source.seed + 1), SIZE)) != here


def test_an_unknown_parameter_or_landmark_of_a_scan_is_named():
    said = objection(a_recipe("hips-bone-scan", "uptake", at="right-hip", lenght=3), ())
    assert said.startswith("`lenght` is not a parameter of `uptake`; they are `at`,")
    said = objection(a_recipe("hips-bone-scan", "uptake", at="stomach"), ())
    assert said.startswith("`at` is `stomach`, which is no landmark of `hips-bone-scan`; known are")


def test_every_scan_and_its_families_are_judged_in_the_readme():
    judged = (installed("resources") / "README.md").read_text(encoding="utf-8")
    missing = [name for name in (*SCAN_VIEWS, *SCAN_FAMILIES) if f"`{name}`" not in judged]
    assert missing == []
