"""The atlas from a terminal. Only `open` needs a screen."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from types import SimpleNamespace
from typing import Any

from atlas import __version__
from atlas.domain.errors import AtlasError

WRONG = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, 1 for mistakes found, 2 for a failure."""
    _forgive_characters()
    args = arguments(sys.argv[1:] if argv is None else argv)
    try:
        status = COMMANDS[args.run](args)
        print(end="", flush=True)  # here, where a closed pipe is foreseen, and not at the exit
    except AtlasError as error:
        print(f"calcatlas: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:  # the reader of our output has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    else:
        return status


# The commands


def open_window(args: Any) -> int:
    """Open the window, at a page if one is named."""
    import gc

    gc.disable()  # until the first paint; what is made for it stays
    workspace = _workspace()
    page = _page(workspace.library, args.page) if args.page else None
    from atlas.ui.app import run

    return run(workspace, page.id if page else None)


def search(args: Any) -> int:
    """Print the pages that match, best first; `-` reads one query a line."""
    import json

    from atlas.search.query import Query

    workspace = _workspace()
    queries: Iterable[str] = sys.stdin if args.text == ["-"] else [" ".join(args.text)]
    for text in queries:
        hits = workspace.find(Query.parse(text.rstrip("\n")), limit=args.limit)
        if args.json:
            print(json.dumps([_hit(hit) for hit in hits], ensure_ascii=False), flush=True)
            continue
        if not any(hit.score for hit in hits):
            nearest = "; these are nearest" if hits else ""
            print(f"calcatlas: nothing was found for `{text.strip()}`{nearest}", file=sys.stderr)
        for hit in hits:
            print(f"{hit.place.page:42} {hit.title} ({hit.where})")
            if hit.snippet:
                print(f"{'':42} {hit.snippet}")
    return 0


def pages(args: Any) -> int:
    """Print every page in the order of the contents."""
    import json

    library = _workspace().library
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
    if args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            print(f"{row['id']:42} {row['title']}")
    return 0


def check(args: Any) -> int:
    """Print every mistake in the content, one `file:line: message` a line."""
    from atlas.content.pack import read_pack
    from atlas.imaging.recipes import objection
    from atlas.paths import installed

    reading = read_pack(args.folder or installed("data"), objection)
    for problem in reading.problems:
        print(problem, file=sys.stderr)
    count = len(reading.problems)
    print(f"{len(reading.library)} pages read, {count} {'mistake' if count == 1 else 'mistakes'}")
    return 1 if reading.problems else 0


def render(args: Any) -> int:
    """Write a plate as a PNG file."""
    from dataclasses import replace

    from atlas.domain.plate import Simulated
    from atlas.imaging.export import write_png
    from atlas.workspace import frame_of

    plate = _plate(_page(_workspace().library, args.page), args.plate)
    source, caption = plate.source, f"calcatlas {__version__}"
    if simulated := isinstance(source, Simulated):
        source = replace(source, seed=source.seed if args.seed is None else args.seed)
        caption = f"seed {source.seed}, {caption}"
    frame = frame_of(source, args.size)
    window = plate.window or frame.window
    write_png(
        frame, window, args.out, plate.regions, args.overlay, caption=caption, simulated=simulated
    )
    print(args.out)
    return 0


def self_check(_args: Any) -> int:
    """Try every part of the program and say what is broken."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from atlas.ui.check import self_check as check_everything

    return check_everything(_workspace(), say=print)


COMMANDS: dict[str, Callable[[Any], int]] = {
    "open": open_window,
    "search": search,
    "pages": pages,
    "check": check,
    "render": render,
    "self-check": self_check,
}


# What they share


def _forgive_characters() -> None:
    """Let a terminal that lacks a letter show `?`, and read a query that is not quite UTF-8."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def arguments(words: Sequence[str]) -> Any:
    """Without a word the window opens, and the grammar of the terminal is not even read."""
    if not words:
        return SimpleNamespace(run="open", page=None)
    from atlas.arguments import parse

    return parse(words)


def _workspace() -> Any:
    from atlas.paths import Paths
    from atlas.workspace import Workspace

    return Workspace.open(Paths.of_this_computer())


def _page(library: Any, name: str) -> Any:
    from difflib import get_close_matches

    if name in library:
        return library[name]
    close = get_close_matches(name, [page.id for page in library], 1, 0.5)
    meant = f"; did you mean `{close[0]}`?" if close else ""
    raise AtlasError(f"There is no page `{name}`{meant}")


def _plate(page: Any, name: str | None) -> Any:
    """A plate of the page that has been made: the one named, or the first."""
    made = {plate.id: plate for plate in page.plates if plate.source}
    if not made:
        raise AtlasError(f"{page.title} has no plate to render; none of its plates is made yet.")
    plate = made.get(name or next(iter(made)))
    if plate is None:
        known = ", ".join(made)
        raise AtlasError(f"{page.title} has no plate `{name}` to render; it has {known}.")
    return plate


def _hit(hit: Any) -> dict[str, object]:
    return {
        "id": hit.place.page,
        "title": hit.title,
        "category": hit.category.value,
        "score": round(hit.score, 4),
        "snippet": hit.snippet,
        "why": hit.why,
    }
