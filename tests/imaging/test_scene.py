from __future__ import annotations

import hashlib
import subprocess
import sys

import numpy as np
import pytest

from atlas.imaging.simulate import thigh_outlines as drawn
from atlas.imaging.simulate.scene import composed, simulated
from tests.imaging.recipes_used import (
    EVERY_SLICE,
    a_recipe,
    filled,
    grown_by_a_pixel,
    middle_of,
)

SIZE = 256


def digest(frame) -> str:
    said = hashlib.sha256(np.round(frame.values).astype(np.int32).tobytes())
    said.update(repr(frame.outlines).encode())
    return said.hexdigest()


# The body


def tissues(thigh):
    """Masks that keep clear of every edge."""
    return {
        "muscle": thigh.distance_to(thigh.grid, "vastus-lateralis") < -5,
        "fat": (thigh.fascia > 3) & (thigh.skin < -5),
        "cortex": (thigh.bone < -1.7) & (thigh.marrow > 1.7),
        "marrow": thigh.marrow < -2,
        "air": thigh.skin > 5,
    }


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_tissues_have_the_attenuation_they_are_known_by(seed):
    recipe = a_recipe(seed=seed)
    values, masks = simulated(recipe, SIZE).values, tissues(composed(recipe, SIZE).thigh)
    means = {name: float(values[mask].mean()) for name, mask in masks.items()}
    assert abs(means["muscle"] - 55) < 10
    assert abs(means["fat"] + 100) < 10
    assert abs(means["air"] + 1000) < 2
    assert -75 < means["marrow"] < -25
    assert 1200 < means["cortex"] < 1600


def test_ct_noise_is_about_ten_hounsfield_units_and_has_a_grain():
    recipe = a_recipe(seed=2)
    values = simulated(recipe, 512).values
    quiet = tissues(composed(recipe, 512).thigh)["muscle"]
    assert 7 < values[quiet].std() < 13
    both = quiet[:, 1:] & quiet[:, :-1]
    neighbours = np.corrcoef(values[:, 1:][both], values[:, :-1][both])[0, 1]
    assert neighbours > 0.3


def test_mr_shows_each_tissue_as_its_sequence_does():
    means = {}
    for sequence in ("t1", "t2", "stir"):
        recipe = a_recipe(f"thigh-mr-{sequence}")
        values, masks = simulated(recipe, SIZE).values, tissues(composed(recipe, SIZE).thigh)
        means[sequence] = {name: values[mask].mean() for name, mask in masks.items()}
    assert means["t1"]["fat"] > 2 * means["t1"]["muscle"]
    assert means["t2"]["fat"] > 3 * means["t2"]["muscle"]
    assert means["stir"]["fat"] < means["stir"]["muscle"] / 3
    assert all(m["cortex"] < m["muscle"] / 2 for m in means.values())
    assert all(m["air"] < 30 for m in means.values())


def test_the_right_thigh_is_seen_from_the_feet():
    frame, scene = simulated(a_recipe(), SIZE), composed(a_recipe(), SIZE)
    thigh, middle = scene.thigh, {}
    for name in ("vastus-lateralis", "gracilis", "rectus-femoris", "semitendinosus", "sartorius"):
        middle[name] = middle_of(thigh.distance_to(thigh.grid, name) < 0)
    femur = middle_of(thigh.bone < 0)
    assert frame.edges == ("R", "A")
    assert middle["vastus-lateralis"][0] < femur[0] < middle["gracilis"][0]
    assert middle["rectus-femoris"][1] < femur[1] < middle["semitendinosus"][1]
    assert middle["sartorius"][0] > femur[0]
    assert middle["sartorius"][1] < femur[1]


@pytest.mark.parametrize("seed", range(1, 7))
def test_no_bed_of_fat_and_no_vein_cuts_into_an_artery(seed):
    scene = composed(a_recipe("thigh-mr-t1", seed=seed), 512)
    grid, signal = scene.canvas.grid, scene.canvas.channels[0] + scene.canvas.channels[1]
    for middle, radius in (drawn.ARTERY, drawn.DEEP_ARTERY):
        x, y = scene.thigh.warp.point(middle)
        lumen = np.hypot(grid.x - x, grid.y - y) < 0.7 * radius
        assert (signal[lumen] < 120).mean() > 0.85


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 201, 207])
def test_the_back_of_the_thigh_lies_flat_and_its_vessels_under_the_skin(seed):
    scene = composed(a_recipe(seed=seed), SIZE)
    rows, columns = np.nonzero(scene.thigh.skin < 0)
    middle = rows[np.abs(columns - columns.mean()) < 20]
    side = rows[np.abs(columns - columns.mean()) > 60]
    assert middle.max() - side.max() < SIZE * 0.12
    outside = scene.canvas.channels[0][scene.thigh.skin > 1]
    assert outside.max() == -1000


