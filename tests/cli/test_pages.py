from __future__ import annotations

import json

import pytest

from atlas import cli
from tests.cli.conftest import OPEN
from tests.content.conftest import Pack


def test_every_page_has_its_line_in_the_order_of_the_contents(call, workspace):
    status, out, err = call("pages")
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == [page.id for page in workspace.library]
    assert "Gout" in next(line for line in out.splitlines() if line.startswith("gout "))


def test_the_pages_of_another_folder_are_read_from_there(call, tmp_path, monkeypatch):
    monkeypatch.setattr(cli, "_workspace", OPEN)
    folder = Pack(tmp_path / "content").folder
    status, out, err = call("--content", folder, "pages")
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == ["dystrophic", "lipoma", "gout"]


@pytest.fixture
def rows(call):
    status, out, err = call("pages", "--json")
    assert (status, err) == (0, "")
    return {row["id"]: row for row in json.loads(out)}


def test_pages_as_json_say_where_they_stand(rows):
    assert len(rows) == 68
    assert rows["gout"]["category"] == "metabolic"
    assert rows["lipoma"]["group"] == "Benign tumours"
    assert rows["calcinosis"]["group"] == ""
    assert set(rows["gout"]) == {"id", "title", "category", "group", "plates"}


def test_pages_as_json_name_the_plates_that_can_be_rendered(rows):
    assert "radiograph-great-toe" in rows["gout"]["plates"]
    assert "ct-foot" not in rows["gout"]["plates"]  # only described so far
    assert "ct-thigh" in rows["liposarcoma"]["plates"]
