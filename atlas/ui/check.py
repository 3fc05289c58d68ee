"""`calcatlas --self-check`: every part of the program tried once, without a screen."""

from __future__ import annotations

import importlib
import pkgutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import atlas
from atlas.domain.errors import AtlasError
from atlas.domain.plate import Plate
from atlas.paths import Paths
from atlas.search.query import Query
from atlas.workspace import Workspace, frame_of

SIZE = 256  # pixels; enough to see that a plate can be made
Say = Callable[[str], object]


def self_check(workspace: Workspace, say: Say) -> int:
    """Try everything, say what is broken, and answer 0 when nothing is, else 1."""
    with tempfile.TemporaryDirectory(prefix="calcatlas-check-") as folder:
        aside = replace(
            workspace, paths=Paths.under(Path(folder), workspace.paths.content), _opened=[]
        )
        broken = [
            *_told("modules", _import_all(), say),
            *_told("content", (str(problem) for problem in workspace.problems), say),
            *_told("search", _search(aside), say),
            *_told("plates", _render(workspace), say),
            *_told("window", _open_every_page(aside), say),
        ]
    for sentence in broken:
        say(f"broken: {sentence}")
    say(f"calcatlas {atlas.__version__}: {'broken' if broken else 'sound'}")
    return 1 if broken else 0


def _told(part: str, faults: Iterator[str], say: Say) -> list[str]:
    found = [f"{part}: {fault}" for fault in _faults(faults)]
    say(f"{part}: {len(found)} faults" if found else f"{part}: sound")
    return found


def _faults(part: Iterator[str]) -> Iterator[str]:
    """What a part says is wrong with it, and what it breaks on.

    The one place where every exception is caught: to say of anything whatever that it is
    broken is what a self-check is for, and the parts after it are to be tried all the same.
    """
    try:
        yield from part
    except Exception as error:
        yield _said(error)


def _said(error: BaseException) -> str:
    words = " ".join(str(error).split())
    return words if isinstance(error, AtlasError) else f"{type(error).__name__}: {words}"


def _import_all() -> Iterator[str]:
    for module in pkgutil.walk_packages(atlas.__path__, "atlas.", onerror=lambda _name: None):
        if module.name != "atlas.__main__":
            yield from (f"{module.name}: {fault}" for fault in _faults(_import(module.name)))


def _import(name: str) -> Iterator[str]:
    importlib.import_module(name)
    yield from ()


def _search(workspace: Workspace) -> Iterator[str]:
    for page in workspace.library:
        hits = workspace.find(Query.parse(page.title)).hits
        if not hits or hits[0].place.page != page.id:
            yield f"`{page.title}` does not find its own page first"


def _render(workspace: Workspace) -> Iterator[str]:
    """One plate of each kind of picture; all of them would take a minute."""
    for plate in _one_of_each(workspace):
        yield from (f"{plate.name}: {fault}" for fault in _faults(_outlines(plate)))


def _outlines(plate: Plate) -> Iterator[str]:
    if plate.source:
        frame = frame_of(plate.source, SIZE)
        missing = [r.name for r in plate.regions if r.name not in frame.outlines]
        if missing:
            yield f"no outline of {', '.join(missing)}"


def _one_of_each(workspace: Workspace) -> list[Plate]:
    kinds: dict[object, Plate] = {}
    for page in workspace.library:
        for plate in page.plates:
            if plate.source:
                kinds.setdefault(getattr(plate.source, "view", type(plate.source)), plate)
    return list(kinds.values())


def _open_every_page(workspace: Workspace) -> Iterator[str]:
    from atlas.ui.app import Atlas, make_application  # late: the window itself may be broken

    application = make_application(["calcatlas"])
    with _what_qt_swallows() as swallowed:
        running = Atlas(application, workspace)
        running.show()
        for page in workspace.library:
            running.session.open(page.id)
            application.processEvents()
            if page.title not in running.window.features.text.toPlainText():
                yield f"`{page.id}` is not shown"
        if running.window.grab().isNull():
            yield "nothing was painted"
        running.window.close()
        running.close()
    yield from dict.fromkeys(swallowed)


@contextmanager
def _what_qt_swallows() -> Iterator[list[str]]:
    """What is raised inside a slot: it reaches nobody but the hook, and the window goes on."""
    swallowed: list[str] = []
    before = sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: swallowed.append(_said(error))
    try:
        yield swallowed
    finally:
        sys.excepthook = before
