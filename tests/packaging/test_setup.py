"""`packaging/setup.sh` on machines that are made up of small shell scripts."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHONS = ("python3", "python3.11", "python3.12", "python3.13", "python3.14")
UV = """
bin=$UV_PROJECT_ENVIRONMENT/bin
case $1 in
    --version) echo "uv 0.13.9" ;;
    sync)
        case $* in *--quiet*) ;; *) echo "Resolved 32 packages" >&2 ;; esac
        mkdir -p "$bin"
        printf '#!/bin/sh\\npwd; for word in "$@"; do echo "<$word>"; done\\n' >"$bin/calcatlas"
        chmod +x "$bin/calcatlas"
        cp "$bin/calcatlas" "$bin/python" ;;
esac
"""
UV_WITHOUT_A_NETWORK = """
case $1 in
    --version) echo "uv 0.13.9" ;;
    sync) echo "no network" >&2; exit 1 ;;
esac
"""

pytestmark = pytest.mark.skipif(not shutil.which("sh"), reason="there is no POSIX shell here")
on_debian = pytest.mark.skipif(
    not Path("/etc/debian_version").exists(), reason="only Debian's packages are asked for by name"
)


class Machine:
    """A computer with a copy of the script, where a command is what a test says it is."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "an atlas"
        self._commands = folder / "commands"
        self._commands.mkdir()
        (self.project / "packaging").mkdir(parents=True)
        for name in ("packaging/setup.sh", "pyproject.toml", "uv.lock"):
            shutil.copy(ROOT / name, self.project / name)

    def where(self, command: str, does: str) -> "Machine":
        script = self._commands / command
        script.write_text(f"#!/bin/sh\n{does}\n")
        script.chmod(0o755)
        return self

    def without(self, *commands: str) -> "Machine":
        for command in commands:
            self.where(command, "exit 1")
        return self

    def setup(self, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", self.project / "packaging/setup.sh", *words],
            env={"PATH": f"{self._commands}:/usr/bin:/bin:/usr/sbin:/sbin"},
            cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip


def packages(state: str, *, but: str = "") -> str:
    """A package database where everything that is asked for is in one state, but one."""
    line = f'[ "$name" = "{but}" ] || printf "/{state}/%s/\\n" "$name"'
    return f'for name in "$@"; do {line}; done'


@pytest.fixture
def machine(tmp_path):
    """All system packages are there, and uv is; a test takes away what it is about."""
    return Machine(tmp_path).where("dpkg-query", packages("installed")).where("uv", UV)


@pytest.fixture
def without_rights(machine):
    return machine.without("sudo").where("id", "echo 1000")


def test_help_names_every_command_of_the_documentation(machine):
    answer = machine.setup("help")
    assert answer.returncode == 0
    offered = set(re.findall(r"^  (\w+)", answer.stdout, re.MULTILINE))
    for text in ("README.md", "tests/README.md", "packaging/README.md"):
        assert set(re.findall(r"setup\.sh (\w+)", (ROOT / text).read_text())) <= offered


def test_an_unknown_command_is_answered_in_one_sentence(machine):
    answer = machine.setup("frobnicate")
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr.count("\n") == 1
    assert "frobnicate" in answer.stderr


def test_the_atlas_gets_its_arguments_in_the_folder_of_the_reader(machine, tmp_path):
    answer = machine.setup("run", "search", "rim calcification", cwd=tmp_path)
    assert answer.returncode == 0
    assert answer.stdout.splitlines() == [str(tmp_path), "<search>", "<rim calcification>"]


def test_the_second_start_is_silent(machine):
    assert "Setting up" in machine.setup("run").stderr
    assert machine.setup("run").stderr == ""


def test_an_unreachable_registry_does_not_stop_an_atlas_that_is_set_up(machine):
    machine.setup("run")
    machine.where("uv", UV_WITHOUT_A_NETWORK)
    answer = machine.setup("run", "pages")
    assert answer.returncode == 0
    assert "<pages>" in answer.stdout


def test_an_atlas_that_is_set_up_starts_even_when_uv_has_gone(machine):
    machine.setup("run")
    machine.without("uv", *PYTHONS)
    assert "<pages>" in machine.setup("run", "pages").stdout


def test_an_unreachable_registry_stops_the_first_start_with_a_reason(machine):
    machine.where("uv", UV_WITHOUT_A_NETWORK)
    answer = machine.setup("run")
    assert answer.returncode == 1
    assert "no network" in answer.stderr
    assert answer.stderr.endswith("the reason stands above.\n")


def test_a_changed_lock_file_is_never_passed_over(machine):
    machine.setup("run")
    (machine.project / "uv.lock").write_text("another")
    machine.where("uv", UV_WITHOUT_A_NETWORK)
    assert machine.setup("run").returncode == 1


@on_debian
def test_missing_packages_are_named_to_a_person_who_may_not_install_them(without_rights):
    without_rights.without("dpkg-query")
    answer = without_rights.setup("run")
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert answer.stderr.count("\n") == 1
    assert "libglib2.0-0 libegl1" in answer.stderr
    assert "libxcb-cursor0" in answer.stderr
    assert "|" not in answer.stderr


@on_debian
def test_the_tests_ask_for_nothing_that_only_a_window_needs(without_rights):
    without_rights.without("dpkg-query")
    answer = without_rights.setup("test")
    assert "libegl1" in answer.stderr
    assert "xcb" not in answer.stderr


@on_debian
def test_a_package_with_a_newer_name_is_not_missed(without_rights):
    without_rights.where("dpkg-query", packages("installed", but="libglib2.0-0"))
    assert without_rights.setup("run").returncode == 0


@on_debian
def test_a_package_that_was_removed_but_not_purged_is_missed(without_rights):
    without_rights.where("dpkg-query", packages("config-files"))
    assert "libegl1" in without_rights.setup("run").stderr


def test_an_old_python_is_named_in_one_sentence(machine):
    machine.without("uv", *PYTHONS)
    machine.where("python3", 'case $1 in --version) echo "Python 3.9.2" ;; *) exit 1 ;; esac')
    answer = machine.setup("run")
    assert answer.returncode == 1
    assert answer.stderr.count("\n") == 1
    assert "needs Python 3.11 or newer" in answer.stderr
    assert "has Python 3.9.2" in answer.stderr


def test_an_old_uv_is_not_trusted(machine):
    machine.where("uv", UV.replace("0.13.9", "0.4.30"))
    machine.where("python3", 'case $* in *-m*) echo "fetching: $*" >&2; exit 1 ;; esac')
    assert "fetching: -m venv" in machine.setup("run").stderr


def test_a_checkout_that_was_moved_is_set_up_again(machine):
    machine.setup("run")
    machine.project = machine.project.rename(machine.project.with_name("moved"))
    assert "Setting up" in machine.setup("run").stderr
