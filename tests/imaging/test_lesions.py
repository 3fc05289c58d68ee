from __future__ import annotations

import numpy as np
import pytest

from atlas.imaging.simulate.scene import composed, simulated
from tests.imaging.recipes_used import a_recipe, filled

SIZE = 512


def region(scene, name):
    """The mask of a region in the whole picture."""
    ((grid, distance),) = scene.regions[name]
    mask = np.zeros(scene.canvas.grid.shape, np.float32)
    grid.of(mask)[...] = distance < 0
    return mask > 0


def mean_in(recipe, name, size=256):
    return float(simulated(recipe, size).values[region(composed(recipe, size), name)].mean())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_sarcoma_is_a_little_less_dense_than_muscle_and_its_necrosis_less_again(seed):
    recipe = a_recipe(family="synovial-sarcoma", seed=seed, calcification=0)
    scene, values = composed(recipe, 256), simulated(recipe, 256).values
    necrosis = region(scene, "necrosis")
    solid = region(scene, "mass") & ~necrosis
    assert abs(values[solid].mean() - 36) < 10
    assert abs(values[necrosis].mean() - 20) < 10


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_mineral_of_a_sarcoma_lies_in_the_mass_and_more_of_it_near_the_surface(seed):
    scene = composed(a_recipe(family="synovial-sarcoma", seed=seed), 256)
    mineral, mass = region(scene, "calcification"), region(scene, "mass")
    ((grid, distance),) = scene.regions["mass"]
    depth = np.zeros((256, 256), np.float32)
    grid.of(depth)[...] = -distance
    assert not (mineral & ~mass).any()
    shallow = mass & (depth < depth.max() / 2)
    deep = mass & ~shallow
    assert (mineral & shallow).sum() / shallow.sum() > (mineral & deep).sum() / deep.sum()


def test_more_calcification_is_more_mineral():
    amounts = []
    for amount in (0, 0.3, 0.9):
        recipe = a_recipe(family="synovial-sarcoma", calcification=amount)
        mass = region(composed(recipe, 256), "mass")
        amounts.append(int((simulated(recipe, 256).values[mass] > 150).sum()))
    assert amounts[0] == 0
    assert amounts[0] < amounts[1] < amounts[2]


def levels_of(values, chamber):
    """The last bright row of each column that goes on below it, and the darkness there."""
    # Clear of the side walls, whose dark partial volume has nothing to do with the level.
    chamber = chamber & np.roll(chamber, 4, axis=1) & np.roll(chamber, -4, axis=1)
    found, below = [], []
    for column in np.nonzero(chamber.any(axis=0))[0]:
        rows = np.nonzero(chamber[:, column])[0]
        bright = rows[values[rows, column] > 700]
        if len(bright) >= 3 and rows[-1] - bright[-1] >= 6:
            found.append(bright[-1])
            below.append(values[bright[-1] + 3 : rows[-1] - 1, column].mean())
    return np.array(found), np.array(below)


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_fluid_levels_are_plumb_horizontal_with_the_bright_part_up(seed):
    recipe = a_recipe("thigh-mr-t2", "myositis-ossificans", seed)
    frame, cystic = simulated(recipe, SIZE), region(composed(recipe, SIZE), "fluid-levels")
    seen = 0
    for ring in frame.outlines["fluid-levels"]:
        rows, below = levels_of(frame.values, filled([ring], SIZE) & cystic)
        if len(rows) < 8:
            continue
        seen += 1
        assert np.mean(np.abs(rows - np.median(rows)) <= 1) > 0.75
        assert np.median(below) < 550
    assert seen >= 2


def test_oedema_fills_the_muscle_and_spares_its_neighbours():
    recipe, healthy = a_recipe("thigh-mr-stir", "myositis-ossificans"), a_recipe("thigh-mr-stir")
    scene = composed(recipe, 256)
    thigh, values = scene.thigh, simulated(recipe, 256).values
    swollen = region(scene, "oedema")
    flexors = thigh.distance_to(thigh.grid, "semitendinosus", "semimembranosus") < -3
    lateral = thigh.distance_to(thigh.grid, "vastus-lateralis") < -3
    quiet = simulated(healthy, 256).values
    calm = composed(healthy, 256).thigh
    normal = quiet[calm.distance_to(calm.grid, "vastus-lateralis") < -3].mean()
    assert values[swollen].mean() > 1.6 * normal
    assert abs(values[flexors].mean() - normal) < 0.15 * normal
    mass = region(scene, "mass")
    assert (swollen & lateral).sum() > 0.8 * (lateral & ~mass).sum()


def test_a_rim_ripens_and_the_oedema_fades():
    rims, swellings = [], []
    for maturity in (0.1, 0.5, 0.95):
        chosen = {"family": "myositis-ossificans", "maturity": maturity}
        rims.append(mean_in(a_recipe("thigh-ct", **chosen), "rim"))
        scene = composed(a_recipe("thigh-mr-stir", **chosen), 256)
        swellings.append(int(region(scene, "oedema").sum()))
    assert rims[0] < 80 < rims[1] < rims[2]
    assert swellings[0] > swellings[1] > swellings[2]


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_fat_parts_myositis_from_the_cortex(seed):
    recipe = a_recipe("thigh-ct", "myositis-ossificans", seed, site="vastus-intermedius")
    scene = composed(recipe, 512)
    cleft, canvas = region(scene, "cleft"), scene.canvas.channels[0]
    assert cleft.sum() > 20
    assert canvas[cleft].mean() < 0
    assert not (cleft & region(scene, "mass")).sum() > 0.1 * cleft.sum()


