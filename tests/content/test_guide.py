"""What the guide for authors shows is what the program reads."""

from __future__ import annotations

import re

import pytest

from atlas.content.document import parse
from atlas.content.folder import files_of
from atlas.content.pack import CONTENTS, VOCABULARY, reading_of
from atlas.content.vocabulary import vocabulary_of
from atlas.domain.page import Axis, Page, PageId, Typicality
from atlas.imaging.recipes.objections import objection
from atlas.paths import installed

DATA = installed("data")
NAME = PageId("example-calcification")


@pytest.fixture(scope="module")
def guide() -> str:
    return (DATA / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def example(guide) -> tuple[Page, list[str]]:
    """The page of the guide, written into our content as the guide says, and what is said of it."""
    written, files = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)[0], files_of(DATA)
    contents = files.content[DATA / CONTENTS].decode()
    placed = contents.replace("- fat-necrosis", f"- {NAME}\n          - fat-necrosis")
    content = {
        **files.content,
        DATA / CONTENTS: placed.encode(),
        DATA / "localized" / f"{NAME}.yaml": written.encode(),
    }
    reading = reading_of(files._replace(content=content), objection)
    return reading.library[NAME], [str(problem) for problem in reading.problems]


def test_the_example_is_a_page_without_a_mistake(example):
    assert example[1] == []


def test_the_example_shows_or_names_every_field(example, guide):
    page, _ = example
    shown = [name for name in Page._fields if getattr(page, name)]
    assert [name for name in Page._fields if name not in shown and f" {name}" not in guide] == []


def test_the_example_binds_a_region_to_a_sign(example):
    assert [plate.signs for plate in example[0].plates if plate.source] == [("rim-on-ct",)]


def test_the_term_of_the_guide_is_the_one_of_the_vocabulary(guide, workspace):
    shown = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)[1]
    document = parse(DATA / VOCABULARY, shown.encode())
    (term,) = vocabulary_of(document)
    assert [problem.message for problem in document.problems] == [
        f"`{parent}` is not a term of site" for parent in term.parents
    ]
    ours = workspace.library.vocabulary.get(term.axis, term.id)
    assert (term.label, term.definition, term.parents) == (
        ours.label, ours.definition, ours.parents
    )  # fmt: skip


def test_every_axis_and_every_grade_has_its_line(guide):
    rows = " ".join(re.findall(r"^\| (`.*?) \|", guide, re.MULTILINE))
    named = set(re.findall("`([a-z_]+)`", rows))
    assert {axis.value for axis in Axis} | {grade.value for grade in Typicality} <= named
