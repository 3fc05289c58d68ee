from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from atlas.paths import Paths, installed
from atlas.ui.about.dialog import AboutDialog
from atlas.ui.about.licences import PARTS, LicencesDialog, papers
from atlas.ui.kit.theme import DARK, Look

ROOT = Path(__file__).parents[3]


@pytest.fixture
def locked():
    """Versions in the lock file, by name."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    versions: dict[str, set[str]] = {}
    for package in lock["package"]:
        versions.setdefault(package["name"], set()).add(package.get("version", ""))
    return versions


def test_every_licence_can_be_read(qtbot):
    dialog = LicencesDialog(installed("resources"))
    qtbot.addWidget(dialog)
    titles = [dialog.titles.item(row).text() for row in range(dialog.titles.count())]
    for row, title in enumerate(titles):
        dialog.titles.setCurrentRow(row)
        assert len(dialog.text.toPlainText()) > 100, title
    assert {PARTS, "Qt", "LGPL 3.0", "GPL 3.0", "MPL 2.0", "Python", "numpy"} <= {*titles}


def test_about_leads_to_the_licences(qtbot, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: shown.append(type(dialog)))
    about = AboutDialog(Look(DARK), Paths.under(tmp_path))
    qtbot.addWidget(about)
    next(b for b in about.findChildren(QPushButton) if b.text() == "Licences").click()
    assert shown == [LicencesDialog]


def test_the_parts_are_those_of_the_lock_file(locked):
    """Else `python packaging/installers/papers.py` has to write them anew."""
    needed = {"numpy", "pillow", "pyyaml", "pyside6-essentials", "shiboken6", "whoosh3"}
    told = [line.split() for line in papers(installed("resources"))[PARTS].splitlines() if line]
    listed = [(words[0], words[1]) for words in told if words[0] in locked]
    assert {name for name, _ in listed} == needed
    assert all(version in locked[name] for name, version in listed)


def test_each_part_has_its_licence(locked):
    texts = papers(installed("resources"))
    for name in ("numpy", "pillow", "pyyaml", "whoosh3"):
        head = texts[name].splitlines()[0].split()
        assert head[0].lower() == name
        assert head[1] in locked[name]
    for version in locked["pyside6-essentials"]:
        assert version in texts["Qt"]
