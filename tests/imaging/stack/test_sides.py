"""Laterality and order of organs: the patient's right lies left in the picture, the back down."""

from __future__ import annotations

import numpy as np
import pytest

from atlas.imaging.stack.facts import stack_facts_of
from atlas.imaging.stack.volume import volume


def place(view, name, *, every=1):
    """The middle of a tissue in a whole stack: column, row and slice, in mm."""
    facts = stack_facts_of(view)
    at = facts.labels.index(name)
    found = []
    for number in range(1, facts.slices + 1, every):
        rows, columns = np.nonzero(volume(view, number).labels == at)
        found.append((columns.sum(), rows.sum(), columns.size * number, columns.size))
    x, y, z, count = np.sum(found, 0)
    return (
        x / count * facts.millimetres,
        y / count * facts.millimetres,
        z / count * facts.spacing,
    )


def test_the_organs_of_the_abdomen_lie_where_they_do_in_a_body():
    middle = stack_facts_of("abdomen-ct").size[0] / 2 * stack_facts_of("abdomen-ct").millimetres
    liver, spleen, stomach = (
        place("abdomen-ct", name) for name in ("liver", "spleen", "stomach-content")
    )
    assert liver[0] < middle - 30 < middle + 30 < stomach[0] < spleen[0]
    assert stomach[1] < spleen[1]
    assert place("abdomen-ct", "bile")[0] < middle
    facts = stack_facts_of("abdomen-ct").landmarks
    assert facts["inferior-vena-cava"][0] < facts["aorta"][0]
    for name in ("aorta", "inferior-vena-cava"):
        assert facts[name][1] < facts["vertebra"][1]
    for name in ("kidney", "psoas"):
        assert facts[f"right-{name}"][0] < facts["vertebra"][0] < facts[f"left-{name}"][0]
    assert facts["right-kidney"][2] > facts["left-kidney"][2]


@pytest.mark.parametrize(
    ("landmark", "label"),
    [
        ("aorta", "blood"),
        ("inferior-vena-cava", "blood"),
        ("right-lobe", "liver"),
        ("spleen", "spleen"),
        ("left-psoas", "muscle"),
        ("right-psoas", "muscle"),
        ("vertebra", "spongiosa"),
    ],
)
def test_a_landmark_of_the_abdomen_lies_in_what_it_is_called_after(landmark, label):
    facts = stack_facts_of("abdomen-ct")
    x, y, z = facts.landmarks[landmark]
    labels = volume("abdomen-ct", round(z) + 1).labels
    around = labels[round(y) - 4 : round(y) + 5, round(x) - 4 : round(x) + 5]
    assert (around == facts.labels.index(label)).mean() > 0.5


def test_the_organs_of_the_pelvis_lie_where_they_do_in_a_body():
    facts = stack_facts_of("pelvis-ct")
    places, middle = facts.landmarks, facts.size[0] / 2
    assert places["right-greater-trochanter"][0] < places["right-femoral-head"][0] < middle
    assert middle < places["left-femoral-head"][0] < places["left-greater-trochanter"][0]
    assert places["bladder"][1] < places["rectum"][1] < places["sacrum"][1]
    assert place("pelvis-ct", "urine")[1] < place("pelvis-ct", "stool")[1]
    for side, sign in (("right", -1), ("left", 1)):
        ureter = facts.courses[f"{side}-ureter"]
        assert all((x - middle) * sign > 0 for x, _, _ in ureter)
        assert [z for _, _, z in ureter] == sorted(z for _, _, z in ureter)


