from __future__ import annotations

import json
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas.domain.errors import AtlasError
from atlas.imaging.film import facts as facts_module
from atlas.imaging.film.facts import facts_of
from atlas.imaging.recipes.film_families import FILM_FAMILIES
from atlas.paths import installed
from tests.imaging.film.films_used import BODIES, FILM_VIEWS


@pytest.mark.parametrize("view", FILM_VIEWS)
def test_every_view_has_sound_facts_and_its_places_lie_in_the_picture(view):
    facts = facts_of(view)
    columns, rows = facts.size
    assert facts.landmarks
    marker = [facts.marker] if view in BODIES else []  # no side, no letter
    for x, y in (*facts.landmarks.values(), *marker):
        assert 0 <= x <= columns
        assert 0 <= y <= rows


def test_a_background_that_is_not_there_is_told_in_words(own_backgrounds):
    with pytest.raises(AtlasError, match=r"background elbow is missing from this installation"):
        facts_of("elbow")


@pytest.mark.parametrize(
    "wrong",
    [
        {"size": [10**9, 10]},
        {"size": [512]},
        {"millimetres": 0},
        {"millimetres": float("nan")},
        {"beam": True},
        {"window": [2, 1]},
        {"landmarks": {"joint": ["a", 1]}},
        {"courses": {"artery": 3}},
        {"look": []},
    ],
)
def test_facts_out_of_bounds_are_a_damaged_background(changed, wrong):
    changed(**wrong)
    with pytest.raises(AtlasError, match="background knee-ap is damaged"):
        facts_of("knee-ap")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    content=st.one_of(
        st.binary(max_size=300), st.text(max_size=200).map(json.dumps).map(str.encode)
    )
)
def test_whatever_the_file_holds_is_refused_in_words(own_backgrounds, content):
    path = own_backgrounds / f"v{zlib.crc32(content)}.json"
    path.write_bytes(content)
    with pytest.raises(AtlasError, match="is damaged"):
        facts_of(path.stem)


def test_every_view_and_family_is_judged_in_the_readme():
    judged = (installed("resources") / "README.md").read_text(encoding="utf-8")
    missing = [name for name in (*FILM_VIEWS, *FILM_FAMILIES) if f"`{name}`" not in judged]
    assert missing == []


def test_all_backgrounds_together_leave_room_for_those_to_come():
    sizes = {path.name: path.stat().st_size for path in facts_module.backgrounds().iterdir()}
    assert max(sizes.values()) < 400_000
    assert sum(sizes.values()) < 20_000_000
