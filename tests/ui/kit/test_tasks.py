from __future__ import annotations

import threading

from atlas.domain.errors import AtlasError
from atlas.ui.kit.tasks import Latest, Tasks


def test_work_is_done_aside_and_the_answer_given_here(qtbot, tasks):
    worked, answered, may_finish = [], [], threading.Event()

    def work():
        may_finish.wait(5)
        worked.append(threading.current_thread())

    tasks.run(work, lambda _: answered.append(threading.current_thread()), failed=print)
    may_finish.set()
    qtbot.waitUntil(lambda: len(answered) == 1)
    assert worked[0] is not threading.main_thread()
    assert answered[0] is threading.main_thread()


def test_a_question_no_one_has_begun_on_is_withdrawn(qtbot):
    tasks, asked, may_finish = Tasks(workers=1), [], threading.Event()
    tasks.run(lambda: may_finish.wait(5), lambda _: None, print)
    lane = Latest(tasks)
    for word in ("g", "go", "gout"):
        lane.run(lambda word=word: asked.append(word), lambda _: None, print)
    may_finish.set()
    qtbot.waitUntil(lambda: len(asked) > 0)
    tasks.close()
    assert asked == ["gout"]


def test_what_is_asked_after_the_end_is_dropped(qtbot):
    tasks, done = Tasks(), []
    tasks.close()
    assert tasks.run(lambda: done.append(1), print, print).withdrawn
    assert done == []


def test_work_waits_until_it_may_begin(qtbot):
    threads = threading.active_count()
    tasks, done = Tasks(begun=False), []
    tasks.run(lambda: "first", done.append, print)
    tasks.run(lambda: "withdrawn", done.append, print).withdraw()
    assert threading.active_count() == threads
    tasks.begin()
    qtbot.waitUntil(lambda: len(done) == 1)
    tasks.close()
    assert done == ["first"]


def test_what_never_began_is_dropped_at_the_end(qtbot):
    tasks, done = Tasks(begun=False), []
    tasks.run(lambda: done.append(1), print, print)
    tasks.close()
    tasks.begin()
    tasks.close()
    assert done == []


def test_a_foreseen_failure_is_told_in_words(qtbot, tasks):
    def work():
        raise AtlasError("The disk is full.")

    told = []
    tasks.run(work, print, told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert str(told[0]) == "The disk is full."


def test_a_fault_is_never_shown_as_an_answer(qtbot, tasks):
    told = []
    with qtbot.captureExceptions() as raised:
        tasks.run(lambda: 1 / 0, told.append, told.append)
        qtbot.waitUntil(lambda: len(raised) == 1)
    assert raised[0][0] is ZeroDivisionError
    assert told == []
