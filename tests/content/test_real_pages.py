"""What the pages of the atlas owe their readers, page by page."""

from __future__ import annotations

import re

import pytest
import yaml

from atlas.domain.library import CategoryId
from atlas.domain.overview import bands_of
from atlas.domain.page import Axis
from atlas.domain.prose import Blank, Citation, Link, spans
from atlas.paths import installed

BLANKS = {"side", "site", "size", "time"}
CHAPTER = yaml.safe_load((installed("data") / "chapter.yaml").read_text(encoding="utf-8"))


def pages(workspace):
    return list(workspace.library)


def cites(text):
    return any(isinstance(span, Citation) for span in spans(text))


def test_every_fact_of_the_source_chapter_is_said_on_its_page(workspace):
    facts = [(page, fact) for page, facts in CHAPTER.items() for fact in facts]
    assert len(facts) == 171
    for page, fact in facts:
        said = {statement.id for statement in workspace.library[page].statements()}
        assert fact["statements"], (page, fact["says"])
        assert set(fact["statements"]) <= said, (page, fact["says"])


def test_two_pages_that_can_be_taken_for_each_other_say_so_on_both(workspace):
    named = {page.id: {d.page for d in page.differentials if d.page} for page in pages(workspace)}
    one_sided = [(a, b) for a, others in named.items() for b in others if a not in named[b]]
    assert one_sided == []


def test_a_reference_can_be_looked_up_or_is_cited_in_full(workspace):
    def in_full(reference):  # author, title, journal, year; a web page: title, site, address
        text = reference.text
        dated = text.count(". ") >= 2 and re.search(r"\b(?:19|20)\d\d\b", text)
        return dated or (reference.site and reference.url)

    for page in pages(workspace):
        for number, reference in enumerate(page.references, 1):
            known = reference.pmid or reference.doi
            assert known or in_full(reference), (page.id, number)


def test_every_reference_is_cited_by_a_sentence(workspace):
    for page in pages(workspace):
        texts = [statement.text for statement in page.statements()]
        texts += [correction.reference for correction in page.corrections]
        marks = [span for text in texts for span in spans(text)]
        cited = {n for mark in marks if isinstance(mark, Citation) for n in mark.numbers}
        assert cited == set(range(1, len(page.references) + 1)), page.id


def test_a_correction_says_who_says_so(workspace):
    for page in pages(workspace):
        for _, correct, reference in page.corrections:
            assert reference or correct.teaching or cites(correct.text), (page.id, correct.text)


def test_a_report_phrase_leaves_only_blanks_that_a_reader_knows(workspace):
    for page in pages(workspace):
        assert page.report_phrases, page.id
        for phrase in page.report_phrases:
            found = {span.name for span in spans(phrase.text) if isinstance(span, Blank)}
            assert found <= BLANKS, (page.id, found)
            assert not cites(phrase.text), page.id


def test_every_facet_is_graded_and_every_page_is_filed(workspace):
    for page in pages(workspace):
        assert all(facet.typicality for facet in page.facets), page.id
        axes = {facet.axis for facet in page.facets}
        assert {Axis.MECHANISM, Axis.TISSUE, Axis.PATTERN} <= axes, page.id


def test_a_metabolic_page_has_its_laboratory_table(workspace):
    for page in pages(workspace):
        if workspace.library.shelfmark(page.id).category.id is CategoryId.METABOLIC:
            assert page.laboratory, page.id


def test_every_sign_has_an_id_that_plates_and_search_can_point_at(workspace):
    for page in pages(workspace):
        assert all(sign.id for sign in page.signs), page.id


@pytest.mark.parametrize("plain", ["definition", "key_features"])
def test_every_page_defines_and_tells_apart(workspace, plain):
    for page in pages(workspace):
        assert getattr(page, plain), page.id
        assert 2 <= len(page.key_features) <= 8, page.id


def test_an_overview_asks_its_way_to_every_page_of_its_category(workspace):
    for category in workspace.library.contents:
        overview = workspace.library[category.overview]
        means = [answer.means for question in overview.approach for answer in question.answers]
        led = {s.page for m in means for s in spans(m.text) if isinstance(s, Link)}
        assert set(category.pages[1:]) | set(category.also) <= led, category.id


def test_an_overview_says_of_every_page_of_its_category_what_sets_it_apart(workspace):
    for category in workspace.library.contents:
        for band in bands_of(workspace.library, category):
            assert all(row.apart for row in band.rows), (category.id, band.title)
