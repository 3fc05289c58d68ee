from __future__ import annotations

import pickle

from atlas.domain.errors import AtlasError, ContentError, Problem, Where


def test_a_problem_is_written_the_way_editors_understand():
    assert str(Problem(Where("a/gout.yaml", 3), "what is wrong")) == "a/gout.yaml:3: what is wrong"


def test_problems_are_sorted_by_file_and_line_number():
    late, early = Problem(Where("a", 10), "x"), Problem(Where("a", 9), "y")
    assert sorted([late, early, Problem(Where("A", 11), "z")])[1:] == [early, late]


def test_a_content_error_is_a_failure_that_can_be_shown_and_gathered():
    error = ContentError(Where("gout.yaml", 1), "the file is empty")
    assert isinstance(error, AtlasError)
    assert str(error) == str(error.problem) == "gout.yaml:1: the file is empty"


def test_a_problem_can_be_kept():
    problem = Problem(Where("a", 1), "x")
    assert pickle.loads(pickle.dumps(problem)) == problem
