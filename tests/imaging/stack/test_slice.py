from __future__ import annotations

import hashlib
import subprocess
import sys

import numpy as np
import pytest

from atlas.domain.errors import AtlasError
from atlas.domain.plate import Simulated
from atlas.imaging.recipes.objections import FAMILIES, objection, regions_of
from atlas.imaging.sources import frame_of
from atlas.imaging.stack.facts import stack_facts_of
from atlas.imaging.stack.slice import laid
from atlas.imaging.stack.tissue import tissue_of
from atlas.imaging.stack.volume import volume
from tests.imaging.recipes_used import filled, grown_by_a_pixel, of_views
from tests.imaging.stack.stacks_used import CT_VIEWS, STACK_VIEWS, every_stack

SIZE = 384


def digest(frame) -> str:
    said = hashlib.sha256(frame.values.astype(np.int16).tobytes())
    said.update(repr(frame.outlines).encode())
    return said.hexdigest()


def healthy(view, number, size=SIZE):
    return frame_of(Simulated(view, (), 1, number), size)


# The scanner


@pytest.mark.parametrize("view", STACK_VIEWS)
def test_a_slice_is_whole_numbers_and_knows_its_place_in_the_stack(view):
    frame = healthy(view, 3)
    assert frame.unit == ("HU" if view in CT_VIEWS else "")
    assert max(frame.size) == SIZE
    assert np.array_equal(frame.values, np.rint(frame.values))
    assert frame.stack == (3, stack_facts_of(view).slices)
    assert frame.stack[1] >= 24


@pytest.mark.parametrize("view", CT_VIEWS)
def test_tissues_have_the_attenuation_that_is_stated(view):
    facts = stack_facts_of(view)
    found: dict[str, list[np.ndarray]] = {}
    for number in range(1, facts.slices + 1, 3):
        labels = volume(view, number).labels
        values = healthy(view, number, max(facts.size)).values
        for at, name in enumerate(facts.labels):
            inner = labels == at
            for _ in range(max(5, round(2.1 / facts.millimetres))):
                inner = ~grown_by_a_pixel(~inner)
            found.setdefault(name, []).append(values[inner])
    measured = {name: np.concatenate(parts) for name, parts in found.items()}
    enough = {name: values for name, values in measured.items() if values.size > 400}
    assert len(enough) >= 5  # a thigh has no more
    for name, values in enough.items():
        floor = -1000 if name in ("air", "airway", "gas") else -1024
        assert max(values.mean(), floor) == pytest.approx(tissue_of(name).hu, abs=10), name


def test_a_slice_differs_from_its_neighbour_and_from_another_variant():
    one = healthy("brain-ct", 12).values
    assert not np.array_equal(one, healthy("brain-ct", 13).values)
    other = frame_of(Simulated("brain-ct", (), 2, 12), SIZE).values
    assert not np.array_equal(one, other)
    assert abs(one.mean() - other.mean()) < 1


# The lesions


@pytest.mark.parametrize("name", every_stack())
def test_every_region_of_a_stack_is_outlined_in_one_of_its_slices(name):
    source = every_stack()[name]
    bound = set(regions_of(source))
    count = stack_facts_of(source.view).slices
    seen = set()
    for number in range(1, count + 1):
        frame = frame_of(source._replace(slice=number), 256)
        seen |= {region for region, rings in frame.outlines.items() if rings}
    assert seen <= bound
    chosen = {
        name
        for one in source.lesions
        for name, value in FAMILIES[one.family].settled(one).items()
        if value == 0
    }
    optional = {"crescent", "gap", "haematoma", "fragments", "ureters"}
    optional |= {"ligament", "tendon", "vessels"}  # where the body has them
    assert bound - seen <= optional | chosen


@pytest.mark.parametrize("name", every_stack())
def test_a_stack_opens_on_a_slice_that_shows_its_lesion(name):
    frame = frame_of(every_stack()[name], SIZE)
    assert any(frame.outlines.values())


@pytest.mark.parametrize("name", every_stack())
def test_outlines_lie_within_a_pixel_of_the_lesions_own_mask(name):
    source = every_stack()[name]
    frame = frame_of(source, SIZE)
    columns, rows = frame.size
    _, found = laid(source, volume(source.view, source.slice), SIZE)
    for region, rings in frame.outlines.items():
        mask = np.zeros((rows, columns), bool)
        for regions in found:
            if region in regions:
                grid, field = regions[region]
                part = grid.of(mask)
                part |= field < 0
        drawn = filled(rings, max(frame.size))[:rows, :columns]
        assert not (drawn & ~grown_by_a_pixel(mask)).any(), region
        assert not (~grown_by_a_pixel(~mask) & ~grown_by_a_pixel(drawn)).any(), region


@pytest.mark.parametrize("name", of_views(CT_VIEWS))
def test_calcium_raises_what_lies_there(name):
    source = every_stack()[name]
    bare = frame_of(source._replace(lesions=()), SIZE).values
    assert (frame_of(source, SIZE).values - bare).max() > 150


def test_the_same_seed_is_the_same_slice_in_another_process():
    name = next(iter(every_stack()))
    program = (
        "from tests.imaging.stack.stacks_used import every_stack;"
        "from tests.imaging.stack.test_slice import SIZE, digest;"
        "from atlas.imaging.sources import frame_of;"
        f"print(digest(frame_of(every_stack()[{name!r}], SIZE)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == digest(frame_of(every_stack()[name], SIZE))


# What is wrong with a recipe, and what is missing


def test_a_stack_needs_a_slice_it_has_and_a_single_picture_none():
    said = objection(Simulated("brain-ct"), ())
    assert said == "`brain-ct` is a stack; `slice` says which of its slices is shown first."
    count = stack_facts_of("brain-ct").slices
    said = objection(Simulated("brain-ct", slice=99), ())
    assert said == f"`slice` is 99; `brain-ct` has 1 to {count}."
    said = objection(Simulated("thigh-ct", slice=3), ())
    assert said == "`thigh-ct` is one picture; `slice` means nothing to it."


def test_a_slice_that_is_missing_is_told_by_the_plate_and_the_others_go_on(own_stack):
    (own_stack / "brain-ct" / "05.png").unlink()
    with pytest.raises(AtlasError, match="Slice 5 of the background brain-ct is missing"):
        healthy("brain-ct", 5, 128)
    assert healthy("brain-ct", 6, 128).stack


def test_a_slice_cut_short_is_told_by_the_plate(own_stack):
    path = own_stack / "brain-ct" / "05.png"
    path.write_bytes(path.read_bytes()[:900])
    with pytest.raises(AtlasError, match="Slice 5 of the background brain-ct is missing or dam"):
        healthy("brain-ct", 5, 128)


@pytest.mark.parametrize("wrong", [{"size": [470, 300]}, {"labels": ["air", "skin"]}])
def test_a_slice_that_is_not_what_its_facts_say_is_told_by_the_plate(changed, wrong):
    changed(**wrong)
    with pytest.raises(AtlasError, match="Slice 12 of the background brain-ct is damaged"):
        healthy("brain-ct", 12, 128)


@pytest.mark.parametrize(
    "wrong",
    [{"slices": 0}, {"spacing": None}, {"labels": []}, {"landmarks": {"eye": [1, 2]}}, {"size": 3}],
)
def test_facts_out_of_bounds_are_a_damaged_background(changed, wrong):
    changed(**wrong)
    with pytest.raises(AtlasError, match="background brain-ct is damaged"):
        stack_facts_of("brain-ct")
