import pytest

from atlas.search.query import Query


@pytest.fixture
def shares(atlas_index):
    """What each page is multiplied by, by its id."""

    def of(text):
        found = atlas_index._filed.shares(Query.parse(text).words)
        return {page.id: float(s) for page, s in zip(atlas_index._pages, found, strict=True)}

    return of


@pytest.fixture
def order(atlas_index):
    return lambda text: [h.place.page for h in atlas_index.find(Query.parse(text), 99).hits]


@pytest.mark.parametrize(
    "text", ["low calcium", "hypocalcemia", "low Ca", "reduced serum calcium", "decreased calcium"]
)
def test_another_level_of_the_same_test_speaks_against_a_page(shares, text):
    found = shares(text)
    assert found["primary-hyperparathyroidism"] < 1 < found["hypoparathyroidism"]
    assert found["lipoma"] == 1


def test_a_page_where_either_level_may_be_is_not_spoken_against_as_much(shares):
    found = shares("high calcium")
    assert found["hypoparathyroidism"] < found["secondary-hyperparathyroidism"]


def test_opposite_levels_bring_other_pages_first(order):
    low, high = order("low calcium high pth"), order("high calcium high pth")
    assert low[0] == "pseudohypoparathyroidism"
    assert high[0] == "primary-hyperparathyroidism"


def test_what_is_usual_counts_for_more_than_what_is_rare(shares, atlas_pages):
    found = shares("rim muscle")
    assert found["myositis-ossificans"] > found["gout"]


def test_what_is_denied_speaks_against_pages_that_have_it(shares):
    found = shares("ossifying mass without injury")
    assert found["myositis-ossificans"] < 1
    assert shares("ossifying mass after injury")["myositis-ossificans"] > 1


def test_a_page_that_is_denied_by_name_is_not_meant(shares, order):
    assert shares("not gout")["gout"] == 0.5
    assert shares("no pain gout")["gout"] == 0.5
    assert order("not cppd but tendon")[0] != "cppd-deposition-disease"


def test_only_the_next_words_are_denied(shares):
    assert shares("no old blue big mass trauma")["myositis-ossificans"] >= 1


def test_words_that_no_term_has_leave_every_page_alone(shares):
    assert set(shares("zzzz qqqq").values()) == {1.0}
    assert set(shares("").values()) == {1.0}
