"""The search index: built from nothing, opened again, asked for the first time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.figures import Figure, Series
from bench.ground import Ground, alternating

_TABLE = "SQLite FTS5, porter"

Pairs = list[tuple[dict[str, Any], dict[str, Any]]]


def figures(ground: Ground) -> Iterator[Figure]:
    """With what has to be imported, beside a table of the same words."""
    kept = ground.folder / "cache" / "calcatlas" / "index"
    table = ground.folder / "fts.sqlite"

    def atlas() -> dict[str, Any]:
        return ground.child("atlas_index")

    def sqlite() -> dict[str, Any]:
        return ground.child("sqlite_index", table)

    def atlas_anew() -> dict[str, Any]:
        shutil.rmtree(kept, ignore_errors=True)
        return atlas()

    def sqlite_anew() -> dict[str, Any]:
        Path(table).unlink(missing_ok=True)
        return sqlite()

    atlas(), sqlite()  # compiled afterwards
    anew = alternating(ground.repeats.index, atlas_anew, sqlite_anew)
    again = alternating(ground.repeats.index, atlas, sqlite)
    yield _figure("index built from nothing", anew, "open")
    yield _figure("index opened from the cache", again, "open")
    yield _figure("first answer afterwards", again, "find")


def _figure(name: str, pairs: Pairs, what: str) -> Figure:
    ours = Series.of(ours[what] for ours, _ in pairs)
    reference = Series.of(reference[what] for _, reference in pairs)
    return Figure("index", name, "ms", ours, reference, _TABLE)
