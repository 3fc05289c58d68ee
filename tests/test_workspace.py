from __future__ import annotations

import threading

import pytest

from atlas.domain.errors import AtlasError
from atlas.paths import Paths
from atlas.search import index
from atlas.search.query import Query
from atlas.workspace import Workspace, frame_of
from tests.content.conftest import Pack


@pytest.fixture
def pack(tmp_path) -> Pack:
    return Pack(tmp_path / "content")


@pytest.fixture
def small(pack, tmp_path) -> Workspace:
    return Workspace.open(Paths.under(tmp_path / "reader", pack.folder))


def test_the_library_and_its_problems_are_those_of_the_folder(pack, small, tmp_path):
    assert [page.id for page in small.library] == ["dystrophic", "lipoma", "gout"]
    assert small.problems == ()
    pack.write("localized/gout.yaml", "")
    again = Workspace.open(Paths.under(tmp_path / "reader", pack.folder))
    assert [page.id for page in again.library] == ["dystrophic", "lipoma"]
    assert len(again.problems) == 1
    assert again.reading.fingerprint != small.reading.fingerprint


def test_a_recipe_that_cannot_be_made_is_a_problem(pack, tmp_path):
    pack.spoil("localized/gout.yaml", "    shows: A tophus.\n",
               "    shows: A tophus.\n    simulated:\n      view: wrist-ct\n")  # fmt: skip
    (problem,) = Workspace.open(Paths.under(tmp_path / "reader", pack.folder)).problems
    assert "`wrist-ct` is not known" in problem.message


def test_without_content_there_is_no_workspace(tmp_path):
    with pytest.raises(AtlasError, match="There is no content in"):
        Workspace.open(Paths.under(tmp_path / "reader", tmp_path / "nowhere"))


def test_content_without_a_page_that_opens_is_no_content(pack, tmp_path):
    (pack.folder / "contents.yaml").unlink()
    with pytest.raises(AtlasError) as caught:
        Workspace.open(Paths.under(tmp_path / "reader", pack.folder))
    said = str(caught.value)
    assert said.startswith(f"No page in {pack.folder} can be opened; the first mistake is ")
    assert said.endswith("contents.yaml:1: the file is missing.")


def test_a_question_is_answered_best_first_and_no_longer_than_asked(small):
    hits = small.find(Query.parse("tophi")).hits
    assert hits[0].place.page == "gout"
    assert len(small.find(Query.parse("dense")).hits) == 3
    assert len(small.find(Query.parse("dense"), limit=2).hits) == 2
    assert small.find(Query.parse("")).hits == ()


def test_the_index_is_opened_once_however_many_ask(small, monkeypatch):
    opened = []
    open_index = index.open_index
    monkeypatch.setattr(index, "open_index", lambda *given: opened.append(1) or open_index(*given))
    asking = [threading.Thread(target=small.find, args=(Query.parse("gout"),)) for _ in range(8)]
    for thread in asking:
        thread.start()
    small.warm()
    for thread in asking:
        thread.join()
    assert opened == [1]


@pytest.mark.parametrize("where", ["reader", "reader/cache"])
def test_a_cache_that_cannot_be_written_costs_only_time(pack, tmp_path, where):
    blocked = tmp_path / where
    blocked.parent.mkdir(exist_ok=True)
    blocked.touch()
    small = Workspace.open(Paths.under(tmp_path / "reader", pack.folder))
    assert len(small.library) == 3
    assert small.find(Query.parse("tophi")).hits[0].place.page == "gout"


def test_nothing_is_written_into_the_content(pack, small):
    before = sorted(pack.folder.rglob("*"))
    small.warm()
    assert sorted(pack.folder.rglob("*")) == before


def test_a_picture_has_the_size_that_was_asked_for(workspace):
    plate = workspace.library["synovial-sarcoma"].plates[0]
    frame = frame_of(plate.source, 64)
    assert max(frame.size) == 64
    assert {region.name for region in plate.regions} <= set(frame.outlines)


def test_what_no_one_can_draw_is_told_in_words():
    with pytest.raises(AtlasError):
        frame_of(object())