def test_three_sequences_show_one_patient():
    scenes = [composed(a_recipe(f"thigh-mr-{s}", seed=5), 128) for s in ("t1", "t2", "stir")]
    assert np.array_equal(scenes[0].thigh.skin, scenes[2].thigh.skin)
    assert scenes[0].thigh is scenes[1].thigh


@pytest.mark.parametrize("size", [128, 300])
def test_a_frame_has_the_size_and_the_scale_asked_for(size):
    frame = simulated(a_recipe(), size)
    assert frame.size == (size, size)
    assert frame.values.dtype == np.float32
    assert frame.millimetres * size == pytest.approx(220)
    assert frame.unit == "HU"


# Seeds and sizes


@pytest.mark.parametrize(("view", "family"), [EVERY_SLICE[0], EVERY_SLICE[2]])
def test_the_same_recipe_is_the_same_picture_in_another_process(view, family):
    here = digest(simulated(a_recipe(view, family, 7), 128))
    program = (
        "import sys; from tests.imaging.test_scene import *;"
        f"print(digest(simulated(a_recipe({view!r}, {family!r}, 7), 128)))"
    )
    there = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert there.stdout.strip() == here


@pytest.mark.parametrize(("view", "family"), EVERY_SLICE)
def test_another_seed_is_another_lesion(view, family):
    one, other = (simulated(a_recipe(view, family, seed), 128) for seed in (1, 2))
    assert digest(one) != digest(other)
    assert one.outlines != other.outlines


@pytest.mark.parametrize(("view", "family"), EVERY_SLICE)
def test_the_size_of_the_picture_does_not_change_what_it_shows(view, family):
    small, large = (simulated(a_recipe(view, family, 3), size) for size in (256, 512))
    halved = large.values.reshape(256, 2, 256, 2).mean(axis=(1, 3))
    assert np.corrcoef(small.values.ravel(), halved.ravel())[0, 1] > 0.985
    for name, rings in small.outlines.items():
        areas = [filled(rings, 256).sum(), filled(large.outlines[name], 512).sum() / 4]
        assert abs(areas[0] - areas[1]) < 0.12 * max(areas) + 8, name


# Outlines


@pytest.mark.parametrize(("view", "family"), EVERY_SLICE)
@pytest.mark.parametrize("seed", [1, 4])
def test_every_outline_is_within_a_pixel_of_its_lesion(view, family, seed):
    recipe = a_recipe(view, family, seed)
    frame, scene = simulated(recipe, SIZE), composed(recipe, SIZE)
    for name, parts in scene.regions.items():
        (grid, distance), *more = parts
        assert not more
        assert frame.outlines[name], name
        mask = np.zeros((SIZE, SIZE), np.float32)
        grid.of(mask)[...] = distance < 0
        inside, drawn = mask > 0, filled(frame.outlines[name], SIZE)
        assert (drawn & ~grown_by_a_pixel(inside)).sum() == 0, name
        # Flecks of under half a square millimetre are not outlined.
        assert (inside & ~grown_by_a_pixel(drawn)).sum() <= 0.02 * inside.sum() + 2, name


def test_a_lesion_given_in_millimetres_lies_there():
    recipe = a_recipe(family="synovial-sarcoma", size=40, x=-35, y=30)
    column, row = middle_of(filled(simulated(recipe, SIZE).outlines["mass"], SIZE))
    millimetres = 220 / SIZE
    assert abs((column + 0.5) * millimetres - 110 + 35) < 4
    assert abs((row + 0.5) * millimetres - 110 - 30) < 4


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_sarcoma_lies_lateral_to_and_behind_the_femur(seed):
    recipe = a_recipe(family="synovial-sarcoma", seed=seed)
    mass = middle_of(filled(simulated(recipe, 128).outlines["mass"], 128))
    femur = middle_of(composed(recipe, 128).thigh.bone < 0)
    assert mass[0] < femur[0] - 8  # image left is lateral
    assert mass[1] > femur[1] + 8


@pytest.mark.parametrize(("view", "family"), EVERY_SLICE)
def test_no_lesion_lies_outside_the_skin_or_in_the_bone(view, family):
    for seed in range(3):
        scene = composed(a_recipe(view, family, seed), 128)
        for name, parts in scene.regions.items():
            for grid, distance in parts:
                lesion = distance < 0
                outside = lesion & (grid.of(scene.thigh.skin) > 0)
                inside_bone = lesion & (grid.of(scene.thigh.bone) < -1)
                assert outside.sum() <= 0.02 * lesion.sum(), name
                if name != "oedema":
                    assert inside_bone.sum() <= 0.02 * lesion.sum(), name


def test_two_lesions_of_a_family_share_their_regions():
    first = a_recipe(family="synovial-sarcoma", size=35, x=-45, y=-20)
    second = a_recipe(family="synovial-sarcoma", size=35, x=25, y=35)
    both = type(first)("thigh-ct", first.lesions + second.lesions, 1)
    assert len(simulated(both, 128).outlines["mass"]) == 2
