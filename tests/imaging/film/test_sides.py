"""The side a film is of, the order of its bones, and where its marker lies."""

from __future__ import annotations

import numpy as np
import pytest

from atlas.domain.plate import Side, Simulated
from atlas.imaging.film.background import background
from atlas.imaging.film.facts import facts_of
from atlas.imaging.film.plate import radiograph
from atlas.imaging.recipes.views import VIEWS
from tests.imaging.film.films_used import BODIES, FILM_VIEWS


def x_of(view, landmark):
    return facts_of(view).landmarks[landmark][0]


def y_of(view, landmark):
    return facts_of(view).landmarks[landmark][1]


@pytest.mark.parametrize("view", FILM_VIEWS)
def test_table_and_background_agree_on_the_side(view):
    assert Side(facts_of(view).side) is VIEWS[view].side


@pytest.mark.parametrize("view", BODIES)
def test_a_lead_letter_lies_in_the_open_at_its_place(view):
    with_it, body = radiograph(Simulated(view, (), 5), 512).values, background(view, 512)
    shrunk = 512 / max(body.facts.size)
    x, y = (round(place * shrunk) for place in body.facts.marker)
    reach = round(9 / body.grid.pitch)
    around = with_it[max(y - reach, 0) : y + reach, max(x - reach, 0) : x + reach]
    assert np.percentile(around, 97) > 3300


def test_slabs_that_are_no_patient_bear_no_letter():
    source = Simulated("slabs", (), 5)
    bare = background("slabs", 512).integral
    assert bare.max() < 1.6  # lead of the ruler, thinner than that of a letter
    assert np.percentile(radiograph(source, 512).values, 97) < 3300


@pytest.mark.parametrize(
    "view",
    [
        "pelvis-ap",
        "hip-ap",
        "knee-ap",
        "thigh-ap",
        "shoulder-ap",
        "elbow-ap",
        "pelvis-ap-adolescent",
        "leg-ap",
        "chest-pa",
        "abdomen-ap",
        "hip-ap-arthroplasty",
        "skull-infant-ap",
    ],
)
def test_the_patients_right_is_on_the_left(view):
    assert facts_of(view).marker[0] < facts_of(view).size[0] / 3


def test_the_trochanter_is_lateral_to_the_head_and_the_spine_medial():
    for prefix, lateral in (("right-", -1), ("left-", 1)):
        head = x_of("pelvis-ap", f"{prefix}femoral-head")
        assert (x_of("pelvis-ap", f"{prefix}greater-trochanter") - head) * lateral > 0
        assert (x_of("pelvis-ap", f"{prefix}ischial-spine") - head) * lateral < 0
    assert x_of("hip-ap", "greater-trochanter") < x_of("hip-ap", "femoral-head")


def test_the_fibula_is_lateral_and_below_the_joint():
    assert x_of("knee-ap", "fibular-head") < x_of("knee-ap", "joint")
    assert x_of("knee-ap", "lateral-epicondyle") < x_of("knee-ap", "medial-epicondyle")
    assert y_of("knee-ap", "fibular-head") > y_of("knee-ap", "joint")


def test_the_fibula_is_lateral_all_along_the_leg_and_the_knee_above():
    for fibular in ("fibular-head", "fibular-shaft"):
        assert x_of("leg-ap", fibular) < x_of("leg-ap", "tibial-shaft")
    down = [y_of("leg-ap", n) for n in ("knee", "upper-tibia", "tibial-shaft", "lower-tibia")]
    assert down == sorted(down)
    assert x_of("leg-ap", "lateral-subcutis") < x_of("leg-ap", "medial-subcutis")


def test_the_patella_is_in_front_and_the_fibula_behind():
    order = [x_of("knee-lateral", name) for name in ("patella", "joint", "fibular-head")]
    assert order == sorted(order)


def test_the_vastus_lateralis_is_lateral_and_the_quadriceps_in_front():
    assert x_of("thigh-ap", "vastus-lateralis") < x_of("thigh-ap", "vastus-medialis")
    assert x_of("thigh-lateral", "quadriceps") < x_of("thigh-lateral", "hamstrings")


def test_the_thumb_of_a_right_hand_is_on_the_left_and_bones_follow_in_order():
    heads = [x_of("hand-pa", f"metacarpal-{number}-head") for number in range(1, 6)]
    assert heads == sorted(heads)
    row = ("scaphoid", "lunate", "triquetrum"), ("trapezium", "trapezoid", "capitate", "hamate")
    for bones in row:
        assert [x_of("hand-pa", bone) for bone in bones] == sorted(
            x_of("hand-pa", bone) for bone in bones
        )
    assert x_of("hand-pa", "radial-styloid") < x_of("hand-pa", "ulnar-styloid")
    down = [y_of("hand-pa", n) for n in ("tip-3", "metacarpal-3-head", "capitate", "lunate")]
    assert down == sorted(down)


