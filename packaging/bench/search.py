"""The search: how often the right page comes first, and what a key costs with many cases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure, Series, Target
from bench.ground import Ground
from bench.quality import Quality

LAST_RELEASE = Path(__file__).with_name("last_release.json")
_ALLOWED = 2  # queries that may be lost from one release to the next
_KEY = {0: 5, 1_000: 10, 10_000: 10, 100_000: 20}  # cases, and the most milliseconds a key may take
_BESIDE = {"table": "SQLite FTS5, porter, OR", "whoosh": "stock Whoosh, OR"}


def figures(ground: Ground) -> Iterator[Figure]:
    """Quality on the half that was never tuned on, then keys, opening and memory by size."""
    yield from _quality(ground)
    for cases, most in _KEY.items():
        if cases <= ground.repeats.cases:
            yield from _scale(ground, cases, most)


def _quality(ground: Ground) -> Iterator[Figure]:
    answer = {name: Quality(**of) for name, of in ground.child("search_quality").items()}
    ours = answer["atlas"]
    failure = lost(ours, LAST_RELEASE)
    for name, beside in _BESIDE.items():
        for (what, value, most), (_, theirs, _) in zip(
            _measures(ours), _measures(answer[name]), strict=True
        ):
            yield Figure(
                "search",
                what,
                "%",
                Series.of([value]),
                Series.of([theirs]),
                beside,
                Target("median", most),
                note=f"{ours.queries} queries of the untouched half",
                failure=failure,
            )


def _measures(of: Quality) -> Iterator[tuple[str, float, float]]:
    """What is to be small, in per cent, and the most it should be."""
    yield "right page not first", 100 * (1 - of.first / of.queries), 5
    yield "right page not in the first three", 100 * (1 - of.three / of.queries), 1.5
    yield "1 - mean reciprocal rank", 100 * (1 - of.reciprocal), 5
    yield "nothing found", 100 * of.nothing / of.queries, 0
    yield "typed until it stays in the first three", 100 * of.typed, 30


def lost(now: Quality, last: Path) -> str:
    """Why the benchmark fails: a sentence where the last release did better; else nothing.

    Other queries cannot be compared: whoever changes them renews the numbers of `last`.
    """
    then = json.loads(last.read_text("utf-8"))
    if then["queries"] != now.queries:
        return ""
    for name, meant in (("first", "first"), ("three", "in the first three")):
        fewer = then[name] - getattr(now, name)
        if fewer > _ALLOWED:
            return f"the right page is {meant} for {fewer} queries fewer than in the last release"
    return ""


def _scale(ground: Ground, cases: int, most: float) -> Iterator[Figure]:
    folder = ground.folder / f"search-{cases}"
    keys = ground.repeats.keys
    built = ground.child("search_scale", cases, folder, 0)
    opened = ground.child("search_scale", cases, folder, keys)
    pages = f"68 pages and {cases:,} cases" if cases else "68 pages"
    key = Series.of(opened["keys"])
    yield Figure(
        "search",
        f"key to ranked hits, {pages}",
        "ms",
        key,
        target=Target("p95", most),
        note=f"CPU; {pages}: p99 {key.p99:.1f} ms, worst {key.worst:.1f} ms",
    )
    limit = Target("median", 500) if not cases else None
    yield Figure("search", f"built, {pages}", "ms", Series.of([built["open"]]), target=limit)
    yield Figure("search", f"opened, {pages}", "ms", Series.of([opened["open"]]))
    for done, answer in (("building", built), ("asked", opened)):
        memory = Series.of([answer["peak"]])
        name = f"peak memory {done}, {pages}"
        yield Figure("search", name, "MB", memory, target=Target("median", 400))
