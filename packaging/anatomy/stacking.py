"""Writing a stack: one map of labels a slice, 8-bit grey, and a JSON that says what they are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from anatomy.stack import Stack


def write_stack(folder: Path, name: str, stack: Stack) -> int:
    """Write `<name>.json` and `<name>/NN.png`; answer how many bytes they take."""
    from PIL import Image

    shutil.rmtree(folder / name, ignore_errors=True)
    (folder / name).mkdir()
    for number, labels in enumerate(stack.labels, 1):
        Image.fromarray(labels).save(folder / name / f"{number:02}.png", optimize=True)
    facts = folder / f"{name}.json"
    facts.write_text(json.dumps(_facts(stack), indent=1) + "\n")
    return facts.stat().st_size + sum(p.stat().st_size for p in (folder / name).iterdir())


def _facts(stack: Stack) -> dict[str, object]:
    slices = stack.slices

    def seen(place: tuple[float, ...]) -> list[float]:
        return [round(value, 2) for value in slices.seen(place)]

    return {
        "size": [slices.columns, slices.rows],
        "slices": slices.count,
        "millimetres": slices.pitch,
        "spacing": slices.spacing,
        "labels": list(stack.names),
        "landmarks": {name: seen(place) for name, place in stack.landmarks.items()},
        "courses": {name: [seen(one) for one in line] for name, line in stack.courses.items()},
    }
