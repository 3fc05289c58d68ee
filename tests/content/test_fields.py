from __future__ import annotations

from enum import Enum
from pathlib import Path

import pytest

from atlas.content.document import parse
from atlas.content.fields import _QUOTED, Fields, meant


class Colour(Enum):
    RED = "red"
    GREEN = "green"


def fields(text: str) -> Fields:
    document = parse(Path("page.yaml"), text.encode())
    return Fields(document, document.root)


def said(asked: Fields) -> list[str]:
    return [f"{problem.where.line}: {problem.message}" for problem in asked.document.problems]


def test_a_line_of_text_loses_its_outer_blanks():
    asked = fields("a: '  x  y '\nb: |\n  two\n  lines\n")
    assert asked.text("a") == "x  y"
    assert asked.text("b") == "two\nlines"
    assert said(asked) == []


def test_a_missing_text_is_a_mistake_unless_there_is_a_default():
    asked = fields("b: c")
    assert asked.text("a", "") == ""
    assert asked.text("a", "default") == "default"
    assert said(asked) == []
    assert asked.text("a") == ""
    assert said(asked) == ["1: `a` is missing"]


@pytest.mark.parametrize("empty", ["", "~", "null", "NULL", "''", '"  "', "|"])
def test_an_empty_text_is_a_mistake(empty):
    asked = fields(f"b: c\na: {empty}\n")
    assert asked.text("a", "") == ""
    assert said(asked) == ["2: `a` is empty"]


def test_a_word_in_quotes_is_a_word():
    asked = fields("a: 'null'\nb: '~'")
    assert (asked.text("a"), asked.text("b")) == ("null", "~")
    assert said(asked) == []


@pytest.mark.parametrize("wrong", ["[x]", "{x: y}", "\n  - x", "\n  x: y"])
def test_a_list_or_a_mapping_is_no_text(wrong):
    asked = fields(f"b: c\na: {wrong}")
    assert asked.text("a") == ""
    assert said(asked)[0].endswith(f"`a` must be a line of text; {_QUOTED}")


@pytest.mark.parametrize(("text", "number"), [("5", 5), ("-2.5", -2.5), ("1e3", 1000), ("0", 0)])
def test_a_number_is_read(text, number):
    asked = fields(f"a: {text}")
    assert asked.number("a") == number
    assert asked.number("b") is None
    assert said(asked) == []


@pytest.mark.parametrize("text", ["many", "nan", "inf", "-inf", "1e999", "5 mm", "1,5", "0x10"])
def test_what_is_no_finite_number_is_a_mistake(text):
    asked = fields(f"b: c\na: {text}")
    assert asked.number("a") is None
    assert said(asked) == [f"2: `a` is `{text}`; it must be a number"]


def test_a_number_out_of_its_bounds_is_a_mistake():
    asked = fields("a: 5\nb: -1\nc: 2")
    assert [asked.number(name, 0, 4) for name in "abc"] == [None, None, 2]
    assert said(asked) == ["1: `a` is 5; it may be 0 to 4", "2: `b` is -1; it may be 0 to 4"]


def test_yes_is_true_and_no_is_false_or_not_written():
    asked = fields("a: true\nb: false\nd: yes\ne: 1")
    assert [asked.yes(name) for name in "abc"] == [True, False, False]
    assert said(asked) == []
    assert not asked.yes("d")
    assert not asked.yes("e")
    assert said(asked) == [
        "3: `d` is `yes`; it may be true or false",
        "4: `e` is `1`; it may be true or false",
    ]


def test_one_of_a_few_is_read_and_another_is_told_which_there_are():
    asked = fields("a: red\nb: blue")
    assert asked.one_of("a", Colour) is Colour.RED
    assert asked.one_of("b", Colour) is None
    assert asked.maybe_one_of("c", Colour) is None
    assert said(asked) == ["2: `b` is `blue`; it may be red, green"]
    assert asked.one_of("c", Colour) is None
    assert said(asked)[1:] == ["1: `c` is missing"]


def test_a_list_has_an_item_after_each_dash():
    asked = fields("a:\n  - x\n  - y\nb: x\nc: []\nd:\n  - [x]\n  -\n")
    assert asked.texts("a") == ("x", "y")
    assert asked.texts("z") == ()
    assert said(asked) == []
    assert asked.texts("b") == ()
    assert asked.texts("c") == ()
    assert asked.texts("d") == ("", "")
    assert asked.texts("z", required=True) == ()
    assert said(asked) == [
        "4: `b` must be a list, each item after a `-`",
        "5: `c` is an empty list; leave it out",
        f"7: `d` must be a line of text; {_QUOTED}",
        "8: `d` is empty",
        "1: `z` is missing",
    ]


def test_a_statement_is_a_line_or_a_text_with_an_id():
    asked = fields("a: Dense.\nb:\n  text: Edge [1].\n  id: edge\n  teaching: true\n")
    assert asked.statement("a").text == "Dense."
    assert asked.statement("a").id is None
    edge = asked.statement("b")
    assert (edge.text, edge.id, edge.teaching) == ("Edge [1].", "edge", True)
    assert said(asked) == []


def test_an_unknown_name_in_a_statement_is_a_mistake():
    asked = fields("a:\n  text: Dense.\n  idd: edge\n")
    asked.statement("a")
    assert said(asked) == ["3: `idd` is not known here; did you mean `id`?"]


def test_two_statements_never_share_an_id():
    asked = fields("a:\n  - text: One.\n    id: x\n  - text: Two.\n    id: x\n")
    asked.statements("a")
    assert said(asked) == ["5: another statement has the id `x`, at line 3"]


def test_an_unknown_name_is_told_at_its_own_line_what_was_meant():
    asked = fields("title: x\ntitel:\n  - one\nzzz: y\n")
    asked.text("title")
    asked.text("other", "")
    asked.close()
    assert said(asked) == [
        "2: `titel` is not known here; did you mean `title`?",
        "4: `zzz` is not known here; known are title, other",
    ]


def test_a_name_asked_about_is_known():
    asked = fields("a: x")
    assert "a" in asked
    assert "b" not in asked
    asked.close()
    assert said(asked) == []


def test_each_mapping_of_a_list_is_closed():
    asked = fields("a:\n  - b: x\n  - b: y\n    c: z\n  - just words\n")
    assert asked.each("a", lambda inner: inner.text("b")) == ["x", "y", ""]
    assert said(asked) == [
        "4: `c` is not known here; known are b",
        "5: expected lines of `name: value`",
    ]


def test_a_key_written_twice_is_a_mistake_and_the_first_holds():
    asked = fields("a: x\nb: y\na: z\n")
    assert asked.text("a") == "x"
    assert said(asked) == ["3: `a` is written twice"]


@pytest.mark.parametrize("key", ["[x]", "{x: y}"])
def test_a_name_is_one_word(key):
    assert said(fields(f"a: b\n? {key}\n: c\n")) == ["2: a name must be one word"]


@pytest.mark.parametrize("text", ["just words", "- a\n- b", "5", "[a]"])
def test_a_file_is_lines_of_names_and_values(text):
    asked = fields(text)
    asked.text("title")
    asked.close()
    assert said(asked) == ["1: expected lines of `name: value`"]


def test_what_was_meant_is_what_resembles_or_all_there_is():
    assert meant("gout", ("goat", "hen")) == "did you mean `goat`?"
    assert meant("gout", ("cow", "hen")) == "known are cow, hen"
