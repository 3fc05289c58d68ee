from __future__ import annotations

from tests.content.conftest import Pack


def test_our_own_content_is_sound(call):
    assert call("check") == (0, "68 pages read, 0 mistakes\n", "")


def test_a_sound_folder_is_told_so(call, tmp_path):
    assert call("check", Pack(tmp_path).folder) == (0, "3 pages read, 0 mistakes\n", "")


def test_each_mistake_is_a_line_with_its_place(call, tmp_path, monkeypatch):
    pack = Pack(tmp_path)
    monkeypatch.chdir(tmp_path)
    pack.spoil("localized/gout.yaml", "title: Gout", "titel: Gout")
    status, out, err = call("check", tmp_path)
    assert (status, out) == (1, "2 pages read, 2 mistakes\n")
    assert err.splitlines() == [
        "localized/gout.yaml:1: `titel` is not known here; did you mean `title`?",
        "localized/gout.yaml:1: `title` is missing",
    ]


def test_one_mistake_is_one(call, tmp_path):
    pack = Pack(tmp_path)
    pack.write("localized/gout.yaml", "")
    assert call("check", tmp_path)[:2] == (1, "2 pages read, 1 mistake\n")


def test_a_recipe_that_cannot_be_made_is_a_mistake(call, tmp_path):
    pack = Pack(tmp_path)
    pack.spoil("localized/gout.yaml", "    shows: A tophus.\n",
               "    shows: A tophus.\n    simulated:\n      view: wrist-ct\n")  # fmt: skip
    status, _, err = call("check", tmp_path)
    assert status == 1
    assert "gout.yaml:15: `view` `wrist-ct` is not known" in err


def test_the_folder_of_every_command_is_the_one_that_is_checked(call, tmp_path):
    folder = Pack(tmp_path).folder
    assert call("--content", folder, "check") == (0, "3 pages read, 0 mistakes\n", "")


def test_no_folder_is_a_failure_and_no_mistake(call, tmp_path):
    status, out, err = call("check", tmp_path / "nowhere")
    assert (status, out) == (2, "")
    assert (
        err == f"calcatlas: There is no content in {tmp_path / 'nowhere'}: the folder is missing.\n"
    )


def test_nothing_is_written(call, tmp_path):
    pack = Pack(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    call("check", pack.folder)
    assert sorted(tmp_path.rglob("*")) == before