def test_a_liposarcoma_is_fat_but_for_septa_and_a_calcified_nodule():
    recipe = a_recipe(family="liposarcoma")
    scene, values = composed(recipe, 256), simulated(recipe, 256).values
    fat, nodule = region(scene, "fat"), region(scene, "nodule")
    mineral = region(scene, "calcification")
    assert abs(values[fat].mean() + 90) < 12
    assert values[region(scene, "septa")].mean() > values[fat].mean() + 40
    assert abs(values[nodule & ~mineral].mean() - 37) < 12
    assert values[mineral].mean() > 250
    assert not (mineral & ~nodule).any()


@pytest.mark.parametrize("seed", [1, 2])
def test_phleboliths_are_hollow_in_ct_and_void_in_mr(seed):
    recipe = a_recipe(family="venous-malformation", seed=seed)
    scene = composed(recipe, SIZE)
    ((grid, distance),) = scene.regions["phleboliths"]
    ideal = grid.of(scene.canvas.channels[0])
    radius = float(-distance.min())
    shell = (distance < -0.15 * radius) & (distance > -0.3 * radius)
    assert ideal[shell].mean() > 400
    hollow = distance < -0.55 * radius
    assert ideal[hollow].mean() < 120
    recipe = a_recipe("thigh-mr-t2", "venous-malformation", seed)
    void = region(composed(recipe, SIZE), "phleboliths")
    channels = region(composed(recipe, SIZE), "channels") & ~void
    values = simulated(recipe, SIZE).values
    assert values[channels].mean() > 2.5 * values[void].mean()


def test_small_phleboliths_are_solid_and_none_is_like_another():
    recipe = a_recipe(family="venous-malformation", seed=4, phleboliths=12)
    frame = simulated(recipe, SIZE)
    rings = sorted(frame.outlines["phleboliths"], key=lambda r: filled([r], SIZE).sum())
    smallest = filled(rings[:1], SIZE)
    assert frame.values[smallest].mean() > 200
    lengths = [np.ptp(np.array(ring), axis=0) for ring in rings]
    assert max(map(max, lengths)) > 1.6 * min(map(max, lengths))
    assert max(max(box) / min(box) for box in lengths) > 1.1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_fresh_myositis_holds_no_marrow_and_an_old_one_does(seed):
    def share_of_fat(maturity):
        recipe = a_recipe("thigh-ct", "myositis-ossificans", seed, maturity=maturity, levels=0)
        scene = composed(recipe, 256)
        centre = region(scene, "centre") & (scene.thigh.bone > 6)
        return (scene.canvas.channels[0][centre] < -10).mean()

    assert share_of_fat(0.15) == 0
    assert share_of_fat(1) > 0.2


def test_settled_blood_is_darker_the_deeper_it_lies():
    recipe = a_recipe("thigh-mr-t2", "myositis-ossificans", 3)
    scene = composed(recipe, SIZE)
    values, cystic = scene.canvas.channels[0], region(scene, "fluid-levels")
    slopes = []
    for ring in simulated(recipe, SIZE).outlines["fluid-levels"]:
        rows, columns = np.nonzero(filled([ring], SIZE) & cystic)
        for column in np.unique(columns)[4:-4:4]:
            dark = values[rows[columns == column], column]
            dark = dark[(dark > 300) & (dark < 560)]
            if len(dark) > 12:
                slopes.append(dark[:4].mean() - dark[-4:].mean())
    assert len(slopes) > 5
    assert np.median(slopes) > 15


def test_as_many_phleboliths_and_grains_are_made_as_were_asked_for():
    recipe = a_recipe(family="venous-malformation", phleboliths=4)
    assert len(simulated(recipe, 256).outlines["phleboliths"]) == 4
    assert len(simulated(a_recipe(family="cysticercosis", grains=20), 512).outlines["grains"]) == 20


@pytest.mark.parametrize("length", [5, 10])
def test_grains_are_no_larger_than_rice(length):
    frame = simulated(a_recipe(family="cysticercosis", length=length), 512)
    longest = []
    for ring in frame.outlines["grains"]:
        points = np.array(ring)
        longest.append(np.linalg.norm(points[:, None] - points[None], axis=-1).max())
    assert max(longest) * frame.millimetres < 1.25 * length
    assert min(longest) * frame.millimetres > 1.2


def test_arterial_mineral_lies_on_the_wall_not_in_the_stream():
    recipe = a_recipe(family="arterial-calcification", extent=1, vessels="femoral")
    frame = simulated(recipe, SIZE)
    wall = filled(frame.outlines["wall"], SIZE)
    assert len(frame.outlines["wall"]) == 2  # a ring has two edges
    assert frame.values[wall].mean() > 250


def test_a_mass_shoves_muscles_and_skin_aside_and_a_grain_does_not():
    healthy = composed(a_recipe(), 256).thigh
    shoved = composed(a_recipe(family="synovial-sarcoma"), 256).thigh
    peppered = composed(a_recipe(family="cysticercosis"), 256).thigh
    body, bulging = (healthy.skin < 0), (shoved.skin < 0)
    assert bulging.sum() > 1.02 * body.sum()
    moved = healthy.distance_to(healthy.grid, "biceps-short-head") < 0
    now = shoved.distance_to(shoved.grid, "biceps-short-head") < 0
    assert (moved & now).sum() < 0.8 * moved.sum()
    assert np.array_equal(healthy.skin, peppered.skin)
