"""The atlas from a terminal. Only `open` needs a screen."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from atlas import __version__
from atlas.domain.errors import WRONG, AtlasError

if TYPE_CHECKING:  # each command imports what it needs, and `--version` next to nothing
    from atlas.domain.page import Page
    from atlas.search.query import Answer, Hit
    from atlas.workspace import Workspace

SIZE = 768  # pixels of a simulated plate, where nothing else is asked for


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, 1 for mistakes found, 2 for a failure."""
    _forgive_characters()
    try:
        try:
            args = arguments(sys.argv[1:] if argv is None else argv)
            return COMMANDS[args.run](args)
        finally:
            _answer(
                "", end="", flush=True
            )  # here, where a failure is foreseen, and not at the exit
    except AtlasError as error:
        _tell(str(error))
        return WRONG
    except BrokenPipeError:  # the reader of our output has seen enough, as `head` does
        _write_nowhere()
        return 0
    except KeyboardInterrupt:
        return 130


# The commands


def open_window(args: SimpleNamespace) -> int:
    """Open the window, at a page if one is named; what is wrong with that page is told in both."""
    gc.disable()  # until the first paint: what is made for it stays
    try:
        workspace = _workspace(args.content)
        request, notice = ("", "") if args.page is None else _request(workspace, args.page)
        if notice:
            _tell(notice)
        from atlas.ui.kit.features import want_none

        want_none()  # before the many modules of the window
        from atlas.ui.app import run

        return run(workspace, request, notice, painted=collect_again)
    finally:
        gc.enable()


def _request(workspace: Workspace, asked: str) -> tuple[str, str]:
    """The link to what the window shall show, and a notice. Raises AtlasError.

    A link comes from another program, whose reader looks at the window and at no terminal: what
    is wrong with it is for the window to say.
    """
    if asked.lower().startswith("calcatlas:"):
        return asked, ""
    if notice := _unreadable(workspace, asked):
        return "", notice
    return f"calcatlas:page/{_page(workspace, asked).id}", ""


def collect_again() -> None:
    """Once the window is painted, look for rubbish again, though not among what was there."""
    gc.freeze()  # the library never goes, so it need never be looked through again
    gc.enable()


def search(args: SimpleNamespace) -> int:
    """Print the pages that match, best first; `-` reads one query a line.

    As JSON each answer is one line; in words an empty line follows each of several.
    """
    import json

    from atlas.search.query import Query

    workspace = _workspace(args.content)
    several = args.text == ["-"]
    for text in _queries() if several else [" ".join(args.text)]:
        answer = workspace.find(Query.parse(text), limit=args.limit)
        if args.json:
            _answer(json.dumps([_hit(hit) for hit in answer.hits], ensure_ascii=False), flush=True)
        else:
            _answer_in_words(text.strip(), answer)
            _answer("\n" if several else "", end="", flush=True)
    return 0


def _queries() -> Iterator[str]:
    """The lines of the standard input, none where it is closed. Raises AtlasError."""
    try:
        for line in sys.stdin or ():
            yield line.rstrip("\n")
    except OSError as error:
        reason = error.strerror or str(error)
        raise AtlasError(f"The queries cannot be read: {reason}.") from error


def _answer_in_words(text: str, answer: Answer) -> None:
    if answer.meant:
        _tell(f"did you mean `{answer.meant}`?")
    if not answer.total:
        nearest = "; these are nearest" if answer.hits else ""
        _tell(f"nothing was found for `{text}`{nearest}")
    for hit in answer.hits:
        _answer(f"{hit.place.page:42} {hit.title} ({hit.where}; {hit.why})")
        if hit.snippet:
            _answer(f"{'':42} {hit.snippet}")


def pages(args: SimpleNamespace) -> int:
    """Print every page in the order of the contents."""

    library = _workspace(args.content).library
    rows = []
    for page in library:
        mark = library.shelfmark(page.id)
        rows.append(
            {
                "id": page.id,
                "title": page.title,
                "category": mark.category.id.value,
                "group": mark.group.title if mark.group else "",
                "plates": [plate.id for plate in page.plates if plate.source],
            }
        )
    _list(rows, [f"{row['id']:42} {row['title']}" for row in rows], as_json=args.json)
    return 0


def check(args: SimpleNamespace) -> int:
    """Print every mistake in the content, one `file:line: message` a line."""
    from atlas.content.pack import read_pack
    from atlas.imaging.recipes.objections import objection
    from atlas.paths import installed

    reading = read_pack(args.folder or args.content or installed("data"), objection)
    for problem in reading.problems:
        _tell(str(problem), by="")
    count = len(reading.problems)
    _answer(f"{len(reading.library)} pages read, {count} {'mistake' if count == 1 else 'mistakes'}")
    return 1 if reading.problems else 0


def recipes(_args: SimpleNamespace) -> int:
    """Print what a simulated plate may be made of."""
    from atlas.imaging.recipes.catalogue import catalogue

    for line in catalogue():
        _answer(line)
    return 0


def plates(args: SimpleNamespace) -> int:
    """Print every plate that can be rendered, in the order of the contents."""

    from atlas.chosen import made
    from atlas.domain.plate import Simulated

    rows = [
        {
            "page": page.id,
            "plate": plate.id,
            "title": page.title,
            "modality": plate.modality.value,
            "view": plate.source.view if isinstance(plate.source, Simulated) else None,
            "projection": plate.projection,
            "simulated": isinstance(plate.source, Simulated),
            "time": [plate.time.first, plate.time.last] if plate.time else None,
        }
        for page, plate in made(_workspace(args.content).library)
    ]
    lines = [f"{r['page']:42} {r['plate']:34} {r['view'] or 'a stored picture'}" for r in rows]
    _list(rows, lines, as_json=args.json)
    return 0


