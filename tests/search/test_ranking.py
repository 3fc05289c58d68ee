import pytest

from atlas.domain.page import SynonymKind
from atlas.search.evidence import Evidence
from atlas.search.ranking import Match, importance, step, together, worth

SOME = Match(0, (90.0, 0.0))
ALL = Match(1, (0.1, 0.1))


def value(match, exact=None, beginning=None):
    return step(match, exact or {}, beginning or {}) + worth(match, (0.5, 0.5)) * together(
        Evidence(1.6)
    )


def test_all_words_go_before_any_sum_of_some():
    assert value(ALL) > value(SOME)


def test_the_name_asked_for_goes_before_everything_and_a_title_before_a_synonym():
    assert value(SOME, {0: SynonymKind.ABBREVIATION}) > value(ALL, beginning={1: True})
    assert value(SOME, {0: None}) > value(SOME, {0: SynonymKind.ABBREVIATION})


def test_a_title_that_begins_so_goes_before_a_synonym_that_does():
    assert value(ALL, beginning={1: True}) > value(ALL, beginning={1: False}) > value(ALL)


def test_a_related_name_only_helps():
    assert value(ALL) > value(SOME, {0: SynonymKind.RELATED}) > value(SOME)


def test_a_word_that_every_page_has_tells_least():
    common, rare = importance([Match(page, (1.0, float(page == 0))) for page in range(9)], 9)
    assert rare > common
    assert common + rare == pytest.approx(1)
