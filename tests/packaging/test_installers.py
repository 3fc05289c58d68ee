"""The small parts of the installers; the whole of them is proven by `prove-installers.sh`."""

from __future__ import annotations

import configparser
import io
import os
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as Tree
from pathlib import Path

import pytest

from atlas import __version__

ROOT = Path(__file__).parents[2]
INSTALLERS = ROOT / "packaging" / "installers"
sys.path.insert(0, str(INSTALLERS))

import deb  # noqa: E402
import folder  # noqa: E402
import icons  # noqa: E402
import msi  # noqa: E402
import needs  # noqa: E402
import report  # noqa: E402
import sums  # noqa: E402
import windows  # noqa: E402
from release import Release  # noqa: E402

EPOCH = 1_764_000_000


@pytest.fixture
def release(tmp_path):
    return Release(__version__, EPOCH, tmp_path / "dist", tmp_path / "dist" / "work")


def picture(source):
    from PIL import Image

    with Image.open(source) as image:
        image.load()
        return image


def test_a_missing_tool_is_named_with_the_package_that_has_it(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit, match=r"makensis \(package nsis\), wixl \(package wixl\)"):
        needs.require("makensis", "wixl")


def test_the_build_says_so_in_one_sentence():
    poor = {**os.environ, "PATH": ""}
    done = subprocess.run(
        [sys.executable, str(INSTALLERS), "msi"],
        env=poor, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "nsis" in done.stderr


def test_a_release_is_dated_by_its_environment_or_its_commit(monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "123")
    assert Release.of_this_checkout(tmp_path).epoch == 123
    assert Release.of_this_checkout(tmp_path).version == __version__


def test_a_template_without_a_value_ends_the_build(release):
    with pytest.raises(SystemExit, match="nothing was given for @DEPENDS@"):
        release.filled("control", KIBIBYTES="1")


def test_a_tool_that_fails_ends_the_build_with_what_it_said(release):
    with pytest.raises(SystemExit, match="no such thing"):
        release.run(sys.executable, "-c", "raise SystemExit('no such thing')")


def test_the_same_files_give_the_same_zip_whenever_they_were_made(tmp_path):
    made = []
    for turn in ("first", "second"):
        there = tmp_path / turn / "calcatlas"
        there.mkdir(parents=True)
        for name in sorted(("b", "a"), reverse=turn == "second"):
            (there / name).write_text(name)
        os.utime(there / "a", (len(made), len(made)))
        folder.zipped(there, tmp_path / f"{turn}.zip", EPOCH)
        made.append((tmp_path / f"{turn}.zip").read_bytes())
    assert made[0] == made[1]


def test_a_settled_folder_has_one_date_and_plain_modes(tmp_path):
    program, library = tmp_path / "program", tmp_path / "lib.so.1"
    for path in (program, library):
        path.write_text("x")
        path.chmod(0o777)
    (tmp_path / "text").write_text("x")
    folder.settle(tmp_path, EPOCH)
    assert {path.stat().st_mtime for path in tmp_path.iterdir()} == {EPOCH}
    assert [oct(p.stat().st_mode & 0o777) for p in (program, library, tmp_path / "text")] == [
        "0o755", "0o644", "0o644",
    ]  # fmt: skip


def test_a_desktop_hands_links_to_the_program(qapp, release, tmp_path):
    deb.desktop_files(release, tmp_path)
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(tmp_path / "applications" / "calcatlas.desktop")
    assert entry["Desktop Entry"]["Exec"] == "calcatlas open %u"
    assert entry["Desktop Entry"]["MimeType"] == "x-scheme-handler/calcatlas;"
    for size in deb.SIZES:
        icon = tmp_path / f"icons/hicolor/{size}x{size}/apps/calcatlas.png"
        assert picture(icon).size == (size, size)


def test_the_icon_of_windows_has_every_size(qapp):
    ico = icons.ico(ROOT / "resources" / "icons" / "calcatlas.svg")
    assert picture(io.BytesIO(ico)).info["sizes"] == {(n, n) for n in icons.ICO_SIZES}


def test_what_is_said_of_the_release_in_software_centres_is_of_this_version(release):
    told = Tree.fromstring(release.filled("metainfo.xml", DATE="2026-11-24"))
    assert told.find("releases/release").attrib["version"] == __version__


def test_each_override_of_lintian_is_explained():
    lines = (INSTALLERS / "files" / "lintian-overrides").read_text().splitlines()
    explained = False
    for line in lines:
        assert line.startswith("# ") or (line.startswith("calcatlas: ") and explained), line
        explained = True
    assert lines[0].startswith("# ")


def test_an_msi_names_its_files_alike_in_every_build(tmp_path):
    (tmp_path / "python").mkdir()
    for name in ("calcatlas.exe", "python/python.exe"):
        (tmp_path / name).write_text("x")
    listed = list(msi._listed(tmp_path, Path("windows")))
    assert listed == list(msi._listed(tmp_path, Path("windows")))
    components = [name for _, name in listed if name]
    assert len(components) == len(set(components)) == 2
    Tree.fromstring(f"<x>{''.join(line for line, _ in listed)}</x>")


def test_checksums_are_those_that_sha256sum_looks_for(release):
    release.out.mkdir()
    made = release.out / "calcatlas.deb"
    made.write_bytes(b"abc")
    (written,) = sums.write(release, [made], key=None)
    assert written.read_text() == f"{sums.sha256(made)}  calcatlas.deb\n"
    assert sums.sha256(made).startswith("ba7816bf8f01cfea")


def test_a_size_above_its_target_is_called_missed():
    assert str(report.Row("x.deb", 70 * report.MB, 65 * report.MB)).endswith("at most 65: MISSED")
    assert str(report.Row("x.deb", 65 * report.MB, 65 * report.MB)).endswith("at most 65: met")


def test_a_download_that_is_not_what_was_pinned_is_thrown_away(tmp_path):
    there = tmp_path / "python.tar.gz"
    there.write_bytes(b"something else")
    with pytest.raises(SystemExit, match="is not what was pinned"):
        windows._fetched("https://example.org/python.tar.gz", windows.SHA256, there)
    assert not there.exists()


@pytest.mark.parametrize(
    ("file", "kept"),
    [
        ("PySide6/Qt6Core.dll", True),
        ("PySide6/QtNetwork.pyd", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/msvcp140_1.dll", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/designer.exe", False),
        ("PySide6/translations/qtbase_de.qm", False),
    ],
)
def test_of_qt_only_what_the_atlas_loads_is_kept(file, kept):
    assert bool(windows.QT_KEPT.match(file)) is kept


def test_the_python_of_windows_is_the_one_that_the_tests_run_on():
    """Its bytecode is made here, beforehand."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["requires-python"] == ">=3.11"
    assert "311" in windows.PATH


@pytest.fixture
def unpacked(qapp, tmp_path):
    """What a .run unpacks, with a program that only says its name."""
    there = tmp_path / "unpacked"
    (there / "calcatlas").mkdir(parents=True)
    program = there / "calcatlas" / "calcatlas"
    program.write_text('#!/bin/sh\necho "atlas $*"\n')
    program.chmod(0o755)
    release = Release(__version__, EPOCH, tmp_path, tmp_path)
    deb.desktop_files(release, there / "share", program="__PROGRAM__")
    (there / "install.sh").write_text(release.filled("install.sh"))
    home = tmp_path / "home"
    home.mkdir()

    def run(*words):
        return subprocess.run(
            ["sh", str(there / "install.sh"), *words],
            env={"HOME": str(home), "PATH": os.environ["PATH"]}, cwd=tmp_path,
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run, home


def test_the_run_installs_upgrades_and_removes_for_one_person(unpacked):
    run, home = unpacked
    assert run().returncode == 0
    there = home / ".local/share/calcatlas"
    (there / "of-an-older-version").touch()
    assert run().returncode == 0
    assert not (there / "of-an-older-version").exists()
    told = subprocess.run([home / ".local/bin/calcatlas", "x"], capture_output=True, check=True)
    assert told.stdout == b"atlas x\n"
    entry = (home / ".local/share/applications/calcatlas.desktop").read_text()
    assert f'Exec="{there}/calcatlas" open %u' in entry
    assert run("remove").returncode == 0
    assert [p for p in home.rglob("*calcatlas*") if not p.is_dir()] == []


def test_the_run_makes_a_portable_copy_and_starts_in_place(unpacked, tmp_path):
    run, _ = unpacked
    assert run("portable", "stick").returncode == 0
    assert (tmp_path / "stick" / "portable").exists()
    assert run("portable", "stick").stderr == "stick exists already; name another folder.\n"
    assert run("start", "search", "gout").stdout == "atlas search gout\n"


def test_the_run_overwrites_nothing_that_is_not_the_atlas(unpacked, tmp_path):
    run, _ = unpacked
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "thesis.odt").write_text("x")
    done = run("install", "precious")
    assert done.returncode == 1
    assert "holds something else" in done.stderr
    assert (tmp_path / "precious" / "thesis.odt").exists()
    assert "There is no atlas" in run("remove", "precious").stderr
