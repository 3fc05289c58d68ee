"""From the start of the process to the first painted page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from bench.figures import Figure, Series, Target
from bench.ground import Ground, alternating

_BARE = "bare window, same widgets"
_BAREST = "bare window, five widgets"
_TARGET = Target("ratio", 1.5)

Answer = dict[str, Any]


def figures(ground: Ground) -> Iterator[Figure]:
    """Warm, cold, and the very first, with and without the bytecode an installer compiles."""
    repeats, empty = ground.repeats, ground.emptier.empty

    def ours() -> Answer:
        return ground.child("atlas_start")

    def bare() -> Answer:
        return ground.child("bare_start", ground.page_text, "furnished")

    def barest() -> Answer:
        return ground.child("bare_start", ground.page_text)

    ours(), bare(), barest()  # compiled afterwards
    pairs = alternating(repeats.warm, ours, barest)
    yield _figure("start to page, warm, for comparison", pairs, _BAREST, None)
    yield _figure("start to page, warm", alternating(repeats.warm, ours, bare))
    cold = alternating(repeats.cold, _after(empty, ours), _after(empty, bare))
    yield _figure("start to page, cold", cold)
    first = alternating(repeats.first, _after(ground.forget_reader, ours), bare)
    yield _figure("start to page, first ever", first)

    def forget_all() -> None:
        ground.forget_reader()
        ground.forget_bytecode()

    first = alternating(repeats.first, _after(forget_all, ours), _after(forget_all, bare))
    yield _figure("start to page, first ever, nothing compiled", first)
    ground.child("prime", ground.page_text)


def _after(act: Callable[[], None], start: Callable[[], Answer]) -> Callable[[], Answer]:
    def started() -> Answer:
        act()
        return start()

    return started


def _figure(
    name: str,
    pairs: list[tuple[Answer, Answer]],
    reference: str = _BARE,
    target: Target | None = _TARGET,
) -> Figure:
    ours, bare = ([_painted(answer) for answer in answers] for answers in zip(*pairs, strict=True))
    note = f"{name}: atlas {_steps([a for a, _ in pairs])}; bare {_steps([b for _, b in pairs])}"
    if not all(answer["painted"] for pair in pairs for answer in pair):
        note = f"{name}: the screen did NOT hold the page at once; {note}"
    return Figure(
        "start", name, "ms", Series.of(ours), Series.of(bare), reference, target, note=note
    )


def _painted(answer: Answer) -> float:
    return float(answer["marks"]["page painted"])


def _steps(answers: list[Answer]) -> str:
    """What each step of a start takes, in the middle: how the whole is made up."""
    words, before = [], 0.0
    for name in answers[0]["marks"]:
        until = median(answer["marks"][name] for answer in answers)
        words.append(f"{name} {until - before:.0f}")
        before = until
    return ", ".join(words)
