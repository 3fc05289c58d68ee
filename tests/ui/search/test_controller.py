from __future__ import annotations

import threading

import pytest

from atlas.domain.errors import AtlasError
from atlas.domain.library import CategoryId
from atlas.domain.page import PageId
from atlas.domain.place import Place
from atlas.search.query import Answer, Completion, Hit
from atlas.ui.kit.tasks import Tasks
from atlas.ui.search.controller import SearchController


def a_hit(word):
    place = Place(PageId(word))
    return Hit(place, word, CategoryId.METABOLIC, "Metabolic", "", (), (), 1.0, "title")


def hits_for(query):
    return Answer(tuple(a_hit(word) for word in query.words))


class Finding:
    """Answers by `find`, and completes a text with a star."""

    def __init__(self, find) -> None:
        self.find = find

    def complete(self, text, caret):
        return (Completion(f"{text}*", caret + 1, text, "word", 1),)


@pytest.fixture
def one_by_one(qapp):
    tasks = Tasks(workers=1)
    yield tasks
    tasks.close()


@pytest.fixture
def typing(tasks):
    return lambda find=hits_for, among=tasks: SearchController(Finding(find), among)


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


def test_of_the_questions_that_wait_only_the_newest_is_asked(qtbot, typing, one_by_one):
    asked, stuck, started = [], threading.Event(), threading.Event()

    def find(query):
        asked.append(str(query))
        started.set()
        stuck.wait(5)
        return hits_for(query)

    search = typing(find, one_by_one)
    search.set_text("g")
    qtbot.waitUntil(started.is_set)
    for text in ("go", "gou", "gout"):
        search.set_text(text)
    with qtbot.waitSignal(search.answered) as heard:
        stuck.set()
    assert asked == ["g", "gout"]
    assert heard.args[0].hits[0].title == "gout"


def test_how_a_text_may_go_on_is_asked_apart_from_what_answers_it(qtbot, typing):
    search = typing()
    with qtbot.waitSignal(search.completed) as heard:
        search.complete("gou", 3)
    assert heard.args[0][0].text == "gou*"


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