def test_the_organs_of_the_chest_lie_where_they_do_in_a_body():
    facts = stack_facts_of("chest-ct")
    places = facts.landmarks
    row = ("superior-vena-cava", "ascending-aorta", "pulmonary-trunk", "descending-aorta")
    assert [places[name][0] for name in row] == sorted(places[name][0] for name in row)
    assert places["heart"][0] > places["vertebra"][0]
    assert places["heart"][1] < places["carina"][1] < places["vertebra"][1]
    assert places["ascending-aorta"][1] < places["descending-aorta"][1]
    down = ("aortic-arch", "carina", "left-hilum", "heart")
    assert [places[name][2] for name in down] == sorted(places[name][2] for name in down)
    assert places["right-hilum"][0] < places["carina"][0] < places["left-hilum"][0]


def test_the_right_hip_is_seen_with_the_midline_on_its_right():
    facts = stack_facts_of("hip-ct")
    places = facts.landmarks
    trochanter, head = places["right-greater-trochanter"], places["right-femoral-head"]
    artery, nerve = places["right-femoral-artery"], places["right-sciatic-nerve"]
    assert trochanter[0] < head[0] < artery[0] < facts.size[0]
    assert artery[1] < head[1] < nerve[1]
    assert place("hip-ct", "urine")[0] > place("hip-ct", "nerve")[0]
    assert place("hip-ct", "cartilage")[2] < place("hip-ct", "marrow")[2]


def test_the_right_thigh_is_seen_from_below_at_every_level():
    places = stack_facts_of("mid-thigh-ct").landmarks
    lateral = ("vastus-lateralis", "femur", "adductors", "femoral-artery")
    assert [places[name][0] for name in lateral] == sorted(places[name][0] for name in lateral)
    assert places["femur"][1] < places["sciatic-nerve"][1] < places["hamstrings"][1]
    artery = stack_facts_of("mid-thigh-ct").courses["femoral-artery"]
    assert [y for _, y, _ in artery] == sorted(y for _, y, _ in artery)  # it turns to the back


def test_the_nuclei_lie_where_they_do_in_a_head():
    facts = stack_facts_of("brain-ct")
    places = facts.landmarks
    for name in ("caudate", "putamen", "pallidum", "thalamus", "dentate"):
        right, left = places[f"right-{name}"], places[f"left-{name}"]
        assert right[0] < facts.size[0] / 2 < left[0]
    across = [places[f"left-{name}"][0] for name in ("thalamus", "pallidum", "putamen")]
    assert across == sorted(across)
    back = [places[f"left-{name}"][1] for name in ("caudate", "putamen", "thalamus", "dentate")]
    assert back == sorted(back)
    assert places["left-dentate"][2] > places["left-putamen"][2] + 2


def test_the_elbow_is_a_right_one_seen_from_the_hand():
    facts = stack_facts_of("elbow-ct")
    assert stack_facts_of("elbow-mr-t2fs") == facts
    places = facts.landmarks
    assert places["lateral-epicondyle"][0] < places["medial-epicondyle"][0]
    assert places["radial-head"][0] < places["joint"][0]
    assert place("elbow-ct", "biceps")[1] < place("elbow-ct", "brachialis")[1]
    assert place("elbow-ct", "brachialis")[1] < place("elbow-ct", "triceps")[1]
    radial, ulnar = place("elbow-ct", "brachioradialis"), place("elbow-ct", "flexor-carpi-ulnaris")
    assert radial[0] < ulnar[0]
    assert place("elbow-ct", "triceps")[2] < place("elbow-ct", "supinator")[2]


def test_sagittal_slices_go_from_the_right_to_the_left_with_the_front_on_the_left():
    facts = stack_facts_of("spine-ct-sagittal")
    liver, stomach = (place("spine-ct-sagittal", name) for name in ("liver", "stomach-content"))
    assert liver[2] < stomach[2]
    cord, fibrous, heart = (place("spine-ct-sagittal", n) for n in ("cord", "fibrous", "blood"))
    assert heart[0] < facts.landmarks["T8"][0] * facts.millimetres < cord[0] < fibrous[0]
    names = [f"T{number}" for number in range(5, 13)] + ["L1", "L2"]
    down = [facts.landmarks[name][1] for name in names]
    assert down == sorted(down)


