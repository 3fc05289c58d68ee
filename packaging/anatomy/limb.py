"""The soft tissue of a limb: bellies that swell until they meet, in a fascia, under fat and skin.

A belly is an ellipse at some levels: z, its middle x and y, two half breadths, and the degrees
by which the first is turned from x towards the back. It need not fill its place: what lies
nearest to it becomes it, a film of fat between neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from anatomy.bones.leg import Mesh
from anatomy.grown import Paint, warped
from anatomy.organs import Wobble
from anatomy.stack import Slices
from anatomy.voxels import sampled
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates

Belly = Sequence[tuple[float, float, float, float, float, float]]

_FAR = 99.0
_TIP = 9.0  # mm before its end from where a belly no longer swells to its neighbours


class Limb:
    """Paints one limb. Labels of bellies are their names; fat among them is `cavity-fat`."""

    def __init__(self, slices: Slices, seed: int) -> None:
        self.slices = slices
        self.paint = Paint(slices)
        self.random = np.random.Generator(np.random.PCG64(seed))
        wide, fine = Wobble(self.random, 46, 1.5), Wobble(self.random, 9, 0.32)
        self._places = []
        for x, y, z in map(slices.at, range(slices.count)):
            self._places.append((*fine(*wide(x, y, z), z), z))
        self._streaks = [warped(slices, self.random, length) for length in (3.2, 9.0, 5.0)]

    def streak(self, k: int) -> np.ndarray:
        """Noise of a slice, its grains a centimetre across."""
        return self._streaks[1][k]

    def lay(self, name: str, k: int, mask: np.ndarray) -> None:
        """Lay a label over part of a slice."""
        self.paint.labels[k][mask] = self.paint.number(name)

    def ellipse(self, belly: Belly, k: int) -> np.ndarray:
        """Roughly the mm to a belly's surface in a slice, negative inside; far where it is not."""
        return ellipse_at(belly, *self._places[k])

    def _tapered(self, belly: Belly, k: int) -> np.ndarray:
        """As `ellipse`, but a belly that ends swells ever less towards its end."""
        levels = [row[0] for row in belly]
        z = self._places[k][2]
        left = np.minimum(z - min(levels), max(levels) - z)
        return self.ellipse(belly, k) + 0.8 * np.clip(_TIP - left, 0, _TIP).astype(np.float32)

    def cover(self, skin: Belly, fascia: Belly, thick: float = 1.25) -> None:
        """Skin, the fat under it with its septa, and the deep fascia with what it holds."""
        for k, layer in enumerate(self.paint.labels):
            body = self.ellipse(skin, k) < 0
            depth = distance_transform_edt(body) * self.slices.pitch
            layer[body] = self.paint.number("skin")
            inner = depth > thick + 0.2 * self._streaks[1][k]
            layer[inner] = self.paint.number("fat")
            septa = (np.abs(self._streaks[2][k]) < 0.05) & (self._streaks[1][k] > -0.2) & inner
            layer[septa] = self.paint.number("fibrous")
            under = self.ellipse(fascia, k)
            sheet = 0.45 + 0.3 * self._streaks[1][k].clip(-1.6, 1.5)
            layer[inner & (under < sheet)] = self.paint.number("fibrous")
            layer[inner & (under < 0)] = self.paint.number("cavity-fat")

    def bellies(
        self,
        bellies: Mapping[str, Belly],
        bones: np.ndarray,
        swell: float = 6.0,
        film: float = 1.0,
    ) -> None:
        """Muscles; one called `fat` holds its place against them. `bones` is mm from bone.

        A muscle that is no ellipse is several: what follows a slash in a name is not in its label.
        """
        room = self.paint.number("cavity-fat")
        names = list(dict.fromkeys(name.split("/")[0] for name in bellies))
        for k, layer in enumerate(self.paint.labels):
            away = np.full((len(names), *layer.shape), _FAR, np.float32)
            for part, belly in bellies.items():
                own = away[names.index(part.split("/")[0])]
                np.minimum(own, self._tapered(belly, k), out=own)
            order = np.argsort(away, axis=0)[:2]
            nearest, second = np.take_along_axis(away, order, 0)
            slack = film * (0.75 + 0.5 * self._streaks[1][k].clip(-1, 2))
            inside = (nearest < swell) & (second - nearest > slack) & (layer == room)
            inside &= bones[k] > 0.5
            for number, name in enumerate(names):
                own = inside & (order[0] == number)
                if not name.startswith("fat") and own.any():
                    # Corners as sharp as where three fronts meet are not grown.
                    round_ = gaussian_filter(own.astype(np.float32), 0.9 / self.slices.pitch) > 0.5
                    layer[own & round_] = self.paint.number(name)
        self._marble(names)

    def _marble(self, names: Sequence[str]) -> None:
        """Streaks of fat between the bundles of a muscle."""
        muscles = [self.paint.number(n) for n in names if not n.startswith("fat")]
        for k, layer in enumerate(self.paint.labels):
            thin = np.abs(self._streaks[0][k]) < 0.035
            streaks = thin & (self._streaks[1][k] > 0.95) & np.isin(layer, muscles)
            layer[streaks] = self.paint.number("cavity-fat")

    def distance(self, mesh: Mesh, step: float = 0.6) -> np.ndarray:
        """mm to a closed mesh in every pixel, negative inside; its z points up."""
        solid = sampled(*mesh, step)
        found = np.full(self.paint.labels.shape, _FAR, np.float32)
        for k in range(self.slices.count):
            x, y, z = self.slices.at(k)
            at = np.stack(np.broadcast_arrays(x, y, -z))
            inner = (at - solid.low[:, None, None]) / solid.step
            edge = np.array(solid.distance.shape)[:, None, None] - 1
            beyond = np.linalg.norm(inner - inner.clip(0, edge), axis=0) * solid.step
            found[k] = map_coordinates(solid.distance, inner.clip(0, edge), order=1) + beyond
        return found

    def bone(
        self, distance: np.ndarray, cortex: np.ndarray | float, marrow: np.ndarray | bool
    ) -> None:
        """Bone over all else; `marrow` is where its core is fat alone, and not spongiosa."""
        rough = 1 + 0.24 * self._streaks[1]
        inside, deep = distance < 0, -distance > cortex * rough * np.where(marrow, 1, 0.75)
        self.paint.where("cortex", inside)
        self.paint.where("spongiosa", inside & deep)
        self.paint.where("marrow", inside & deep & marrow)

    def joint(self, one: np.ndarray, other: np.ndarray, reach: float = 2.6) -> None:
        """Cartilage on two bones that meet, and the film of fluid between; mm from each."""
        here = (one > 0) & (other > 0) & (one < reach) & (other < reach)
        self.paint.where("cartilage", here)
        meeting = here & (np.maximum(one, other) < 0.6 * reach)
        self.paint.where("joint-fluid", meeting & (np.abs(one - other) < 0.25))

    def tube(
        self, name: str, course: Sequence[tuple[float, ...]], over: Sequence[str] = ()
    ) -> None:
        """A vessel, a nerve or a tendon: x, y, z and half breadths; one for a round tube."""
        rows = [(z, x, y, r[0], r[-1] if len(r) < 3 else r[1], r[2] if len(r) > 2 else 0)
                for x, y, z, *r in course]  # fmt: skip
        numbers = [self.paint.number(one) for one in over]
        for k, layer in enumerate(self.paint.labels):
            inside = self.ellipse(rows, k) < 0
            layer[inside & np.isin(layer, numbers) if over else inside] = self.paint.number(name)


def ellipse_at(belly: Belly, x: np.ndarray, y: np.ndarray, z: np.ndarray) -> np.ndarray:
    """Roughly the mm to a belly's surface, negative inside; far above its top and under its end."""
    rows = np.array(sorted(belly), float)
    met = (rows[0, 0] <= z) & (z <= rows[-1, 0])
    if not met.any():
        return np.full(x.shape, _FAR, np.float32)
    levels = np.clip(z, rows[0, 0], rows[-1, 0])
    mid_x, mid_y, a, b, turn = np.moveaxis(
        PchipInterpolator(rows[:, 0], rows[:, 1:], axis=0)(levels), -1, 0
    )
    cosine, sine = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    along, across = x - mid_x, y - mid_y
    along, across = along * cosine + across * sine, across * cosine - along * sine
    norm = np.hypot(along / a, across / b)
    slope = np.hypot(along / a**2, across / b**2) + 1e-6
    away = np.maximum(norm * (norm - 1) / slope, -np.minimum(a, b))
    return np.where(met, away, _FAR).astype(np.float32)
