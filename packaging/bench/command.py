"""What the benchmark takes on its command line, and the order in which it measures."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from bench import clicking, imports, index, keys, memory, moving, plates, redraw, search, start
from bench.children import ChildError
from bench.figures import Figure
from bench.ground import Ground, Repeats
from bench.machine import described, machine
from bench.table import footnotes, table

Theme = Callable[[Ground], Iterable[Figure]]

THEMES: dict[str, Theme] = {
    "start": start.figures,
    "click": clicking.figures,
    "key": keys.figures,
    "redraw": redraw.figures,
    "moving": moving.figures,
    "plates": plates.figures,
    "index": index.figures,
    "search": search.figures,
    "imports": imports.figures,
    "memory": memory.figures,
}


def parser() -> argparse.ArgumentParser:
    """The arguments of the benchmark."""
    top = argparse.ArgumentParser(
        prog="sh packaging/setup.sh bench",
        description="Measures the atlas, each figure beside a reference measured in the same run. "
        "The reader's own files are left alone.",
    )
    top.add_argument("--json", type=Path, metavar="FILE", help="write all figures to FILE as well")
    top.add_argument("--quick", action="store_true", help="fewer repeats")
    top.add_argument("--xvfb", action="store_true", help="paint on a real X server, under Xvfb")
    top.add_argument(
        "--only", action="append", choices=tuple(THEMES), metavar="THEME",
        help=f"measure this alone; may be given again: {', '.join(THEMES)}",
    )  # fmt: skip
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and write it where asked: 1 where a release would be worse.

    What is slow is no failure.
    """
    chosen = parser().parse_args(arguments)
    about = machine()
    with Ground.prepared(
        Repeats.quick() if chosen.quick else Repeats(), xvfb=chosen.xvfb
    ) as ground:
        figures = list(measured(ground, chosen.only or THEMES))
        about["platform"] = ground.platform
        about["file cache emptied by"] = ground.emptied_by
    print(described(about))
    print()
    print(table(figures))
    for line in footnotes(figures):
        print(line)
    if chosen.json:
        chosen.json.write_text(json.dumps(report(about, figures), indent=1) + "\n", "utf-8")
    failures = dict.fromkeys(figure.failure for figure in figures if figure.failure)
    for failure in failures:
        say(f"FAILED: {failure}")
    return 1 if failures else 0


def measured(ground: Ground, names: Iterable[str]) -> Iterable[Figure]:
    """The figures of some themes; a theme that fails becomes one figure that says why."""
    for name in names:
        say(f"measuring {name} ...")
        begun = time.monotonic()
        try:
            yield from THEMES[name](ground)
        except ChildError as error:
            yield Figure(name, f"{name} could not be measured", "ms", note=str(error))
        say(f"measured {name} in {time.monotonic() - begun:.0f} s")


def report(about: dict[str, Any], figures: Iterable[Figure]) -> dict[str, Any]:
    """Everything measured, as it is written to a file."""
    return {"machine": about, "figures": [figure.as_json() for figure in figures]}


def say(words: str) -> None:
    """Tell the person who waits; what is printed stays the table alone."""
    print(words, file=sys.stderr, flush=True)
