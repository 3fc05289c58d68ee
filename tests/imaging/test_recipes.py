from __future__ import annotations

import subprocess
import sys

import pytest

from atlas.domain.plate import Lesion, Simulated
from atlas.imaging.film import facts
from atlas.imaging.recipes.objections import FAMILIES, objection, regions_of
from atlas.imaging.recipes.views import VIEWS
from tests.imaging.recipes_used import EVERY_SLICE, a_recipe


@pytest.mark.parametrize(("view", "family"), EVERY_SLICE)
def test_every_family_is_sound_with_nothing_chosen(view, family):
    recipe = a_recipe(view, family)
    assert objection(recipe, regions_of(recipe)) is None


def test_a_healthy_body_is_a_recipe_without_regions():
    assert objection(a_recipe(), ()) is None
    assert objection(a_recipe(), ("mass",)) == (
        "region `mass` is not made by this recipe; it makes none."
    )


def test_an_unknown_view_is_named_with_the_known_ones():
    said = objection(a_recipe("thigh-tc"), ())
    assert said.startswith("`view` `thigh-tc` is not known; known are `thigh-ct`,")


def test_an_unknown_lesion_is_named_with_the_known_ones():
    said = objection(a_recipe(family="zonel"), ())
    assert said.startswith("`lesion` `zonel` is not known; known are `synovial-sarcoma`,")


def test_a_number_out_of_bounds_is_told_its_bounds():
    recipe = a_recipe("thigh-mr-t2", "myositis-ossificans", maturity=3)
    assert objection(recipe, ()) == "`maturity` is 3; it may be 0 to 1."


@pytest.mark.parametrize("value", ["much", True, float("nan"), float("inf"), None])
def test_what_is_no_number_is_refused(value):
    recipe = a_recipe("thigh-mr-t2", "myositis-ossificans", maturity=value)
    assert objection(recipe, ()).startswith("`maturity` is ")


def test_bounds_are_told_with_their_unit():
    said = objection(a_recipe(family="synovial-sarcoma", size=400), ())
    assert said == "`size` is 400; it may be 30 to 95 mm."


def test_an_unknown_site_is_told_the_known_ones():
    said = objection(a_recipe(family="synovial-sarcoma", site="toe"), ())
    assert said.startswith("`site` is `toe`; it may be `posterolateral`,")


def test_an_unknown_parameter_is_told_the_known_ones():
    said = objection(a_recipe(family="cysticercosis", grain=9), ())
    assert said == "`grain` is not a parameter of `cysticercosis`; they are `grains`, `length`."


def test_a_parameter_given_twice_is_refused():
    lesion = Lesion("cysticercosis", (("grains", 9), ("grains", 10)))
    said = objection(Simulated("thigh-ct", (lesion,)), ())
    assert said == "`grains` is given 2 times; once is enough."


def test_a_family_is_refused_in_a_modality_it_is_not_drawn_in():
    said = objection(a_recipe("thigh-mr-t1", "cysticercosis"), ())
    assert said == "`cysticercosis` cannot be drawn in `thigh-mr-t1`; it can be in `thigh-ct`."


def test_a_region_of_another_modality_is_refused():
    said = objection(a_recipe("thigh-ct", "myositis-ossificans"), ("rim", "oedema"))
    assert said.startswith("region `oedema` is not made by this recipe; made are `mass`, `rim`,")


@pytest.mark.parametrize("seed", [-1, 2**32, 1.5, True])
def test_a_seed_is_a_whole_number_within_bounds(seed):
    assert objection(a_recipe(seed=seed), ()).startswith("`seed` is ")


def test_every_parameter_has_a_default_within_its_own_bounds():
    for family in FAMILIES.values():
        for name, spec in family.parameters.items():
            if spec.default is not None:
                assert spec.objection(name, spec.default, "thigh-ct") is None


def test_every_view_says_what_a_caption_needs():
    assert all(view.projection and view.body_part for view in VIEWS.values())


def test_checking_a_recipe_needs_no_pixels():
    program = (
        "import sys, atlas.imaging.sources, atlas.imaging.export;"
        "from atlas.imaging.recipes import objections as recipes;"
        "from atlas.domain.plate import Simulated; recipes.objection(Simulated('thigh-ct'), ());"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'PIL', 'PySide6')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_unknown_landmark_is_told_the_known_ones():
    said = objection(a_recipe("knee-ap", "zonal", at="knie"), ())
    assert said.startswith("`at` is `knie`, which is no landmark of `knee-ap`; known are `joint`,")


def test_an_unknown_course_is_told_the_known_ones():
    said = objection(a_recipe("knee-ap", "tram-track", along="aorta"), ())
    assert said.startswith("`along` is `aorta`, which is no course of `knee-ap`; known are `medial")


def test_a_lesion_of_a_film_without_a_place_is_told_what_it_needs():
    assert objection(a_recipe("knee-ap", "zonal"), ()) == (
        "`zonal` needs `at`: the landmark it lies by."
    )


def test_a_missing_background_is_not_held_against_a_recipe(monkeypatch, tmp_path):
    monkeypatch.setattr(facts, "backgrounds", lambda: tmp_path)
    assert objection(a_recipe("knee-ap", "zonal", at="anywhere"), ()) is None
