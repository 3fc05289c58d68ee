from __future__ import annotations

from pathlib import Path

import pytest

from atlas.content.contents import contents_of
from atlas.content.document import parse
from atlas.domain.library import CategoryId, Group
from tests.content.conftest import CONTENTS


def contents(text):
    document = parse(Path("contents.yaml"), text.encode())
    categories, mentions = contents_of(document)
    said = [f"{problem.where.line}: {problem.message}" for problem in document.problems]
    return categories, mentions, said, document.links


def test_categories_have_groups_of_pages_and_second_places():
    (category,), mentions, said, links = contents(CONTENTS)
    assert said == []
    assert category.id is CategoryId.LOCALIZED
    assert (category.title, category.overview) == ("Localized", "dystrophic")
    assert category.groups == (Group("Tumours", ("lipoma", "gout")),)
    assert category.also == ("gout",)
    assert {name: where.line for name, [(_, where)] in mentions.items()} == {
        "dystrophic": 4, "lipoma": 8, "gout": 9,
    }  # fmt: skip
    assert [(where.line, name) for where, name in links] == [(11, "gout")]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("categories:", "category:", "1: `categories` is missing"),
        ("categories:", "category:", "1: `category` is not known here; did you mean `categories`?"),
        ("id: localized", "id: local", "2: `id` is `local`; it may be localized, ossification, "),
        ("title: Localized", "titel: Localized", "3: `titel` is not known here; did you mean `ti"),
        ("overview: dystrophic", "overview: [a]", "4: `overview` must be a line of text"),
        ("    overview: dystrophic\n", "", "2: `overview` is missing"),
        ("title: Tumours", "titel: Tumours", "6: `title` is missing"),
        (
            "          - lipoma\n          - gout\n",
            "",
            "7: `pages` must be a list, each item after",
        ),
        ("- lipoma", "- [lipoma]", "8: `pages` must be a line of text"),
        ("- lipoma", "- dystrophic", "8: `dystrophic` has its place already, at line 4"),
        ("- lipoma", "- gout", "9: `gout` has its place already, at line 8"),
        ("also:\n      - gout", "also: gout", "10: `also` must be a list, each item after a `-`"),
    ],
)
def test_a_mistake_in_the_contents_is_named_at_its_line(old, new, complaint):
    assert old in CONTENTS
    _, _, said, _ = contents(CONTENTS.replace(old, new, 1))
    assert any(one.startswith(complaint) for one in said), said


def test_a_category_is_written_once():
    text = CONTENTS + "  - id: localized\n    title: x\n    overview: y\n    groups:\n" + (
        "      - {title: z, pages: [w]}\n"
    )  # fmt: skip
    _, _, said, _ = contents(text)
    assert said == ["12: another category has the id `localized`, at line 2"]


def test_a_category_without_its_id_is_left_out():
    categories, _, _, _ = contents(CONTENTS.replace("id: localized", "id: local"))
    assert categories == ()


@pytest.mark.parametrize("text", ["words", "- a", "categories: words", "categories: [words]"])
def test_contents_of_another_shape_are_a_mistake_and_no_fall(text):
    categories, _, said, _ = contents(text)
    assert categories == ()
    assert said
