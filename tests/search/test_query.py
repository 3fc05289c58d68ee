import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.search.query import LONGEST_TEXT, MOST_WORDS, Query


@pytest.mark.parametrize("text", ["", " ", "\t\n", "?!", "--", "«»", "\x00", "\ud800"])
def test_a_query_without_a_word_is_false(text):
    assert not Query.parse(text)


@pytest.mark.parametrize("other", ["gout ear", " GOUT  Ear ", "gout, ear", "gout-ear", "gout ear?"])
def test_case_space_and_punctuation_mean_nothing(other):
    assert Query.parse(other) == Query(("gout", "ear"))


def test_composed_and_decomposed_letters_are_the_same():
    assert Query.parse("Mo\u0308nckeberg") == Query.parse("m\u00f6nckeberg")


def test_only_the_beginning_of_a_megabyte_is_considered():
    query = Query.parse("calcification " * 80_000)
    assert len(query.words) == MOST_WORDS
    assert Query.parse("x" * 1_000_000) == Query(("x" * LONGEST_TEXT,))


def test_a_query_is_said_again_as_it_was_understood():
    assert str(Query.parse("Rim,  muscle")) == "rim muscle"


@given(st.text())
def test_any_text_makes_a_bounded_query(text):
    query = Query.parse(text)
    assert len(query.words) <= MOST_WORDS
    assert all(query.words)
    assert Query.parse(str(query)) == query


@pytest.mark.parametrize("module", ["query", "index"])
def test_importing_the_search_does_not_import_whoosh(module):
    program = (
        f"import sys, atlas.search.{module}; "
        "sys.exit(any(name.split('.')[0] in ('whoosh', 'PySide6') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
