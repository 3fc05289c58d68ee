"""What is laid into the wheel. `sh packaging/setup.sh wheel` builds one and tries it."""

import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import atlas
from atlas.paths import installed

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
TRAVELLING = ("data", "resources")


@pytest.mark.parametrize("folder", TRAVELLING)
def test_what_travels_is_laid_where_the_program_looks_first(folder):
    laid = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert laid[folder] == f"atlas/{folder}"


@pytest.mark.parametrize("folder", TRAVELLING)
def test_a_checkout_finds_it_beside_the_package(folder):
    assert installed(folder) == ROOT / folder
    assert any(installed(folder).iterdir())


@pytest.mark.parametrize("folder", TRAVELLING)
def test_a_wheel_finds_it_inside_the_package(folder, tmp_path, monkeypatch):
    inside = tmp_path / "site-packages" / "atlas" / folder
    inside.mkdir(parents=True)
    monkeypatch.setattr("atlas.paths.__file__", str(inside.parent / "paths.py"))
    assert installed(folder) == inside


def test_the_command_leads_to_a_function_that_is_there():
    (command,) = entry_points(group="console_scripts", name="calcatlas")
    assert callable(command.load())


def test_the_version_has_one_source():
    assert "version" not in PROJECT["project"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "atlas/__init__.py"
    assert atlas.__version__


def test_the_licences_are_there():
    for file in PROJECT["project"]["license-files"]:
        assert (ROOT / file).is_file()


def test_the_packaging_folder_does_not_hide_the_library_of_that_name():
    assert not (ROOT / "packaging/__init__.py").exists()
