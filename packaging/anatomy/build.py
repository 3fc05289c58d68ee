"""Make the backgrounds: `python -m anatomy.build [VIEW...]` in `packaging`."""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path

import numpy as np
from anatomy.march import project
from anatomy.shapes import Body
from anatomy.stacking import write_stack
from anatomy.view import Frame, View
from scipy.ndimage import gaussian_filter, zoom

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "resources" / "backgrounds"
HERE = Path(__file__).parent

_GREYS = 0.0025  # of the line integral; the noise of a film is four times as much
_PATHS = 0.25  # mm


def main() -> int:
    """Build the views named, or all."""
    known = _known("views") | _known("stacks")
    wanted = sys.argv[1:] or sorted(known)
    if unknown := [name for name in wanted if name not in known]:
        print(
            f"No view {', '.join(unknown)}; there are {', '.join(sorted(known))}.", file=sys.stderr
        )
        return 2
    OUT.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        begun = time.perf_counter()
        module = import_module(f"anatomy.{known[name]}.{name.replace('-', '_')}")
        if known[name] == "stacks":
            size = write_stack(OUT, name, module.stack())
        else:
            size = _build(name, module.view())
        print(f"{name}: {size / 1e3:.0f} kB, {time.perf_counter() - begun:.0f} s", flush=True)
    return 0


def _known(folder: str) -> dict[str, str]:
    """The names in a folder of modules, each with the folder."""
    found = (path.stem.replace("_", "-") for path in (HERE / folder).glob("[a-z]*.py"))
    return dict.fromkeys(found, folder)


def _build(name: str, view: View) -> int:
    """Write the three files of a view; answer how many bytes they take."""
    total, envelope = _composed(view)
    _write_grey(OUT / f"{name}.png", total / _GREYS)
    _write_grey(OUT / f"{name}-envelope.png", envelope / _PATHS)
    facts = _facts(view) | {"window": _window(view, total)}
    (OUT / f"{name}.json").write_text(json.dumps(facts, indent=1) + "\n")
    return sum(path.stat().st_size for path in OUT.glob(f"{name}*") if path.stem in _stems(name))


def _stems(name: str) -> tuple[str, str]:
    return name, f"{name}-envelope"


def _composed(view: View) -> tuple[np.ndarray, np.ndarray]:
    """The line integral of all there is, and the path through the body in mm."""
    skin, envelope = _smooth(view, view.skin, 2)
    total = skin
    for body in view.flesh:
        total = total + _smooth(view, body, 3)[0]
    for body in view.bones:
        total = total + project(body, view.frame)[0]
    return np.maximum(total, 0) * view.beam, envelope


def _smooth(view: View, body: Body, coarser: int) -> tuple[np.ndarray, np.ndarray]:
    """Soft tissue has no fine detail: fewer pixels, and a little blur against beads."""
    fine = view.frame
    few = Frame(fine.left, fine.right, fine.bottom, fine.top, fine.pitch * coarser, fine.distance)
    shape = (fine.rows, fine.columns)
    total, path = (
        _enlarged(gaussian_filter(one, 1.1), shape) for one in project(body, few, 0.5 * coarser)
    )
    return total, path


def _enlarged(values: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    factors = [wanted / had for wanted, had in zip(shape, values.shape, strict=True)]
    return zoom(values, factors, order=1, mode="nearest", grid_mode=True)[: shape[0], : shape[1]]


def _facts(view: View) -> dict[str, object]:
    frame = view.frame

    def seen(place: tuple[float, ...]) -> list[float]:
        return [round(value, 1) for value in frame.seen(place)]

    return {
        "projection": view.projection,
        "side": view.side,
        "size": [frame.columns, frame.rows],
        "millimetres": frame.pitch,
        "greys": _GREYS,
        "paths": _PATHS,
        "beam": view.beam,
        "marker": seen((*view.marker, 0)),
        "collimated": round(view.collimated / frame.pitch),
        "look": dict(view.look),
        "landmarks": {name: seen(place) for name, place in view.landmarks.items()},
        "courses": {name: [seen(one) for one in line] for name, line in view.courses.items()},
    }


def _window(view: View, total: np.ndarray) -> list[float]:
    """Darkest and lightest density: of the bare film, or a lesion would shift all greys."""
    sys.path.insert(0, str(ROOT))
    from atlas.imaging.film.developing import Look, density

    edge = round(view.collimated / view.frame.pitch)
    shown = total[edge:-edge, edge:-edge]
    look = Look(**view.look)
    dense = density(total.astype(np.float32), look, view.frame.pitch, None)
    dense = dense[edge:-edge, edge:-edge]
    inside = dense[shown > 0.1]
    return [round(float(value), 4) for value in np.percentile(inside, (look.dark, look.light))]


def _write_grey(path: Path, values: np.ndarray) -> None:
    from PIL import Image

    grey = np.round(np.clip(values, 0, 65535)).astype(np.uint16)
    Image.fromarray(grey).save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
