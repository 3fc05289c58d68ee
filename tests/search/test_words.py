import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.search.words import name_key, readings, surfaces, terms, words_of

SAME = [
    ("calcified", "calcification"),
    ("calcific", "calcifying"),
    ("calcareous", "calcified"),
    ("ossified", "ossificans"),
    ("ossifying", "ossification"),
    ("haematoma", "hematomas"),
    ("tumour", "tumors"),
    ("oedema", "edema"),
    ("fibre", "fibers"),
    ("paediatric", "pediatric"),
    ("mineralised", "mineralization"),
    ("phosphate", "phosphates"),
    ("sulphate", "sulfate"),
    ("tophus", "tophi"),
    ("tophaceous", "tophi"),
    ("bursa", "bursae"),
    ("metastasis", "metastases"),
    ("necrotic", "necrosis"),
    ("paraplegic", "paraplegia"),
    ("ischaemic", "ischemia"),
    ("arthritis", "arthritides"),
    ("phleboliths", "phlebolith"),
    ("tendinitis", "tendonitis"),
    ("tendinopathy", "tendinitis"),
    ("cysticerci", "cysticercosis"),
    ("epiphyseal", "epiphyses"),
    ("muscles", "muscular"),
    ("bony", "osseous"),
    ("Pott's", "pott"),
    ("Mönckeberg", "Monckeberg"),
    ("Mönckeberg", "Moenckeberg"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_forms_of_a_word_are_one_term(one, other):
    assert set(terms(one)) & set(terms(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("calcification", "ossification"),
        ("calcinosis", "calcification"),
        ("tendon", "tendinitis"),
        ("hour", "hor"),
        ("toe", "te"),
        ("gout", "gut"),
        ("hyperparathyroidism", "hypoparathyroidism"),
    ],
)
def test_words_that_differ_in_meaning_stay_apart(one, other):
    assert not set(terms(one)) & set(terms(other))


def test_an_umlaut_reads_both_ways():
    assert readings("Mönckeberg") == ("monckeberg", "moenckeberg")


def test_hyphens_split_and_join():
    assert [word.text for word in words_of("a tram-track line")] == [
        "a",
        "tram",
        "tramtrack",
        "track",
        "line",
    ]


def test_words_know_where_they_stand():
    text = "Fluid–fluid levels, Pott's"
    spans = [text[word.start : word.end] for word in words_of(text)]
    assert spans == ["Fluid", "Fluid–fluid", "fluid", "levels", "Pott's"]


def test_british_words_may_be_begun_in_american():
    assert surfaces("haematoma") == ("haematoma", "hematoma")


def test_a_name_is_known_in_all_its_spellings():
    assert name_key("Calcified haematoma of the Leg") == name_key("calcific hematomas, leg")


@given(st.text())
def test_any_text_has_words_inside_it(text):
    for word in words_of(text):
        assert 0 <= word.start < word.end <= len(text)
        for name in terms(word.text):
            assert name.isalnum()
