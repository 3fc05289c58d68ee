from __future__ import annotations

import threading

import pytest

from atlas.domain.errors import AtlasError
from atlas.domain.library import CategoryId
from atlas.domain.page import PageId
from atlas.domain.place import Place
from atlas.search.query import Answer, Hit
from atlas.ui.search.controller import SearchController


def a_hit(word):
    place = Place(PageId(word))
    return Hit(place, word, CategoryId.METABOLIC, "Metabolic", "", (), (), 1.0, "title")


def hits_for(query):
    return Answer(tuple(a_hit(word) for word in query.words))


@pytest.fixture
def typing(tasks):
    return lambda find=hits_for: SearchController(find, tasks, pause_ms=0)


def test_words_become_hits(qtbot, typing):
    search = typing()
    with qtbot.waitSignal(search.answered) as heard:
        search.set_text("Gout")
    assert [hit.title for hit in heard.args[0].hits] == ["gout"]


def test_only_the_last_word_typed_is_answered(qtbot, typing):
    first_is_stuck, started = threading.Event(), threading.Event()

    def find(query):
        if query.words == ("slow",):
            started.set()
            first_is_stuck.wait(5)
        return hits_for(query)

    search, answers = typing(find), []
    search.answered.connect(lambda answer: answers.append(answer.hits[0].title))
    search.set_text("slow")
    qtbot.waitUntil(started.is_set)
    with qtbot.waitSignal(search.answered):
        search.set_text("quick")
    first_is_stuck.set()
    qtbot.wait(50)
    assert answers == ["quick"]


def test_a_space_or_a_capital_asks_nothing_again(qtbot, typing):
    asked = []
    search = typing(lambda query: asked.append(query) or Answer())
    with qtbot.waitSignal(search.answered):
        search.set_text("gout")
    search.set_text("Gout ")
    qtbot.wait(30)
    assert len(asked) == 1


def test_an_empty_box_clears_at_once(qtbot, typing):
    search = typing()
    with qtbot.waitSignal(search.answered):
        search.set_text("gout")
    with qtbot.waitSignal(search.answered, timeout=0) as heard:
        search.set_text("   ")
    assert heard.args == [Answer()]


def test_a_failure_is_told_in_words(qtbot, typing):
    def find(_):
        raise AtlasError("The index is being rebuilt.")

    search = typing(find)
    with qtbot.waitSignal(search.failed) as heard:
        search.set_text("gout")
    assert heard.args == ["The index is being rebuilt."]
