"""The habits of the code, held by counting. What is listed in a failure is against one of them."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import atlas

PACKAGE = Path(atlas.__file__).parent
MODULES = {
    path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
}
TREES = {name: ast.parse(text) for name, text in MODULES.items()}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
JUDGE = "ui/check.py"  # says of whatever it tries that it is broken, and why; nothing else may
# What a start would feel, and may be named for its types.
SLOW = {
    "numpy", "PIL", "concurrent", "PySide6.QtNetwork", "atlas.ui.viewport.drawing",
    "atlas.ui.viewer.time_row", "atlas.ui.kit.thumbs", "atlas.imaging.thumbnails",
    "atlas.search.query", "atlas.ui.search.controller", "atlas.ui.search.panel",
}  # fmt: skip


def every(*kinds: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    """Each node of these kinds, with the place it stands at."""
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                yield f"{name}:{node.lineno}", node


def named(node: ast.AST | None) -> set[str]:
    """Every name inside an expression."""
    inner = list(ast.walk(node)) if node else []
    names = {one.id for one in inner if isinstance(one, ast.Name)}
    return names | {one.attr for one in inner if isinstance(one, ast.Attribute)}


def test_the_modules_are_found():
    assert len(MODULES) > 50
    assert {"cli.py", "domain/page.py", "ui/app.py"} <= set(MODULES)


def test_a_module_can_be_read_at_one_sitting():
    assert [name for name, text in MODULES.items() if len(text.splitlines()) > 400] == []


def test_a_function_fits_on_a_screen():
    functions = every(ast.FunctionDef, ast.AsyncFunctionDef)
    assert [at for at, f in functions if f.end_lineno - f.lineno + 1 > 40] == []


def test_a_module_says_what_it_is_for():
    silent = [name for name, tree in TREES.items() if not ast.get_docstring(tree)]
    assert [name for name in silent if not name.endswith("/__init__.py")] == []


def test_a_package_does_nothing_of_its_own():
    packages = [name for name in TREES if name.endswith("/__init__.py")]
    assert [name for name in packages if TREES[name].body] == []


def test_a_module_is_named_after_what_it_does():
    assert [name for name in MODULES if EMPTY_NAMES & set(Path(name).with_suffix("").parts)] == []


def test_an_unforeseen_failure_is_never_swallowed():
    """What catches everything must raise it again; `except Exception` is written once only."""
    swallowed, judged = [], []
    for at, handler in every(ast.ExceptHandler):
        caught = named(handler.type) or {"BaseException"}
        last = handler.body[-1]
        raised = isinstance(last, ast.Raise) and last.exc is None
        if at.split(":")[0] == JUDGE and caught == {"Exception"}:
            judged.append(at)
        elif "Exception" in caught or ("BaseException" in caught and not raised):
            swallowed.append(at)
    assert swallowed == []
    assert len(judged) == 1


def test_an_unforeseen_failure_is_never_suppressed():
    calls = [(at, call) for at, call in every(ast.Call) if "suppress" in named(call.func)]
    given = [(at, {name for one in call.args for name in named(one)}) for at, call in calls]
    assert [at for at, names in given if {"Exception", "BaseException"} & names] == []


def test_only_what_is_slow_is_imported_for_its_types_alone():
    """The terminal may name anything: each command imports what it needs, and no more."""
    tests = [(at, block) for at, block in every(ast.If) if "TYPE_CHECKING" in named(block.test)]
    blocks = [block for at, block in tests if at.split(":")[0] != "cli.py"]
    imports = [line for block in blocks for line in block.body]
    modules = {getattr(line, "module", None) or line.names[0].name for line in imports}
    assert {module for module in modules if not SLOW & {module, module.split(".")[0]}} == set()


def test_only_the_terminal_prints():
    printing = [at for at, call in every(ast.Call) if "print" in named(call.func)]
    assert {at.split(":")[0] for at in printing} == {"cli.py"}


def test_the_layers_are_kept():
    """The contracts of pyproject.toml; in a process of its own, for it takes over the logging."""
    pytest.importorskip("importlinter", reason="import-linter is not installed")
    program = "import sys; from importlinter.cli import lint_imports as lint; sys.exit(lint())"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=PACKAGE.parent, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
