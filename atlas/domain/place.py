"""Where the reader is. Panels speak to each other in places, nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.domain.page import PageId
from atlas.domain.plate import PlateId


@dataclass(frozen=True, slots=True)
class Place:
    """One page and the plate looked at; no plate means the first."""

    page: PageId
    plate: PlateId | None = None
