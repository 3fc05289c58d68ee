"""The benchmark: how it tells what it measured. What it measures is asserted nowhere."""

import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture(autouse=True)
def bench_is_found(monkeypatch):
    monkeypatch.syspath_prepend(str(PACKAGING))


def a_figure(**changes):
    from bench.figures import Figure, Series, Target

    given = {
        "theme": "start",
        "name": "start to page",
        "unit": "ms",
        "ours": Series.of([300, 200, 250]),
        "reference": Series.of([100, 125, 90]),
        "reference_name": "bare window",
        "target": Target("ratio", 1.5),
    }
    return Figure(**{**given, **changes})


def test_the_middle_and_the_95th_of_a_series_are_values_that_were_measured():
    from bench.figures import Series

    series = Series.of(range(1, 101))
    assert (series.p95, series.worst) == (95, 100)
    assert Series.of([7]).p95 == 7
    assert Series.of([3, 1, 2]).median == 2


@pytest.mark.parametrize(
    ("of", "most", "met"),
    [("ratio", 2.5, True), ("ratio", 1.5, False), ("median", 250, True), ("p95", 250, False)],
)
def test_a_target_is_held_against_what_it_names(of, most, met):
    from bench.figures import Target

    assert a_figure(target=Target(of, most)).met is met


def test_a_figure_without_a_target_is_neither_met_nor_missed():
    assert a_figure(target=None).met is None
    assert a_figure(ours=None).met is None
    assert a_figure(reference=None).met is None


def test_the_table_has_a_row_a_figure_and_a_line_between_themes():
    from bench.table import table

    figures = [a_figure(), a_figure(theme="click", name="click to page", target=None)]
    head, rule, first, second_rule, second = table(figures).splitlines()
    assert head.split()[:3] == ["figure", "median", "p95"]
    assert rule == second_rule
    assert set(rule) == {"-", " "}
    assert "250 ms" in first
    assert first.split()[-5:] == ["2.50", "ratio", "<=", "1.5", "MISSED"]
    assert second.split()[-1] == "2.50"
    assert first.index("bare window") == second.index("bare window")


def test_what_could_not_be_measured_says_why_under_the_table():
    from bench.table import footnotes, table

    figures = [a_figure(ours=None, note="no screen"), a_figure(note="no screen"), a_figure()]
    rows = table(figures).splitlines()[2:]
    assert [row.startswith("start to page [1]") for row in rows] == [True, True, False]
    assert "MISSED" not in rows[0]
    assert footnotes(figures) == ["[1] no screen"]


def test_the_report_can_be_written_and_read_again():
    from bench.command import report
    from bench.machine import machine

    figures = [a_figure(), a_figure(ours=None, reference=None, target=None)]
    read = json.loads(json.dumps(report(machine(), figures)))
    assert {"date", "processor", "cores", "memory", "Python", "PySide6/Qt"} <= set(read["machine"])
    whole, empty = read["figures"]
    assert whole["ours"] == {"median": 250, "p95": 300, "worst": 300, "values": [300, 200, 250]}
    assert (whole["ratio"], whole["met"]) == (2.5, False)
    assert whole["target"] == {"of": "ratio", "most": 1.5}
    assert (empty["ours"], empty["ratio"], empty["met"]) == (None, None, None)


def test_the_answer_of_a_child_is_its_last_line_and_a_failure_is_told_in_its_words():
    from bench.children import ChildError, answer_of

    assert answer_of("pages", 0, 'Qt says something\n{"peak": 1}\n', "") == {"peak": 1}
    with pytest.raises(ChildError, match="pages: ValueError: no"):
        answer_of("pages", 1, "", "Traceback\nValueError: no\n")
    with pytest.raises(ChildError, match="exit status 3"):
        answer_of("pages", 3, "", "")


def test_every_child_that_is_named_is_there():
    from bench.children import FOLDER

    source = "".join(path.read_text("utf-8") for path in FOLDER.parent.glob("*.py"))
    assert [path.stem for path in FOLDER.glob("*.py") if f'"{path.stem}"' not in source] == []


def test_a_theme_that_fails_is_one_figure_that_says_why(monkeypatch, capsys):
    from bench import command
    from bench.children import ChildError

    def fails(_ground):
        raise ChildError("pages: no screen")
        yield

    monkeypatch.setitem(command.THEMES, "click", fails)
    (figure,) = command.measured(None, ["click"])
    assert (figure.ours, figure.note) == (None, "pages: no screen")
    assert "measuring click" in capsys.readouterr().err


def test_help_names_the_arguments():
    done = subprocess.run(
        [sys.executable, PACKAGING / "bench", "--help"], capture_output=True, text=True, check=True
    )
    assert all(word in done.stdout for word in ("--json", "--quick", "--xvfb", "--only"))
    assert done.stderr == ""


QUALITY = {"queries": 135, "first": 127, "three": 131}


def quality_of(**changes):
    from bench.quality import Quality

    return Quality(**{**QUALITY, **changes}, nothing=0, reciprocal=0.9, typed=0.2)


@pytest.mark.parametrize(
    ("changes", "is_lost"),
    [
        ({}, False),
        ({"first": 125}, False),
        ({"first": 124}, True),
        ({"three": 128}, True),
        ({"queries": 99, "first": 90}, False),
    ],
)
def test_a_release_may_lose_two_queries_and_no_more(tmp_path, changes, is_lost):
    from bench.search import lost

    last = tmp_path / "last.json"
    last.write_text(json.dumps(QUALITY))
    assert bool(lost(quality_of(**changes), last)) is is_lost


def test_the_last_release_was_asked_what_is_asked_now():
    from bench.quality import untouched_half
    from bench.search import LAST_RELEASE

    assert json.loads(LAST_RELEASE.read_text())["queries"] == len(untouched_half())


def test_a_search_is_measured_by_where_the_right_page_stands():
    from bench.quality import Asked, quality

    answers = {"rim": ["a", "b"], "r": ["b", "a"], "ri": ["c", "d", "e", "a"], "x": []}
    found = quality(
        lambda text: answers[text], [Asked("rim", frozenset("ab")), Asked("x", frozenset("a"))]
    )
    assert (found.queries, found.first, found.three, found.nothing) == (2, 1, 1, 1)
    assert found.reciprocal == 0.5
    assert found.typed == 1


def test_a_worse_search_fails_the_benchmark(monkeypatch, capsys):
    from bench import command

    worse = a_figure(failure="the right page is first for 3 queries fewer")
    monkeypatch.setattr(command, "measured", lambda *_: [worse, worse, a_figure()])
    monkeypatch.setattr(command.Ground, "prepared", no_ground)
    assert command.main([]) == 1
    assert capsys.readouterr().err.count("queries fewer") == 1
    monkeypatch.setattr(command, "measured", lambda *_: [a_figure()])
    assert command.main([]) == 0


@contextmanager
def no_ground(*_, **__):
    yield SimpleNamespace(platform="none", emptied_by="nothing")