def render(args: SimpleNamespace) -> int:
    """Write a plate as a PNG file."""
    from atlas.chosen import plate_at, plate_named
    from atlas.domain.plate import Simulated
    from atlas.imaging.export import write_png
    from atlas.workspace import frame_of

    plate = plate_named(_page(_workspace(args.content), args.page), args.plate)
    if args.time is not None:
        plate = plate_at(plate, args.time)
    source, caption = plate.source, f"calcatlas {__version__}"
    assert source
    chosen = {name: getattr(args, name) for name in ("seed", "slice")}
    chosen = {name: value for name, value in chosen.items() if value is not None}
    if simulated := isinstance(source, Simulated):
        source = source._replace(**chosen)
        caption = f"variant {source.seed}, {caption}"
    elif idle := " or ".join(f"--{name}" for name in (*chosen, *(["size"] if args.size else ()))):
        _tell(f"`{plate.id}` is a stored picture, which has no other {idle}")
    frame = frame_of(source, args.size or SIZE)
    window = plate.window or frame.window
    write_png(
        frame, window, args.out, plate.regions, args.overlay, caption=caption, simulated=simulated
    )
    _answer(str(args.out))
    return 0


def contact_sheet(args: SimpleNamespace) -> int:
    """Write many plates on one sheet; one that cannot be made is told and left out."""
    from atlas.chosen import made, tile_of
    from atlas.imaging.contact_sheet import write_sheet
    from atlas.imaging.export import DISCLAIMER

    workspace = _workspace(args.content)
    pages = [_page(workspace, args.page)] if args.page else workspace.library
    wanted = [
        (page, plate) for page, plate in made(pages) if args.modality in (None, plate.modality)
    ]
    tiles = []
    for page, plate in wanted:
        try:
            tiles.append(tile_of(page, plate, args.size, args.overlay))
        except AtlasError as error:
            _tell(f"{page.id} {plate.id} is left out: {error}")
    if not tiles:
        raise AtlasError("There is no such plate to put on a sheet.")
    write_sheet(tiles, args.size, args.out, [DISCLAIMER, f"calcatlas {__version__}"])
    _answer(f"{args.out}: {len(tiles)} {'plate' if len(tiles) == 1 else 'plates'}")
    return 0 if len(tiles) == len(wanted) else 1


def self_check(args: SimpleNamespace) -> int:
    """Try every part of the program and say what is broken."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever was chosen for the reader's window
    from atlas.ui.check import self_check as check_everything

    return check_everything(_workspace(args.content), say=_answer)


COMMANDS: dict[str, Callable[[SimpleNamespace], int]] = {
    "open": open_window,
    "search": search,
    "pages": pages,
    "check": check,
    "recipes": recipes,
    "plates": plates,
    "render": render,
    "contact-sheet": contact_sheet,
    "self-check": self_check,
}


# What they share


def _forgive_characters() -> None:
    """Let a terminal that lacks a letter show `?`, and read a query that is not quite UTF-8."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _answer(text: str, end: str = "\n", *, flush: bool = False) -> None:
    """Print what was asked for. Raises AtlasError when a disk does not take it."""
    try:
        print(text, end=end, flush=flush)
    except BrokenPipeError:
        raise
    except OSError as error:
        _write_nowhere()
        reason = error.strerror or str(error)
        raise AtlasError(f"The output cannot be written: {reason}.") from error


def _list(rows: Sequence[object], lines: Sequence[str], *, as_json: bool) -> None:
    """The same list for a program or for a person."""
    import json

    if as_json:
        _answer(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for line in lines:
            _answer(line)


def _tell(sentence: str, by: str = "calcatlas: ") -> None:
    """Say something that is no answer, where there is anybody to hear it."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(f"{by}{sentence}", file=sys.stderr)


def _write_nowhere() -> None:
    """Let the rest of the output go, for the interpreter would write it at the exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def arguments(words: Sequence[str]) -> SimpleNamespace:
    """Without a word the window opens, and the grammar of the terminal is not even read."""
    if not words:
        return SimpleNamespace(run="open", page=None, content=None)
    from atlas.arguments import parse

    return parse(words)


def _workspace(content: Path | None) -> Workspace:
    from atlas.paths import Paths
    from atlas.workspace import Workspace

    paths = Paths.of_this_computer()
    return Workspace.open(paths._replace(content=content.resolve()) if content else paths)


def _page(workspace: Workspace, name: str) -> Page:
    from difflib import get_close_matches

    library = workspace.library
    for page in library:
        if page.id == name:
            return page
    if unreadable := _unreadable(workspace, name):
        raise AtlasError(unreadable)
    close = get_close_matches(name, [page.id for page in library], 1, 0.5)
    meant = f"; did you mean `{close[0]}`?" if close else ""
    raise AtlasError(f"There is no page `{name}`{meant}")


def _unreadable(workspace: Workspace, name: str | None) -> str:
    """What is wrong with a page that is written but could not be read; else nothing."""
    if not name or name in workspace.library:
        return ""
    wrong = [one for one in workspace.problems if Path(one.where.path).stem == name]
    return f"The page `{name}` cannot be read: {wrong[0]}" if wrong else ""


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.place.page,
        "title": hit.title,
        "category": hit.category.value,
        "score": round(hit.score, 4),
        "snippet": hit.snippet,
        "why": hit.why,
    }
