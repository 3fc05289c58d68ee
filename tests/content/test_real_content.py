"""The content that travels with the program."""

from __future__ import annotations

from atlas.domain.library import CategoryId
from atlas.domain.plate import Simulated
from atlas.imaging.recipes.views import VIEWS

COUNTS = {
    CategoryId.LOCALIZED: 17,
    CategoryId.OSSIFICATION: 12,
    CategoryId.GENERALIZED: 16,
    CategoryId.INFECTION: 9,
    CategoryId.METABOLIC: 14,
}


def test_nothing_is_wrong_with_it(workspace):
    assert [str(problem) for problem in workspace.problems] == []


def test_it_has_sixty_eight_pages(workspace):
    assert len(workspace.library) == 68


def test_each_category_has_its_pages_and_its_overview_first(workspace):
    contents = workspace.library.contents
    assert {category.id: len(category.pages) for category in contents} == COUNTS
    for category in contents:
        assert category.overview in workspace.library
        assert workspace.library.shelfmark(category.overview).group is None


def test_a_page_lies_in_the_folder_of_its_category(workspace):
    for page in workspace.library:
        folder = workspace.library.shelfmark(page.id).category.id.value
        assert (workspace.paths.content / folder / f"{page.id}.yaml").is_file()


def test_every_page_says_what_it_is_and_stands_on_sources(workspace):
    for page in workspace.library:
        assert page.definition.text, page.id
        assert page.key_features, page.id
        assert page.references, page.id


def test_the_first_pictures_are_made(workspace):
    made = {page.id for page in workspace.library if any(plate.source for plate in page.plates)}
    assert {"synovial-sarcoma", "myositis-ossificans", "liposarcoma", "haemangioma",
            "cysticercosis"} <= made  # fmt: skip


def test_second_places_are_pages_of_another_category(workspace):
    for category in workspace.library.contents:
        for page in category.also:
            assert workspace.library.shelfmark(page).category.id is not category.id


def test_a_computed_plate_says_of_itself_what_its_view_is(workspace):
    for page in workspace.library:
        for plate in page.plates:
            if isinstance(plate.source, Simulated):
                view = VIEWS[plate.source.view]
                told = (plate.modality, plate.side or view.side)
                assert told == (view.modality, view.side), (page.id, plate.id)
