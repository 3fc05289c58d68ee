"""Teaching cases are found beside the pages, never instead of them."""

import pytest

from atlas.domain.case import Case, CaseId
from atlas.domain.page import Axis, Facet, PageId, TermId, Typicality
from atlas.domain.plate import PlateId
from atlas.search.index import open_index
from atlas.search.query import Query


def case(name, page, title, history, *findings, **more):
    return Case(CaseId(name), PageId(page), title, (history,), findings, **more)


ACETABULUM = Facet(Axis.SITE, TermId("acetabulum"))
NEVER = Facet(Axis.SITE, TermId("hip"), Typicality.NEVER)
CASES = (
    case(
        "one",
        "gout",
        "Man of 61, great toe",
        "Man of 61 with attacks at night.",
        "A nodule beside the joint.",
        "An overhanging edge on its far side.",
        facets=(NEVER,),
    ),
    case(
        "two",
        "myositis-ossificans",
        "Boy of 15, left hip",
        "Boy of 15, kicked at football.",
        "A rim of bone in the left vastus.",
        facets=(ACETABULUM,),
        plate=PlateId("axial"),
        seed=7,
    ),
    case("three", "gout", "Woman of 70, ear", "Woman of 70.", "An edge in the ear, hanging over."),
)


@pytest.fixture(scope="module")
def both(library, tmp_path_factory):
    return open_index(library, "cases", tmp_path_factory.mktemp("cases"), CASES)


@pytest.fixture
def ask(both):
    return lambda text: [hit.title for hit in both.find(Query.parse(text)).cases]


def test_cases_leave_the_pages_as_they_were(both, index):
    for text in ("gout", "rim", "overh", "left hip", "site:hip", "kicked", "xyzzy"):
        query = Query.parse(text)
        found, alone = both.find(query), index.find(query)
        assert (found.hits, found.facets, found.total) == (alone.hits, alone.facets, alone.total)
        assert alone.cases == ()


def test_a_case_is_ready_to_be_painted(both):
    (hit,) = both.find(Query.parse("vastus rim")).cases
    assert (hit.title, hit.where, hit.why) == (
        "Boy of 15, left hip",
        "Myositis ossificans",
        "finding",
    )
    assert (hit.place.page, hit.place.plate) == ("myositis-ossificans", "axial")
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["rim", "vastus"]


def test_a_word_that_only_cases_have_finds_them(ask):
    assert ask("football") == ["Boy of 15, left hip"]
    assert ask("footb") == ["Boy of 15, left hip"]


def test_a_case_is_found_by_what_it_is_an_example_of(ask):
    assert set(ask("gout")) == {"Man of 61, great toe", "Woman of 70, ear"}


def test_all_words_come_before_some(ask):
    assert ask("edge ear")[0] == "Woman of 70, ear"


def test_a_phrase_must_stand_there_and_an_excluded_word_must_not(ask):
    assert ask('"overhanging edge"') == ["Man of 61, great toe"]
    assert ask('"edge overhanging"') == []
    assert ask("gout -ear") == ["Man of 61, great toe"]


def test_a_filter_lets_through_what_lies_in_it(ask):
    assert ask("site:hip") == ["Boy of 15, left hip"]
    assert ask("rim site:acetabulum") == ["Boy of 15, left hip"]
    assert ask("gout site:hip") == []
    assert ask("category:localized") == ["Man of 61, great toe", "Woman of 70, ear"]
    assert len(ask("edge -site:hip")) == 2


def test_what_no_case_has_finds_none(ask):
    assert ask("sedimentation") == []
    assert ask("日本語") == []


def test_of_a_thousand_cases_the_best_few_are_shown(atlas_pages, many_cases, tmp_path):
    many = open_index(atlas_pages, "many", tmp_path, many_cases)
    answer = many.find(Query.parse("phleboliths"))
    assert answer.hits[0].title == "Phleboliths"
    assert len(answer.cases) == 10
    assert all("phleboliths" in hit.where.lower() for hit in answer.cases)
    assert [hit.score for hit in answer.cases] == sorted(
        (hit.score for hit in answer.cases), reverse=True
    )


def test_cases_have_an_index_of_their_own_that_is_kept_as_well(library, tmp_path):
    open_index(library, "both", tmp_path, CASES)
    first = {path.name for path in tmp_path.iterdir()}
    assert len(first) == 2
    open_index(library, "both", tmp_path, CASES[:2])
    second = {path.name for path in tmp_path.iterdir()}
    assert len(first & second) == 1
