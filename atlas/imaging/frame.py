"""Pixels in measured values, with what is needed to show them honestly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from atlas.domain.plate import Window

if TYPE_CHECKING:
    # numpy takes a tenth of a second to import; the window is painted before it is needed.
    import numpy as np
    from numpy.typing import NDArray

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Frame:
    """One picture, wherever it came from. From here on no one asks its origin.

    `values` is rows x columns of float32 measured values, or rows x columns x 3 of
    uint8 colours, which have no window. A picture point (x, y) counts pixels from the
    top left corner of the picture, so the middle of the first pixel is (0.5, 0.5).
    `outlines` are closed rings in picture points, by region name; the rings of one
    region are filled by the even-odd rule. `edges` are the letters of the patient's
    direction at the left and top edge, as ("R", "A"). `stack` says which slice this is of
    how many, counted from 1; None for a single picture. `dark` is whether high values are shown
    dark, as counts of a gamma camera are.
    """

    values: NDArray[np.float32] | NDArray[np.uint8]
    window: Window
    unit: str = ""
    millimetres: float | None = None
    outlines: Mapping[str, tuple[Ring, ...]] = field(default_factory=dict)
    edges: tuple[str, str] | None = None
    stack: tuple[int, int] | None = None
    dark: bool = False

    def __post_init__(self) -> None:
        self.values.setflags(write=False)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return self.values.shape[1], self.values.shape[0]

    @property
    def in_colour(self) -> bool:
        return self.values.ndim == 3

    def grey(self, window: Window, *, inverted: bool = False) -> NDArray[np.uint8]:
        """Values below the window black, above it white, within it linear; rows x columns.

        Where high values are `dark`, the other way round.

        A colour picture answers its own colours, rows x columns x 3, whatever the window.
        """
        import numpy as np

        if self.in_colour:
            return (255 - self.values if inverted else self.values).astype(np.uint8)
        scale = 255.0 / window.width
        shift = -(window.level - window.width / 2) * scale
        if inverted is not self.dark:
            scale, shift = -scale, 255.0 - shift
        grey = self.values * np.float32(scale)
        grey += np.float32(shift)
        return np.clip(grey, 0, 255, out=grey).astype(np.uint8)

    def value_at(self, x: float, y: float) -> float | None:
        """The measured value under a picture point; None outside the picture or in colour."""
        columns, rows = self.size
        if self.in_colour or not (0 <= x < columns and 0 <= y < rows):
            return None
        return float(self.values[int(y), int(x)])

    def full_range(self) -> Window:
        """The window that shows every value of the picture."""
        if self.in_colour:
            return self.window
        low, high = float(self.values.min()), float(self.values.max())
        return Window((low + high) / 2, max(high - low, 1.0))

    def automatic(self) -> Window:
        """A window from the 1st to the 99th percentile of what is not background."""
        import numpy as np

        if self.in_colour:
            return self.window
        lowest = self.values.min()
        inside = self.values[self.values > lowest + 1e-3 * (self.values.max() - lowest)]
        if not inside.size:
            return self.full_range()
        low, high = np.percentile(inside, (1, 99))
        return Window(float(low + high) / 2, max(float(high - low), 1.0))
