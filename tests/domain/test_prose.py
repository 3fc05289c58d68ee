from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.domain.prose import Blank, Citation, Link, Words, plain, spans

MARKS = st.sampled_from(
    ["[", "]", "[[", "]]", "|", "{", "}", "[1]", "[2-4]", "[[gout]]", "[[gout|tophi]]", "{side}",
     "1", ",", "-", "–", " ", "\n", "é", "\0", "<b>", "&amp;", "**", "gout", "٣"]
)  # fmt: skip


def written(span):
    """The marks of a span, as an author writes them."""
    match span:
        case Words(text):
            return text
        case Citation(text):
            return f"[{text}]"
        case Link(page, ""):
            return f"[[{page}]]"
        case Link(page, words):
            return f"[[{page}|{words}]]"
        case Blank(name):
            return f"{{{name}}}"


@settings(max_examples=200, deadline=None)
@given(st.lists(MARKS, max_size=30).map("".join) | st.text())
def test_the_spans_joined_lose_nothing(text):
    assert "".join(map(written, spans(text))) == text


@settings(max_examples=100, deadline=None)
@given(st.lists(MARKS, max_size=30).map("".join))
def test_two_stretches_of_words_never_meet(text):
    found = spans(text)
    assert all(not (isinstance(a, Words) and isinstance(b, Words)) for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("3", (3,)),
        ("3,9", (3, 9)),
        ("3, 9", (3, 9)),
        ("3-5", (3, 4, 5)),
        ("3–5", (3, 4, 5)),
        ("1,3-5,9", (1, 3, 4, 5, 9)),
        ("3-5,4", (3, 4, 5)),
        ("7-7", (7,)),
        ("5-3", ()),
        ("0", (0,)),
    ],
)
def test_a_citation_names_each_reference_once(written, numbers):
    assert spans(f"[{written}]") == (Citation(written, numbers),)


def test_a_range_without_end_is_cut_short():
    (citation,) = spans("[" + ",".join(["1-999"] * 1000) + "]")
    assert citation.numbers == tuple(range(1, 101))


@pytest.mark.parametrize("text", ["[1000]", "[a]", "[]", "[1;2]", "[-3]", "[1.5]", "[1, ]", "[²]"])
def test_what_is_no_number_of_a_reference_is_words(text):
    assert spans(text) == (Words(text),)


def test_a_link_shows_its_words_or_the_title_of_its_page():
    assert spans("See [[gout]] and [[gout|its tophi]].") == (
        Words("See "), Link("gout", ""), Words(" and "), Link("gout", "its tophi"), Words("."),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["[[Gout]]", "[[]]", "[[gout|]]", "[[gout", "[[../gout]]", "[[http://x.org]]", "[gout]"]
)
def test_what_is_no_name_of_a_page_is_words(text):
    assert spans(text) == (Words(text),)


def test_a_blank_is_named_after_what_belongs_there():
    assert spans("Tophus of the {side} toe.")[1] == Blank("side")
    assert spans("{" + "a" * 60 + "}") == (Blank("a" * 60),)


@pytest.mark.parametrize("text", ["{}", "{a\nb}", "{" + "a" * 61 + "}", "{a"])
def test_what_cannot_be_a_blank_is_words(text):
    assert spans(text) == (Words(text),)


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "&lt;b&gt;", "**bold** _it_", "[link](http://x.org)", "`code`",
     "<a href='file:///etc/passwd'>", "javascript:alert(1)", "\u202egnp\u202c", "\x00\x1b[31m"],
)  # fmt: skip
def test_hostile_text_is_only_words(text):
    assert spans(text) == (Words(text),)


def test_no_text_is_no_span():
    assert spans("") == ()
    assert plain("") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dense tophi [1,2].", "Dense tophi."),
        ("Dense tophi [1] , and more", "Dense tophi, and more"),
        ("As in [[gout|tophi]].", "As in tophi."),
        ("As in [[tumoral-calcinosis]].", "As in tumoral calcinosis."),
        ("Tophus of the {side} toe.", "Tophus of the [side] toe."),
        (" [1] ", ""),
    ],
)
def test_what_is_read_aloud_has_no_marks(text, said):
    assert plain(text) == said


def test_a_gap_of_any_length_is_read_in_no_time():
    """It took hours when each blank of the gap began a search for its end."""
    assert plain("a" + " " * 400_000 + "b") == "a" + " " * 400_000 + "b"
    assert plain("a" + " " * 400_000 + ".") == "a."
