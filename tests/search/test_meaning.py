import pytest

from atlas.search.query import Query


@pytest.fixture
def meant(atlas_index):
    return lambda text: atlas_index.find(Query.parse(text)).meant


@pytest.fixture
def best(atlas_index):
    return lambda text: [hit.place.page for hit in atlas_index.find(Query.parse(text)).hits[:3]]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("myositis osificans", "myositis ossificans"),
        ("hetertopic ossificaton", "heterotopic ossification"),
        ("site:hip ossificaton -gout", "site:hip ossification -gout"),
        ("fluidlevel", "fluid level"),
        ("calcified aneurysm", ""),
        ("phlebol", ""),
        ("normal labs", ""),  # `lays` is known too, but no name has it
        ("zzzzzzzz", ""),
    ],
)
def test_what_was_meant_is_told_where_a_word_is_not_known(meant, typed, right):
    assert meant(typed) == right


def test_a_misspelt_title_is_that_title(best):
    assert best("hetertopic ossificaton")[0] == "heterotopic-ossification"


def test_a_word_of_many_letters_that_is_half_typed_and_misspelt_is_understood(best):
    assert "calcified-aneurysm" in best("popliteal anuer")


@pytest.mark.parametrize(("one", "other"), [("perihip", "hip"), ("juxtahip", "hip")])
def test_what_stands_before_a_known_word_is_left_out(best, one, other):
    assert best(f"{one} ossification") == best(f"{other} ossification")


def test_an_abbreviation_asks_for_what_it_stands_for(atlas_index):
    """The arteries of kidney disease are not called so themselves."""
    words = atlas_index._lexicon.understood(("ckd", "arteries")).wanted
    assert ("chronic", "kidney", "diseas") in words[0].groups


def test_small_words_and_sides_count_only_where_there_are_no_others(best):
    assert best("the left knee of a") == best("knee")
    assert best("left")


def test_a_word_of_every_day_matters_less_than_one_of_the_field(atlas_index):
    early, tophus = atlas_index._lexicon.understood(("early", "tophus")).wanted
    assert early.matters < tophus.matters == 1


def test_no_and_without_are_words(best):
    assert best("myositis ossificans no trauma")[0] == "pseudomalignant-myositis-ossificans"


def test_a_name_is_known_without_the_remark_behind_it(atlas_index):
    """The page calls it `drill bone (deltoid)`."""
    hit = atlas_index.find(Query.parse("drill bone")).hits[0]
    assert (hit.place.page, hit.why) == ("myositis-ossificans", "historical name")


def test_what_tells_a_page_apart_on_another_speaks_for_it(atlas_index):
    hits = atlas_index.find(Query.parse("disc calcification all levels young")).hits
    assert hits[0].place.page == "ochronosis"


def test_what_must_not_be_missed_is_never_noise(atlas_index):
    found = {hit.place.page for hit in atlas_index.find(Query.parse("gout thigh"), 99).hits}
    dangers = {page.id for page in atlas_index._pages if page.must_not_miss}
    thigh = {hit.place.page for hit in atlas_index.find(Query.parse("thigh"), 99).hits}
    assert dangers & thigh
    assert dangers & thigh <= found
