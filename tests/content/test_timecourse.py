from __future__ import annotations

import re

import pytest

from atlas.domain.plate import Lesion, Region, Simulated, Stage
from atlas.imaging.recipes.objections import objection as of_the_simulation
from atlas.paths import installed
from tests.content.test_plates import page  # noqa: F401  # the fixture that reads a page

RECIPE = """\
    simulated:
      view: thigh-ct
      lesions:
        - family: myositis-ossificans
          maturity: 0.5
    regions:
      - name: rim
        label: rim
"""
COURSE = """\
    time:
      label: Time since the injury
      said: week {}
      step: 1
      shown: 6
      stages:
        - begins: 2
          set: {maturity: 0.1}
          name: veil
          caption: A veil.
          regions:
            - name: mass
              label: faint veil
              sign: lobulated
        - begins: 6
          set: {maturity: 0.5}
        - begins: 10
          set: {maturity: 0.9}
          name: shell
"""
FIRST = 22  # the line of `time:` on the page


def test_a_course_is_read_with_its_stages(page):  # noqa: F811
    (plate,), said = page(RECIPE + COURSE, of_the_simulation)
    assert said == []
    course = plate.time
    assert (course.label, course.said, course.step, course.shown) == (
        "Time since the injury", "week {}", 1, 6,
    )  # fmt: skip
    assert course.stages[0] == Stage(
        2, (("maturity", 0.1),), "veil", "A veil.", (Region("mass", "faint veil", "lobulated"),)
    )
    assert plate.source == Simulated(
        "thigh-ct", (Lesion("myositis-ossificans", (("maturity", 0.5),)),)
    )


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("begins: 6", "begins: 2", "each stage must begin later than the one before"),
        (
            "step: 1",
            "step: 0",
            "`step` is how finely time can be chosen: more than 0 and at most 8",
        ),
        ("step: 1", "step: 0.001", "in at most 500 steps"),
        ("step: 1", "step: 3", "no step of 3 leads to 6"),
        ("shown: 6", "shown: 11", "`shown` is 11; it may be 2 to 10"),
        ("shown: 6", "shown: 7", "`maturity` of the recipe is 0.5, but 0.6 at `shown`, 7"),
        ("{maturity: 0.5}", "{size: 50}", "each stage must `set` the same: maturity"),
        ("maturity: 0.9", "maturity: 9", "`maturity` is 9; it may be 0 to 1"),
        ("maturity: 0.9", "maturity: much", "`maturity` is `much`; it must be a number"),
        ("name: mass", "name: veil", "region `veil` is not made by this recipe"),
        ("sign: lobulated", "sign: lobed", "lobed"),
        ("begins: 6\n", "start: 6\n", "`begins` is missing"),
        ("shown: 6", "shwon: 6", "`shwon` is not known here; did you mean `shown`?"),
        ("label: Time", "lable: Time", "`label` is missing"),
        ("          set: {maturity: 0.9}\n", "", "`set` is missing"),
    ],
)
def test_a_wrong_course_is_told_with_its_line(page, old, new, wrong):  # noqa: F811
    assert old in COURSE
    _, said = page(RECIPE + COURSE.replace(old, new), of_the_simulation)
    assert any(wrong in line for line in said), said
    assert all(int(line.split(":")[0]) >= FIRST for line in said)


def test_without_words_for_the_clock_every_stage_needs_a_name(page):  # noqa: F811
    _, said = page(RECIPE + COURSE.replace("      said: week {}\n", ""), of_the_simulation)
    wrong = "a stage needs a `name` where no `said` puts the time in words"
    assert [line.split(": ", 1)[1] for line in said] == [wrong]


def test_a_course_needs_two_stages(page):  # noqa: F811
    alone = COURSE[: COURSE.index("        - begins: 6")]
    _, said = page(RECIPE + alone, of_the_simulation)
    assert any("a time course has two stages or more" in line for line in said)


def test_only_a_simulated_plate_has_a_course(page):  # noqa: F811
    _, said = page(COURSE, of_the_simulation)
    assert any("only a simulated plate changes with time" in line for line in said)


def test_what_no_lesion_gives_cannot_be_set(page):  # noqa: F811
    _, said = page(RECIPE.replace("maturity: 0.5", "size: 50") + COURSE, of_the_simulation)
    assert any("`maturity` is given by no lesion of the recipe" in line for line in said)


def test_one_family_alone_can_be_set(page):  # noqa: F811
    named = COURSE.replace("{maturity", "{myositis-ossificans.maturity")
    (plate,), said = page(RECIPE + named, of_the_simulation)
    assert said == []
    assert plate.at(2).source.lesions[0].parameters == (("maturity", 0.1),)


def test_the_course_of_the_guide_is_read_without_a_mistake(page):  # noqa: F811
    guide = (installed("data") / "README.md").read_text("utf-8")
    shown = next(block for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)[2:])
    recipe = RECIPE.replace("thigh-ct", "thigh-lateral").replace("maturity: 0.5", "maturity: 0.8")
    recipe = recipe.replace("myositis-ossificans", "zonal\n          at: anterior-cortex")
    (plate,), said = page(recipe + shown.replace(" [2]", ""), of_the_simulation)
    assert said == []
    assert plate.time.words(3) == "week 3 · first floccules"
