import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from atlas.search.query import LONGEST_TEXT, MOST_WORDS, Filter, Query


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


def test_operators_are_read():
    query = Query.parse('Rim "Fluid  Level" -bone -"giant cell" site:"Lower leg" -tissue:skin')
    assert query == Query(
        ("rim",),
        ("fluid level",),
        ("bone", "giant cell"),
        (Filter("site", "lower leg"), Filter("tissue", "skin", excluded=True)),
    )
    assert Query.parse(str(query)) == query
    assert query.asked == ("fluid", "level", "rim")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ('rim "', "rim"),
        ('"rim', "rim"),
        ('"rim of', '"rim of"'),
        ("\u201crim of\u201d", '"rim of"'),
        ("rim -", "rim"),
        ("rim - muscle", "rim muscle"),
        ("rim site:", "rim"),
        ("rim-muscle", "rim muscle"),
        ("title:rim", "title rim"),
        ("LOCATION:Hip rim", "site:hip rim"),
        ("laboratory:high-phosphate", "lab:high-phosphate"),
        ("rim site:hip site:Hip", "site:hip rim"),
    ],
)
def test_unfinished_and_unknown_operators_are_forgiven(text, same):
    assert Query.parse(text) == Query.parse(same)


def test_an_exclusion_alone_asks_for_nothing():
    assert not Query.parse("-gout")


@example("\ufb2a")  # a letter that composing takes apart
@given(st.text(max_size=60))
def test_any_text_makes_a_bounded_query(text):
    query = Query.parse(text)
    assert len(query.words) <= MOST_WORDS
    assert all(query.words)
    assert Query.parse(str(query)) == query


@given(st.text(st.sampled_from('a "-:site\u201c'), max_size=60))
def test_any_operators_make_a_query_that_is_said_again(text):
    query = Query.parse(text)
    assert Query.parse(str(query)) == query


@pytest.mark.parametrize("module", ["query", "index"])
def test_importing_the_search_does_not_import_whoosh(module):
    program = (
        f"import sys, atlas.search.{module}; "
        "sys.exit(any(name.split('.')[0] in ('whoosh', 'PySide6') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