def test_the_second_metacarpal_is_the_longest_and_the_first_the_shortest():
    facts = facts_of("hand-pa")
    ends = [
        [np.array(facts.landmarks[f"metacarpal-{number}-{end}"]) for end in ("base", "head")]
        for number in range(1, 6)
    ]
    lengths = [float(np.hypot(*(head - base))) * facts.millimetres for base, head in ends]
    assert lengths[1] == max(lengths)
    assert lengths[0] == min(lengths)
    assert 60 < lengths[1] < 75


def test_a_line_along_the_short_metacarpals_cuts_the_head_of_the_third():
    marks = facts_of("hand-pa-short-metacarpals").landmarks
    (x4, y4), (x5, y5) = marks["metacarpal-4-head"], marks["metacarpal-5-head"]
    x3, y3 = marks["metacarpal-3-head"]
    assert y4 + (x3 - x4) * (y5 - y4) / (x5 - x4) > y3


def test_the_olecranon_is_behind_and_the_radial_head_in_front():
    order = [x_of("elbow-lateral", name) for name in ("olecranon", "capitellum", "radial-head")]
    assert order == sorted(order)
    assert y_of("elbow-lateral", "brachialis") < y_of("elbow-lateral", "joint")


def test_the_tuberosity_is_lateral_to_the_head_and_the_acromion_above_it():
    order = [x_of("shoulder-ap", n) for n in ("greater-tuberosity", "humeral-head", "glenoid")]
    assert order == sorted(order)
    down = [y_of("shoulder-ap", n) for n in ("clavicle", "acromion", "supraspinatus-tendon")]
    assert [*down, y_of("shoulder-ap", "humeral-head")] == sorted(
        [*down, y_of("shoulder-ap", "humeral-head")]
    )


def test_the_radius_is_lateral_at_the_elbow_and_the_ulnar_nerve_medial():
    order = [x_of("elbow-ap", n) for n in ("lateral-epicondyle", "radial-head", "olecranon")]
    assert [*order, x_of("elbow-ap", "medial-epicondyle")] == sorted(
        [*order, x_of("elbow-ap", "medial-epicondyle")]
    )
    assert y_of("elbow-ap", "capitellum") < y_of("elbow-ap", "radial-head")
    nerve = np.mean([x for x, _ in facts_of("elbow-ap").courses["ulnar-nerve"]])
    assert nerve > x_of("elbow-ap", "trochlea")


@pytest.mark.parametrize("view", ["foot-ap", "great-toe-ap"])
def test_the_great_toe_of_a_right_foot_is_on_the_left_and_the_toes_are_up(view):
    seen = [n for n in range(1, 6) if f"metatarsal-{n}-head" in facts_of(view).landmarks]
    heads = [x_of(view, f"metatarsal-{number}-head") for number in seen]
    assert len(heads) > 1
    assert heads == sorted(heads)
    down = [y_of(view, n) for n in ("tip-1", "proximal-phalanx-1", "metatarsal-1-head")]
    assert down == sorted(down)


def test_both_great_toes_lie_towards_the_midline_and_the_right_foot_on_the_right():
    view = "feet-ap-short-great-toes"
    middle = facts_of(view).size[0] / 2
    for side, lateral in (("right", 1), ("left", -1)):
        first, fifth = (x_of(view, f"{side}-metatarsal-{n}-head") for n in (1, 5))
        assert (fifth - first) * lateral > 0
        assert (first - middle) * lateral > 0
    assert facts_of(view).marker[0] > middle


def test_the_fibula_of_an_infant_is_lateral_and_its_knee_above():
    assert x_of("infant-leg-ap", "fibular-shaft") < x_of("infant-leg-ap", "tibial-shaft")
    assert x_of("infant-leg-ap", "lateral-subcutis") < x_of("infant-leg-ap", "medial-subcutis")
    down = [y_of("infant-leg-ap", name) for name in ("knee", "tibial-shaft", "ankle")]
    assert down == sorted(down)


