"""From a recipe to the frame of a bone scan: the body, uptake that does not belong, counts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from atlas.domain.plate import Simulated
from atlas.imaging.frame import Frame
from atlas.imaging.recipes.objections import FAMILIES, regions_of
from atlas.imaging.recipes.views import VIEWS
from atlas.imaging.scintigraphy.camera import COUNTS, blurred, counted, healthy, on_screen
from atlas.imaging.scintigraphy.facts import scan_facts_of
from atlas.imaging.simulate.choice import Choice
from atlas.imaging.simulate.contours import rings_of
from atlas.imaging.simulate.grid import Array, Grid
from atlas.imaging.simulate.noise import field


def bone_scan(source: Simulated, size: int) -> Frame:
    """The picture of a sound recipe, `size` columns or rows, whichever are more; in counts."""
    view, grid = VIEWS[source.view], healthy(source.view)[0]
    screen = screen_of(grid, size)
    shown = on_screen(counted(expected(source), source.seed), screen.shape)
    depths = tuple(depths_of(source, screen))
    rings = {
        name: tuple(
            ring for region, depth in depths if region == name for ring in rings_of(screen, depth)
        )
        for name in regions_of(source)
    }
    return Frame(shown, view.window, view.unit, screen.pitch, rings, dark=True)


def screen_of(grid: Grid, size: int) -> Grid:
    """The pixels a scan is shown in."""
    shrunk = size / max(grid.shape)
    columns, rows = round(grid.columns * shrunk), round(grid.rows * shrunk)
    return Grid(grid.left, grid.top, grid.pitch / shrunk, columns, rows)


def expected(source: Simulated) -> Array:
    """Counts to be expected in each pixel of the camera."""
    _, body = healthy(source.view)
    uptake = blurred(body) + sum(seen for _, seen in _lesions(source))
    counts: Array = uptake * np.float32(COUNTS * scan_facts_of(source.view).time)
    return counts


def depths_of(source: Simulated, screen: Grid) -> Iterator[tuple[str, Array]]:
    """The region of each lesion, negative where it has more than half its maximum."""
    for region, seen in _lesions(source):
        yield region, on_screen(0.5 * seen.max() - seen, screen.shape)


def _lesions(source: Simulated) -> Iterator[tuple[str, Array]]:
    """The region of each lesion and its uptake as the camera resolves it."""
    grid, _ = healthy(source.view)
    view = VIEWS[source.view]
    for number, one in enumerate(source.lesions):
        family = FAMILIES[one.family]
        choice = Choice(family.settled(one), source.seed, number)
        x, y = scan_facts_of(source.view).landmarks[choice.word("at")]
        own = grid.seen_from(x + choice.value("x"), y + choice.value("y"))
        yield family.regions[view.modality][0], blurred(_uptake(own, choice))


def _uptake(grid: Grid, choice: Choice) -> Array:
    """A bent oval that is fullest in its middle, more here and less there."""
    angle = np.radians(choice.value("angle"))
    cos, sin = np.cos(angle), np.sin(angle)
    along, across = cos * grid.y - sin * grid.x, cos * grid.x + sin * grid.y
    half = choice.value("length") / 2
    across = across - choice.value("bend") * ((along / half) ** 2 - 0.5)
    inside = 1 - (along / half) ** 2 - (across / (choice.value("breadth") / 2)) ** 2
    patches = 1 + choice.value("patchiness") * field(grid, choice.random(0), 11.0, 2)
    oval: Array = np.clip(inside * 1.4, 0, 1) * np.maximum(patches, 0) * choice.value("strength")
    return oval.astype(np.float32)
