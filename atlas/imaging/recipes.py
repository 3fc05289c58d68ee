"""What the simulation can make: the names and parameters a recipe may use.

No pixel and no numpy here, so that a page can be checked without either.
"""

from __future__ import annotations

from atlas.domain.plate import Simulated


def objection(source: Simulated, regions: tuple[str, ...]) -> str | None:
    """What is wrong with a recipe and the regions bound to it, or None if it can be made."""
    raise NotImplementedError
