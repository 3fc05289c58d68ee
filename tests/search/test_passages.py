from __future__ import annotations

from atlas.domain.page import Answer, Axis, Facet, Question
from atlas.search.passages import passages_of
from tests.builders import a_library, a_page, a_statement


def test_an_answer_of_an_approach_is_found_with_what_it_means():
    approach = (Question("Where?", (Answer("In a toe", a_statement("It is [[gout]].")),)),)
    page = a_page("over", "Overview", approach=approach)
    told = [p for p in passages_of(page, a_library(page)) if p.why == "approach"]
    assert [passage.text for passage in told] == ["In a toe: It is gout."]


def test_the_table_of_an_overview_is_not_indexed_a_second_time():
    page = a_page("gout", "Gout", facets=(Facet(Axis.SITE, "toe"),))
    over = a_page("over", "Overview")
    library = a_library(over, page)
    assert any("toe" in passage.text for passage in passages_of(page, library))
    assert not any("toe" in passage.text for passage in passages_of(over, library))
