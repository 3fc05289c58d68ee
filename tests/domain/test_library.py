from __future__ import annotations

import pytest

from atlas.domain.library import Category, CategoryId, Group, Library
from atlas.domain.vocabulary import Vocabulary
from tests.builders import a_page

CONTENTS = (
    Category(
        CategoryId.METABOLIC,
        "Metabolic",
        "crystals",
        (Group("Crystal", ("gout", "cppd")), Group("Renal", ("tumoral",))),
    ),
    Category(CategoryId.LOCALIZED, "Localized", "dystrophic", (), also=("gout",)),
)
NAMES = ("cppd", "dystrophic", "gout", "crystals", "tumoral")


def a_library(*names, contents=CONTENTS):
    return Library.of([a_page(n, n.capitalize()) for n in names], contents, Vocabulary(()))


def test_pages_come_in_the_order_of_the_contents_each_once():
    library = a_library(*NAMES)
    assert [page.id for page in library] == ["crystals", "gout", "cppd", "tumoral", "dystrophic"]
    assert len(library) == 5


def test_a_page_is_found_by_its_id():
    library = a_library(*NAMES)
    assert library["gout"].title == "Gout"
    assert "gout" in library
    assert "rickets" not in library
    with pytest.raises(KeyError):
        library["rickets"]


def test_a_page_stands_in_a_group_and_an_overview_before_them():
    library = a_library(*NAMES)
    assert library.shelfmark("cppd").group.title == "Crystal"
    assert library.shelfmark("tumoral").group.title == "Renal"
    assert library.shelfmark("crystals").group is None
    assert library.shelfmark("crystals").category.id is CategoryId.METABOLIC


def test_a_second_place_never_becomes_the_first():
    mark = a_library(*NAMES).shelfmark("gout")
    assert mark.category.id is CategoryId.METABOLIC
    assert mark.group.title == "Crystal"


def test_a_page_placed_twice_stands_where_it_is_placed_first():
    twice = (*CONTENTS, Category(CategoryId.INFECTION, "Infection", "gout", ()))
    library = a_library(*NAMES, contents=twice)
    assert library.shelfmark("gout").category.id is CategoryId.METABOLIC
    assert len(library) == 5


def test_a_place_without_a_page_is_passed_over():
    library = a_library("gout", "dystrophic")
    assert [page.id for page in library] == ["gout", "dystrophic"]
    assert "crystals" not in library


def test_what_is_in_the_library_has_a_shelfmark_and_nothing_else_is():
    library = a_library(*NAMES, "homeless")
    assert "homeless" not in library
    assert len(library) == 5
    assert all(library.shelfmark(page.id) for page in library)


def test_a_category_tells_its_overview_and_then_its_pages():
    assert CONTENTS[0].pages == ("crystals", "gout", "cppd", "tumoral")
    assert CONTENTS[1].pages == ("dystrophic",)


def test_a_page_without_a_place_has_no_title_here():
    library = a_library("gout", "stray")
    assert library.title("gout") == "Gout"
    with pytest.raises(KeyError):
        library.title("stray")
    with pytest.raises(KeyError):
        library["stray"]
