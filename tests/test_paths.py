from __future__ import annotations

import os
from pathlib import Path

import pytest

from atlas import paths
from atlas.paths import Paths, installed, portable_folder, readers_folders, shortened


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package `atlas` somewhere else, as if the program had been started from there."""
    folder = tmp_path / "somewhere" / "atlas"
    folder.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(folder / "paths.py"))
    return folder


def test_a_checkout_holds_its_folders_beside_the_package(package):
    (package.parent / "data").mkdir()
    assert installed("data") == package.parent / "data"


def test_a_wheel_holds_its_folders_inside_the_package(package):
    (package / "data").mkdir()
    assert installed("data") == package / "data"


def test_a_frozen_program_holds_them_inside_its_package_too(tmp_path, monkeypatch):
    """PyInstaller gives the modules of its archive a `__file__` beneath its own folder."""
    inside = tmp_path / "_internal" / "atlas" / "resources"
    inside.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "_internal" / "atlas" / "paths.pyc"))
    assert installed("resources") == inside


def test_what_travels_inside_comes_before_what_lies_beside(package):
    """A wheel lies in site-packages, where someone else may have a folder `data`."""
    (package / "data").mkdir()
    (package.parent / "data").mkdir()
    assert installed("data") == package / "data"


def test_a_file_of_that_name_is_no_folder(package):
    (package / "data").touch()
    assert installed("data") == package.parent / "data"


@pytest.mark.skipif(os.name == "nt", reason="a link needs a privilege there")
def test_a_program_started_through_a_link_finds_its_folders(package, tmp_path, monkeypatch):
    (package / "data").mkdir()
    (tmp_path / "link").symlink_to(package)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "link" / "paths.py"))
    assert installed("data") == package / "data"


def test_this_installation_has_content_and_resources():
    assert (installed("data") / "contents.yaml").is_file()
    assert installed("resources").is_dir()


def test_all_of_the_readers_folders_may_lie_below_one(tmp_path):
    below = Paths.under(tmp_path)
    for path in (below.config, below.cache, below.settings, below.state, below.log, below.indexes):
        assert path.is_relative_to(tmp_path)
    assert below.content == installed("data")
    assert Paths.under(tmp_path, tmp_path / "own").content == tmp_path / "own"
    assert list(tmp_path.iterdir()) == []


def test_choices_and_sizes_are_configuration_and_the_rest_is_cache(tmp_path):
    below = Paths.under(tmp_path)
    assert below.settings.parent == below.state.parent == below.config
    assert below.log.parent == below.indexes.parent == below.cache
    assert below.config != below.cache


def test_the_readers_own_folders_are_those_of_this_computer(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "k"))
    ours = Paths.of_this_computer()
    assert ours.content == installed("data")
    assert "calcatlas" in ours.config.parts
    assert "calcatlas" in ours.cache.parts
    assert not ours.config.exists()


@pytest.mark.parametrize(
    ("platform", "environment", "config", "cache"),
    [
        ("linux", {}, "~/.config/calcatlas", "~/.cache/calcatlas"),
        ("linux", {"XDG_CONFIG_HOME": " ", "XDG_CACHE_HOME": "~/k"},
         "~/.config/calcatlas", "~/k/calcatlas"),
        ("darwin", {}, "~/Library/Application Support/calcatlas", "~/Library/Caches/calcatlas"),
        ("win32", {"LOCALAPPDATA": "~/local"}, "~/local/calcatlas", "~/local/calcatlas/Cache"),
        ("win32", {}, "~/AppData/Local/calcatlas", "~/AppData/Local/calcatlas/Cache"),
    ],
)  # fmt: skip
def test_each_system_has_places_of_its_own(platform, environment, config, cache):
    there = {name: value.replace("~", str(Path.home())) for name, value in environment.items()}
    found = readers_folders(platform, there)
    assert found == (Path(config).expanduser(), Path(cache).expanduser())


# How a path is shown


def test_a_path_is_shown_from_where_the_person_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert shortened(tmp_path / "data" / "gout.yaml") == str(Path("data", "gout.yaml"))
    assert shortened(Path("gout.yaml")) == "gout.yaml"


def test_a_path_far_away_is_shown_as_it_is(tmp_path, monkeypatch):
    deep = tmp_path / "a" / "b" / "c" / "d" / "e" / "f"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert shortened(Path(tmp_path.anchor, "data")) == str(Path(tmp_path.anchor, "data"))


@pytest.mark.skipif(os.name == "nt", reason="that folder cannot be removed there")
def test_a_path_is_shown_to_those_whose_folder_is_gone(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert shortened(tmp_path / "gout.yaml") == str(tmp_path / "gout.yaml")


def test_a_path_on_another_drive_is_shown_as_it_is(tmp_path, monkeypatch):
    def other_drive(_path):
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", other_drive)
    assert shortened(tmp_path) == str(tmp_path)


def test_a_portable_copy_keeps_what_is_the_readers_beside_the_program(tmp_path):
    program = tmp_path / "stick" / "calcatlas"
    assert portable_folder(program) is None
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "portable").touch()
    assert portable_folder(program) == tmp_path / "stick" / "reader"
    assert portable_folder(tmp_path / "stick" / "python" / "pythonw.exe") == (
        tmp_path / "stick" / "reader"
    )


def test_a_portable_copy_is_used_as_such(tmp_path, monkeypatch):
    monkeypatch.setattr(paths.sys, "executable", str(tmp_path / "calcatlas"))
    assert Paths.of_this_computer().config != tmp_path / "reader" / "config"
    (tmp_path / "portable").touch()
    assert Paths.of_this_computer().config == tmp_path / "reader" / "config"


def test_each_content_has_a_door_of_its_own(tmp_path):
    """An author who looks at pages of their own is not sent to the window of the atlas."""
    ours, theirs = (Paths.under(tmp_path, tmp_path / name) for name in ("ours", "theirs"))
    assert ours.door.parent == ours.cache
    assert ours.door != theirs.door
