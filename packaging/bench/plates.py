"""Plates made in processes that have made none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.figures import Figure, Series, Target
from bench.ground import Ground, alternating

SIZES = (512, 768, 1024)
_TRANSFORM = "FFT of 1024 x 1024 and back"

Pairs = list[tuple[dict[str, Any], dict[str, Any]]]


_MOST = {768: (150, 300), 1024: (250, 500)}
"""By size: the milliseconds that the median and the worst of all plates may take."""


def figures(ground: Ground) -> Iterator[Figure]:
    """Every plate once; then one of each kind alone, and all kinds together."""
    for size, (median, worst) in _MOST.items():
        answer = ground.child("every_plate", size)
        times = Series.of(answer["times"])
        note = f"{answer['refused']} cannot be made" if answer["refused"] else ""
        for of, most in (("median", median), ("worst", worst)):
            name = f"{len(times.values)} plates once, {size}, {of}"
            yield Figure("plates", name, "ms", times, target=Target(of, most), note=note)
    kinds = ground.child("kinds")
    ground.child("transform")  # compiled afterwards
    for size in SIZES:
        measured = {
            name: _pairs(ground, page, plate, size) for name, (page, plate) in kinds.items()
        }
        made = {name: pairs for name, pairs in measured.items() if pairs}
        for name, pairs in made.items():
            yield _figure(f"{name}, {size}", pairs, "made")
        together = [pair for pairs in made.values() for pair in pairs]
        if together:
            yield _figure(f"all plates, {size}", together, "made")
            yield _figure(f"all plates with imports, {size}", together, "cold")
        missing = [name for name in kinds if name not in made]
        if missing:
            note = f"cannot be made yet: {', '.join(missing)}"
            yield Figure("plates", f"{len(missing)} kinds, {size}", "ms", note=note)


def _pairs(ground: Ground, page: str, plate: str, size: int) -> Pairs:
    """Times beside those of the transform; none when the plate cannot be made."""
    if "refused" in ground.child("plate", page, plate, size):
        return []
    return alternating(
        ground.repeats.plates,
        lambda: ground.child("plate", page, plate, size),
        lambda: ground.child("transform"),
    )


def _figure(name: str, pairs: Pairs, what: str) -> Figure:
    ours = Series.of(ours[what] for ours, _ in pairs)
    reference = Series.of(reference[what] for _, reference in pairs)
    return Figure("plates", name, "ms", ours, reference, _TRANSFORM)
