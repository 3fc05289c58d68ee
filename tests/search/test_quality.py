"""The right page is among the first three, on the real pages. None of these may be skipped."""

import pytest

from atlas.search.query import Query

ASKED = [
    ("rim muscle", "myositis-ossificans"),
    ("mo", "myositis-ossificans"),
    ("myos", "myositis-ossificans"),
    ("phlebolith", "phleboliths"),
    ("phleb", "phleboliths"),
    ("tram track", "monckeberg-sclerosis"),
    ("Mönckeberg", "monckeberg-sclerosis"),
    ("monckeberg", "monckeberg-sclerosis"),
    ("hip ossification paraplegic", "neurogenic-heterotopic-ossification"),
    ("spinal cord injury hip", "neurogenic-heterotopic-ossification"),
    ("rice grain", "cysticercosis"),
    ("tumoral", "tumoral-calcinosis"),
    ("fluid level", "tumoral-calcinosis"),
    ("cppd", "cppd-deposition-disease"),
    ("chondrocalcinosis", "cppd-deposition-disease"),
    ("gout tophus", "gout"),
    ("goutt tophus", "gout"),
    ("FOP", "fibrodysplasia-ossificans-progressiva"),
    ("big toe malformation", "fibrodysplasia-ossificans-progressiva"),
    ("milk alkali", "milk-alkali-syndrome"),
    ("burn elbow", "thermal-injury-calcification"),
    ("pellegrini", "pellegrini-stieda-lesion"),
    ("pelegrini stida", "pellegrini-stieda-lesion"),
    ("calcified haematoma", "calcified-haematoma"),
    ("calcified hematoma", "calcified-haematoma"),
    ("guinea worm", "dracunculiasis"),
    ("hydatid daughter cysts", "echinococcosis"),
    ("bladder wall calcification egypt", "schistosomiasis"),
    ("scleroderma fingers", "systemic-sclerosis"),
    ("raynaud acroosteolysis", "systemic-sclerosis"),
    ("jdm calcinosis", "dermatomyositis"),
    ("triple signal", "synovial-sarcoma"),
    ("dedifferentiated liposarcoma", "liposarcoma"),
    ("total hip replacement ossification", "postsurgical-heterotopic-ossification"),
    ("shoulder calcific tendinitis", "hydroxyapatite-deposition"),
    ("alkaptonuria disc", "ochronosis"),
    ("skin bone infant", "progressive-osseous-heteroplasia"),
    ("injection buttock", "injection-site-calcification"),
    ("snake bite leg mass", "calcific-myonecrosis"),
    ("pott psoas", "calcified-abscess"),
    ("eggshell lymph nodes", "calcified-lymphadenitis"),
    ("vitamin d intoxication", "hypervitaminosis-d"),
    ("ischial tuberosity avulsion", "avulsed-ossification-centre"),
    ("angioid streaks", "pseudoxanthoma-elasticum"),
    ("hypoparathyroid basal ganglia", "hypoparathyroidism"),
]


@pytest.mark.parametrize(("text", "page"), ASKED)
def test_the_right_page_is_in_the_first_three(atlas_index, text, page):
    first = [hit.place.page for hit in atlas_index.find(Query.parse(text), limit=3).hits]
    assert page in first
