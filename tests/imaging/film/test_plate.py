from __future__ import annotations

import hashlib
import subprocess
import sys

import numpy as np
import pytest

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Simulated
from atlas.imaging.film.background import background
from atlas.imaging.film.plate import SKIN, radiograph, seen_of, shadows_of
from atlas.imaging.recipes.objections import regions_of
from atlas.imaging.sources import frame_of
from tests.imaging.film.films_used import BODIES, FILM_VIEWS, every_film
from tests.imaging.recipes_used import filled, grown_by_a_pixel

SIZE = 384


def digest(frame) -> str:
    said = hashlib.sha256(frame.values.astype(np.uint16).tobytes())
    said.update(repr(frame.outlines).encode())
    return said.hexdigest()


def healthy(view, seed=1):
    return radiograph(Simulated(view, (), seed), SIZE)


# The film


@pytest.mark.parametrize("view", FILM_VIEWS)
def test_a_film_is_twelve_bits_of_whole_numbers_as_large_as_asked(view):
    frame = healthy(view)
    assert max(frame.size) == SIZE
    assert 0 <= frame.values.min() <= frame.values.max() <= 4095
    assert np.array_equal(frame.values, np.rint(frame.values))


# In a skull bone lies before and behind everything: its own test is among those of sides.
@pytest.mark.parametrize("view", [view for view in BODIES if view != "skull-infant-ap"])
def test_bone_is_lighter_than_flesh_and_air_is_black(view):
    frame, body = healthy(view), background(view, SIZE)
    margin = 12
    inside = np.zeros(frame.values.shape, bool)
    inside[margin:-margin, margin:-margin] = True
    air = inside & (body.envelope < 0.5)
    flesh = inside & (body.envelope > 30)
    per_mm = body.integral / np.maximum(body.envelope, 1) / body.facts.beam
    bone = flesh & (per_mm > np.percentile(per_mm[flesh], 92))
    assert np.median(frame.values[bone]) > np.median(frame.values[flesh]) + 300
    assert not air.any() or np.median(frame.values[air]) < 200


def test_a_seed_changes_the_grain_but_not_the_greys():
    one, other = healthy("knee-ap", 1).values, healthy("knee-ap", 2).values
    assert not np.array_equal(one, other)
    assert abs(one.mean() - other.mean()) < 8


def test_a_lesion_does_not_shift_the_greys_of_the_rest():
    name, source = next(iter(every_film().items()))
    with_it = radiograph(source, SIZE).values
    without = radiograph(Simulated(source.view, (), source.seed), SIZE).values
    far = np.ones(with_it.shape, bool)
    for shadow in shadows_of(source, background(source.view, SIZE)):
        grid = shadow.grid
        reach = 40
        top, left = max(grid.row - reach, 0), max(grid.column - reach, 0)
        far[top : grid.row + grid.rows + reach, left : grid.column + grid.columns + reach] = False
    assert far.any(), name
    assert abs(with_it[far].mean() - without[far].mean()) < 4


# The lesions


@pytest.mark.parametrize("name", every_film())
def test_every_region_of_a_film_is_outlined(name):
    source = every_film()[name]
    frame = radiograph(source, SIZE)
    assert set(frame.outlines) == set(regions_of(source))
    assert [region for region, rings in frame.outlines.items() if not rings] in ([], ["gap"])


@pytest.mark.parametrize("name", every_film())
def test_outlines_lie_within_a_pixel_of_the_lesions_own_mask(name):
    source = every_film()[name]
    frame = radiograph(source, SIZE)
    columns, rows = frame.size
    for region, rings in frame.outlines.items():
        mask = np.zeros((rows, columns), bool)
        for shadow in shadows_of(source, background(source.view, SIZE)):
            if region in shadow.regions:
                part = shadow.grid.of(mask)
                part |= shadow.regions[region] < 0
        side = max(frame.size)
        drawn = filled(rings, side)[:rows, :columns]
        assert not (drawn & ~grown_by_a_pixel(mask)).any(), region
        clear = ~grown_by_a_pixel(~mask)
        missing = clear & ~grown_by_a_pixel(drawn)
        assert not missing.any(), region


@pytest.mark.parametrize("name", every_film())
def test_at_most_a_fiftieth_of_a_lesion_lies_outside_the_skin(name):
    source = every_film()[name]
    body = background(source.view, SIZE)
    for shadow in shadows_of(source, body):
        changed = np.abs(shadow.calcium)
        lost = (changed * (1 - seen_of(shadow, body))).sum()
        assert lost <= 0.02 * changed.sum()
        assert (changed * (shadow.grid.of(body.envelope) > SKIN)).sum() > 0


@pytest.mark.parametrize("name", every_film())
def test_every_lesion_makes_the_film_lighter_and_resorption_darker_where_it_lies(name):
    source = every_film()[name]
    body = background(source.view, SIZE)
    bare = radiograph(Simulated(source.view, (), source.seed), SIZE).values
    frame = radiograph(source, SIZE).values
    for shadow in shadows_of(source, body):
        lighter = shadow.grid.of(frame) - shadow.grid.of(bare)
        for way, least in ((1, 40), (-1, 25)):
            calcium = way * shadow.calcium
            if (calcium > 0.01).any():
                most = calcium > np.percentile(calcium[calcium > 0.01], 60)
                assert (way * lighter)[most].mean() > least


def test_the_same_seed_is_the_same_film_in_another_process():
    name = next(iter(every_film()))
    program = (
        "from tests.imaging.film.films_used import every_film;"
        "from tests.imaging.film.test_plate import SIZE, digest;"
        "from atlas.imaging.film.plate import radiograph;"
        f"print(digest(radiograph(every_film()[{name!r}], SIZE)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == digest(radiograph(every_film()[name], SIZE))


# What is missing or damaged


def test_a_background_that_is_missing_is_told_by_the_plate(own_backgrounds):
    (own_backgrounds / "knee-ap.png").unlink()
    with pytest.raises(AtlasError, match="background knee-ap is missing or damaged"):
        frame_of(Simulated("knee-ap"), 128)


def test_a_background_cut_short_is_told_by_the_plate(own_backgrounds):
    path = own_backgrounds / "knee-ap-envelope.png"
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(AtlasError, match="background knee-ap-envelope is missing or damaged"):
        frame_of(Simulated("knee-ap"), 128)


def test_a_background_of_another_size_than_it_says_is_told_by_the_plate(changed):
    changed(size=[800, 800])
    with pytest.raises(AtlasError, match="damaged: its size is not its own"):
        frame_of(Simulated("knee-ap"), 128)


def test_a_look_nobody_knows_is_told_by_the_plate(changed):
    changed(look={"sepia": 1})
    with pytest.raises(AtlasError, match="another version of the program"):
        frame_of(Simulated("knee-ap"), 128)