def test_the_carpal_bones_of_a_wrist_lie_in_their_rows():
    for row in (
        ("radial-styloid", "scaphoid", "lunate", "triquetrum"),
        ("trapezium", "trapezoid", "capitate", "hamate"),
    ):
        across = [x_of("wrist-pa", name) for name in row]
        assert across == sorted(across)
    down = ("metacarpal-3-base", "capitate", "lunate", "distal-radius")
    assert [y_of("wrist-pa", n) for n in down] == sorted(y_of("wrist-pa", n) for n in down)
    assert x_of("wrist-pa", "distal-radius") < x_of("wrist-pa", "ulnar-styloid")


@pytest.mark.parametrize("view", ["ankle-lateral", "ankle-lateral-charcot"])
def test_the_toes_of_a_right_ankle_from_inside_are_on_the_left(view):
    names = ("metatarsal-1-base", "navicular", "ankle-joint", "achilles-tendon")
    across = [x_of(view, name) for name in names]
    assert across == sorted(across)
    assert y_of(view, "ankle-joint") < y_of(view, "calcaneus")
    artery = np.mean([x for x, _ in facts_of(view).courses["posterior-tibial-artery"]][:3])
    assert x_of(view, "ankle-joint") < artery < x_of(view, "achilles-tendon")


def test_the_bones_of_the_midfoot_lie_in_their_order():
    cuneiforms = [f"{name}-cuneiform" for name in ("medial", "intermediate", "lateral")]
    across = [x_of("foot-ap", name) for name in (*cuneiforms, "cuboid")]
    assert across == sorted(across)
    down = ("metatarsal-1-head", "metatarsal-1-base", "medial-cuneiform", "navicular")
    assert [y_of("foot-ap", name) for name in down] == sorted(y_of("foot-ap", n) for n in down)
    assert y_of("foot-ap", "metatarsal-2-head") == min(
        y_of("foot-ap", f"metatarsal-{number}-head") for number in range(1, 6)
    )


def test_the_radial_surface_of_a_finger_is_on_the_side_of_the_thumb():
    courses = facts_of("hand-pa").courses
    for number in (2, 3, 4, 5):
        middle = np.mean([x for x, _ in courses[f"middle-phalanx-{number}"]])
        radial = np.mean([x for x, _ in courses[f"middle-phalanx-{number}-radial-surface"]])
        assert radial < middle


def test_the_heart_and_the_stomachs_gas_lie_on_the_patients_left_and_the_left_hilum_higher():
    facts, body = facts_of("chest-pa"), background("chest-pa", 1000)
    shrunk = 1000 / max(facts.size)
    middle = facts.size[0] * shrunk / 2

    def there_and_opposite(landmark):
        x, y = (round(place * shrunk) for place in facts.landmarks[landmark])
        other = round(2 * middle - x)
        return (body.integral[y - 4 : y + 5, at - 4 : at + 5].mean() for at in (x, other))

    heart, lung = there_and_opposite("left-ventricle")
    gas, liver = there_and_opposite("gastric-bubble")
    assert heart > lung + 0.3
    assert gas < liver - 0.3
    assert y_of("chest-pa", "left-hilum") < y_of("chest-pa", "right-hilum")
    assert y_of("chest-pa", "right-dome") < y_of("chest-pa", "left-dome")
    assert x_of("chest-pa", "aortic-knob") > middle / shrunk > x_of("chest-pa", "right-hilum")


def test_the_liver_is_on_the_patients_right_and_stomach_and_spleen_on_the_left():
    middle = facts_of("abdomen-ap").size[0] / 2
    assert x_of("abdomen-ap", "liver") < middle < x_of("abdomen-ap", "stomach")
    assert middle < x_of("abdomen-ap", "spleen")
    assert y_of("abdomen-ap", "left-kidney") < y_of("abdomen-ap", "right-kidney")
    body = background("abdomen-ap", 1000)
    shrunk = 1000 / max(body.facts.size)
    x, y = (round(place * shrunk) for place in body.facts.landmarks["stomach"])
    gas, liver = (body.integral[y - 9 : y + 10, at - 9 : at + 10].mean() for at in (x, -x))
    assert gas < liver - 0.1


def test_the_nipple_of_a_right_breast_is_on_the_left_and_the_axilla_above():
    assert x_of("breast-mediolateral", "nipple") < x_of("breast-mediolateral", "pectoral-muscle")
    assert y_of("breast-mediolateral", "axilla") < y_of("breast-mediolateral", "nipple")
    assert y_of("breast-mediolateral", "nipple") < y_of("breast-mediolateral", "lower-breast")


def test_metal_of_the_cup_is_far_denser_than_bone_and_medial_to_the_trochanter():
    assert x_of("hip-ap-arthroplasty", "greater-trochanter") < x_of("hip-ap-arthroplasty", "cup")
    body = background("hip-ap-arthroplasty", 1000)
    shrunk = 1000 / max(body.facts.size)

    def there(name):
        x, y = (round(place * shrunk) for place in body.facts.landmarks[name])
        return body.integral[y, x]

    assert there("cup") > there("stem") > there("ischial-tuberosity") + 0.5


