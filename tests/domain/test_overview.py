from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.library import Category, CategoryId, Group, Library
from atlas.domain.overview import MOST_APART, MOST_TESTED, bands_of
from atlas.domain.page import Axis, Facet, TermId, Typicality
from atlas.domain.vocabulary import Term, Vocabulary
from tests.builders import a_page

HAND, FINGER = TermId("hand"), TermId("finger")
WORDS = Vocabulary(
    [Term(Axis.SITE, HAND, "Hand"), Term(Axis.SITE, FINGER, "Finger", parents=(HAND,))]
)
NAMES = "abcdefghi"


def a_category(*pages, also=()):
    """The pages in one group after their overview, and the library that holds them."""
    others = tuple(page.id for page in pages if page.id not in also)
    category = Category(
        CategoryId.LOCALIZED, "Localized", "over", (Group("Things", others),), also=also
    )
    elsewhere = Category(CategoryId.METABOLIC, "Metabolic", "else", (Group("Rest", also),))
    overviews = a_page("over", "Over"), a_page("else", "Else")
    return Library.of([*overviews, *pages], [category, elsewhere], WORDS), category


def a_filed_page(name, *facets):
    filed = tuple(
        Facet(axis, TermId(term), Typicality(grade) if grade else None)
        for axis, term, grade in facets
    )
    return a_page(name, name, facets=filed)


def pages_with(axis, *terms, grade="usual"):
    """One page a term, named a, b, c."""
    return [a_filed_page(n, (axis, t, grade)) for n, t in zip(NAMES, terms, strict=False)]


def rows_of(*pages, also=()):
    bands = bands_of(*a_category(*pages, also=also))
    return {row.page: row for band in bands for row in band.rows}


def terms(facets):
    return [facet.term for facet in facets]


def test_what_only_one_page_has_sets_it_apart_and_what_many_share_does_not():
    rows = rows_of(*pages_with(Axis.PATTERN, "rim", "cloud", "cloud", "cloud"))
    assert terms(rows["a"].apart) == ["rim"]
    assert terms(rows["b"].apart) == []
    assert terms(rows["b"].seen) == ["cloud"]


@pytest.mark.parametrize("grade", ["sometimes", "rare", "never"])
def test_only_what_is_always_or_usually_so_is_told(grade):
    rows = rows_of(*pages_with(Axis.PATTERN, "rim", "cloud", grade=grade))
    assert rows["a"].apart == rows["a"].seen == ()


@pytest.mark.parametrize("grade", ["always", "usual", None])
def test_what_nobody_has_graded_counts_as_typical(grade):
    rows = rows_of(*pages_with(Axis.PATTERN, "rim", "cloud", grade=grade))
    assert terms(rows["a"].apart) == ["rim"]


def test_of_two_rare_terms_the_one_comes_that_others_never_have():
    first = a_filed_page("a", (Axis.SITE, "hip", "usual"), (Axis.SITE, "knee", "usual"))
    other = a_filed_page("b", (Axis.SITE, "hip", "sometimes"), (Axis.SITE, "foot", "usual"))
    assert terms(rows_of(first, other)["a"].apart) == ["knee"]
    assert terms(rows_of(first, other)["a"].seen) == ["hip"]


def test_a_part_stands_for_its_whole_and_is_shared_by_who_has_the_part():
    both = a_filed_page("a", (Axis.SITE, HAND, "usual"), (Axis.SITE, FINGER, "usual"))
    assert terms(rows_of(both)["a"].apart) == [FINGER]
    rows = rows_of(*pages_with(Axis.SITE, HAND, FINGER, FINGER, "foot"))
    assert terms(rows["a"].apart) == []


def test_an_axis_on_which_most_pages_are_silent_separates_nothing():
    told = a_filed_page("a", (Axis.SETTING, "burns", "usual"))
    assert terms(rows_of(told)["a"].apart) == ["burns"]
    assert terms(rows_of(told, a_filed_page("b"), a_filed_page("c"))["a"].apart) == []


