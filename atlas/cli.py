"""The atlas from a terminal. Only `open` needs a screen."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from atlas import __version__
from atlas.domain.errors import AtlasError

WRONG = 2


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and how to learn more."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {message}; `{self.prog} --help` says what it takes\n")
        raise SystemExit(WRONG)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, 1 for mistakes found, 2 for a failure."""
    _forgive_characters()
    args = parser().parse_args(argv)
    try:
        status = int(args.run(args))
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


def parser() -> Parser:
    """Every command with its arguments; the key card of the terminal."""
    top = Parser(
        prog="calcatlas",
        description="An offline radiology atlas of soft-tissue calcification and ossification. "
        "Without a command it opens the window.",
        epilog="Educational reference for health professionals. Not a medical device.",
    )
    top.add_argument("--version", action="version", version=f"calcatlas {__version__}")
    top.add_argument(
        "--self-check", dest="run", action="store_const", const=self_check, default=open_window,
        help="try every part of the program without showing a window, and say what is broken",
    )  # fmt: skip
    top.set_defaults(page=None, run=open_window)
    commands = top.add_subparsers(metavar="COMMAND", title="commands")
    _add_open(commands)
    _add_search(commands)
    _add_pages(commands)
    _add_check(commands)
    _add_render(commands)
    return top


# The commands


def open_window(args: argparse.Namespace) -> int:
    """Open the window, at a page if one is named."""
    workspace = _workspace()
    page = _page(workspace.library, args.page) if args.page else None
    from atlas.ui.app import run

    return run(workspace, page.id if page else None)


def search(args: argparse.Namespace) -> int:
    """Print the pages that match, best first; `-` reads one query a line."""
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


def pages(args: argparse.Namespace) -> int:
    """Print every page in the order of the contents."""
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


def check(args: argparse.Namespace) -> int:
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


def render(args: argparse.Namespace) -> int:
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


def self_check(_args: argparse.Namespace) -> int:
    """Try every part of the program and say what is broken."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from atlas.ui.check import self_check as check_everything

    return check_everything(_workspace(), say=print)


# What they take


def _add_open(commands: Any) -> None:
    command = commands.add_parser("open", help="open the window at a page")
    command.add_argument("page", metavar="PAGE", help="the id of a page, as `pages` lists them")
    command.set_defaults(run=open_window)


def _add_search(commands: Any) -> None:
    command = commands.add_parser("search", help="find pages by words of a finding")
    command.add_argument("text", metavar="TEXT", nargs="+", help="words, or `-` for a query a line")
    command.add_argument("--limit", type=_count, default=10, metavar="N", help="at most N pages")
    command.add_argument("--json", action="store_true", help="print JSON, one list a query")
    command.set_defaults(run=search)


def _add_pages(commands: Any) -> None:
    command = commands.add_parser("pages", help="list all pages")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.set_defaults(run=pages)


def _add_check(commands: Any) -> None:
    command = commands.add_parser("check", help="look for mistakes in content files")
    command.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, help="default: ours")
    command.set_defaults(run=check)


def _add_render(commands: Any) -> None:
    command = commands.add_parser("render", help="write a plate as a PNG file")
    command.add_argument("page", metavar="PAGE")
    command.add_argument("plate", metavar="PLATE", nargs="?", help="default: the first")
    command.add_argument("--size", type=_size, default=768, metavar="N", help="pixels, 64 to 2048")
    command.add_argument("--seed", type=_seed, metavar="S", help="another variant")
    command.add_argument("--out", type=Path, required=True, metavar="F.png")
    command.add_argument("--overlay", action="store_true", help="with outlines and labels")
    command.set_defaults(run=render)


def _count(text: str) -> int:
    with suppress(ValueError):
        if (number := int(text)) > 0:
            return number
    raise argparse.ArgumentTypeError(f"`{text}` must be a whole number above 0")


def _size(text: str) -> int:
    with suppress(ValueError):
        if 64 <= (number := int(text)) <= 2048:
            return number
    raise argparse.ArgumentTypeError(f"`{text}` must be a whole number from 64 to 2048")


def _seed(text: str) -> int:
    from atlas.imaging.recipes import LARGEST_SEED

    with suppress(ValueError):
        if 0 <= (number := int(text)) <= LARGEST_SEED:
            return number
    raise argparse.ArgumentTypeError(f"`{text}` must be a whole number from 0 to {LARGEST_SEED}")


# What they share


def _forgive_characters() -> None:
    """Let a terminal that lacks a letter show `?`, and read a query that is not quite UTF-8."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


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
