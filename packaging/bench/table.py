"""The figures as one table of plain text, with notes under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.figures import Figure, Target

_HEAD = ("figure", "median", "p95", "reference", "median", "p95", "ratio", "target", "")
_LEFT = {0, 3, 7, 8}  # columns of words; the others are numbers


def table(figures: Sequence[Figure]) -> str:
    """One row a figure, a line between themes."""
    marks = _marks(figures)
    rows = [_row(figure, marks.get(figure.note)) for figure in figures]
    widths = [max(len(row[at]) for row in (_HEAD, *rows)) for at in range(len(_HEAD))]
    rule = "  ".join("-" * width for width in widths).rstrip()
    lines = [_line(_HEAD, widths)]
    theme = None
    for figure, row in zip(figures, rows, strict=True):
        if figure.theme != theme:
            lines.append(rule)
            theme = figure.theme
        lines.append(_line(row, widths))
    return "\n".join(lines)


def footnotes(figures: Sequence[Figure]) -> list[str]:
    """What is to be known about single figures, each note once."""
    return [f"[{number}] {note}" for note, number in _marks(figures).items()]


def _marks(figures: Iterable[Figure]) -> dict[str, int]:
    notes = dict.fromkeys(figure.note for figure in figures if figure.note)
    return {note: number for number, note in enumerate(notes, 1)}


def _row(figure: Figure, mark: int | None) -> tuple[str, ...]:
    name = f"{figure.name} [{mark}]" if mark else figure.name
    ours, reference, unit = figure.ours, figure.reference, figure.unit
    return (
        name,
        _number(ours.median, unit) if ours else "-",
        _number(ours.p95, unit) if ours else "-",
        figure.reference_name,
        _number(reference.median, unit) if reference else "-",
        _number(reference.p95, unit) if reference else "-",
        "-" if figure.ratio is None else f"{figure.ratio:.2f}",
        _target(figure.target, unit),
        {None: "", True: "met", False: "MISSED"}[figure.met],
    )


def _target(target: Target | None, unit: str) -> str:
    if target is None:
        return ""
    return f"{target.of} <= {target.most:g}{'' if target.of == 'ratio' else ' ' + unit}"


def _number(value: float, unit: str) -> str:
    """Three figures are all that is certain; a thousand and more is whole."""
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.ljust(width) if at in _LEFT else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