def test_the_vault_of_the_skull_is_lighter_than_the_scalp_and_the_air_is_black():
    film = radiograph(Simulated("skull-infant-ap", (), 1), 512).values
    body = background("skull-infant-ap", 512)
    shrunk = 512 / max(body.facts.size)
    x, y = (round(place * shrunk) for place in body.facts.landmarks["vertex"])
    inside, scalp = film[y + 40 : y + 60, x + 30 : x + 60], film[y - 10 : y - 6, x - 90 : x - 60]
    assert np.median(inside) > np.median(scalp) + 1000
    assert np.median(film[20:40, -60:-30]) < 200


def test_the_swelling_is_on_the_right_of_the_infants_skull():
    body = background("skull-infant-ap", 1000)
    half = body.envelope.shape[1] // 2
    scalp = body.envelope[: body.envelope.shape[0] // 2] > 4
    assert scalp[:, :half].sum() > 1.04 * scalp[:, -half:].sum()
    assert x_of("skull-infant-ap", "right-parietal-boss") < x_of("skull-infant-ap", "vertex")
    assert y_of("skull-infant-ap", "vertex") < y_of("skull-infant-ap", "right-orbit")


@pytest.mark.parametrize("view", ["pelvis-ap", "hip-ap", "knee-ap", "thigh-ap", "hand-pa"])
def test_bone_is_where_the_landmarks_say(view):
    """A landmark of bone lies on more attenuation a mm than the soft tissue of the view has."""
    facts, body = facts_of(view), background(view, 1000)
    shrunk = 1000 / max(facts.size)
    per_mm = body.integral / np.maximum(body.envelope, 1)
    usual = np.median(per_mm[body.envelope > 20])
    bones = {"femoral-head", "right-femoral-head", "left-femoral-head", "patella", "femoral-shaft"}
    bones |= {"capitate", "lunate", "scaphoid", "proximal-phalanx-3", "iliac-wing"}
    found = bones & set(facts.landmarks)
    assert found
    for name in found:
        x, y = (int(place * shrunk) for place in facts.landmarks[name])
        assert per_mm[y, x] > usual, name


def test_lumbar_vertebrae_follow_in_order_and_the_aorta_lies_before_them():
    facts = facts_of("lumbar-spine-lateral")
    names = ("T11", "T12", "L1", "L2", "L3", "L4", "L5", "sacrum")
    down = [facts.landmarks[name][1] for name in names]
    assert down == sorted(down)
    for name in ("L1", "L2", "L3"):
        front, back = (
            facts.courses[f"{name}-upper-plate"][0],
            facts.courses[f"{name}-upper-plate"][-1],
        )
        assert front[0] < facts.landmarks[name][0] < back[0]
        assert all(x < front[0] for x, y in facts.courses["aorta"] if abs(y - front[1]) < 20)
    assert facts.landmarks["L3"][0] < facts.landmarks["T12"][0]  # lordosis


def test_thoracic_vertebrae_follow_in_order_along_a_kyphosis():
    marks = facts_of("thoracic-spine-lateral").landmarks
    names = [f"T{number}" for number in range(4, 13)]
    down = [marks[name][1] for name in names]
    assert down == sorted(down)
    ends = (marks["T4"][0] + marks["T12"][0]) / 2
    assert marks["T8"][0] > ends  # the back is on the right, and it is bowed


@pytest.mark.parametrize("view", ["lumbar-spine-ap", "lumbar-spine-ap-collapsed-body"])
def test_the_right_psoas_is_on_the_left_and_widens_downwards(view):
    facts = facts_of(view)
    middle = facts.landmarks["L3"][0]
    right, left = (facts.courses[f"{side}-psoas"] for side in ("right", "left"))
    for (x, _), (other, _) in zip(right, left, strict=True):
        assert x < middle < other
    assert right[-1][0] < right[0][0]
    assert facts.landmarks["L2-right-wall"][0] < middle < facts.landmarks["L2-left-wall"][0]


def test_the_airway_is_in_front_of_the_neck_and_the_spinous_processes_behind():
    view = "cervical-spine-lateral-fused-facets"
    order = [x_of(view, name) for name in ("hyoid", "airway", "C4", "C7-spinous-process")]
    assert order == sorted(order)
    down = [
        y_of(view, name) for name in ("occiput", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1")
    ]
    assert down == sorted(down)
