import numpy as np
import pytest

from atlas.domain.page import SynonymKind
from atlas.search.evidence import Evidence
from atlas.search.meaning import Wanted
from atlas.search.ranking import first, steps, together, weigh

SOME, ALL = 0, 1
FOUND = np.array([[7, 2], [0, 2]], np.float32)  # a row a word, a column a page
TWO = (Wanted({"rim": 1.0}), Wanted({"muscle": 1.0}))


def values(exact=None, beginning=None):
    rises = steps(2, exact or {}, beginning or {})
    return rises + weigh(FOUND, TWO).worth * together(Evidence(1.6))


def value(page, kind):
    return values({page: kind})[page]


def test_all_words_go_before_one_that_counts_for_more():
    some, every = values()
    assert every > some


def test_a_word_of_every_day_may_be_missing():
    lacking = weigh(FOUND, (TWO[0], Wanted({"big": 1.0}, matters=0.3))).worth
    assert lacking[SOME] > lacking[ALL]


def test_the_name_asked_for_goes_before_everything_and_a_title_before_a_synonym():
    asked, begun = values({SOME: SynonymKind.ABBREVIATION}, {ALL: True})
    assert asked > begun
    assert value(SOME, None) > value(SOME, SynonymKind.ABBREVIATION)


def test_a_title_that_begins_so_goes_before_a_synonym_that_does():
    title, synonym = values(beginning={ALL: True})[ALL], values(beginning={ALL: False})[ALL]
    assert title > synonym > values()[ALL]


def test_a_related_name_only_helps():
    related, plain = values({SOME: SynonymKind.RELATED})[SOME], values()[SOME]
    assert value(SOME, SynonymKind.NAME) > related > plain


def test_a_word_that_every_page_has_tells_least():
    common, rare = weigh(np.array([[1] * 9, [1] + [0] * 8], np.float32), TWO).matters
    assert rare > common
    assert common + rare == pytest.approx(1)


def test_the_first_of_some_are_the_highest_and_equals_keep_their_order():
    high = np.array([3, 1, 2, 2, 2, 9], np.float32)
    among = np.array([0, 1, 2, 3, 4])
    assert first(high, among, 3).tolist() == [0, 2, 3]
    assert first(high, among, 99).tolist() == [0, 2, 3, 4, 1]


def test_next_to_nothing_is_no_answer_unless_it_has_all_words():
    lacking = np.array([[9, 0.1, 0], [9, 0, 0]], np.float32)
    having = np.array([[9, 0.1, 0], [9, 0.1, 0]], np.float32)
    assert weigh(lacking, TWO).answers.tolist() == [True, False, False]
    assert weigh(having, TWO).answers.tolist() == [True, True, False]
    assert not weigh(np.zeros((1, 3), np.float32), TWO[:1]).answers.any()
