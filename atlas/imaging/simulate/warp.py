"""What makes one patient differ from the drawing, and what a mass does to its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from atlas.imaging.simulate.grid import Array
from atlas.imaging.simulate.noise import stream

_KEY = 101
_PRESSED = 40.0  # mm behind the middle, from where on the table presses


@dataclass(frozen=True, slots=True)
class Push:
    """A mass that shoves tissue aside: an ellipse, and the share of it that is shoved.

    Tissue flows like something that cannot be compressed: a ring of radius r moves to
    sqrt(r^2 + share), r in radii of the ellipse.
    """

    x: float
    y: float
    long: float  # mm, half the length
    short: float
    angle: float  # radians, clockwise from the right
    share: float

    def __call__(self, points: Array) -> Array:
        cosine, sine = np.cos(self.angle), np.sin(self.angle)
        turn = np.array([[cosine, -sine], [sine, cosine]], np.float32)
        radii = np.array([self.long, self.short], np.float32)
        inner = (points - np.array([self.x, self.y], np.float32)) @ turn / radii
        square = (inner**2).sum(axis=-1, keepdims=True) + np.float32(1e-6)
        # The far side of the limb hardly feels it.
        moved = np.sqrt(1 + self.share * np.exp(-square / 14) / square)
        middle = np.array([self.x, self.y], np.float32)
        result: Array = ((inner * moved * radii) @ turn.T + middle).astype(np.float32)
        return result


@dataclass(frozen=True, slots=True)
class Warp:
    """Moves points of the drawing to where they lie in one patient."""

    scale: float
    waves: tuple[tuple[float, float, float, float, float], ...]  # two of frequency, three of shift
    pushes: tuple[Push, ...] = ()
    breadth: float = 1.0  # to each side, at the cost of depth
    rest: float = 0.0  # how flat the back of the thigh lies on the table

    @classmethod
    def of_patient(cls, seed: int, pushes: tuple[Push, ...] = ()) -> Warp:
        random = stream(seed, _KEY)
        scale = float(random.uniform(0.95, 1.03))
        waves: list[tuple[float, float, float, float, float]] = []
        for wavelength in (170, 110, 75, 52, 40):
            turn = random.uniform(0, 2 * np.pi)
            rate = 2 * np.pi / wavelength
            amount = 0.011 * wavelength
            phase = float(random.uniform(0, 2 * np.pi))
            shift_x, shift_y = random.uniform(-amount, amount, 2).tolist()
            across, down = float(rate * np.cos(turn)), float(rate * np.sin(turn))
            waves.append((across, down, phase, shift_x, shift_y))
        breadth, rest = random.uniform(0.965, 1.045), random.uniform(0.1, 0.42)
        return cls(scale, tuple(waves), pushes, float(breadth), float(rest))

    def settle(self, points: ArrayLike) -> Array:
        """Where points of the drawing lie in this patient, without any mass."""
        start = np.asarray(points, np.float32)
        behind = np.maximum(start[..., 1] - np.float32(_PRESSED), 0)
        down = start[..., 1] - np.float32(self.rest / 2 / _PRESSED) * behind**2
        moved = np.stack([start[..., 0] * self.breadth, down / self.breadth], axis=-1)
        moved *= np.float32(self.scale)
        for rate_x, rate_y, phase, shift_x, shift_y in self.waves:
            wave = np.sin(start @ np.array([rate_x, rate_y], np.float32) + np.float32(phase))
            moved = moved + wave[..., None] * np.array([shift_x, shift_y], np.float32)
        return moved.astype(np.float32)

    def __call__(self, points: ArrayLike) -> Array:
        moved = self.settle(points)
        for push in self.pushes:
            moved = push(moved)
        return moved

    def point(self, point: tuple[float, float]) -> tuple[float, float]:
        """One point, moved."""
        x, y = self(np.array([point]))[0].tolist()
        return x, y