def test_the_pharynx_lies_before_the_spine_of_the_neck_and_the_cord_behind():
    facts = stack_facts_of("neck-ct")
    air, cord = place("neck-ct", "airway"), place("neck-ct", "cord")
    dens, arch = facts.landmarks["dens"], facts.landmarks["anterior-arch"]
    assert air[1] < arch[1] * facts.millimetres < dens[1] * facts.millimetres < cord[1]
    assert facts.landmarks["right-facet"][0] < dens[0] < facts.landmarks["left-facet"][0]
    labels = volume("neck-ct", round(dens[2]) + 1).labels
    assert facts.labels[labels[int(dens[1]), int(dens[0])]] == "spongiosa"


def test_the_knee_is_a_right_one_in_every_plane():
    axial = stack_facts_of("knee-ct").landmarks
    assert stack_facts_of("knee-mr-t1").landmarks == axial
    assert axial["lateral-epicondyle"][0] < axial["medial-epicondyle"][0]
    assert axial["patella"][1] < axial["popliteal-fossa"][1]
    assert place("knee-ct", "biceps-femoris")[0] < place("knee-ct", "sartorius")[0]
    sagittal = stack_facts_of("knee-sagittal-mr-pd").landmarks
    assert sagittal["patella"][0] < sagittal["popliteal-fossa"][0]  # the front on the left
    assert sagittal["suprapatellar"][1] < sagittal["hoffa"][1]
    assert sagittal["lateral-epicondyle"][2] < sagittal["medial-epicondyle"][2]
    coronal = stack_facts_of("knee-coronal-mr-pd").landmarks
    assert coronal["fibular-head"][0] < coronal["medial-epicondyle"][0]
    assert coronal["medial-epicondyle"][1] < coronal["fibular-head"][1]
    assert coronal["patella"][2] < coronal["popliteal-fossa"][2]


def test_the_calf_has_its_fibula_on_the_lateral_side_and_its_soleus_behind():
    places = stack_facts_of("calf-ct").landmarks
    assert places["fibula"][0] < places["tibia"][0] < places["medial-tibia"][0]
    assert places["anterior-compartment"][1] < places["soleus"][1]
    front, side = place("calf-ct", "tibialis-anterior"), place("calf-ct", "peroneus-longus")
    back = [place("calf-ct", f"gastrocnemius-{name}") for name in ("lateral", "medial")]
    assert side[0] < front[0]
    assert back[0][0] < back[1][0]
    assert front[1] < place("calf-ct", "soleus")[1] < back[0][1]


def test_the_thigh_has_its_muscles_in_order():
    view = "thigh-axial-mr-t1"
    places = stack_facts_of(view).landmarks
    assert places["vastus-lateralis"][0] < places["femur"][0] < places["femoral-artery"][0]
    assert places["rectus-femoris"][1] < places["femur"][1] < places["sciatic-nerve"][1]
    row = ("biceps-long-head", "semitendinosus", "semimembranosus")
    across = [place(view, name)[0] for name in row]
    assert across == sorted(across)
    sartorius = [
        np.nonzero(volume(view, number).labels == places_of(view, "sartorius"))[0].mean()
        for number in (2, 28)
    ]
    assert sartorius[0] < sartorius[1]  # it winds backwards on its way down


def test_the_shoulder_is_a_right_one():
    places = stack_facts_of("shoulder-ct").landmarks
    assert places["greater-tuberosity"][0] < places["humeral-head"][0] < places["glenoid"][0]
    assert places["lesser-tuberosity"][1] < places["humeral-head"][1]
    assert places["humeral-head"][2] < places["humeral-shaft"][2]
    assert place("shoulder-ct", "deltoid")[0] < place("shoulder-ct", "lung")[0]
    front, back = (
        place("shoulder-ct", f"{name}")[1] for name in ("subscapularis", "infraspinatus")
    )
    assert front < back


def places_of(view, name):
    return stack_facts_of(view).labels.index(name)
