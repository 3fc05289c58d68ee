"""A file is written whole or not at all, and nothing is left beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from atlas.files import remove_forgotten, write_whole


@pytest.mark.parametrize("synced", [False, True])
def test_a_file_is_written_and_its_folder_made(tmp_path, synced):
    path = tmp_path / "a" / "b" / "file"
    write_whole(path, b"old", synced=synced)
    write_whole(path, b"new", synced=synced)
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_only_what_is_to_outlast_a_power_cut_waits_for_the_disk(tmp_path, monkeypatch):
    waited = []
    monkeypatch.setattr(os, "fsync", waited.append)
    write_whole(tmp_path / "file", b"x")
    assert waited == []
    write_whole(tmp_path / "file", b"x", synced=True)
    assert waited


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize(("owner", "step"), [(os, "fsync"), (Path, "replace")])
def test_what_fails_leaves_the_old_file_and_nothing_else(
    tmp_path, monkeypatch, owner, step, failure
):
    def fail(*_):
        raise failure

    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(owner, step, fail)
    with pytest.raises(type(failure)):
        write_whole(path, b"new", synced=True)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_an_error_of_the_system(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        write_whole(tmp_path / "file" / "below", b"x")


def test_what_a_dead_writer_left_goes_and_all_else_stays(tmp_path):
    dead, alive, other = (tmp_path / name for name in ("a.part", "b.part", "c"))
    for path in (dead, alive, other):
        path.touch()
    for path in (dead, other):
        os.utime(path, (1, 1))
    remove_forgotten(tmp_path)
    assert sorted(tmp_path.iterdir()) == [alive, other]
    remove_forgotten(tmp_path / "gone")
