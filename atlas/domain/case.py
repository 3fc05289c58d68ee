"""A teaching case: one patient in whom a page of the atlas is to be recognised."""

from __future__ import annotations

from typing import NamedTuple, NewType

from atlas.domain.page import Facet, PageId
from atlas.domain.plate import PlateId

CaseId = NewType("CaseId", str)


class Case(NamedTuple):
    """An example of a page: who it is, what happened before, and what is seen.

    `title` may be read before the answer is known, so it never names `page`.
    `history` and `findings` are sentences in plain text. `plate` is the picture of the
    page that shows it, in the variant of that `seed`.
    """

    id: CaseId
    page: PageId
    title: str
    history: tuple[str, ...]
    findings: tuple[str, ...]
    facets: tuple[Facet, ...] = ()
    plate: PlateId | None = None
    seed: int = 0