@pytest.mark.parametrize(
    "axis", [Axis.AGE, Axis.SEX, Axis.MODALITY, Axis.COURSE, Axis.MUST_NOT_MISS]
)
def test_who_has_it_what_shows_it_and_how_it_goes_on_never_set_a_page_apart(axis):
    assert all(row.apart == () for row in rows_of(*pages_with(axis, "one", "other")).values())


def test_being_found_by_chance_sets_nothing_apart():
    rows = rows_of(*pages_with(Axis.SETTING, "incidental", "burns"))
    assert terms(rows["a"].apart) == []
    assert terms(rows["b"].apart) == ["burns"]


def test_laboratory_values_stand_together_and_not_among_what_sets_apart():
    values = [(Axis.LABORATORY, term, "usual") for term in ("calcium-low", "pth-low")]
    row = rows_of(a_filed_page("a", *values))["a"]
    assert terms(row.tested) == ["calcium-low", "pth-low"]
    assert row.apart == ()


def test_normal_values_and_a_want_of_vitamin_d_are_not_told_beside_changed_ones():
    terms_filed = ("alp-normal", "vitamin-d-low", "calcium-high")
    values = [(Axis.LABORATORY, term, "always") for term in terms_filed]
    assert terms(rows_of(a_filed_page("a", *values))["a"].tested) == ["calcium-high"]


def test_a_normal_value_is_told_where_the_others_have_it_changed():
    changed = ["pth-high", "pth-low"]
    rows = rows_of(*pages_with(Axis.LABORATORY, "pth-normal", *changed))
    assert terms(rows["a"].tested) == ["pth-normal"]
    rows = rows_of(*pages_with(Axis.LABORATORY, "pth-normal", *changed, "pth-normal"))
    assert rows["a"].tested == ()


def test_of_many_laboratory_values_those_that_are_always_so_are_kept():
    usual = [(Axis.LABORATORY, f"test{n}-high", "usual") for n in range(MOST_TESTED)]
    always = (Axis.LABORATORY, "urate-high", "always")
    told = terms(rows_of(a_filed_page("a", *usual, always))["a"].tested)
    assert told == ["test0-high", "test1-high", "test2-high", "urate-high"]


def test_groups_keep_their_order_and_pages_from_elsewhere_come_last():
    library, category = a_category(a_page("a", "A"), a_page("b", "B"), also=("b",))
    bands = bands_of(library, category)
    assert [(band.title, terms_of(band), band.also) for band in bands] == [
        ("Things", ["a"], False),
        ("", ["b"], True),
    ]


def terms_of(band):
    return [row.page for row in band.rows]


def test_a_page_that_could_not_be_read_has_no_row_and_an_empty_group_no_band():
    pages = [a_page("over", "Over"), a_page("a", "A")]
    groups = Group("Gone", ("b",)), Group("Here", ("a", "c"))
    category = Category(CategoryId.LOCALIZED, "Localized", "over", groups, also=("d",))
    bands = bands_of(Library.of(pages, [category], WORDS), category)
    assert [(band.title, terms_of(band)) for band in bands] == [("Here", ["a"])]


FACETS = st.builds(
    Facet, st.sampled_from(Axis), st.sampled_from([HAND, FINGER, "x"]), st.sampled_from(Typicality)
)


@given(st.lists(st.lists(FACETS, max_size=6), max_size=6))
def test_a_row_tells_few_terms_each_once_and_only_those_of_its_page(filed):
    pages = [a_page(n, n, facets=tuple(f)) for n, f in zip(NAMES, filed, strict=False)]
    for page in pages:
        row = rows_of(*pages)[page.id]
        told = row.apart + row.seen
        assert len(row.apart) <= MOST_APART
        assert len({(facet.axis, facet.term) for facet in told}) == len(told)
        assert set(told) <= set(page.facets)
