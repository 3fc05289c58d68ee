import pytest

from atlas.search.query import Filter, Query, with_filter, without_filter


@pytest.fixture
def found(atlas_index):
    return lambda text: {hit.place.page for hit in atlas_index.find(Query.parse(text), 999).hits}


def test_a_filter_finds_what_is_filed_under_it_and_under_its_parts(found):
    assert found("site:finger") < found("site:hand") < found("site:upper-limb")
    assert found("site:finger")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("site:lower-leg", 'site:"Lower leg"'),
        ("lab:high-phosphate", "lab:phosphate-high"),
        ("lab:high-phosphate", "laboratory:hyperphosphatemia"),
        ("modality:us", "modality:ultrasound"),
        ("category:metabolic", "cat:metab"),
        ("tissue:artery", "tissue:Arter"),
    ],
)
def test_a_value_is_known_by_any_of_its_names_and_by_their_beginning(found, one, other):
    assert found(one) == found(other)


def test_filters_of_one_field_narrow_together(found):
    assert found("site:hip site:knee") == found("site:hip") & found("site:knee")


def test_a_filter_may_be_turned_round(found):
    assert not found("calcification -category:metabolic") & found("category:metabolic")


def test_what_is_most_typical_of_a_filter_comes_first(atlas_index):
    scores = [hit.score for hit in atlas_index.find(Query.parse("setting:dialysis")).hits]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) > 1


def test_a_filter_nothing_is_called_by_gives_the_nearest(atlas_index):
    answer = atlas_index.find(Query.parse("site:qqqq gout"))
    assert answer.nearest
    assert answer.hits[0].place.page == "gout"


def test_a_choice_keeps_as_many_pages_as_it_says(atlas_index):
    for text in ("calcification", "rim muscle", "site:hand calcinosis"):
        answer = atlas_index.find(Query.parse(text))
        assert answer.facets
        for choice in (choice for facet in answer.facets for choice in facet.choices):
            narrowed = atlas_index.find(Query.parse(with_filter(text, choice.filter)))
            assert narrowed.total == choice.count


def test_a_chosen_filter_stays_to_be_taken_away(atlas_index):
    text = 'rim site:"Thig"'
    first = atlas_index.find(Query.parse(text)).facets[0]
    assert (first.field, first.choices[0].label) == ("site", "Thigh")
    assert first.choices[0].chosen
    assert without_filter(text, first.choices[0].filter).strip() == "rim"


def test_a_filter_goes_before_what_is_being_typed_and_only_once():
    hip = Filter("site", "hip")
    assert with_filter("rim", hip) == "site:hip rim"
    assert with_filter("site:Hip rim", hip) == "site:Hip rim"


def test_a_filter_goes_however_it_is_written():
    lower_leg = Filter("site", "lower leg")
    for text in ('rim site:"Lower leg" muscle', "rim location:lower-leg muscle"):
        assert without_filter(text, lower_leg) == "rim muscle"
