"""What the commands of the terminal take. Which function runs a command is for `atlas.cli`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import suppress
from math import isfinite
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn, TypeAlias

from atlas import __version__
from atlas.domain.errors import AtlasError
from atlas.domain.plate import Modality

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001  # it has no other name


class Parser(argparse.ArgumentParser):
    """Says what is wrong as any other failure is said, and how to learn more."""

    def error(self, message: str) -> NoReturn:
        raise AtlasError(f"{message}; `{self.prog} --help` says what it takes")


def parse(words: Sequence[str]) -> SimpleNamespace:
    """The words of a command line with their meaning; `run` is the name of the command.

    Raises AtlasError where they make no sense, SystemExit after `--help` and `--version`.
    """
    top = parser()
    arguments = top.parse_args(words, SimpleNamespace())
    if arguments.self_check and arguments.run:
        top.error(f"`--self-check` stands alone, without `{arguments.run}`")
    arguments.run = "self-check" if arguments.self_check else arguments.run or "open"
    return arguments


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
        "--self-check", action="store_true",
        help="try every part of the program without showing a window, and say what is broken",
    )  # fmt: skip
    top.add_argument(
        "--content", metavar="FOLDER", type=Path,
        help="read the pages of another folder; default: ours",
    )  # fmt: skip
    top.set_defaults(run=None, page=None)
    commands = top.add_subparsers(metavar="COMMAND", title="commands")
    _add_open(commands)
    _add_search(commands)
    _add_pages(commands)
    _add_check(commands)
    _add_recipes(commands)
    _add_plates(commands)
    _add_render(commands)
    _add_contact_sheet(commands)
    return top


def _add(commands: Commands, name: str, told: str) -> Parser:
    command: Parser = commands.add_parser(name, help=told)
    command.set_defaults(run=name)
    return command


def _add_open(commands: Commands) -> None:
    command = _add(commands, "open", "open the window at a page")
    command.add_argument(
        "page", metavar="PAGE", nargs="?",
        help="the id of a page, as `pages` lists them, or a link that begins with `calcatlas:`",
    )  # fmt: skip


def _add_search(commands: Commands) -> None:
    command = _add(commands, "search", "find pages by words of a finding")
    command.add_argument("text", metavar="TEXT", nargs="+", help="words, or `-` for a query a line")
    command.add_argument("--limit", type=_count, default=10, metavar="N", help="at most N pages")
    command.add_argument("--json", action="store_true", help="print JSON, one list a query")


def _add_pages(commands: Commands) -> None:
    command = _add(commands, "pages", "list all pages")
    command.add_argument("--json", action="store_true", help="print JSON")


def _add_check(commands: Commands) -> None:
    command = _add(commands, "check", "look for mistakes in content files")
    command.add_argument(
        "folder", metavar="FOLDER", nargs="?", type=Path, help="default: that of `--content`"
    )


def _add_recipes(commands: Commands) -> None:
    _add(commands, "recipes", "list what a simulated plate may be made of")


def _add_plates(commands: Commands) -> None:
    command = _add(commands, "plates", "list all plates that can be rendered")
    command.add_argument("--json", action="store_true", help="print JSON")


def _add_render(commands: Commands) -> None:
    command = _add(commands, "render", "write a plate as a PNG file")
    command.add_argument("page", metavar="PAGE")
    command.add_argument("plate", metavar="PLATE", nargs="?", help="default: the first")
    command.add_argument("--size", type=_size, metavar="N", help="pixels, 64 to 2048; default: 768")
    command.add_argument("--seed", type=_seed, metavar="S", help="another variant")
    command.add_argument("--time", type=_number, metavar="T", help="another time of its course")
    command.add_argument("--slice", type=_count, metavar="N", help="another slice of a stack")
    _add_output(command)


def _add_contact_sheet(commands: Commands) -> None:
    command = _add(commands, "contact-sheet", "write all plates on one sheet, as a PNG file")
    command.add_argument("--page", metavar="PAGE", help="only the plates of this page")
    command.add_argument(
        "--modality", type=_modality, metavar="M", help="only plates of this modality"
    )
    command.add_argument(
        "--size", type=_small_size, default=256, metavar="N",
        help="pixels of a plate, 64 to 512; default: 256",
    )  # fmt: skip
    _add_output(command)


def _add_output(command: Parser) -> None:
    command.add_argument("--out", type=_file, required=True, metavar="F.png")
    command.add_argument("--overlay", action="store_true", help="with outlines and labels")


def _count(text: str) -> int:
    with suppress(ValueError):
        if (number := int(text)) > 0:
            return number
    raise argparse.ArgumentTypeError(f"`{text}` must be a whole number above 0")


def _number(text: str) -> float:
    with suppress(ValueError):
        if isfinite(number := float(text)):
            return number
    raise argparse.ArgumentTypeError(f"`{text}` must be a number")


def _size(text: str) -> int:
    return _from_to(text, 64, 2048)


def _small_size(text: str) -> int:
    return _from_to(text, 64, 512)


def _modality(text: str) -> Modality:
    with suppress(ValueError):
        return Modality(text)
    known = ", ".join(one.value for one in Modality)
    raise argparse.ArgumentTypeError(f"`{text}` is no modality; known are {known}")


def _file(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("a file needs a name")
    return Path(text)


def _seed(text: str) -> int:
    from atlas.imaging.recipes.objections import LARGEST_SEED

    return _from_to(text, 0, LARGEST_SEED)


def _from_to(text: str, low: int, high: int) -> int:
    with suppress(ValueError):
        if low <= (number := int(text)) <= high:
            return number
    raise argparse.ArgumentTypeError(f"`{text}` must be a whole number from {low} to {high}")
