"""What it takes to import the parts."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure, Series
from bench.ground import Ground, alternating

_WIDGETS = "PySide6.QtWidgets"
_MODULES = {
    "atlas.cli": "argparse",
    "atlas.workspace": "argparse",
    "atlas.ui.app": _WIDGETS,
    "numpy": _WIDGETS,
    "whoosh.index": _WIDGETS,
    "yaml": _WIDGETS,
    _WIDGETS: "argparse",
}


def figures(ground: Ground) -> Iterator[Figure]:
    """Each module in an interpreter of its own, files warm."""
    for module in _MODULES:
        ground.child("one_import", module)  # compiled afterwards
    for module, reference in _MODULES.items():
        pairs = alternating(
            ground.repeats.imports,
            lambda name=module: ground.child("one_import", name)["import"],
            lambda name=reference: ground.child("one_import", name)["import"],
        )
        ours, theirs = zip(*pairs, strict=True)
        yield Figure(
            "imports",
            f"import {module}",
            "ms",
            Series.of(ours),
            Series.of(theirs),
            f"import {reference}",
        )
