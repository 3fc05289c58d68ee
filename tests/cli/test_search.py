from __future__ import annotations

import io
import json

import pytest

from tests.cli.conftest import is_one_sentence


def test_pages_are_printed_best_first_with_where_they_stand(call):
    status, out, err = call("search", "gout")
    assert (status, err) == (0, "")
    first = out.splitlines()[0]
    assert first.split()[:2] == ["gout", "Gout"]
    assert "Metabolic" in first


def test_words_need_no_quotes(call):
    assert call("search", "overhanging edge") == call("search", "overhanging", "edge")


def test_no_more_are_printed_than_asked_for(call):
    for limit in (1, 3, 10**9):
        hits = json.loads(call("search", "calcification", "--limit", limit, "--json")[1])
        assert 0 < len(hits) <= limit
    assert len(json.loads(call("search", "calcification", "--json")[1])) == 10


def test_a_hit_as_json_says_all_that_is_known(call):
    status, out, err = call("search", "gout", "--json")
    assert (status, err) == (0, "")
    best = json.loads(out)[0]
    assert (best["id"], best["title"], best["category"]) == ("gout", "Gout", "metabolic")
    assert set(best) == {"id", "title", "category", "score", "snippet", "why"}
    scores = [hit["score"] for hit in json.loads(out)]
    assert scores == sorted(scores, reverse=True)


def test_a_question_without_words_is_no_failure(call):
    assert call("search", " ") == (0, "", "calcatlas: nothing was found for ``\n")
    assert call("search", " ", "--json") == (0, "[]\n", "")


def test_who_finds_nothing_is_told_so_and_shown_what_is_nearest(call):
    status, out, err = call("search", "qqqqqq")
    assert (status, err) == (0, "calcatlas: nothing was found for `qqqqqq`; these are nearest\n")
    assert "Calcinosis" in out


@pytest.mark.parametrize(
    "text",
    ["", " ", "*", "?", "gout AND", "(", '"', "a:b", "title:gout", "\0", "[[gout]]", "é" * 500,
     "x" * 100_000, "~gout", "gout^2", "NOT NOT", "\u202e", "<b>", "\\", "--", "..",
     "😀", "\udcff"],
    ids=range(23),
)  # fmt: skip
def test_any_question_has_an_answer(call, text):
    status, out, _ = call("search", "--json", "--", text)
    assert status == 0
    assert isinstance(json.loads(out), list)


def test_a_question_a_line_is_a_list_a_line(call, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("gout\n\n \nlipoma"))
    status, out, err = call("search", "-", "--json", "--limit", "1")
    assert (status, err) == (0, "")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [[hit["id"] for hit in hits] for hits in answers] == [["gout"], [], [], ["lipoma"]]


def test_each_question_is_answered_before_the_next_is_asked(call, monkeypatch, capsys):
    """Another program may hold a conversation: it waits for an answer before it asks again."""
    heard = []

    def questions():
        yield "gout\n"
        heard.append(capsys.readouterr().out)
        yield "lipoma\n"

    monkeypatch.setattr("sys.stdin", questions())
    call("search", "-", "--json", "--limit", "1")
    assert json.loads(heard[0])[0]["id"] == "gout"


def test_questions_that_are_not_quite_utf_8_are_answered(program, environment):
    strict = {**environment, "PYTHONIOENCODING": "utf-8:strict"}
    done = program("search", "-", "--json", input=b"\xff gout\n\xfe\nlipoma\n", env=strict)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 3
    assert json.loads(done.stdout.splitlines()[2])[0]["id"] == "lipoma"


def test_in_words_an_empty_line_parts_the_answers(call, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("gout\nlipoma\n"))
    status, out, err = call("search", "-", "--limit", "1")
    assert (status, err) == (0, "")
    answers = out.split("\n\n")
    assert [answer.split()[0] for answer in answers if answer] == ["gout", "lipoma"]


def test_a_misspelt_word_is_put_right_aloud(call):
    status, out, err = call("search", "gouut")
    assert (status, err) == (0, "calcatlas: did you mean `gout`?\n")
    assert out.split()[0] == "gout"


def test_operators_are_understood(call):
    everywhere = json.loads(call("search", "calcification", "--json", "--limit", 99)[1])
    hip = json.loads(call("search", "calcification site:hip", "--json", "--limit", 99)[1])
    assert 0 < len(hip) < len(everywhere)


def test_questions_that_cannot_be_read_are_told_in_one_sentence(call, monkeypatch):
    def broken():
        raise IsADirectoryError(21, "Is a directory")
        yield

    monkeypatch.setattr("sys.stdin", broken())
    status, out, err = call("search", "-", "--json")
    assert (status, out) == (2, "")
    assert is_one_sentence(err)
    assert "Is a directory" in err
